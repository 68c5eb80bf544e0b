"""Saved views are decisions that nothing is derived from; they last, and each change can be undone."""

from pathlib import Path

import pytest

from stanceline.model.edits import EditError
from stanceline.model.project import Change, Project
from stanceline.model.saved_views import SavedView, SetViews, moved, new_id, saved_views
from stanceline.model.store import Store
from stanceline.model.view_state import ViewState, ViewStateError

STATE = ViewState(0.0, 1.0).to_json()
ONE, TWO, THREE = (SavedView(f"v00000{n}", f"View {n}", STATE, "note") for n in (1, 2, 3))


def project_with(*views: SavedView) -> Project:
    """A project that has these views."""
    project = Project(Store.memory())
    project.apply(SetViews(views))
    return project


def test_saving_changing_moving_and_removing_can_be_undone() -> None:
    project = project_with(ONE, TWO)
    assert list(project.saved_views) == [ONE, TWO]
    back = project.apply(SetViews((THREE,), order=("v000003", "v000001", "v000002")))
    assert list(project.saved_views) == [THREE, ONE, TWO]
    gone = project.apply(SetViews(gone=("v000001",)))
    assert list(project.saved_views) == [THREE, TWO]
    project.apply(gone)
    assert list(project.saved_views) == [THREE, ONE, TWO]
    project.apply(back)
    assert list(project.saved_views) == [ONE, TWO]


def test_nothing_is_derived_from_a_view() -> None:
    project = Project(Store.memory())
    told: list[Change] = []
    project.listen(told.append)
    before = project.generation
    project.apply(SetViews((ONE,)))
    assert project.generation == before
    assert [set(change.tables) for change in told] == [{"views"}]
    assert project.decisions == ()


def test_views_last_with_their_history(tmp_path: Path) -> None:
    path = tmp_path / "kept.stanceline"
    project = Project(Store.create(path))
    project.apply(SetViews((ONE, TWO), order=("v000002", "v000001"), text="Save them"))
    project.close()
    again = Project(Store.open(path))
    assert again.saved_views == (TWO, ONE)
    assert [entry.text for entry in again.history()] == ["Save them"]
    again.close()


def test_a_view_needs_a_name() -> None:
    with pytest.raises(EditError, match="name"):
        SetViews((SavedView("v1", "  ", STATE),)).changes()


def test_what_cannot_be_read_is_left_out_and_a_newer_view_keeps_its_name() -> None:
    newer = SavedView("v000009", "From tomorrow", '{"version": 99, "begin_s": 0, "end_s": 1}')
    decisions = {change.kind: change for change in SetViews((newer,)).changes().put}
    found = saved_views({("view", "v000009"): decisions["view"].value, ("view", "bad"): "{", ("view_order", ""): "5"})
    assert found == (newer,)
    with pytest.raises(ViewStateError, match="newer"):
        found[0].view()


def test_ids_are_new_and_sort_behind() -> None:
    assert new_id(()) == "v000001"
    assert new_id((TWO, SavedView("x9", "other", STATE))) == "v000003"


@pytest.mark.parametrize(
    ("ident", "place", "order"),
    [
        ("v000001", 2, "213"), ("v000001", 3, "231"), ("v000001", 9, "231"), ("v000003", 0, "312"),
        ("v000003", -1, "312"), ("v000002", 1, "123"), ("v000002", 2, "123"), ("v000002", 0, "213"),
    ],
)  # fmt: skip
def test_a_view_is_moved_in_front_of_a_place(ident: str, place: int, order: str) -> None:
    assert "".join(name[-1] for name in moved((ONE, TWO, THREE), ident, place)) == order

from pathlib import Path

import pytest

from stanceline.model.edits import EditError, SetReferences
from stanceline.model.project import Project
from stanceline.model.reference_list import (
    file_events,
    keep,
    leaning,
    listed,
    own_events,
    personal_path,
    read_personal,
    table_of,
    write_personal,
)
from stanceline.model.store import Store
from stanceline.records import Analysis, ArticleRow, EventRow, MentionRow
from stanceline.temporal.references.events import ReferenceEvent, ReferenceFileError, load_references
from stanceline.temporal.references.tables import write_table
from stanceline.temporal.timex import DAY_S, Reason, days_from_civil

DAY = days_from_civil(2024, 5, 14)
FJORD = ReferenceEvent("fjord", "Fjord League summit in Bergen", ("Bergen summit",), DAY, DAY + 1, city="Bergen")


@pytest.fixture(autouse=True)
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A profile of its own: the real one must not be touched."""
    monkeypatch.setenv("STANCELINE_PROFILE", str(tmp_path / "profile"))
    return tmp_path / "profile"


def test_an_own_event_is_added_undone_and_survives_save_and_open(tmp_path: Path) -> None:
    path = tmp_path / "a.stanceline"
    project = Project(Store.create(path))
    back = project.apply(SetReferences((FJORD,), text="Add the event"))
    assert own_events(project) == {"fjord": FJORD}
    project.apply(back)
    assert own_events(project) == {}
    project.apply(SetReferences((FJORD,), text="Add the event"))
    project.close()
    again = Project(Store.open(path))
    assert own_events(again) == {"fjord": FJORD}
    assert [entry.text for entry in again.history()] == ["Add the event"]
    project = again
    project.apply(SetReferences(gone=("fjord",), text="Remove"))
    assert own_events(project) == {}
    project.close()


def test_events_without_a_name_or_days_are_refused() -> None:
    project = Project()
    for wrong in (
        ReferenceEvent("", "x", (), 1, 1),
        ReferenceEvent("x", "", (), 1, 1),
        ReferenceEvent("x", "y", (), 2, 1),
    ):
        with pytest.raises(EditError):
            project.apply(SetReferences((wrong,)))
    assert own_events(project) == {}


def test_own_events_come_first_and_replace_what_is_shipped() -> None:
    project = Project()
    vilnius = next(event for event in load_references() if event.id == "nato-summit-2023")
    mine = ReferenceEvent(vilnius.id, "My summit", (), DAY, DAY)
    project.apply(SetReferences((mine, FJORD)))
    rows = listed(project)
    assert [(row.event.id, row.origin, row.replaces) for row in rows[:3]] == [
        ("fjord", "own", False), (vilnius.id, "own", True), (rows[2].event.id, "shipped", False),
    ]  # fmt: skip
    assert len(rows) == len(load_references()) + 1
    assert len({row.event.id for row in rows}) == len(rows)
    table = table_of(project)
    assert next(event for event in table if event.id == vilnius.id) == mine
    assert FJORD in table


def test_without_a_project_the_shipped_events_are_listed() -> None:
    assert {row.origin for row in listed(None)} == {"shipped"}


def test_tables_of_older_projects_are_listed_too() -> None:
    project = Project()
    project.set_references({"mine.tsv": write_table([FJORD]).encode(), "bad.tsv": b"nothing\n"})
    assert file_events(project.references()) == {"fjord": FJORD}
    assert next(row for row in listed(project) if row.event.id == "fjord").origin == "file"
    assert FJORD in table_of(project)


# ---- kept for all projects


def test_events_are_kept_for_all_projects_and_let_go(profile: Path) -> None:
    assert read_personal() == ()
    keep(FJORD, is_kept=True)
    keep(ReferenceEvent("b", "Other", (), DAY, DAY), is_kept=True)
    assert personal_path().is_relative_to(profile)
    assert [event.id for event in read_personal()] == ["fjord", "b"]
    row = next(row for row in listed(Project(), read_personal()) if row.event.id == "fjord")
    assert (row.origin, row.is_kept) == ("personal", True)
    keep(FJORD, is_kept=False)
    assert [event.id for event in read_personal()] == ["b"]


def test_a_personal_table_that_cannot_be_read_is_never_written_over() -> None:
    write_personal([FJORD])
    personal_path().write_text("name\tstart\tend\nBad\tsoon\t\n", encoding="utf-8")
    with pytest.raises(ReferenceFileError):
        keep(FJORD, is_kept=True)
    assert "soon" in personal_path().read_text(encoding="utf-8")


# ---- what leans on them


def test_articles_lean_on_what_their_reasons_and_happenings_name() -> None:
    says = "“tomorrow” points at Fjord League summit in Bergen, 2024-05-14."
    reasons = (
        Reason("dating.event_dated", says, True, events=("fjord",)),
        Reason("office", "Fjord League summit in Bergen, 2024-05-14", True),
    )
    rows = [
        ArticleRow(f"a{n}", None, None, None, None, None, "en", "", None, None, None, "inferred", (), found)
        for n, found in enumerate((reasons, reasons[1:], ()))
    ]
    happening = EventRow(
        "e", "Summit", DAY * DAY_S, (DAY + 2) * DAY_S, "day", None, "past", (), None, (MentionRow("a2", 0, 1),), (),
        reference=FJORD.name,
    )  # fmt: skip
    other = ReferenceEvent("other", "Fjord League summit in Bergen", (), DAY + 400, DAY + 400)
    found = leaning(Analysis(articles=tuple(rows), events=(happening,)), [FJORD, other])
    assert found == {"fjord": ("a0", "a2")}

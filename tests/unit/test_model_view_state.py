"""A view is kept as JSON and read again; what is no view is refused with a reason."""

import json

import pytest

from stanceline.model.clock import Clock, Comparison, Side
from stanceline.model.filters import Filter
from stanceline.model.marks import NO_STANCE, Kind
from stanceline.model.view_state import ViewState, ViewStateError

FULL = ViewState(
    -5.5e9, 1.25e9, top_row=2.5,
    filter=Filter(
        "summit", frozenset({"a:b", "a:a"}), frozenset({Kind.STANCE, Kind.EVENT}), frozenset({-2, NO_STANCE}),
        frozenset({"x"}), frozenset({"", "Daily"}), frozenset({"toll"}), (-(1 << 62), 86_400),
        frozenset({"second_hand", "planned"}),
    ),
    keys=("m2", "m1"), current="m1", grouping="kind", sort="evidence", row_height=64,
    clock=Clock(1_700_000_000, "published", follow=True),
    comparison=Comparison(Side((0, 86_400)), Side(outlets=("Daily", ""), articles=("x",))),
    more={"layout": "stacked", "columns": {"by": "month", "count": 3}},
)  # fmt: skip


def test_a_view_comes_back_as_it_was() -> None:
    assert ViewState.from_json(FULL.to_json()) == FULL
    plain = ViewState(0.0, 1.0)
    assert ViewState.from_json(plain.to_json()) == plain


def test_the_same_view_is_written_the_same_way() -> None:
    other = ViewState.from_json(FULL.to_json().encode())
    assert other.to_json() == FULL.to_json()
    assert "\n" not in FULL.to_json()
    assert json.loads(FULL.to_json())["filter"]["actors"] == ["a:a", "a:b"]


def test_keys_of_a_newer_program_are_left_out() -> None:
    values = json.loads(FULL.to_json()) | {"zoom_3d": 4}
    values["filter"]["weather"] = ["rain"]
    assert ViewState.from_json(json.dumps(values)) == FULL


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no view"),
        ("[1]", "version"),
        ('{"begin_s": 0, "end_s": 1}', "version"),
        ('{"version": true, "begin_s": 0, "end_s": 1}', "version"),
        ('{"version": 99, "begin_s": 0, "end_s": 1}', "newer version"),
        ('{"version": 1, "end_s": 1}', "begin_s"),
        ('{"version": 1, "begin_s": 1, "end_s": 1}', "ends before"),
        ('{"version": 1, "begin_s": 0, "end_s": 1, "grouping": "size"}', "grouping"),
        ('{"version": 1, "begin_s": 0, "end_s": 1, "filter": {"period": [1, "x"]}}', "period"),
        ('{"version": 1, "begin_s": 0, "end_s": 1, "filter": {"modes": ["loud"]}}', "modes"),
        ("[" * 200_000, "no view"),
        ("x" * (9 << 20), "too large"),
    ],
)
def test_what_is_no_view_is_refused_with_a_reason(text: str, says: str) -> None:
    with pytest.raises(ViewStateError, match=says):
        ViewState.from_json(text)


def test_rows_scrolled_elsewhere_look_like_the_same_view() -> None:
    assert ViewState(0.0, 1.0, top_row=3).looks_like(ViewState(0.0, 1.0))
    assert not ViewState(0.0, 1.0, row_height=28).looks_like(ViewState(0.0, 1.0))

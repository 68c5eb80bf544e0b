"""How stances become cells: medians, ambivalence, roll-up, hearing, suggestions, changes of position."""

from dataclasses import replace
from typing import Any

import pytest

from stanceline.discourse.stances.cells import count_cells
from stanceline.discourse.stances.turns import weighted_median
from stanceline.records import ActorRow, CellRow, Proposal, StanceRow
from stanceline.temporal.timex import DAY_S

PROPOSAL = Proposal("bridge", "A bridge")
STATE = ActorRow("state:XX", "Xanadu", "state", None, None, ())
PRESIDENT = ActorRow("person:a", "Ann Arden", "person", "state:XX", "president", ())
MINISTER = ActorRow("person:b", "Bo Berg", "person", "state:XX", "transport minister", ())
CRITIC = ActorRow("person:c", "Cy Coe", "person", None, None, ())
ACTORS = (STATE, PRESIDENT, MINISTER, CRITIC)
STANCE = StanceRow(
    id="s", article="one", holder="state:XX", proposal="bridge", stance=2, statement=None, reported_by=(),
    mode="first_hand", form="direct", explicit=True, certainty="certain", confidence=0.9, condition_span=None,
    target_span=None, path=(), evidence=(0, 5), begin=None, end_exclusive=None, rule="test", decided_by="machine",
)  # fmt: skip


def stance(number: int, value: int, **changes: Any) -> StanceRow:
    return replace(STANCE, id=f"s{number}", evidence=(number * 10, number * 10 + 5), stance=value, **changes)


def cell(rows: list[StanceRow], actor: str = "state:XX", article: str | None = "one") -> CellRow:
    found = [c for c in count_cells(rows, ACTORS, (PROPOSAL,)) if c.actor == actor and c.article == article]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("pairs", "median"),
    [
        ([(2, 1.0)], 2.0),
        ([(-2, 0.5), (0, 0.2), (2, 0.2)], -2.0),
        ([(-2, 0.3), (0, 0.3)], -1.0),
        ([(1, 0.1), (2, 0.4)], 2.0),
    ],
)
def test_weighted_median_is_the_value_at_half_of_the_weight(pairs: list[tuple[int, float]], median: float) -> None:
    assert weighted_median(pairs) == median


@pytest.mark.parametrize(
    ("value", "label"), [(-2, "oppose"), (-1, "lean_oppose"), (0, "neutral"), (1, "lean_support"), (2, "support")]
)
def test_one_stance_gives_its_own_label(value: int, label: str) -> None:
    assert cell([stance(1, value)]).stance == label


def test_a_quarter_of_the_weight_on_the_other_side_is_mixed_and_has_no_value() -> None:
    found = cell([stance(1, 2), stance(2, -2)])
    assert (found.stance, found.value) == ("mixed", None)


def test_a_weak_rumor_does_not_make_a_stated_position_mixed() -> None:
    rumor = stance(2, -2, mode="attributed_guess", certainty="possible", reported_by=("person:c",))
    assert cell([stance(1, 2), rumor]).stance == "support"


def test_a_person_counts_for_the_state_and_has_a_cell_of_their_own() -> None:
    rows = [stance(1, -2, holder="person:a")]
    assert cell(rows, "person:a").stance == cell(rows).stance == "oppose"
    assert {c.article for c in count_cells(rows, ACTORS, (PROPOSAL,))} == {"one", None}


def test_the_highest_office_outweighs_a_minister_but_both_stances_are_listed() -> None:
    found = cell([stance(1, -2, holder="person:a"), stance(2, 2, holder="person:b")])
    assert found.stance == "oppose"
    assert found.stances == ("s1", "s2")


def test_suggestions_are_never_counted_with_what_is_said() -> None:
    found = cell([stance(1, 1), stance(2, -2, explicit=False)])
    assert (found.stance, found.explicit, found.stances) == ("lean_support", True, ("s1",))
    assert cell([stance(2, -2, explicit=False)]).explicit is False


def test_hearsay_never_looks_certain() -> None:
    assert cell([stance(1, -2, mode="second_hand", confidence=0.95)]).confidence <= 0.75


def test_an_opponents_report_weighs_less_than_a_bystanders() -> None:
    told = stance(1, 2, mode="second_hand", reported_by=("person:c",), certainty="possible", confidence=0.8)
    other = stance(2, -1, mode="second_hand")
    assert cell([told, other]).stance == "mixed"
    opponent = stance(3, -2, holder="person:c")
    assert cell([told, other, opponent]).stance == "lean_oppose"


def test_repeating_one_position_in_an_article_counts_once_and_a_silence_does_not_erase_it() -> None:
    assert cell([stance(1, -2), stance(2, -2), stance(3, 0)]).stance == "oppose"


def test_a_later_first_hand_position_replaces_an_earlier_one_and_says_since_when() -> None:
    day = 19_500 * DAY_S
    early = stance(1, -2, begin=day, end_exclusive=day + DAY_S)
    late = stance(2, 2, article="two", begin=day + 40 * DAY_S, end_exclusive=day + 41 * DAY_S)
    found = cell([early, late], article=None)
    assert (found.stance, found.changed) == ("support", "2023-07-02")
    assert found.stances == ("s1", "s2")
    near = replace(late, begin=day + DAY_S, end_exclusive=day + 2 * DAY_S)
    assert cell([early, near], article=None).stance == "mixed"


def test_parents_in_a_circle_do_not_hang() -> None:
    ring = (replace(STATE, parent="person:a"), PRESIDENT)
    assert {c.actor for c in count_cells([stance(1, 2)], ring, (PROPOSAL,))} == {"state:XX"}


def test_order_of_the_rows_does_not_matter() -> None:
    rows = [
        stance(1, 2, holder="person:a"),
        stance(2, -1, holder="person:b"),
        stance(3, -2, holder="person:c", article="two"),
    ]
    forward = count_cells(rows, ACTORS, (PROPOSAL,))
    backward = count_cells(rows[::-1], ACTORS[::-1], (PROPOSAL,))
    assert [replace(c, stances=tuple(sorted(c.stances))) for c in backward] == list(forward)

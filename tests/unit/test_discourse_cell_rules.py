"""The weights and times of cells: read and written as settings, what they change, windows, kernels and changes."""

from dataclasses import replace
from typing import Any

import pytest

from stanceline.discourse.stances.cell_rules import CellRules, read_rules, written_rules
from stanceline.discourse.stances.cells import count_cells
from stanceline.discourse.stances.turns import Turn, turns_of
from stanceline.memory import Memory
from stanceline.records import CellRow, Decision, StanceRow
from stanceline.temporal.timex import DAY_S
from tests.unit.test_discourse_cells import ACTORS, PROPOSAL, stance


def on(day: int, value: int, **changes: Any) -> StanceRow:
    """A stance of a day, named after it."""
    made = stance(day, value, begin=day * DAY_S, end_exclusive=(day + 1) * DAY_S, article=f"a{day}", **changes)
    return replace(made, id=f"d{day}")


def cell(rows: list[StanceRow], rules: CellRules) -> CellRow:
    """The cell over all articles."""
    cells = count_cells(rows, ACTORS, (PROPOSAL,), rules=rules)
    (found,) = [one for one in cells if one.actor == "state:XX" and one.article is None]
    return found


def test_rules_are_settings_and_back() -> None:
    rules = CellRules(second_hand=0.4, window=6, unit="weeks", kernel="gaussian", replaces_after=0)
    written = written_rules(rules)
    decisions = [Decision("setting", name, value) for name, value in written if value is not None]
    assert len(decisions) == 5
    assert read_rules(decisions) == rules
    assert all(value is None for _, value in written_rules(CellRules()))


@pytest.mark.parametrize(
    ("name", "value"), [("second_hand", "two"), ("second_hand", "1.5"), ("unit", "eons"), ("window", "-1"), ("no", "1")]
)
def test_what_is_no_rule_is_left_out(name: str, value: str) -> None:
    assert read_rules([Decision("setting", f"cells.{name}", value)]) == CellRules()


@pytest.mark.parametrize(
    ("kernel", "half"), [("uniform", 1.0), ("triangular", 0.5), ("epanechnikov", 0.75), ("gaussian", 0.6065)]
)
def test_kernels_fall_from_the_middle_to_the_edge(kernel: Any, half: float) -> None:
    rules = CellRules(window=10, unit="days", kernel=kernel)
    shares = [rules.share(distance) for distance in (0, 2, 5, 8, 10.1)]
    assert shares[0] == 1
    assert shares[2] == pytest.approx(half, abs=1e-4)
    assert shares == sorted(shares, reverse=True)
    assert shares[-1] == 0
    assert replace(rules, window=0).share(1e9) == 1


def test_a_weight_decides_whether_hearsay_makes_a_cell_mixed() -> None:
    rows = [stance(1, 2), stance(2, -2, mode="second_hand", reported_by=("person:c",))]
    assert cell(rows, CellRules()).stance == "mixed"
    assert cell(rows, CellRules(second_hand=0.1)).stance == "support"
    assert cell(rows, CellRules(second_hand=0)).stance == "support"
    assert cell([rows[1]], CellRules(second_hand=0)).stance == "oppose"
    assert cell(rows, CellRules(mixed_from=0.5)).stance == "support"


def test_the_waiting_time_decides_whether_a_newer_word_replaces_an_older_one() -> None:
    rows = [on(1, -2), on(10, 2)]
    assert cell(rows, CellRules()).stance == "mixed"
    found = cell(rows, CellRules(replaces_after=5))
    assert (found.stance, found.changed is not None) == ("support", True)
    assert cell(rows, CellRules(replaces_after=0)).stance == "support"


def test_a_window_leaves_out_what_is_older() -> None:
    rows = [on(1, -2, mode="second_hand"), on(2, -2, mode="second_hand"), on(60, 2, mode="second_hand")]
    assert cell(rows, CellRules()).stance == "mixed"
    assert cell(rows, CellRules(window=4, unit="weeks")).stance == "support"
    assert cell(rows, CellRules(window=1, unit="statements")).stance == "support"
    assert cell(rows, CellRules(window=1, unit="months")).changed == "1970-03-02"


def test_windows_tell_a_change_once_with_both_stances() -> None:
    rows = [on(1, 2), on(3, 2), on(20, -2), on(22, -1), on(24, -2), on(50, 1)]
    rules = CellRules(window=25, unit="days", replaces_after=400)
    assert turns_of(rows, rules) == (Turn(20 * DAY_S, "d3", "d20"),)
    assert turns_of(rows, replace(rules, window=100)) == (Turn(20 * DAY_S, "d3", "d20"),)
    assert turns_of(rows, replace(rules, window=5)) == (Turn(20 * DAY_S, "d3", "d20"), Turn(50 * DAY_S, "d24", "d50"))
    assert turns_of(rows[:2], rules) == ()


def test_without_windows_a_change_is_one_of_the_same_holder() -> None:
    rows = [on(1, 2), on(5, 2), on(40, -2), on(90, -1), on(41, 2, holder="person:c")]
    assert turns_of(rows, CellRules()) == (Turn(40 * DAY_S, "d5", "d40"),)
    assert turns_of(rows, CellRules(replaces_after=60)) == (Turn(90 * DAY_S, "d5", "d90"),)


def test_other_rules_count_the_cells_anew() -> None:
    rows, memory = [stance(1, 2), stance(2, -2, mode="second_hand")], Memory()
    for rules in (CellRules(), CellRules(second_hand=0.1), CellRules()):
        memory.begin_round()
        assert count_cells(rows, ACTORS, (PROPOSAL,), memory, rules) == count_cells(
            rows, ACTORS, (PROPOSAL,), rules=rules
        )

"""Looking back: what every cell said on a day is what a fresh count of the stances up to that day says."""

import random
from dataclasses import replace

import pytest

from stanceline.counting.history import ALWAYS, CellHistory, known_since, stances_of
from stanceline.discourse.stances.cell_rules import CellRules
from stanceline.discourse.stances.cells import count_cells
from stanceline.model.cell_values import cell_values, overall_values
from stanceline.model.clock import Side
from stanceline.records import ActorRow, ArticleRow, Mode, Proposal, StanceRow
from stanceline.temporal.timex import DAY_S
from tests.unit.test_discourse_cells import STANCE

ACTORS = (
    ActorRow("state:norland", "Norland", "state", None, None, ()),
    ActorRow("group:cabinet", "Cabinet", "group", "state:norland", None, ()),
    ActorRow("person:ada", "Ada Okafor", "person", "group:cabinet", "prime minister", ()),
    ActorRow("person:bo", "Bo Lind", "person", "group:cabinet", "deputy minister", ()),
    ActorRow("org:union", "Dockers' Union", "organization", None, None, ()),
)
PROPOSALS = (Proposal("toll", "Ferry toll"), Proposal("pier", "New pier"))
MODES: tuple[Mode, ...] = ("first_hand", "observed", "second_hand", "attributed_guess")
RULES = (
    CellRules(),
    CellRules(window=3, unit="statements"),
    CellRules(window=2, unit="weeks", kernel="triangular"),
    CellRules(replaces_after=0, copies_once=False),
)


def invented_stances(seed: int, count: int = 40) -> list[StanceRow]:
    """Stances by chance: dated and undated, said, reported by others, guessed, copied."""
    draw = random.Random(seed)
    base = STANCE
    rows: list[StanceRow] = []
    for number in range(count):
        begin = None if draw.random() < 0.15 else draw.randrange(60) * DAY_S
        rows.append(
            replace(
                base,
                id=f"s{number}",
                article=f"a{draw.randrange(8)}",
                holder=draw.choice(ACTORS[1:]).id,
                proposal=draw.choice(PROPOSALS).id,
                stance=draw.randrange(-2, 3),
                mode=draw.choice(MODES),
                explicit=draw.random() < 0.8,
                certainty=draw.choice(("certain", "probable", "possible")),
                confidence=draw.randrange(1, 10) / 10,
                reported_by=(draw.choice(ACTORS).id,) if draw.random() < 0.5 else (),
                begin=begin,
                end_exclusive=None if begin is None else begin + DAY_S,
                copy_of=draw.choice(rows).id if rows and draw.random() < 0.1 else None,
            )
        )
    return rows


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("seed", range(5))
def test_each_day_is_a_fresh_count_of_what_was_known(seed: int, rules: CellRules) -> None:
    """Whatever is asked first: the cells of a day are those of the stances up to it."""
    rows = invented_stances(seed)
    draw = random.Random(seed)
    since = {row.id: draw.randrange(70) * DAY_S for row in rows if draw.random() < 0.9}
    history = CellHistory(rows, ACTORS, PROPOSALS, rules, since)
    actors = {row.id: number for number, row in enumerate(ACTORS)}
    columns = {row.id: number for number, row in enumerate(PROPOSALS)}
    days = [*range(0, 72, 5), 200]
    draw.shuffle(days)
    for day in days:
        limit = day * DAY_S
        known = [row for row in rows if row.id in since and since[row.id] < limit]
        cells = [cell for cell in count_cells(known, ACTORS, PROPOSALS, rules=rules) if cell.article is None]
        fresh = cell_values(cells, actors, columns, {row.id: row for row in known})
        assert history.values(limit) == [*fresh, *overall_values(fresh, len(PROPOSALS))], day


def test_counting_can_be_stopped_and_goes_on() -> None:
    """A count in pieces ends at the same cells, and says when it is not at its end."""
    rows = invented_stances(3)
    since = {row.id: row.begin or 0 for row in rows}
    whole = CellHistory(rows, ACTORS, PROPOSALS, CellRules(), since)
    pieces = CellHistory(rows, ACTORS, PROPOSALS, CellRules(), since)
    left = iter(range(1000))
    rounds = 0
    while not pieces.count(ALWAYS, lambda: next(left) % 3 == 2):
        rounds += 1
    assert rounds > 2
    assert pieces.values(ALWAYS) == whole.values(ALWAYS)
    while not pieces.count_on(lambda: next(left) % 3 == 2):
        rounds += 1
    assert all(pieces.values(when + 1) == whole.values(when + 1) for when in whole.times.tolist())


def test_nothing_is_known_before_the_first_day() -> None:
    """Before anything was said every cell is empty; without stances there is nothing to count."""
    rows = invented_stances(4)
    history = CellHistory(rows, ACTORS, PROPOSALS, CellRules(), {row.id: 5 * DAY_S for row in rows})
    assert history.values(5 * DAY_S) == []
    assert history.values(5 * DAY_S + 1)
    assert CellHistory([], ACTORS, PROPOSALS, CellRules(), {}).values(ALWAYS) == []


def article(key: str, day: int | None, outlet: str = "") -> ArticleRow:
    """An article with a day and an outlet."""
    return ArticleRow(key, None, None, outlet or None, None, None, "en", "", day, day, None, "metadata", (), ())


def test_the_two_clocks() -> None:
    """By the first clock a stance is known from when it was said, by the second from when it was reported."""
    said = replace(STANCE, begin=10 * DAY_S, end_exclusive=11 * DAY_S)
    late = article(said.article, 31)
    assert known_since(said, late, "event") == 10 * DAY_S
    assert known_since(said, late, "published") == 31 * DAY_S
    undated = replace(said, begin=None, end_exclusive=None)
    assert known_since(undated, late, "event") == 31 * DAY_S
    assert known_since(undated, article(said.article, None), "event") is None
    assert known_since(said, article(said.article, None), "published") is None


def test_sides_of_a_comparison() -> None:
    """A side takes in what its period touches and what its sources carry; undated stances have no period."""
    rows = [
        replace(STANCE, id="early", article="a1", begin=10 * DAY_S, end_exclusive=20 * DAY_S),
        replace(STANCE, id="late", article="a2", begin=30 * DAY_S, end_exclusive=31 * DAY_S),
        replace(STANCE, id="undated", article="a2", begin=None, end_exclusive=None),
    ]
    articles = {"a1": article("a1", 20, "Daily"), "a2": article("a2", 32)}

    def names(side: Side) -> list[str]:
        return [row.id for row in stances_of(side, rows, articles)]

    assert names(Side(period=(19 * DAY_S, 30 * DAY_S))) == ["early"]
    assert names(Side(period=(20 * DAY_S, 40 * DAY_S))) == ["late"]
    assert names(Side(outlets=("Daily",))) == ["early"]
    assert names(Side(outlets=("",))) == ["late", "undated"]
    assert names(Side(articles=("a2",), period=(0, 35 * DAY_S))) == ["late"]
    assert names(Side()) == ["early", "late", "undated"]

"""Speed of looking back: a step of the clock, the first count of all days, a comparison, the search for contradictions.

At 1,000 invented articles with 6,000 stances of 160 actors on six proposals; process CPU times.
"""

from __future__ import annotations

import gc
import os
import random
import statistics
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from stanceline.counting.contradictions import find_contradictions
from stanceline.discourse.stances.cell_rules import CellRules
from stanceline.discourse.stances.cells import count_cells
from stanceline.model.clock import Clock, ClockKind, Comparison, Side
from stanceline.model.corpus import arrange, select
from stanceline.model.filters import EVERYTHING
from stanceline.model.prepared import prepare
from stanceline.records import ActorRow, Analysis, ArticleRow, Mode, Proposal, StanceRow
from stanceline.temporal.timex import DAY_S, days_from_civil
from tests.figures import Figure

if TYPE_CHECKING:
    from stanceline.ui.timekeeper import Timekeeper

ARTICLES, STANCES, STATES, PEOPLE = 1_000, 6_000, 40, 120
FIRST_DAY, DAYS = days_from_civil(2020, 1, 1), 1_460
_MODES: tuple[Mode, ...] = ("first_hand", "first_hand", "observed", "second_hand")
_ROUNDS = 200


def long_debate(seed: int = 5) -> Analysis:
    """Four years of a debate on six proposals; the same for the same seed."""
    dice = random.Random(seed)
    actors = [ActorRow(f"state:{n}", f"State {n}", "state", None, None, ()) for n in range(STATES)]
    actors += [
        ActorRow(f"person:{n}", f"Person {n}", "person", f"state:{n % STATES}", "minister", ()) for n in range(PEOPLE)
    ]
    articles = tuple(_article(number, dice) for number in range(ARTICLES))
    proposals = tuple(Proposal(f"p{n}", f"Proposal {n}") for n in range(6))
    stances = (_stance(number, dice, actors, articles) for number in range(STANCES))
    rows = tuple(sorted(stances, key=lambda row: (row.article, row.id)))
    cells = count_cells(rows, actors, proposals)
    return Analysis(proposals=proposals, articles=articles, actors=tuple(actors), stances=rows, cells=cells)


def _article(number: int, dice: random.Random) -> ArticleRow:
    day = FIRST_DAY + dice.randrange(DAYS)
    return ArticleRow(
        f"a{number:04}", None, f"Article {number}", f"Outlet {number % 9}", None, None, "en", "Text.", day, day,
        day + 1, "metadata", (), (),
    )  # fmt: skip


def _stance(number: int, dice: random.Random, actors: list[ActorRow], articles: tuple[ArticleRow, ...]) -> StanceRow:
    article = dice.choice(articles)
    begin = ((article.published or 0) - dice.randrange(20)) * DAY_S
    # As in the news, few speak often.
    who = actors[min(int(dice.expovariate(12 / len(actors))), len(actors) - 1)]
    return StanceRow(
        f"{article.id}:s{number}", article.id, who.id, f"p{min(int(dice.expovariate(0.7)), 5)}", dice.randrange(-2, 3),
        None, (dice.choice(actors).id,), dice.choice(_MODES), "direct", dice.random() < 0.9, "certain",
        0.5 + 0.4 * dice.random(), None, None, (), (0, 4), begin, begin + DAY_S, "bench", "machine", "day",
    )  # fmt: skip


def _p95(values: list[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))]


def _ms(since: float) -> float:
    """Milliseconds of this process' own time, which other work on the machine leaves alone."""
    return (time.process_time() - since) * 1000


def step_figures(analysis: Analysis) -> Iterator[Figure]:
    """From another day to the frame that shows it, once all days were counted ahead; and how long counting takes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from stanceline.ui.plot.timeline import TimelineView
    from stanceline.ui.timekeeper import Timekeeper

    app = QApplication.instance() or QApplication(["bench"])
    arrangement = arrange(prepare(analysis))
    base = select(arrangement)
    view = TimelineView()
    view.resize(1600, 900)
    view.set_corpus(base)
    view.show()
    app.processEvents()
    kinds: tuple[ClockKind, ...] = ("event", "published")
    for kind in kinds:
        keeper = Timekeeper()
        keeper.take(analysis, CellRules(), arrangement, EVERYTHING, base)
        yield from _counting(keeper, kind)
        dice, spent, shown = random.Random(3), [], []
        for _ in range(_ROUNDS):
            clock = Clock((FIRST_DAY + dice.randrange(DAYS)) * DAY_S, kind)
            started = time.process_time()
            assert keeper.ask(clock, None)
            corpus = keeper.corpus()
            spent.append(_ms(started))
            view.set_cells(corpus)
            view.repaint_now()
            view.matrix.repaint()
            shown.append(_ms(started))
        keys = {"clock": kind, "articles": ARTICLES, "stances": STANCES, "n": _ROUNDS}
        yield Figure("as_of_cells_ms", statistics.median(spent), "ms", keys={**keys, "p95": _p95(spent)})
        yield Figure("as_of_step_ms", statistics.median(shown), "ms", keys={**keys, "p95": _p95(shown), "to_reach": 16})


def _counting(keeper: Timekeeper, kind: ClockKind) -> Iterator[Figure]:
    """The first day that is asked for, and all others ahead: in all, and the longest piece."""
    pieces = []
    clock = Clock((FIRST_DAY + DAYS // 2) * DAY_S, kind)
    started = time.process_time()
    is_there = keeper.ask(clock, None)
    pieces.append(_ms(started))
    while not is_there:
        began = time.process_time()
        keeper._on_time()
        pieces.append(_ms(began))
        is_there = not keeper.is_busy()
    yield Figure("as_of_first_ms", _ms(started), "ms", keys={"clock": kind, "longest_piece": max(pieces)})
    pieces, started = [], time.process_time()
    while keeper._timer.isActive():
        began = time.process_time()
        keeper._on_time()
        pieces.append(_ms(began))
    yield Figure("as_of_ahead_ms", _ms(started), "ms", keys={"clock": kind, "longest_piece": max(pieces)})


def compare_figures(analysis: Analysis) -> Iterator[Figure]:
    """From two new periods to both halves of all cells, in pieces between frames."""
    from stanceline.ui.timekeeper import Timekeeper

    arrangement = arrange(prepare(analysis))
    keeper = Timekeeper()
    keeper.take(analysis, CellRules(), arrangement, EVERYTHING, select(arrangement))
    spent, pieces = [], []
    for number in range(1, 20):
        middle = FIRST_DAY + DAYS * number // 20
        sides = (Side(period=(FIRST_DAY * DAY_S, middle * DAY_S)), Side(period=(middle * DAY_S, 1 << 40)))
        started = time.process_time()
        is_there = keeper.ask(Clock(), Comparison(*sides))
        pieces.append(_ms(started))
        while not is_there:
            began = time.process_time()
            keeper._on_time()
            pieces.append(_ms(began))
            is_there = not keeper.is_busy()
        keeper.corpus()
        spent.append(_ms(started))
    yield Figure("compare_ms", statistics.median(spent), "ms", keys={"p95": _p95(spent), "longest_piece": max(pieces)})


def contradiction_figures(analysis: Analysis) -> Iterator[Figure]:
    """All contradictions of the debate, and the longest time between two places to rest."""
    started = last = time.process_time()
    longest, count = 0.0, 0
    for found in find_contradictions(analysis, CellRules()):
        longest, last, count = max(longest, _ms(last)), time.process_time(), count + (found is not None)
    yield Figure("contradictions_ms", _ms(started), "ms", keys={"found": count, "longest_piece": longest})


def figures() -> Iterator[Figure]:
    """All figures of looking back and comparing."""
    analysis = long_debate()
    # As the window does: what is loaded stays, and is not looked through at every collection.
    gc.collect()
    gc.freeze()
    yield from step_figures(analysis)
    yield from compare_figures(analysis)
    yield from contradiction_figures(analysis)

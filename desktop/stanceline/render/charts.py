"""Makes charts of an analysis: which one, of whom, cut how; for the window, for files and as rows of a table."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from stanceline.counting.votes import busiest, members_of, votes_on
from stanceline.discourse.stances.cell_rules import CellRules
from stanceline.model.dates_text import day_text
from stanceline.model.periods import PERIOD_UNITS, PeriodUnit, period_text, suiting_unit
from stanceline.model.series import (
    SIDES,
    Counting,
    Shares,
    SourceCounts,
    Votes,
    count_sources,
    curve_of,
    curve_times,
    shares_of,
    votes_of,
)
from stanceline.records import Analysis
from stanceline.render.chart_scene import (
    ActorSeries,
    ChartScene,
    Frame,
    counted_noun,
    coverage_chart,
    shares_chart,
    stance_chart,
)
from stanceline.render.text import count_text
from stanceline.temporal.timex import DAY_S

ChartKind = Literal["stance", "sides", "coverage"]
Value = str | int | float
"""An entry of a table; NaN where there is none."""
CHART_KINDS: tuple[ChartKind, ...] = ("stance", "sides", "coverage")
MOST_ACTORS = 12
_USUAL_ACTORS = 6
_NARROWEST_S = 14.0 * DAY_S
_MARGIN = 0.04
_TITLES: Mapping[ChartKind, str] = {
    "stance": "Where actors stand over time: %1",
    "sides": "Sides over time: %1",
    "coverage": "Articles by source",
}
_SIDE_COLUMNS = ("opposes", "leans_against", "neutral", "leans_in_favor", "supports")


@dataclass(frozen=True, slots=True)
class ChartChoice:
    """What a chart shows. `actors` empty: the busiest; `window_days` None: all so far; `unit` None: what suits."""

    kind: ChartKind = "stance"
    proposal: str = ""
    actors: tuple[str, ...] = ()
    window_days: float | None = 90.0
    unit: PeriodUnit | None = None
    counting: Counting = "stances"


class Charts:
    """Charts of one analysis; `shown` are the marks that filters leave, None for all."""

    def __init__(self, analysis: Analysis, rules: CellRules, shown: Collection[str] | None = None) -> None:
        self.analysis, self._rules, self._shown = analysis, rules, shown
        self._votes: dict[str, Votes] = {}

    # ---- what there is

    @cached_property
    def proposals(self) -> tuple[tuple[str, str], ...]:
        """(id, title) of the proposals that anybody takes a side on."""
        named = {row.proposal for row in self.analysis.stances}
        return tuple((row.id, row.title) for row in self.analysis.proposals if row.id in named)

    @cached_property
    def _names(self) -> dict[str, str]:
        return {row.id: row.name for row in self.analysis.actors}

    def votes(self, proposal: str) -> Votes:
        """The stances on a proposal that count."""
        if proposal not in self._votes:
            self._votes[proposal] = votes_on(self.analysis, proposal, self._rules, self._shown)
        return self._votes[proposal]

    def actors_on(self, proposal: str, most: int = MOST_ACTORS * 4) -> tuple[tuple[str, str], ...]:
        """(id, name) of those that a stance chart may show, the busiest first."""
        return tuple((key, self._names.get(key, key)) for key in busiest(self.analysis, self.votes(proposal), most))

    def actors_of(self, choice: ChartChoice) -> tuple[str, ...]:
        """The actors of a stance chart."""
        if choice.actors:
            return choice.actors[:MOST_ACTORS]
        return tuple(key for key, _ in self.actors_on(choice.proposal, _USUAL_ACTORS))

    def extent(self, choice: ChartChoice) -> tuple[float, float] | None:
        """The range in seconds that holds all that a chart shows, with room around it; None where that is nothing."""
        times = [float(time) for time in self.votes(choice.proposal).time.tolist()]
        if choice.kind == "coverage":
            times = [(row.published + 0.5) * DAY_S for row in self.analysis.articles if row.published is not None]
        if not times:
            return None
        begin, end = min(times), max(times)
        room = max((end - begin) * _MARGIN, (_NARROWEST_S - (end - begin)) / 2, DAY_S)
        return begin - room, end + room

    def title(self, choice: ChartChoice) -> str:
        """What a chart is called."""
        title = next((title for key, title in self.proposals if key == choice.proposal), choice.proposal)
        return _TITLES[choice.kind].replace("%1", title)

    def unit(self, choice: ChartChoice, begin_s: float, end_s: float) -> PeriodUnit:
        """The length of the periods over a range: the chosen one, or longer where that would be too many."""
        suiting = suiting_unit(begin_s, end_s)
        if choice.unit is None:
            return suiting
        least = suiting_unit(begin_s, end_s, 1000)
        return max(choice.unit, least, key=PERIOD_UNITS.index)

    # ---- pictures

    def scene(self, choice: ChartChoice, frame: Frame) -> ChartScene:
        """The chart in a frame."""
        if choice.kind == "coverage":
            coverage = self._coverage(choice, frame.begin_s, frame.end_s)
            return coverage_chart(coverage, frame, self._coverage_account(coverage))
        if choice.kind == "sides":
            shares = self._shares(choice, frame.begin_s, frame.end_s)
            noun = "stance" if choice.counting == "stances" else "actor"
            return shares_chart(shares, noun, frame, self._votes_account(choice))
        return stance_chart(self._series(choice, frame.begin_s, frame.end_s), frame, self._votes_account(choice))

    def _series(self, choice: ChartChoice, begin_s: float, end_s: float) -> list[ActorSeries]:
        found = []
        for actor in self.actors_of(choice):
            votes = votes_of(self.votes(choice.proposal), members_of(self.analysis, actor))
            times = curve_times(votes, choice.window_days, begin_s, end_s)
            name = self._names.get(actor, actor)
            found.append(ActorSeries(name, votes, curve_of(votes, choice.window_days, times)))
        return found

    def _shares(self, choice: ChartChoice, begin_s: float, end_s: float) -> Shares:
        unit = self.unit(choice, begin_s, end_s)
        return shares_of(self.votes(choice.proposal), begin_s, end_s, unit, choice.counting)

    def _coverage(self, choice: ChartChoice, begin_s: float, end_s: float) -> SourceCounts:
        articles = self.analysis.articles
        names = [row.source or "Source unknown" for row in articles]
        unit = self.unit(choice, begin_s, end_s)
        return count_sources([row.published for row in articles], names, begin_s, end_s, unit)

    # ---- what is counted

    def _votes_account(self, choice: ChartChoice) -> str:
        votes = self.votes(choice.proposal)
        rows = [row for row in self.analysis.stances if row.proposal == choice.proposal]
        suggested = sum(not row.explicit for row in rows)
        copies = sum(row.explicit and row.copy_of is not None for row in rows) if self._rules.copies_once else 0
        filtered = len(rows) - suggested - copies - len(votes) - votes.undated
        parts = [
            (len(votes), "shown"), (votes.undated, "undated"), (suggested, "suggested only"),
            (copies, "repeated by other articles"), (filtered, "hidden by filters"),
        ]  # fmt: skip
        counted = " + ".join(f"{count_text(number)} {word}" for number, word in parts if number or word == "shown")
        noun = "stance" if len(rows) == 1 else "stances"
        return f"{count_text(len(rows))} {noun} = {counted}" + self._window_text(choice)

    def _window_text(self, choice: ChartChoice) -> str:
        if choice.kind != "stance":
            return ""
        if choice.window_days is None:
            return "  ·  mean of all so far"
        return f"  ·  mean of the last {count_text(round(choice.window_days))} days"

    def _coverage_account(self, coverage: SourceCounts) -> str:
        inside = int(coverage.counts.sum())
        total = len(self.analysis.articles)
        outside = total - inside - coverage.undated
        parts = [(inside, "shown"), (outside, "outside this period"), (coverage.undated, "undated")]
        counted = " + ".join(f"{count_text(number)} {word}" for number, word in parts if number or word == "shown")
        return f"{count_text(total)} {'article' if total == 1 else 'articles'} = {counted}"

    # ---- numbers

    def rows(self, choice: ChartChoice, begin_s: float, end_s: float) -> tuple[list[str], list[list[Value]]]:
        """Header and rows of the numbers behind a chart."""
        if choice.kind == "coverage":
            return self._coverage_rows(choice, begin_s, end_s)
        if choice.kind == "sides":
            return self._share_rows(choice, begin_s, end_s)
        header = ["actor", "day", "mean", "low", "high", "stances"]
        rows: list[list[Value]] = []
        for one in self._series(choice, begin_s, end_s):
            # One row a vote: between two nothing changes but what the window forgets.
            at = np.searchsorted(one.curve.time, one.votes.time)
            for time, place in zip(one.votes.time.tolist(), at.tolist(), strict=True):
                if begin_s <= time <= end_s:
                    values = (one.curve.mean[place], one.curve.low[place], one.curve.high[place])
                    day = day_text(time // DAY_S, style="iso")
                    rows.append([one.name, day, *(round(float(v), 2) for v in values), int(one.curve.count[place])])
        return header, rows

    def _share_rows(self, choice: ChartChoice, begin_s: float, end_s: float) -> tuple[list[str], list[list[Value]]]:
        shares, unit = self._shares(choice, begin_s, end_s), self.unit(choice, begin_s, end_s)
        header = ["period", *_SIDE_COLUMNS, "share_in_favor", "low", "high"]
        rows: list[list[Value]] = [
            [
                period_text(int(shares.edges[n]), unit),
                *(int(shares.counts[side + 2, n]) for side in SIDES),
                *(round(float(bound[n]), 3) for bound in (shares.favor, shares.low, shares.high)),
            ]
            for n in range(len(shares.edges) - 1)
        ]
        return header, rows

    def _coverage_rows(self, choice: ChartChoice, begin_s: float, end_s: float) -> tuple[list[str], list[list[Value]]]:
        coverage, unit = self._coverage(choice, begin_s, end_s), self.unit(choice, begin_s, end_s)
        header = ["period", *[name or "Other sources" for name in coverage.names]]
        return header, [
            [period_text(int(coverage.edges[n]), unit), *coverage.counts[:, n].tolist()]
            for n in range(len(coverage.edges) - 1)
        ]

    def value_at(self, choice: ChartChoice, scene: ChartScene, panel: int, at_s: float) -> str:
        """What a panel shows at a time, in words; empty where it shows nothing."""
        if choice.kind == "stance":
            return self._stance_at(choice, panel, at_s)
        unit = self.unit(choice, scene.begin_s, scene.end_s)
        if choice.kind == "coverage":
            coverage = self._coverage(choice, scene.begin_s, scene.end_s)
            n = int(np.searchsorted(coverage.edges, at_s, side="right")) - 1
            count = int(coverage.counts[panel, n])
            return f"{period_text(int(coverage.edges[n]), unit)}: {counted_noun(count, 'article')}"
        shares = self._shares(choice, scene.begin_s, scene.end_s)
        n = int(np.searchsorted(shares.edges, at_s, side="right")) - 1
        period, counts = period_text(int(shares.edges[n]), unit), shares.counts[:, n].tolist()
        if panel == 1:
            if np.isnan(shares.favor[n]):
                return f"{period}: nobody takes a side"
            return f"{period}: {shares.favor[n]:.0%} in favor ({shares.low[n]:.0%} to {shares.high[n]:.0%})"
        return f"{period}: {counts[3] + counts[4]} in favor, {counts[2]} neutral, {counts[0] + counts[1]} against"

    def _stance_at(self, choice: ChartChoice, panel: int, at_s: float) -> str:
        actor = self.actors_of(choice)[panel]
        votes = votes_of(self.votes(choice.proposal), members_of(self.analysis, actor))
        curve = curve_of(votes, choice.window_days, np.array([int(at_s)], np.int64))
        when = day_text(int(at_s // DAY_S))
        if np.isnan(curve.mean[0]):
            return f"{when}: no stance in the window"
        bounds = f"{curve.low[0]:+.1f} to {curve.high[0]:+.1f}"
        return f"{when}: {curve.mean[0]:+.1f} ({bounds}), {counted_noun(int(curve.count[0]), 'stance')}"


def best_choice(charts: Charts, kind: ChartKind, wanted: Sequence[str] = ()) -> ChartChoice:
    """What to begin with: the proposal with most stances, the `wanted` actors where they speak of it."""
    counted = [(len(charts.votes(key)), key) for key, _ in charts.proposals]
    proposal = max(counted, key=lambda entry: entry[0])[1] if counted else ""
    known = {key for key, _ in charts.actors_on(proposal)} if proposal else set()
    return ChartChoice(kind, proposal, tuple(actor for actor in wanted if actor in known))

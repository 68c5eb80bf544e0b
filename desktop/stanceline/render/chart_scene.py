"""One description of a chart: panels below each other over one time axis, in px, without Qt and colors.

Each panel is one actor, one source or one measure, so that nothing has to be told apart by color. Window and
exported figures paint the same scene. x runs from the left end of the plots, y from the top of the first panel.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import floor, log10
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stanceline.model.series import Curve, Shares, SourceCounts, Votes
from stanceline.render.axis import Axis, build_axis
from stanceline.render.text import count_text

Measure = Callable[[str], float]
Floats = NDArray[np.floating[Any]]

PANEL_LEAST_PX = 58.0
_PAD_PX = 9.0
_GAP_PX = 1.0
_STANCE_LINES = ((2, "supports"), (0, "neutral"), (-2, "opposes"))
_SIDE_TOKENS = ("oppose", "lean_oppose", "neutral", "lean_support", "support")


@dataclass(frozen=True, slots=True)
class Line:
    """A horizontal line of the scale at y, with its words."""

    y: float
    text: str
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A filled box in the color `token`; `period` and `row` say what it counts."""

    x0: float
    y0: float
    x1: float
    y1: float
    token: str
    period: int
    row: int


@dataclass(frozen=True)
class Band:
    """What lies between two lines; ends where a value is NaN. With `token` "" it is an interval, drawn pale."""

    x: Floats
    upper: Floats
    lower: Floats
    token: str = ""


@dataclass(frozen=True)
class Dots:
    """Single votes: where, of which value, and their marks."""

    x: Floats
    y: Floats
    value: NDArray[np.int8]
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Whiskers:
    """Points with an interval each."""

    x: Floats
    y: Floats
    low: Floats
    high: Floats


NO_DOTS = Dots(np.empty(0), np.empty(0), np.empty(0, np.int8), ())
NO_WHISKERS = Whiskers(np.empty(0), np.empty(0), np.empty(0), np.empty(0))


@dataclass(frozen=True)
class Panel:
    """One strip of a chart; `note` stands small below its title."""

    title: str
    note: str
    top: float
    height: float
    lines: tuple[Line, ...] = ()
    bands: tuple[Band, ...] = ()
    curve: tuple[Floats, Floats] | None = None
    boxes: tuple[Box, ...] = ()
    dots: Dots = NO_DOTS
    whiskers: Whiskers = NO_WHISKERS


@dataclass(frozen=True)
class ChartScene:
    """A chart over a range: `account` says what is counted and what is left out, `legend` (token, words) pairs."""

    begin_s: float
    end_s: float
    width: float
    height: float
    axis: Axis
    panels: tuple[Panel, ...]
    account: str
    legend: tuple[tuple[str, str], ...] = field(default=())

    def x_of(self, seconds: float) -> float:
        """x px of a time."""
        return (seconds - self.begin_s) * self.width / (self.end_s - self.begin_s)

    def second_at(self, x: float) -> float:
        """Time at x px."""
        return self.begin_s + x * (self.end_s - self.begin_s) / max(self.width, 1.0)

    def panel_at(self, y: float) -> int | None:
        """Number of the panel at y px."""
        return next((n for n, panel in enumerate(self.panels) if panel.top <= y < panel.top + panel.height), None)


NO_CHART = ChartScene(0.0, 1.0, 1.0, 1.0, Axis(), (), "")


@dataclass(frozen=True)
class Frame:
    """Where a chart is drawn: a range in seconds over a width and a height in px, texts measured by `measure`."""

    begin_s: float
    end_s: float
    width: float
    height: float
    measure: Measure

    def scene(self, panels: Sequence[Panel], account: str, legend: Sequence[tuple[str, str]] = ()) -> ChartScene:
        """The scene of some panels in this frame."""
        axis = build_axis(self.begin_s, self.end_s, self.width, self.measure)
        return ChartScene(
            self.begin_s, self.end_s, self.width, self.height, axis, tuple(panels), account, tuple(legend)
        )

    def xs(self, seconds: NDArray[np.int64]) -> Floats:
        """x px of times."""
        found: Floats = (seconds - self.begin_s) * (self.width / (self.end_s - self.begin_s))
        return found

    def tops(self, count: int) -> list[tuple[float, float]]:
        """Top and height of `count` equal panels."""
        each = self.height / max(count, 1)
        return [(number * each, each - _GAP_PX) for number in range(count)]


# ---- where actors stand --------------------------------------------------------------------------------


@dataclass(frozen=True)
class ActorSeries:
    """One actor's votes and the curve over them."""

    name: str
    votes: Votes
    curve: Curve


def stance_chart(series: Sequence[ActorSeries], frame: Frame, account: str) -> ChartScene:
    """Where actors stand over time: a panel each, from opposes (below) to supports (above)."""
    panels = [
        _stance_panel(one, frame, top, height)
        for one, (top, height) in zip(series, frame.tops(len(series)), strict=True)
    ]
    legend = (
        ("lean_support", "mean in favor"), ("lean_oppose", "mean against"), ("interval", "95 % interval"),
        ("dot", "one stance"),
    )  # fmt: skip
    return frame.scene(panels, account, legend if panels else ())


def _stance_panel(one: ActorSeries, frame: Frame, top: float, height: float) -> Panel:
    inner = height - 2 * _PAD_PX

    def y_of(value: Floats) -> Floats:
        placed: Floats = top + _PAD_PX + (2.0 - value) / 4.0 * inner
        return placed

    curve, x = one.curve, frame.xs(one.curve.time)
    middle = np.full(len(x), float(y_of(np.zeros(1))[0]))
    y = y_of(curve.mean)
    bands = (
        Band(x, y_of(curve.high), y_of(curve.low)),
        Band(x, np.fmin(y, middle) + np.where(np.isnan(y), np.nan, 0.0), middle, "lean_support"),
        Band(x, middle, np.fmax(y, middle) + np.where(np.isnan(y), np.nan, 0.0), "lean_oppose"),
    )
    lines = tuple(Line(float(y_of(np.array([float(value)]))[0]), text, value == 0) for value, text in _STANCE_LINES)
    votes = one.votes
    inside = (votes.time >= frame.begin_s) & (votes.time <= frame.end_s)
    shown = votes.taken(inside)
    dots = Dots(frame.xs(shown.time), y_of(shown.value.astype(np.float64)), shown.value, shown.keys)
    note = counted_noun(len(votes), "stance") + (f", {count_text(votes.undated)} undated" if votes.undated else "")
    return Panel(one.name, note, top, height, lines, bands, (x, y), dots=dots)


def counted_noun(number: int, noun: str) -> str:
    """A number with its English noun: "1 stance", "1,200 stances"."""
    return f"{count_text(number)} {noun}{'' if number == 1 else 's'}"


# ---- how sides share the periods -----------------------------------------------------------------------


def shares_chart(shares: Shares, noun: str, frame: Frame, account: str) -> ChartScene:
    """How many take which side in each period, in favor above and against below, and the share in favor."""
    upper = round(frame.height * 0.62)
    counts = _sides_panel(shares, noun, frame, 0.0, upper - _GAP_PX)
    favor = _favor_panel(shares, frame, float(upper), frame.height - upper)
    legend = tuple(
        zip(_SIDE_TOKENS[::-1], ("supports", "leans in favor", "neutral", "leans against", "opposes"), strict=True)
    )
    return frame.scene((counts, favor), account, (*legend, ("whisker", "share in favor, 95 % interval")))


def _period_xs(edges: NDArray[np.int64], frame: Frame) -> list[tuple[float, float]]:
    """Left and right end of each period's bar, cut at the edges of the plot: files do not clip."""
    found = []
    for left, right in pairwise(frame.xs(edges).tolist()):
        gap = min(1.5, (right - left) * 0.1)
        found.append((max(left + gap, 0.0), min(right - gap, frame.width)))
    return found


def _sides_panel(shares: Shares, noun: str, frame: Frame, top: float, height: float) -> Panel:
    """Neutral ones lie half on each side of the middle (diverging bars; Heiberger and Robbins 2014)."""
    counts = shares.counts
    above, below = counts[3] + counts[4] + counts[2] / 2, counts[0] + counts[1] + counts[2] / 2
    highest, lowest = float(above.max(initial=0)), float(below.max(initial=0))
    step = nice_step(max(highest, lowest, 1.0), 3)
    # Each side gets the room that it needs, and at least one step.
    up, down = (max(float(np.ceil(most / step)), 1.0) * step for most in (highest, lowest))
    inner = height - 2 * _PAD_PX
    middle = top + _PAD_PX + inner * up / (up + down)

    def y_of(value: float) -> float:
        return middle - value / (up + down) * inner

    boxes = []
    for period, (left, right) in enumerate(_period_xs(shares.edges, frame)):
        half = counts[2, period] / 2
        levels = {2: (-half, half), 3: (half, half + counts[3, period])}
        levels[4] = (levels[3][1], levels[3][1] + counts[4, period])
        levels[1] = (-half - counts[1, period], -half)
        levels[0] = (levels[1][0] - counts[0, period], levels[1][0])
        boxes += [
            Box(left, y_of(high), right, y_of(low), _SIDE_TOKENS[side], period, side)
            for side, (low, high) in sorted(levels.items())
            if high > low and right > left
        ]
    lines = [
        Line(y_of(step * n), count_text(round(abs(step * n))), n == 0)
        for n in range(-round(down / step), round(up / step) + 1)
    ]
    title = f"{noun.capitalize()}s by side"
    return Panel(title, "in favor above, against below", top, height, tuple(lines), boxes=tuple(boxes))


def _favor_panel(shares: Shares, frame: Frame, top: float, height: float) -> Panel:
    inner = height - 2 * _PAD_PX
    xs = frame.xs((shares.edges[1:] + shares.edges[:-1]) // 2)
    known = ~np.isnan(shares.favor) & (xs >= 0) & (xs <= frame.width)

    def y_of(share: Floats) -> Floats:
        placed: Floats = top + _PAD_PX + (1.0 - share) * inner
        return placed

    whiskers = Whiskers(xs[known], y_of(shares.favor[known]), y_of(shares.low[known]), y_of(shares.high[known]))
    lines = tuple(Line(float(y_of(np.array([share]))[0]), f"{share:.0%}", share == 0.5) for share in (1.0, 0.5, 0.0))
    return Panel("Share in favor", "of those that take a side", top, height, lines, whiskers=whiskers)


def nice_step(most: float, ticks: int) -> float:
    """A round distance between `ticks` marks up to `most`: 1, 2 or 5 times a power of ten, at least 1."""
    rough = max(most / ticks, 1.0)
    power: float = 10.0 ** floor(log10(rough))
    factors = (1.0, 2.0, 5.0, 10.0)
    return next(float(power * factor) for factor in factors if power * factor >= rough - 1e-9)


# ---- which sources cover it ----------------------------------------------------------------------------


def coverage_chart(coverage: SourceCounts, frame: Frame, account: str, others: str = "Other sources") -> ChartScene:
    """Articles of each source in each period: a panel a source, all to one scale."""
    most = max(float(coverage.counts.max(initial=0)), 1.0)
    step = nice_step(most, 2)
    scale = float(np.ceil(most / step) * step)
    places = _period_xs(coverage.edges, frame)
    panels = []
    for number, (top, height) in enumerate(frame.tops(len(coverage.names))):
        base, inner = top + height - _PAD_PX, height - 2 * _PAD_PX
        boxes = tuple(
            Box(left, base - count / scale * inner, right, base, "statement", period, number)
            for period, ((left, right), count) in enumerate(zip(places, coverage.counts[number].tolist(), strict=True))
            if count and right > left
        )
        lines = (Line(base, "0", True), Line(base - inner, count_text(round(scale))))
        name = coverage.names[number] or f"{others} ({coverage.merged})"
        note = counted_noun(int(coverage.counts[number].sum()), "article")
        panels.append(Panel(name, note, top, height, lines, boxes=boxes))
    return frame.scene(panels, account)

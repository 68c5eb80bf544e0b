"""What the timeline shows at the moment: range, scroll, selection; layout and scene are derived when asked for.

No widget in here. Every view of the timeline (canvas, axis, names, overview) reads one `PlotState`.
"""

from collections.abc import Collection, Sequence
from math import log
from typing import Literal

import numpy as np
from PySide6.QtCore import QRectF

from stanceline.model.coverage import Coverage, coverage_of
from stanceline.model.index import MarkIndex, build_index
from stanceline.model.lags import later_in
from stanceline.model.lanes import Layout, Level, View, fit_range, layout
from stanceline.model.marks import Corpus, empty_cells, empty_marks
from stanceline.model.strings import Places
from stanceline.render.glyphs import glyph_reach
from stanceline.render.painter import AXIS_HEIGHT
from stanceline.render.painter_raster import RasterPainter
from stanceline.render.scene import LabelMemory, PlotScene, RowGeometry, at_other_time, build_plot
from stanceline.render.text import count_text
from stanceline.temporal.timex import DAY_S, days_from_civil

AxisPlace = Literal["top", "bottom", "both"]
CoverageChoice = Literal["auto", "on", "off"]
MIN_SPAN_S = 3600.0
_YEAR_S = 365.2425 * DAY_S
MAX_SPAN_S = 2_000_000 * _YEAR_S
LOWEST_S = float(days_from_civil(-999_999, 1, 1) * DAY_S)
HIGHEST_S = float(days_from_civil(1_000_000, 1, 1) * DAY_S)
_DAYS_FROM_S, _DAYS_TO_S = (float(days_from_civil(year, 1, 1) * DAY_S) for year in (-9999, 10_000))
_MIN_FAR_SPAN_S = 10 * _YEAR_S
"""Beyond the years that have days, zooming ends here."""
_HIT_SLACK_PX = 3.0


def _least_span(at_s: float) -> float:
    """The narrowest range around an instant: far from the years that have days, no single one can be looked at."""
    return MIN_SPAN_S if _DAYS_FROM_S <= at_s < _DAYS_TO_S else _MIN_FAR_SPAN_S


EMPTY_CORPUS = Corpus([], [], empty_marks(), empty_cells())


class PlotState:
    """Range in seconds since 1970, vertical scroll in px, selection and focus as mark numbers."""

    def __init__(self, painter: RasterPainter) -> None:
        self.painter = painter
        self.corpus: Corpus = EMPTY_CORPUS
        self.index: MarkIndex = build_index(EMPTY_CORPUS.marks, 0)
        self.begin_s, self.end_s = 0.0, 365.0 * DAY_S
        self.width, self.height = 800.0, 400.0
        self.row_height = 40.0
        self.scroll_px = 0.0
        self.chosen: frozenset[int] = frozenset()
        self.pinned: frozenset[int] = frozenset()
        self.focused: int | None = None
        self.shows_lags = False
        self.shows_weeks = False
        self.coverage = Coverage()
        self.coverage_choice: CoverageChoice = "auto"
        self.axis_place: AxisPlace = "top"
        self.top_px = AXIS_HEIGHT
        """Height above the plot, up to the upper edge of its widget."""
        self.today_s: float | None = None
        self._memory = LabelMemory()
        self._layout: Layout | None = None
        self._scene: PlotScene | None = None
        self._numbers: Places | None = None

    # ---- derived ---------------------------------------------------------------------------------

    @property
    def geometry(self) -> RowGeometry:
        """Rows as they are seen now."""
        return RowGeometry(self.row_height, self.scroll_px, self.height, len(self.corpus.rows))

    @property
    def layout(self) -> Layout:
        """Layout of the present view."""
        if self._layout is None:
            rows = self.geometry
            view = View(self.begin_s, self.end_s, self.width, rows.first, rows.end)
            self._layout = layout(self.index, view, self._levels_before(view))
            self._last_view, self._last_levels = view, self._layout.levels
        return self._layout

    _last_view: View | None = None
    _last_levels: "np.ndarray[tuple[int], np.dtype[np.int8]] | None" = None

    def _levels_before(self, view: View) -> "np.ndarray[tuple[int], np.dtype[np.int8]] | None":
        last = self._last_view
        if last is None or (last.first_row, last.end_row, last.width_px) != (
            view.first_row, view.end_row, view.width_px
        ):  # fmt: skip
            return None
        ratio = (view.end_s - view.begin_s) / (last.end_s - last.begin_s)
        # Only small steps may hold on to the last level; a jump shows what fits.
        return self._last_levels if 0.5 < ratio < 2.0 else None

    @property
    def scene(self) -> PlotScene:
        """Scene of the present view."""
        if self._scene is None:
            self._scene = build_plot(
                self.corpus, self.index, self.layout, self.geometry, self.painter.measure,
                chosen=self.chosen, pinned=self.pinned, memory=self._memory, today_s=self.today_s,
                lags=self.shows_lags, week_numbers=self.shows_weeks, hint=self._hint(),
                coverage=self.coverage if self.shows_coverage else None,
            )  # fmt: skip
        return self._scene

    @property
    def bottom_px(self) -> float:
        """Height below the plot, down to the lower edge of its widget."""
        return 0.0 if self.axis_place == "top" else AXIS_HEIGHT

    @property
    def shows_coverage(self) -> bool:
        """Whether what no article covers is hatched: as chosen, else where it says something."""
        return self.coverage_choice == "on" or (self.coverage_choice == "auto" and self.coverage.says_something)

    def _hint(self) -> str:
        """How many marks of this period wait in rows above and below."""
        if self.max_scroll_px <= 0:
            return ""
        above, below = self.beyond()
        parts = (f"↑ {count_text(above)}" if above else "", f"↓ {count_text(below)}" if below else "")
        return "  ".join(part for part in parts if part)

    def invalidate(self) -> None:
        """Forget layout and scene; they are made again when next asked for."""
        self._layout = None
        self._scene = None

    def forget_texts(self) -> None:
        """Forget what labels said: dates are written another way."""
        self._memory = LabelMemory()
        self._scene = None

    # ---- corpus ----------------------------------------------------------------------------------

    def set_corpus(self, corpus: Corpus) -> None:
        """Show other marks; the range stays where it is, selection and focus follow their keys."""
        kept = [self.key_of(number) for number in sorted(self.chosen)]
        pinned = [self.key_of(number) for number in sorted(self.pinned)]
        focused = None if self.focused is None else self.key_of(self.focused)
        self.corpus = corpus
        self.coverage = coverage_of(corpus)
        self.index = build_index(corpus.marks, len(corpus.rows), corpus.others)
        self._numbers = None
        self._memory = LabelMemory()
        self._last_view = None
        self.chosen = frozenset(self.numbers_of(kept))
        self.pinned = frozenset(self.numbers_of(pinned))
        self.focused = None if focused is None else self.numbers.get(focused)
        self.scroll_px = min(self.scroll_px, self.max_scroll_px)
        self.invalidate()

    def set_cells(self, corpus: Corpus) -> None:
        """Take over the cells of a corpus with the same rows and marks, and which marks were known then."""
        self.corpus = corpus
        if self._scene is not None:
            self._scene = at_other_time(self._scene, corpus, self.index, self.layout)

    @property
    def numbers(self) -> Places:
        """Mark number of each key."""
        if self._numbers is None:
            self._numbers = Places(self.corpus.marks.keys)
        return self._numbers

    def numbers_of(self, keys: Sequence[str]) -> list[int]:
        """Mark numbers of the keys that exist."""
        return self.numbers.of(keys) if keys else []

    def key_of(self, number: int) -> str:
        """Key of a mark number."""
        return self.corpus.marks.keys[number]

    def choose(self, numbers: Collection[int]) -> None:
        """Select marks."""
        self.chosen = frozenset(numbers)
        self._scene = None

    # ---- range -----------------------------------------------------------------------------------

    @property
    def span_s(self) -> float:
        """Length of the visible range."""
        return self.end_s - self.begin_s

    def set_range(self, begin_s: float, end_s: float) -> bool:
        """Show a range, kept within the limits; False where nothing changed."""
        middle = (begin_s + end_s) / 2
        span = min(max(end_s - begin_s, _least_span(middle)), MAX_SPAN_S, HIGHEST_S - LOWEST_S)
        begin = min(max(middle - span / 2, LOWEST_S), HIGHEST_S - span)
        if (begin, begin + span) == (self.begin_s, self.end_s):
            return False
        self.begin_s, self.end_s = begin, begin + span
        self.invalidate()
        return True

    def zoom(self, factor: float, at_x: float) -> bool:
        """Show more (factor above 1) or less time; what is at `at_x` stays there. At the limits nothing moves."""
        share = min(max(at_x / max(self.width, 1.0), 0.0), 1.0)
        at_s = self.begin_s + share * self.span_s
        most = MAX_SPAN_S
        if share > 0:
            most = min(most, (at_s - LOWEST_S) / share)
        if share < 1:
            most = min(most, (HIGHEST_S - at_s) / (1 - share))
        least = min(_least_span(at_s), self.span_s) if factor < 1 else MIN_SPAN_S
        span = min(max(self.span_s * factor, least), max(most, MIN_SPAN_S))
        if abs(span - self.span_s) < 1e-6 * span:
            return False
        self.begin_s = at_s - share * span
        self.end_s = self.begin_s + span
        self.invalidate()
        return True

    def pan_px(self, dx: float) -> bool:
        """Move the content by `dx` px to the right."""
        shift = -dx * self.span_s / max(self.width, 1.0)
        shift = min(max(shift, LOWEST_S - self.begin_s), HIGHEST_S - self.end_s)
        return self.set_range(self.begin_s + shift, self.end_s + shift)

    def fit_range(self) -> tuple[float, float]:
        """The range that holds every mark with a margin."""
        return fit_range(self.index)

    @property
    def zoom_value(self) -> float:
        """0 where all marks are seen, 1 at the finest scale."""
        begin, end = self.fit_range()
        widest = max(end - begin, self.span_s, MIN_SPAN_S * 2)
        return log(widest / self.span_s) / log(widest / MIN_SPAN_S)

    def span_for(self, zoom_value: float) -> float:
        """The span that belongs to a zoom value."""
        begin, end = self.fit_range()
        widest = max(end - begin, MIN_SPAN_S * 2)
        return float(widest * (MIN_SPAN_S / widest) ** min(max(zoom_value, 0.0), 1.0))

    @property
    def max_scroll_px(self) -> float:
        """Scroll at which the last row stands at the lower edge."""
        return max(0.0, len(self.corpus.rows) * self.row_height - self.height)

    def scroll_to(self, scroll_px: float) -> bool:
        """Scroll vertically; False where nothing changed."""
        wanted = min(max(scroll_px, 0.0), self.max_scroll_px)
        if wanted == self.scroll_px:
            return False
        self.scroll_px = wanted
        self.invalidate()
        return True

    # ---- where things are ------------------------------------------------------------------------

    def second_at(self, x: float) -> float:
        """Time at x px."""
        return self.begin_s + x * self.span_s / max(self.width, 1.0)

    def x_of(self, seconds: float) -> float:
        """x px of a time."""
        return (seconds - self.begin_s) * self.width / self.span_s

    def row_at(self, y: float) -> int | None:
        """Row at y px, None below the last one."""
        if self.bottom_px and y >= self.height:
            return None
        row = int((y + self.scroll_px) // self.row_height)
        return row if 0 <= row < len(self.corpus.rows) else None

    def members(self, item: int) -> list[int]:
        """Mark numbers that an item of the layout stands for."""
        first, count = int(self.layout.item_first[item]), int(self.layout.item_count[item])
        return [int(number) for number in self.index.order[first : first + count]]

    def hit(self, x: float, y: float) -> list[int]:
        """Mark numbers under a point: one mark, the members of a badge or of a histogram column, or a bracket's."""
        row = self.row_at(y)
        if row is None:
            return []
        item = self.layout.item_at(row, x, _HIT_SLACK_PX)
        if item is not None and abs(y - self.geometry.top(row) - self.geometry.mark_offset) <= 14.0:
            return self.members(item)
        lane = row - self.layout.view.first_row
        if 0 <= lane < len(self.layout.levels) and self.layout.levels[lane] == Level.DENSITY:
            return self._column_members(row, x)
        return self._span_at(row, x, y) or self._label_at(x, y)

    def _label_at(self, x: float, y: float) -> list[int]:
        """The mark (or the members of its badge) whose label, card or ghost is under a point."""
        ghosts = self.scene.ghosts.glyphs
        for number in np.flatnonzero((np.abs(ghosts.x - x) <= 8.0) & (np.abs(ghosts.y - y) <= 9.0)).tolist():
            return [int(ghosts.mark[number])]
        for card in self.scene.cards:
            if card.x <= x <= card.x + card.width and card.y <= y <= card.y + card.height:
                return [card.mark]
        for label in self.scene.labels:
            if (
                label.mark >= 0
                and abs(y - label.y) <= 7.5
                and label.x <= x <= label.x + self.painter.measure(label.text)
            ):
                item = self.layout.item_of(int(self.index.place[label.mark]))
                return [label.mark] if item is None else self.members(item)
        return []

    def _column_members(self, row: int, x: float) -> list[int]:
        rows = np.array([row], np.int64)
        low, high = self.index.cut(rows, self.second_at(x - 2)), self.index.cut(rows, self.second_at(x + 2))
        return [int(number) for number in self.index.order[int(low[0]) : int(high[0])]]

    def _span_at(self, row: int, x: float, y: float) -> list[int]:
        plan = self.layout
        inside = (self.corpus.marks.row[plan.span_mark] == row) & (plan.span_x0 <= x) & (plan.span_x1 >= x)
        if not inside.any() or abs(y - self.geometry.top(row) - self.geometry.span_offset) > 6.0:
            return []
        return [int(plan.span_mark[int(np.flatnonzero(inside)[-1])])]

    def rect_of(self, number: int) -> QRectF | None:
        """Where a mark is drawn, alone or in a badge or histogram; None outside the view."""
        geometry, plan = self.geometry, self.layout
        row = int(self.corpus.marks.row[number])
        if not geometry.first <= row < geometry.end:
            return None
        middle = geometry.top(row) + geometry.mark_offset
        item = plan.item_of(int(self.index.place[number]))
        if item is not None:
            x, half = float(plan.item_x[item]), float(plan.item_half[item])
            if plan.item_count[item] == 1:
                left, right = glyph_reach(int(self.corpus.marks.traits[number]))
                if -right <= x <= self.width - left:
                    return QRectF(x + left, middle - 10, right - left, 20)
            elif -half <= x <= self.width + half:
                return QRectF(x - half, middle - 10, 2 * half, 20)
        x = self.x_of(float(self.index.anchor[self.index.place[number]]))
        if plan.levels[row - plan.view.first_row] == Level.DENSITY and 0 <= x < self.width:
            return QRectF(x - 2, geometry.top(row) + 1, 4, geometry.row_height - 2)
        spans = np.flatnonzero(plan.span_mark == number)
        if len(spans):
            x0, x1 = max(0.0, float(plan.span_x0[spans[0]])), min(self.width, float(plan.span_x1[spans[0]]))
            return QRectF(x0, geometry.top(row) + geometry.span_offset - 5, max(x1 - x0, 4), 10)
        return None

    def beyond(self) -> tuple[int, int]:
        """Marks of the visible range in rows above and below what is seen."""
        geometry = self.geometry
        counts = []
        for rows in (range(geometry.fully_first), range(geometry.fully_end, self.index.n_rows)):
            numbers = np.arange(rows.start, rows.stop, dtype=np.int64)
            low, high = self.index.cut(numbers, self.begin_s), self.index.cut(numbers, self.end_s)
            counts.append(int((high - low).sum()))
        return counts[0], counts[1]

    def counts(self) -> dict[str, int]:
        """Marks shown, merged, hidden (filtered, outside the range, scrolled away, not yet known) and
        undated; their sum is total."""
        total, undated = self.corpus.total, len(self.corpus.undated)
        not_shown, not_merged = self._later_in_view()
        shown, merged = self.layout.shown - not_shown, self.layout.merged - not_merged
        return {
            "shown": shown,
            "merged": merged,
            "hidden": total - undated - shown - merged,
            "undated": undated,
            "total": total,
        }

    def _later_in_view(self) -> tuple[int, int]:
        """How many of the marks laid out singly, and of the merged ones, are pale: not yet known, or dimmed."""
        pale = self.corpus.pale
        return (0, 0) if pale is None else later_in(self.index, self.layout, pale)

    # ---- moving the focus ------------------------------------------------------------------------

    def neighbor(self, step: int) -> int | None:
        """The mark before (-1) or after (1) the focused one in its lane, None at the end."""
        if self.focused is None:
            return self.nearest_to_center()
        row = int(self.corpus.marks.row[self.focused])
        place = int(self.index.place[self.focused]) + step
        if not self.index.row_start[row] <= place < self.index.row_start[row + 1]:
            return None
        return int(self.index.order[place])

    def neighbor_row(self, step: int) -> int | None:
        """The mark nearest in time in the next lane above (-1) or below (1) that has any."""
        if self.focused is None:
            return self.nearest_to_center()
        row = int(self.corpus.marks.row[self.focused]) + step
        at = int(self.index.anchor[self.index.place[self.focused]])
        while 0 <= row < self.index.n_rows:
            found = self._nearest_in_row(row, at)
            if found is not None:
                return found
            row += step
        return None

    def _nearest_in_row(self, row: int, at_s: float) -> int | None:
        low, high = int(self.index.row_start[row]), int(self.index.row_start[row + 1])
        if low == high:
            return None
        anchors = self.index.anchor[low:high]
        right = int(np.searchsorted(anchors, at_s))
        best = min(
            (place for place in (right - 1, right) if 0 <= place < high - low),
            key=lambda place: abs(int(anchors[place]) - at_s),
        )
        return int(self.index.order[low + best])

    def nearest_to_center(self) -> int | None:
        """A mark to begin with: near the middle of the view, in the first row in view that has one."""
        rows = [*range(self.geometry.first, self.geometry.end), *range(self.index.n_rows)]
        found = (self._nearest_in_row(row, (self.begin_s + self.end_s) / 2) for row in rows)
        return next((number for number in found if number is not None), None)

    def row_end(self, *, last: bool) -> int | None:
        """First or last mark of the focused lane."""
        number = self.focused if self.focused is not None else self.nearest_to_center()
        if number is None:
            return None
        row = int(self.corpus.marks.row[number])
        place = int(self.index.row_start[row + 1]) - 1 if last else int(self.index.row_start[row])
        return int(self.index.order[place])

    def overall_end(self, *, last: bool) -> int | None:
        """First or last mark of all."""
        if not len(self.index):
            return None
        place = int(np.argmax(self.index.anchor) if last else np.argmin(self.index.anchor))
        return int(self.index.order[place])

"""Places the words beside the marks: greedily, the most important first, never over a mark or another label.

Lengths are px, texts come measured by the caller. Labels that stood in the last scene keep their places while the
view only moves, so that nothing flickers.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

import numpy as np

from stanceline.model.index import MarkIndex
from stanceline.model.lanes import MARK_HALF_PX, Layout, Level
from stanceline.model.marks import Row, Source
from stanceline.render.rows import RowGeometry
from stanceline.render.text import LABEL_CHARACTERS, counted_sources, shortened, when_text

Measure = Callable[[str], float]

LABEL_GAP_PX = 7.0
SHORT_CHARACTERS = 22
CARD_CHARACTERS = 60
LINE_PX = 15.0
CARD_PAD_PX = 8.0
_CARDS_FROM_PX = 56.0
_TWO_LINES_FROM_PX = 36.0
_MAX_CANDIDATES = 1200
_MOST_MEMBERS = 64
_CELL_PX = 4.0
_APART_PX = 8.0
_SLACK_CELLS = 128
_LEAST_ROOM_PX = 34.0
_MAX_REMEMBERED = 20_000

_Line = tuple[str, float]
"""A text and its width."""


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text whose left end stands at x and whose middle at y. `is_muted` for second lines and groups."""

    x: float
    y: float
    text: str
    mark: int
    is_muted: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """The ground of a card: its labels stand within."""

    x: float
    y: float
    width: float
    height: float
    mark: int


@dataclass
class LabelMemory:
    """Where labels stood in the last scene, so that they stay while the view moves; and texts already measured.

    Belongs to one corpus, one font and one way to write dates. `scale` is seconds for each px of the last scene.
    """

    sides: dict[int, int] = field(default_factory=dict)
    lines: dict[tuple[int, int], tuple[_Line, _Line]] = field(default_factory=dict)
    dates: dict[int, _Line] = field(default_factory=dict)
    cards: dict[int, tuple[_Line, ...]] = field(default_factory=dict)
    scale: float = 0.0


@dataclass(frozen=True)
class Priorities:
    """Marks that are labeled before all others: selected ones, then pinned ones."""

    chosen: Collection[int] = ()
    pinned: Collection[int] = ()


class Labeler:
    """Places labels greedily; each lane is one number, a bit for each 4 px."""

    def __init__(
        self,
        index: MarkIndex,
        layout: Layout,
        geometry: RowGeometry,
        measure: Measure,
        memory: LabelMemory,
        *,
        rows: Sequence[Row] = (),
        articles: Sequence[Source] = (),
        cites: bool = False,
    ) -> None:
        self._cites = cites
        self._articles, self._actors = articles, rows
        self._index, self._layout, self._geometry = index, layout, geometry
        self._measure, self._memory = measure, memory
        # The cells stand still in time, not in the window: what fits goes on fitting while the view moves.
        self._shift = (layout.view.begin_s / layout.view.seconds_per_px) % _CELL_PX
        self._lanes = self._occupied()
        self._xs, self._halves = layout.item_x.tolist(), layout.item_half.tolist()
        self._rows = layout.item_row.tolist()
        levels = layout.levels.tolist()
        tall = geometry.row_height >= _TWO_LINES_FROM_PX
        self._has_dates = [tall and level >= Level.LABELS for level in levels]
        has_room = geometry.row_height >= _CARDS_FROM_PX
        self._has_cards = [has_room and level >= Level.CARDS for level in levels]
        self._now: dict[int, int] = {}
        self.labels: list[Label] = []
        self.cards: list[Card] = []

    def _bits(self, x0: float, x1: float) -> int:
        # Every cell that is touched: the gap between a mark and its own label is wider than one.
        low = max(0, int((x0 + self._shift) // _CELL_PX) + _SLACK_CELLS)
        high = max(low, int(-(-(x1 + self._shift) // _CELL_PX)) - 1 + _SLACK_CELLS)
        return ((1 << (high - low + 1)) - 1) << low

    def _occupied(self) -> list[int]:
        layout = self._layout
        lanes = [0] * len(layout.levels)
        x = layout.item_x + self._shift
        low = np.maximum(((x - layout.item_half) // _CELL_PX).astype(np.int64) + _SLACK_CELLS, 0)
        high = np.maximum(((x + layout.item_half) // _CELL_PX).astype(np.int64) + _SLACK_CELLS, low)
        lane_of = layout.item_row - layout.view.first_row
        for lane, first, last in zip(lane_of.tolist(), low.tolist(), high.tolist(), strict=True):
            lanes[lane] |= ((1 << (last - first + 1)) - 1) << first
        return lanes

    def keep_free(self, rows: Sequence[int], xs: Sequence[float]) -> None:
        """Place no label over further marks at these places."""
        for row, x in zip(rows, xs, strict=True):
            if -MARK_HALF_PX <= x <= self._layout.view.width_px + MARK_HALF_PX:
                self._lanes[row - self._layout.view.first_row] |= self._bits(x - MARK_HALF_PX, x + MARK_HALF_PX)

    # ---- texts -----------------------------------------------------------------------------------

    def _texts(self, mark: int, count: int) -> tuple[_Line, _Line]:
        """The label in full and shortened, each with its width."""
        known = self._memory.lines.get((mark, count))
        if known is not None:
            return known
        rest = "" if count == 1 else f" +{count - 1}"
        if self._cites and count == 1 and self._index.marks.article[mark] >= 0:
            rest = f" [{self._index.marks.article[mark] + 1}]"
        label = self._index.marks.labels[mark]
        full = shortened(label, LABEL_CHARACTERS - len(rest)) + rest
        short = shortened(label, SHORT_CHARACTERS - len(rest)) + rest
        if len(self._memory.lines) > _MAX_REMEMBERED:
            self._memory.lines.clear()
        made = (full, self._measure(full)), (short, self._measure(short))
        self._memory.lines[(mark, count)] = made
        return made

    def _date(self, mark: int) -> _Line:
        known = self._memory.dates.get(mark)
        if known is None:
            marks = self._index.marks
            text = when_text(
                int(marks.begin[mark]), int(marks.end[mark]), int(marks.granularity[mark]), int(marks.traits[mark])
            )
            if len(self._memory.dates) > _MAX_REMEMBERED:
                self._memory.dates.clear()
            known = self._memory.dates[mark] = (text, self._measure(text))
        return known

    def _card(self, mark: int) -> tuple[_Line, ...]:
        """Date, headline, and who with how many sources."""
        known = self._memory.cards.get(mark)
        if known is None:
            marks = self._index.marks
            cite = f" [{marks.article[mark] + 1}]" if self._cites and marks.article[mark] >= 0 else ""
            headline = shortened(marks.labels[mark], CARD_CHARACTERS - len(cite)) + cite
            row = int(marks.row[mark])
            actor = self._actors[row].name if row < len(self._actors) else ""
            parts = [shortened(actor, SHORT_CHARACTERS), self._source(mark)]
            last = " · ".join(part for part in parts if part)
            if len(self._memory.cards) > _MAX_REMEMBERED:
                self._memory.cards.clear()
            known = (self._date(mark), (headline, self._measure(headline)), (last, self._measure(last)))
            self._memory.cards[mark] = known
        return known

    def _source(self, mark: int) -> str:
        """How many sources, or the one."""
        count, article = int(self._index.marks.sources[mark]), int(self._index.marks.article[mark])
        if count == 1 and 0 <= article < len(self._articles):
            source = self._articles[article]
            if source.outlet:
                return shortened(source.outlet, SHORT_CHARACTERS)
        return counted_sources(count)

    # ---- places ----------------------------------------------------------------------------------

    def _try(self, lane: int, x: float, half: float, width: float, *, left: bool) -> float | None:
        x0 = x - half - LABEL_GAP_PX - width if left else x + half + LABEL_GAP_PX
        if x0 < 0 or x0 + width > self._layout.view.width_px:
            return None
        bits = self._bits(x0 - (_APART_PX if left else 0.0), x0 + width + (0.0 if left else _APART_PX))
        if self._lanes[lane] & bits:
            return None
        self._lanes[lane] |= bits
        return x0

    def place(self, item: int, mark: int, count: int) -> bool:
        """Label one item with a card, with two lines or with one; False where there is no room."""
        lane = self._rows[item] - self._layout.view.first_row
        if count == 1 and self._has_cards[lane] and self._place_card(item, mark, lane):
            return True
        return self._place_lines(item, mark, count, lane)

    def _place_card(self, item: int, mark: int, lane: int) -> bool:
        lines = self._card(mark)
        width = max(wide for _, wide in lines) + 2 * CARD_PAD_PX
        row = self._rows[item]
        before = self._memory.sides.get(mark)
        for way in (1, 0) if before == 5 else (0, 1):
            x0 = self._try(lane, self._xs[item], self._halves[item], width, left=way == 1)
            if x0 is None:
                continue
            self._now[mark] = 4 + way
            # The band of brackets and bars below the mark stays free.
            top = self._geometry.top(row) + 2.0
            height = min(LINE_PX * len(lines) + 5.0, self._geometry.span_offset - 5.0)
            self.cards.append(Card(x0, top, width, height, mark))
            first = top + height / 2 - LINE_PX * (len(lines) - 1) / 2
            self.labels += [
                Label(x0 + CARD_PAD_PX, first + number * LINE_PX, text, mark, number != 1)
                for number, (text, _) in enumerate(lines)
            ]
            return True
        return False

    def _place_lines(self, item: int, mark: int, count: int, lane: int) -> bool:
        x, half, row = self._xs[item], self._halves[item], self._rows[item]
        texts = self._texts(mark, count)
        second = self._date(mark) if count == 1 and self._has_dates[lane] else ("", 0.0)
        ways: tuple[int, ...] = (0, 1, 2, 3) if texts[1][0] != texts[0][0] else (0, 1)
        before = self._memory.sides.get(mark)
        if before in ways:
            ways = (before, *ways)
        for way in ways:
            text, wide = texts[way // 2]
            width = max(wide, second[1])
            x0 = self._try(lane, x, half, width, left=way % 2 == 1)
            if x0 is None:
                continue
            self._now[mark] = way
            y = self._geometry.top(row) + self._geometry.mark_offset
            if not second[0]:
                self.labels.append(Label(x0, y, text, mark, count > 1))
                return True
            # Left of a mark every line ends beside it.
            shift = (width - wide, width - second[1]) if way % 2 else (0.0, 0.0)
            top = y - LINE_PX * 0.6
            self.labels.append(Label(x0 + shift[0], top, text, mark))
            self.labels.append(Label(x0 + shift[1], top + LINE_PX, second[0], mark, True))
            return True
        return False

    def finish(self) -> None:
        """Remember the places for the next scene."""
        self._memory.sides = self._now
        self._memory.scale = self._layout.view.seconds_per_px


def _with_room(layout: Layout) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    """Items in view that have room for a short label at one of their sides."""
    x, half, row = layout.item_x, layout.item_half, layout.item_row
    gap = np.where(row[1:] == row[:-1], x[1:] - half[1:] - x[:-1] - half[:-1], np.inf)
    right = np.append(gap, np.inf) >= _LEAST_ROOM_PX
    left = np.append(np.inf, gap) >= _LEAST_ROOM_PX
    return (x >= 0) & (x < layout.view.width_px) & (left | right)


def candidates(index: MarkIndex, layout: Layout, first: Priorities, memory: LabelMemory) -> list[tuple[int, int, int]]:
    """(item, mark, count) worth a label, the most important first.

    Selected, pinned, labeled in the last scene while the view only moved, then by `Marks.priority` (milestones, more
    sources), the earlier of equals.
    """
    if not len(layout.item_x):
        return []
    level = layout.levels[layout.item_row - layout.view.first_row]
    item = np.flatnonzero((level >= Level.GLYPHS) & _with_room(layout))
    if not len(item):
        return []
    mark = index.order[layout.item_first[item]].astype(np.int64)
    counts = layout.item_count[item]
    for number in np.flatnonzero(counts > 1).tolist():
        place = int(layout.item_first[item[number]])
        members = index.order[place : place + min(int(counts[number]), _MOST_MEMBERS)]
        mark[number] = members[int(np.argmax(index.marks.priority[members]))]
    rank = index.marks.priority[mark].astype(np.float64)
    spread = float(np.ptp(rank)) + 1.0
    rank -= np.where(counts > 1, spread * 0.25, 0.0)
    if memory.sides:
        # While the view only moves, what stands stays; after a zoom it has a head start.
        is_pan = abs(memory.scale / layout.view.seconds_per_px - 1.0) < 1e-6
        rank += np.where(np.isin(mark, list(memory.sides)), spread * (2.0 if is_pan else 0.5), 0.0)
    for lead, marks in ((5.0, first.pinned), (20.0, first.chosen)):
        if marks:
            rank += np.where(np.isin(mark, list(marks)), spread * lead, 0.0)
    if len(item) > _MAX_CANDIDATES:
        best = np.argpartition(-rank, _MAX_CANDIDATES)[:_MAX_CANDIDATES]
        item, mark, rank, counts = item[best], mark[best], rank[best], counts[best]
    order = np.lexsort((layout.item_x[item], -rank))
    return list(zip(item[order].tolist(), mark[order].tolist(), counts[order].tolist(), strict=True))

"""The legend of a figure: what its shapes, colors and outlines mean, for those that occur in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from stanceline.model.index import is_interval
from stanceline.model.lanes import SpanShape
from stanceline.model.marks import BOUNDS, MIXED, NO_STANCE, Corpus, Kind, Trait
from stanceline.render.cell_glyph import draw_cell
from stanceline.render.cells import NOT_APPLICABLE, CellLook
from stanceline.render.fonts import font
from stanceline.render.glyphs import draw_badge, draw_glyph
from stanceline.render.hatch import hatch_color, hatch_lines
from stanceline.render.header import cut_titles
from stanceline.render.lines import SpanLook, paint_brace, paint_lag, paint_pole, paint_span, paint_special_span
from stanceline.render.painter import LABEL_PX, ScenePainter
from stanceline.render.palette import STANCE_WORDS, Palette
from stanceline.render.scene import style_of
from stanceline.temporal.timex import DAY_S

_LIMITS = int(BOUNDS & ~Trait.SINCE)
ROW_PX = 24.0
CHANGED = "moved: wedge in the color from before, arrow towards support or opposition"
_SYMBOL_PX = 34.0
_GAP_PX = 16.0

_TRAIT_WORDS = (
    (Trait.SECOND_HAND, "reported by others only"),
    (Trait.SUGGESTED, "only suggested"),
    (Trait.CONDITIONAL, "on a condition"),
    (Trait.PLANNED, "planned"),
    (Trait.UNCONFIRMED, "planned, its day is over, unconfirmed"),
    (Trait.HYPOTHETICAL, "hypothetical"),
    (Trait.CANCELLED, "cancelled"),
    (Trait.DENIED, "denied"),
    (Trait.UNCERTAIN, "uncertain"),
    (Trait.CONFLICT, "sources disagree"),
    (Trait.APPROXIMATE, "approximate date"),
    (Trait.SINCE, "since then"),
    (Trait.UNTIL, "until then"),
    (Trait.BEFORE | Trait.BY, "before this limit"),
    (Trait.AFTER, "after this limit"),
    (Trait.RECURRING, "comes again and again"),
    (Trait.MILESTONE, "milestone: vote, law, decision"),
    (Trait.MEETING, "meeting"),
    (Trait.PROTEST, "protest"),
    (Trait.INCIDENT, "incident"),
    (Trait.PUBLICATION, "speech or publication"),
    (Trait.INFERRED_DATE, "inferred date"),
    (Trait.EDITED, "set by hand"),
)

Draw = Callable[[QPainter], None]


@dataclass(frozen=True)
class Entry:
    """A symbol, drawn around the origin, and what it means."""

    draw: Draw
    text: str


@dataclass(frozen=True)
class PlacedEntry:
    """An entry whose symbol stands around (x, y) and whose text begins at `text_x`."""

    x: float
    y: float
    text_x: float
    entry: Entry


def glyph_symbol(palette: Palette, kind: Kind, stance: int, traits: Trait) -> Draw:
    """Draws a mark."""
    return lambda painter: draw_glyph(painter, palette, kind, stance, traits)


def cell_symbol(
    palette: Palette, stance: int, traits: Trait, *, level: int = 2, before: int = NO_STANCE, bar: int = 6
) -> Draw:
    """Draws a stance cell."""

    def draw(painter: QPainter) -> None:
        painter.translate(-15, -10)
        look = CellLook(stance, int(traits), level, before, 0 if stance == NO_STANCE else bar)
        draw_cell(painter, palette, (30, 22), look)

    return draw


def number_symbol(palette: Palette, number: int) -> Draw:
    """Draws the number of a column whose title has no room over it."""

    def draw(painter: QPainter) -> None:
        painter.setPen(palette.color("text_muted"))
        painter.setFont(font(11, bold=True))
        painter.drawText(QRectF(-17, -9, 34, 18), Qt.AlignmentFlag.AlignCenter, str(number))

    return draw


def title_entries(palette: Palette, titles: Sequence[str], column_width: float, height: float) -> list[Entry]:
    """The titles of columns that are cut where they stand, in full, by the number of the column from the left."""
    return [
        Entry(number_symbol(palette, number + 1), f"column {number + 1}: {titles[number]}")
        for number in cut_titles(titles, column_width, height)
    ]


def span_symbol(palette: Palette, shape: SpanShape, traits: Trait = Trait.NONE) -> Draw:
    """Draws a bar, a bracket with its hollow mark, or one with fading or open ends."""
    style = int(style_of(np.array([int(Kind.EVENT)]), np.array([NO_STANCE]), np.array([int(traits)]))[0])
    look = SpanLook.of(palette, style, shape)
    fade = 8.0 if traits & Trait.APPROXIMATE else 0.0

    def draw(painter: QPainter) -> None:
        if shape == SpanShape.BRACKET and not fade:
            paint_span(painter, look, -13.0, 13.0, 8.0)
            painter.translate(0, -3.0)
            draw_glyph(painter, palette, Kind.EVENT, NO_STANCE, Trait.COARSE)
        elif look.is_plain:
            paint_span(painter, look, -13.0, 13.0, 2.0)
        else:
            paint_special_span(painter, look, (-14.0, fade - 14.0, 14.0 - fade, 14.0), 1.0)

    return draw


def conflict_symbol(palette: Palette) -> Draw:
    """Draws a mark and its ghost, joined by a brace."""

    def draw(painter: QPainter) -> None:
        painter.translate(0, -3.0)
        paint_brace(painter, palette, -8.0, 8.0, 9.0)
        for x, traits in ((8.0, Trait.NONE), (-8.0, Trait.GHOST)):
            painter.save()
            painter.translate(x, 0)
            draw_glyph(painter, palette, Kind.EVENT, NO_STANCE, traits)
            painter.restore()

    return draw


def hatch_symbol(palette: Palette) -> Draw:
    """Draws a hatched ground."""

    def draw(painter: QPainter) -> None:
        box = QRectF(-14, -8, 28, 16)
        painter.setPen(QPen(hatch_color(palette, strong=True), 1.0))
        painter.drawLines(hatch_lines(box))
        painter.setPen(QPen(palette.color("grid_strong"), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)

    return draw


def _lag(palette: Palette) -> Draw:
    return lambda painter: paint_lag(painter, palette, -12.0, 10.0, 4.0)


def _today(palette: Palette) -> Draw:
    def draw(painter: QPainter) -> None:
        painter.setPen(QPen(palette.color("today"), 1.4, Qt.PenStyle.DashLine))
        painter.drawLine(0, -8, 0, 8)

    return draw


def _traits_in(corpus: Corpus, *, marks: bool, cells: bool) -> int:
    found = 0
    if marks and len(corpus.marks):
        found |= int(np.bitwise_or.reduce(corpus.marks.traits))
    if cells and len(corpus.cells):
        found |= int(np.bitwise_or.reduce(corpus.cells.traits))
    return found


def legend_entries(
    palette: Palette,
    corpus: Corpus,
    *,
    marks: bool,
    cells: bool,
    merged: bool = False,
    today: bool = False,
    lags: bool = False,
    coverage: bool = False,
) -> list[Entry]:
    """Entries for what occurs among the marks and cells of a figure."""
    stances = set(corpus.cells.stance.tolist()) if cells else set()
    if marks:
        stances |= set(corpus.marks.stance.tolist()) - {NO_STANCE}
    entries = []
    for stance in (2, 1, 0, -1, -2, MIXED):
        if stance in stances:
            plain = glyph_symbol(palette, Kind.STANCE, stance, Trait.NONE)
            draw = cell_symbol(palette, stance, Trait.NONE) if cells else plain
            entries.append(Entry(draw, STANCE_WORDS[stance]))
    if cells:
        entries.append(Entry(cell_symbol(palette, NO_STANCE, Trait.NONE), "No statement found"))
        if corpus.inapplicable:
            entries.append(Entry(cell_symbol(palette, NOT_APPLICABLE, Trait.NONE), "does not apply"))
        if (corpus.cells.before != NO_STANCE).any():
            entries.append(Entry(cell_symbol(palette, 2, Trait.NONE, before=-2), CHANGED))
    if marks:
        entries += _mark_entries(palette, corpus, merged=merged, today=today)
        if lags:
            entries.append(Entry(_lag(palette), "day of the report"))
        if coverage:
            entries.append(Entry(hatch_symbol(palette), "no articles from this time are loaded"))
    found = _traits_in(corpus, marks=marks, cells=cells)
    for trait, words in _TRAIT_WORDS:
        if found & trait:
            entries.append(Entry(_trait_symbol(palette, trait, cells_only=cells and not marks), words))
    return entries


def _trait_symbol(palette: Palette, trait: Trait, *, cells_only: bool) -> Draw:
    if cells_only:
        return cell_symbol(palette, 1, trait)
    if trait == Trait.APPROXIMATE:
        return span_symbol(palette, SpanShape.BAR, trait)
    if trait == Trait.MILESTONE:
        return milestone_symbol(palette)
    if trait == Trait.CONFLICT:
        return conflict_symbol(palette)
    if trait & _OF_EVENTS:
        shown = Trait.BEFORE if trait & Trait.BEFORE else trait
        shown |= Trait.PLANNED if trait == Trait.UNCONFIRMED else Trait.NONE
        return _shifted(glyph_symbol(palette, Kind.EVENT, NO_STANCE, shown), trait)
    return glyph_symbol(palette, Kind.STANCE, 1 if trait != Trait.EDITED else 2, trait)


_OF_EVENTS = (
    Trait.PLANNED | Trait.UNCONFIRMED | Trait.HYPOTHETICAL | Trait.CANCELLED | Trait.DENIED | Trait.RECURRING
    | Trait.SINCE | Trait.UNTIL | Trait.BEFORE | Trait.BY | Trait.AFTER
    | Trait.MEETING | Trait.PROTEST | Trait.INCIDENT | Trait.PUBLICATION
)  # fmt: skip


def _shifted(draw: Draw, trait: Trait) -> Draw:
    """What reaches to one side only is moved, so that it stands in the middle of its place."""
    shift = 8.0 if trait & (Trait.BEFORE | Trait.BY) else -8.0 if trait & Trait.AFTER else 0.0

    def moved(painter: QPainter) -> None:
        painter.translate(shift, -2.0 if trait & Trait.RECURRING else 0.0)
        draw(painter)

    return moved


def milestone_symbol(palette: Palette) -> Draw:
    """Draws a flag at its pole."""
    style = int(style_of(np.array([int(Kind.EVENT)]), np.array([NO_STANCE]), np.array([int(Trait.MILESTONE)]))[0])

    def draw(painter: QPainter) -> None:
        painter.translate(-4.0, 0)
        paint_pole(painter, palette, style, 0.0, -9.0, 18.0)
        draw_glyph(painter, palette, Kind.EVENT, NO_STANCE, Trait.MILESTONE)

    return draw


def _merged(palette: Palette) -> Draw:
    """Draws a badge, smaller than in the plot: its ticks would reach into the neighboring rows."""

    def draw(painter: QPainter) -> None:
        painter.scale(0.8, 0.8)
        draw_badge(painter, palette, 14.0, 3, (2, 2, 4))

    return draw


def _mark_entries(palette: Palette, corpus: Corpus, *, merged: bool, today: bool) -> list[Entry]:
    marks = corpus.marks
    kinds = set(marks.kind.tolist())
    entries = []
    if Kind.STANCE in kinds:
        entries.append(Entry(glyph_symbol(palette, Kind.STANCE, 2, Trait.NONE), "stance in favor (ticks above)"))
        entries.append(Entry(glyph_symbol(palette, Kind.STANCE, -2, Trait.NONE), "stance against (ticks below)"))
    if Kind.STATEMENT in kinds:
        entries.append(Entry(glyph_symbol(palette, Kind.STATEMENT, NO_STANCE, Trait.NONE), "statement"))
    if Kind.EVENT in kinds:
        entries.append(Entry(glyph_symbol(palette, Kind.EVENT, NO_STANCE, Trait.NONE), "event"))
    bars = is_interval(marks.begin, marks.end, marks.granularity)
    if bars.any():
        entries.append(Entry(span_symbol(palette, SpanShape.BAR), "lasts this long"))
    if ((marks.end - marks.begin > DAY_S) & ~bars & ((marks.traits & _LIMITS) == 0)).any():
        entries.append(Entry(span_symbol(palette, SpanShape.BRACKET), "sometime in this week, month or year"))
    if merged:
        entries.append(Entry(_merged(palette), "marks merged"))
    if today:
        entries.append(Entry(_today(palette), "today"))
    return entries


def place_entries(entries: list[Entry], painter: ScenePainter, width: float) -> tuple[list[PlacedEntry], float]:
    """Entries in rows of a width, and the height that they take; all begin at (0, 0)."""
    placed: list[PlacedEntry] = []
    x, y = 0.0, ROW_PX / 2
    for entry in entries:
        wide = _SYMBOL_PX + 6 + painter.measure(entry.text)
        if x > 0 and x + wide > width:
            x, y = 0.0, y + ROW_PX
        placed.append(PlacedEntry(x + _SYMBOL_PX / 2, y, x + _SYMBOL_PX + 6, entry))
        x += wide + _GAP_PX
    return placed, (y + ROW_PX / 2 if placed else 0.0)


def paint_legend(painter: QPainter, scene_painter: ScenePainter, placed: list[PlacedEntry]) -> None:
    """Paint placed entries."""
    for one in placed:
        painter.save()
        painter.translate(one.x, one.y)
        one.entry.draw(painter)
        painter.restore()
    texts = [(one.text_x, one.y, one.entry.text, "text_muted") for one in placed]
    scene_painter.paint_texts(painter, texts, LABEL_PX)

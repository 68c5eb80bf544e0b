"""Splits a figure over pages: stretches of time one after the other, and the rows that do not fit on the next pages.

Each page repeats names, column titles, axis and legend; stretches overlap by one tick of the axis, so that nothing
gets lost at an edge. Where there are several pages the numbered sources stand on pages of their own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from stanceline.model.dates_text import MONTHS, date_text, year_text
from stanceline.model.index import MarkIndex
from stanceline.model.marks import Corpus
from stanceline.render.figure import (
    ROW_MOST,
    Figure,
    FigureError,
    Frame,
    compose_page,
    compose_sources,
    frame_of,
    lines_of_sources,
    need_room,
    page_rows,
)
from stanceline.render.figure_parts import source_lines
from stanceline.render.figure_settings import MOST_PAGES, FigureSettings
from stanceline.temporal.timex import DAY_S, civil_from_days, days_from_civil

MOST_SOURCES = 20_000
_PAGE_STAND_IN = "Page 000 of 000"
_MONTHS_A_PAGE = {"year": 12, "quarter": 3, "month": 1}


@dataclass(frozen=True, slots=True)
class Stretch:
    """The time of one page in seconds, without the overlap, and what it is called."""

    begin_s: float
    end_s: float
    name: str


@dataclass(frozen=True)
class PagePlan:
    """The pages of a figure before they are laid out, which `page` does for one of them."""

    frames: tuple[Frame, ...]
    names: tuple[str, ...]
    sources: tuple[tuple[str, ...], ...]

    def __len__(self) -> int:
        return len(self.frames) + len(self.sources)

    def page(self, number: int) -> Figure:
        """Page `number`, counted from 0."""
        says = f"Page {number + 1} of {len(self)}" if len(self) > 1 else ""
        if number < len(self.frames):
            return compose_page(self.frames[number], page=says, page_name=self.names[number])
        return compose_sources(self.frames[0], self.sources[number - len(self.frames)], says)

    def pages(self) -> list[Figure]:
        """All of them."""
        return [self.page(number) for number in range(len(self))]


def compose_pages(corpus: Corpus, settings: FigureSettings, index: MarkIndex | None = None) -> list[Figure]:
    """All pages of a figure, one where it is not split. Raises `FigureError`, also for more than 400 pages."""
    return plan_pages(corpus, settings, index).pages()


def plan_pages(corpus: Corpus, settings: FigureSettings, index: MarkIndex | None = None) -> PagePlan:
    """Which pages a figure has. Raises `FigureError`."""
    frame = frame_of(corpus, settings, index)
    if settings.pages_by == "none":
        return PagePlan((frame,), ("",), ())
    stretches = list(stretches_of(frame)) if settings.what != "matrix" else [Stretch(frame.begin_s, frame.end_s, "")]
    first, end = frame.rows
    is_many = len(stretches) > 1
    fitting, shared = page_rows(replace(frame, lists_sources=not is_many), _PAGE_STAND_IN)
    if fitting < end - first and not is_many:
        fitting, shared = page_rows(replace(frame, lists_sources=False), _PAGE_STAND_IN)
    blocks = -(-(end - first) // need_room(fitting))
    count = len(stretches) * blocks
    if count > MOST_PAGES:
        raise FigureError(f"That makes {count} pages, more than {MOST_PAGES}. Split into longer periods.")
    in_a_block = -(-(end - first) // blocks)
    # Blocks of equal length leave room: the rows take it, alike on all pages.
    row_px = shared.row_px or 0.0
    if settings.density == "fill" and settings.height_px is not None:
        row_px = max(row_px, min(row_px * fitting / in_a_block, ROW_MOST))
    frame = replace(shared, row_px=int(row_px * 8) / 8, lists_sources=count == 1)
    frames, names = [], []
    for stretch in stretches:
        begin_s, end_s = with_overlap(frame, stretch)
        for block in range(blocks):
            rows = first + block * in_a_block, min(first + (block + 1) * in_a_block, end)
            frames.append(replace(frame, rows=rows, begin_s=begin_s, end_s=end_s))
            names.append(_name(frame, stretch, rows, is_block=blocks > 1))
    lists = tuple(_source_pages(frame)) if settings.sources and count > 1 else ()
    return PagePlan(tuple(frames), tuple(names), lists)


def _source_pages(frame: Frame) -> Iterator[tuple[str, ...]]:
    """The lines of each page of sources."""
    lines = source_lines(frame.corpus, MOST_SOURCES)
    in_a_page = lines_of_sources(frame, _PAGE_STAND_IN)
    for first in range(0, len(lines), in_a_page):
        yield tuple(lines[first : first + in_a_page])


def _name(frame: Frame, stretch: Stretch, rows: tuple[int, int], *, is_block: bool) -> str:
    names = frame.corpus.rows[rows[0]].name, frame.corpus.rows[rows[1] - 1].name
    block = f"{names[0]} – {names[1]}" if is_block else ""
    return ", ".join(part for part in (stretch.name, block) if part) or names[0]


def with_overlap(frame: Frame, stretch: Stretch) -> tuple[float, float]:
    """A stretch with one tick of its axis more at its end, unless the figure ends there."""
    if stretch.end_s >= frame.end_s:
        return stretch.begin_s, stretch.end_s
    part = replace(frame, begin_s=stretch.begin_s, end_s=stretch.end_s, rows=(frame.rows[0], frame.rows[0] + 1))
    plot = compose_page(part, page=_PAGE_STAND_IN).plot
    ticks = [tick.x for tick in plot.axis.lower] if plot is not None else []
    if plot is None or len(ticks) < 2:
        return stretch.begin_s, stretch.end_s
    tick_s = (ticks[-1] - ticks[-2]) * (stretch.end_s - stretch.begin_s) / plot.width
    return stretch.begin_s, min(stretch.end_s + tick_s, frame.end_s)


def stretches_of(frame: Frame) -> Iterator[Stretch]:
    """The time of each page, from the beginning of the range to its end; raises `FigureError` for too many."""
    settings, begin, end = frame.settings, frame.begin_s, frame.end_s
    months = _MONTHS_A_PAGE.get(settings.pages_by)
    if months is not None:
        yield from _by_months(begin, end, months)
        return
    length = (
        settings.pages_number * float(DAY_S) if settings.pages_by == "days" else (end - begin) / settings.pages_number
    )
    if (end - begin) / length > MOST_PAGES:
        raise FigureError(f"That makes more than {MOST_PAGES} pages. Split into longer periods.")
    at, number = begin, 1
    while at < end - 1:
        following = min(begin + number * length, end)
        last = max(int((following - 1) // DAY_S), int(at // DAY_S))
        yield Stretch(at, following, date_text(int(at // DAY_S) * DAY_S, (last + 1) * DAY_S, "day"))
        at, number = following, number + 1


def _by_months(begin: float, end: float, months: int) -> Iterator[Stretch]:
    year, month, _ = civil_from_days(int(begin // DAY_S))
    count = (year * 12 + month - 1) // months * months
    pages = 0
    while (start := _month_s(count)) < end:
        if (pages := pages + 1) > MOST_PAGES:
            raise FigureError(f"That makes more than {MOST_PAGES} pages. Split into longer periods.")
        yield Stretch(float(start), float(_month_s(count + months)), _months_name(count, months))
        count += months


def _month_s(count: int) -> int:
    return days_from_civil(count // 12, count % 12 + 1, 1) * DAY_S


def _months_name(count: int, months: int) -> str:
    year = year_text(count // 12)
    if months == 12:
        return year
    return f"Q{count % 12 // 3 + 1} {year}" if months == 3 else f"{MONTHS[count % 12]} {year}"

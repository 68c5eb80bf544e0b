"""What an export is made from, and what was chosen of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from stanceline.model.parts import only_marks, only_rows
from stanceline.render.figure_settings import FigureSettings
from stanceline.ui.words import say

if TYPE_CHECKING:
    from stanceline.model.index import MarkIndex
    from stanceline.model.marks import Corpus
    from stanceline.model.tables import Tables

Chosen = Literal["both", "timeline", "matrix", "selected"]
PICTURES = ("png", "svg", "pdf", "jpeg", "tiff", "webp")
DATA = ("csv", "json", "ics", "timelinejs")
ENDINGS = {"timelinejs": "json"}


def _no_tables() -> Tables | None:
    return None


@dataclass(frozen=True)
class ExportSource:
    """The view's corpus, its range in seconds and its rows (first, end), and what is selected.

    `index` is the corpus's own, `tables` gives those of the analysis where they can be had. `origin` is what pictures
    carry to bring this view back.
    """

    corpus: Corpus
    visible: tuple[float, float]
    selected: frozenset[str]
    title: str
    note: str
    today_s: float | None = None
    window: tuple[int, int] | None = None
    index: MarkIndex | None = None
    tables: Callable[[], Tables | None] = field(default=_no_tables)
    origin: str = ""
    data_date: str = ""
    stance_colors: str = "blue-orange"
    swap_sides: bool = False
    coverage: bool = False
    publication_ticks: bool = False
    week_numbers: bool = False

    def settings(self) -> FigureSettings:
        """Settings with what belongs to this view and nothing else chosen."""
        return FigureSettings(
            title=self.title, note=self.note, today_s=self.today_s, window=self.window, data_date=self.data_date,
            stance_colors=self.stance_colors, swap_sides=self.swap_sides, coverage=self.coverage,
            publication_ticks=self.publication_ticks, week_numbers=self.week_numbers,
        )  # fmt: skip


@dataclass(frozen=True)
class ExportChoice:
    """What is exported, as what, and what it looks like."""

    what: Chosen
    format: str
    settings: FigureSettings

    @property
    def is_picture(self) -> bool:
        """Whether the file is drawn; HTML is drawn and written."""
        return self.format in PICTURES or self.format == "html"

    @property
    def ending(self) -> str:
        """The ending of the file's name."""
        return ENDINGS.get(self.format, self.format)


def chosen_corpus(source: ExportSource, choice: ExportChoice) -> tuple[Corpus, MarkIndex | None]:
    """What the choice is about, and its index where it is known."""
    if choice.what != "selected":
        return source.corpus, source.index
    chosen = only_marks(source.corpus, source.selected)
    if not len(chosen.marks):
        return chosen, None
    used = set(chosen.marks.row.tolist())
    return only_rows(chosen, [row for row in range(len(chosen.rows)) if row in used]), None


def figure_choice(choice: ExportChoice) -> FigureSettings:
    """Settings of the figure: selected marks are drawn as a timeline."""
    what = "timeline" if choice.what == "selected" else choice.what
    return replace(choice.settings, what=what)


def note_of(hidden_by: str) -> str:
    """What a figure says about the filters in force, empty without any."""
    return say("Filtered: %1").replace("%1", hidden_by) if hidden_by else ""

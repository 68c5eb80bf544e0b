"""Marks in words, for tool tips and screen readers."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from stanceline.model.marks import MIXED, NO_STANCE, TRAIT_WORDS, Corpus, Kind, Trait
from stanceline.render.palette import STANCE_WORDS
from stanceline.render.text import when_text

if TYPE_CHECKING:
    from stanceline.ui.plot.plot_state import PlotState

SPOKEN_STANCES = {
    -2: "opposes %1", -1: "leans against %1", 0: "is neutral on %1", 1: "leans in favor of %1", 2: "supports %1",
    MIXED: "is on both sides of %1",
}  # fmt: skip
"""Verbs with the proposal as %1."""
_IN_THE_DATE = Trait.APPROXIMATE | Trait.INFERRED_DATE


def _tr(text: str) -> str:
    return QCoreApplication.translate("MarkWords", text)


def trait_words(traits: Trait) -> list[str]:
    """What the traits of a mark or cell mean, but for those that its date says in words."""
    return [_tr(word) for trait, word in TRAIT_WORDS if traits & trait & ~_IN_THE_DATE]


def describe_mark(corpus: Corpus, number: int) -> str:
    """A mark in three lines: what; when, who and which side; where it was read."""
    marks = corpus.marks
    traits = Trait(int(marks.traits[number]))
    when = when_text(int(marks.begin[number]), int(marks.end[number]), int(marks.granularity[number]), traits)
    stance = int(marks.stance[number])
    if stance != NO_STANCE:
        side = STANCE_WORDS.get(stance, "")
    else:
        side = _tr("Event") if marks.kind[number] == Kind.EVENT else _tr("Statement")
    parts = [when, corpus.rows[int(marks.row[number])].name, side, *trait_words(traits)]
    if corpus.later is not None and corpus.later[number]:
        parts.append(_tr("not yet known"))
    lines = [marks.labels[number], " · ".join(part for part in parts if part)]
    source = int(marks.article[number])
    if 0 <= source < len(corpus.articles):
        article = corpus.articles[source]
        lines.append(", ".join(part for part in (article.outlet, article.title, article.date_text) if part))
    return "\n".join(lines)


class Speaker:
    """Marks as whole sentences for the ear: "circa 12 May 2024, Federation A, opposes clause 4, 3 of 14"."""

    def __init__(self) -> None:
        self._of: Corpus | None = None
        self._titles: dict[str, str] = {}

    def mark(self, state: "PlotState", number: int) -> str:
        """A mark with its date, who, which side, where it was read, and its place in its row."""
        corpus = state.corpus
        marks = corpus.marks
        traits = Trait(int(marks.traits[number]))
        when = when_text(int(marks.begin[number]), int(marks.end[number]), int(marks.granularity[number]), traits)
        row = int(marks.row[number])
        parts = [_spelled_out(when), corpus.rows[row].name, self._says(corpus, number), *trait_words(traits)]
        sources, source = int(marks.sources[number]), int(marks.article[number])
        if sources > 1:
            parts.append(_tr("%1 sources").replace("%1", str(sources)))
        elif 0 <= source < len(corpus.articles):
            parts.append(corpus.articles[source].outlet or corpus.articles[source].title)
        first, end = int(state.index.row_start[row]), int(state.index.row_start[row + 1])
        place = int(state.index.place[number]) - first + 1
        parts.append(_tr("%1 of %2").replace("%1", f"{place:,}").replace("%2", f"{end - first:,}"))
        return ", ".join(part for part in parts if part)

    def _says(self, corpus: Corpus, number: int) -> str:
        label, stance = corpus.marks.labels[number], int(corpus.marks.stance[number])
        if stance == NO_STANCE:
            return label
        title = self._title(corpus, corpus.marks.keys[number])
        side = _tr(SPOKEN_STANCES[stance]).replace("%1", title or _tr("the proposal"))
        return f"{side}: {label}" if label else side

    def _title(self, corpus: Corpus, key: str) -> str:
        if self._of is not corpus:
            self._of = corpus
            cells = corpus.cells
            self._titles = {
                stance: corpus.columns[int(cells.column[cell])][1]
                for cell, stances in enumerate(cells.stances)
                for stance in stances
                if int(cells.column[cell]) < len(corpus.columns)
            }
        return self._titles.get(key, "")

    def period(self, state: "PlotState") -> str:
        """The visible range in words."""
        from stanceline.model.dates_text import date_text

        return date_text(int(state.begin_s), max(int(state.end_s), int(state.begin_s) + 1), "day")


def _spelled_out(when: str) -> str:
    """An abbreviation that is read out letter by letter is spelled out."""
    return _tr("circa %1").replace("%1", when[3:]) if when.startswith("c. ") else when

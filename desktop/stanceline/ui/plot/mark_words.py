"""Marks in words, for tool tips and screen readers."""

from PySide6.QtCore import QCoreApplication

from stanceline.model.marks import NO_STANCE, TRAIT_WORDS, Corpus, Kind, Trait
from stanceline.render.palette import STANCE_WORDS
from stanceline.render.text import when_text

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
    lines = [marks.labels[number], " · ".join(part for part in parts if part)]
    source = int(marks.article[number])
    if 0 <= source < len(corpus.articles):
        article = corpus.articles[source]
        lines.append(", ".join(part for part in (article.outlet, article.title, article.date_text) if part))
    return "\n".join(lines)

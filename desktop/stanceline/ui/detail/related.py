"""What else has to do with a mark: who repeats it, what its holder said against it, and what a person changed in it.

Pure functions from rows and decisions to values; `notes_page` shows them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from stanceline.model.edits import DecisionKey
from stanceline.model.store import HistoryEntry
from stanceline.records import StanceRow
from stanceline.ui.detail.evidence import Detail, source_line
from stanceline.ui.index import Index
from stanceline.ui.words import period_text, say, shortened

RelatedKind = Literal["contradicts", "repeats", "carries"]
_MOST_OF_A_KIND = 5
_QUOTE_LENGTH = 140


@dataclass(frozen=True, slots=True)
class Related:
    """Another mark: how it is related, its words, when and where they stand."""

    kind: RelatedKind
    key: str
    quote: str
    where: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A decision of a person that a mark shows: in words, and the decisions whose end takes it back."""

    text: str
    decisions: tuple[DecisionKey, ...]


def related_of(index: Index, key: str) -> tuple[Related, ...]:
    """Other marks of the same matter, those that contradict it first, each kind nearest in time first."""
    stance = index.stances.get(key)
    if stance is not None:
        return (
            *_several(index, "contradicts", _opposed(index, stance), stance),
            *_several(index, "repeats", _copies(index, stance), stance),
        )
    carried = index.stances_of_statement.get(key, ())
    return _several(index, "carries", carried, carried[0]) if carried else ()


def _opposed(index: Index, stance: StanceRow) -> list[StanceRow]:
    """Stances of the same holder on the same proposal with the other side; copies of one stand for it."""
    if not stance.stance:
        return []
    return [
        row
        for row in index.analysis.stances
        if (row.holder, row.proposal) == (stance.holder, stance.proposal)
        and row.stance * stance.stance < 0
        and row.copy_of is None
    ]


def _copies(index: Index, stance: StanceRow) -> list[StanceRow]:
    first = stance.copy_of or stance.id
    rows = [*([index.stances[first]] if first in index.stances else []), *index.copies_of.get(first, ())]
    return [row for row in rows if row.id != stance.id]


def _several(index: Index, kind: RelatedKind, rows: Iterable[StanceRow], beside: StanceRow) -> tuple[Related, ...]:
    def distance(row: StanceRow) -> tuple[bool, int, str]:
        if row.begin is None or beside.begin is None:
            return True, 0, row.id
        return False, abs(row.begin - beside.begin), row.id

    return tuple(_related(index, kind, row) for row in sorted(rows, key=distance)[:_MOST_OF_A_KIND])


def _related(index: Index, kind: RelatedKind, row: StanceRow) -> Related:
    article = index.articles[row.article]
    words = shortened(" ".join(article.text[slice(*row.evidence)].split()), _QUOTE_LENGTH)
    when = period_text(row.begin, row.end_exclusive, row.granularity) if row.begin is not None else say("undated")
    return Related(kind, row.id, f"“{words}”", " · ".join((when, source_line(article, row.evidence[0]))))


# ---- corrections ---------------------------------------------------------------------------------------


def corrections_of(
    detail: Detail, history: Sequence[HistoryEntry], in_force: Iterable[DecisionKey]
) -> tuple[Correction, ...]:
    """The corrections that a mark shows, the newest first: of its article's day, its actors, its stances, itself."""
    concerned = {("article_date", detail.article), *(("stance", key) for key in (detail.key, *detail.stances))}
    concerned |= {(kind, actor) for kind in ("actor_name", "actor_merge") for actor in detail.actors}
    statement = f"statement:{detail.key}|"
    wanted = {key for key in in_force if key in concerned or (key[0] == "stance" and key[1].startswith(statement))}
    found = []
    for entry in reversed(history):
        # What a later edit has replaced is told by that one.
        keys = tuple((new.kind, new.key) for new in entry.done.put if (new.kind, new.key) in wanted)
        if keys:
            found.append(Correction(entry.text, keys))
            wanted.difference_update(keys)
    return tuple(found)

"""Where an actor stands on a proposal, all evidence together: the cell, its stances, its changes, its arguments.

Pure functions from rows to values; the pane only shows them.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from stanceline.discourse.stances.cell_rules import CellRules
from stanceline.discourse.stances.cells import chain_of
from stanceline.discourse.stances.turns import turns_of
from stanceline.records import CellRow, StanceRow, Voiced
from stanceline.ui.detail.evidence import source_line
from stanceline.ui.detail.explained import carrier_name
from stanceline.ui.index import Index
from stanceline.ui.words import DAY_S, counted, day_text, mode_word, period_text, say, shortened, stance_word

_LONGEST_QUOTE = 240


@dataclass(frozen=True)
class Spoken:
    """One stance of a cell: its key, side, day, words and where they stand."""

    key: str
    stance: int
    when: str
    who: str
    quote: str
    source: str
    how: str
    """Its side and how it is known, in words."""
    copies: tuple[tuple[str, str, str], ...] = ()
    """The stances that only repeat it word for word: key, outlet, and where it stands."""


@dataclass(frozen=True)
class Shift:
    """A change of position with the stances before and after it."""

    when: str
    before: Spoken
    after: Spoken


@dataclass(frozen=True)
class Reason:
    """An argument that the actor uses: 1 for or -1 against, how often, a sentence."""

    side: int
    text: str
    count: int
    quote: str
    source: str


@dataclass(frozen=True)
class Position:
    """Everything of one cell that the pane shows; `label` is that of `CellRow`."""

    actor: str
    proposal: str
    headline: str
    label: str
    facts: tuple[str, ...]
    shifts: tuple[Shift, ...]
    stances: tuple[Spoken, ...]
    reasons: tuple[Reason, ...] = ()


def position_of(
    index: Index, actor: str, proposal: str, rules: CellRules, arguments: Sequence[Voiced] = ()
) -> Position | None:
    """The position of an actor on a proposal, None where the analysis has no such cell."""
    cell = index.cells.get((actor, proposal))
    if cell is None:
        return None
    rows = [index.stances[key] for key in cell.stances if key in index.stances]
    copies = frozenset(cell.copies)
    rows = [row for row in rows if row.id not in copies]
    known = index.proposals.get(proposal)
    title = known.title if known else proposal
    ordered = sorted(rows, key=lambda row: (row.begin is None, -(row.begin or 0), row.id))
    turns = [turn for turn in turns_of(rows, rules) if {turn.before, turn.after} <= index.stances.keys()]
    return Position(
        actor, proposal, say("%1 on %2").replace("%1", index.actor_name(actor)).replace("%2", title), cell.stance,
        _facts(cell, rows), tuple(
            Shift(day_text(turn.when // DAY_S), _spoken(index, index.stances[turn.before], actor),
                  _spoken(index, index.stances[turn.after], actor))
            for turn in turns
        ),
        tuple(_spoken(index, row, actor, copies) for row in ordered),
        _reasons(index, actor, arguments),
    )  # fmt: skip


def _facts(cell: CellRow, rows: Sequence[StanceRow]) -> tuple[str, ...]:
    favor, against = sum(row.stance > 0 for row in rows), sum(row.stance < 0 for row in rows)
    neither = len(rows) - favor - against
    parts = [counted(len(rows), "one stance", "%1 stances")]
    sides = [(favor, say("%1 in favor")), (against, say("%1 against")), (neither, say("%1 neutral"))]
    parts.append(", ".join(words.replace("%1", str(number)) for number, words in sides if number))
    if cell.copies:
        parts.append(counted(len(cell.copies), "one copy of them not counted", "%1 copies of them not counted"))
    parts.append(mode_word(cell.mode).lower())
    if not cell.explicit:
        parts.append(say("only suggested"))
    parts.append(say("confidence %1").replace("%1", f"{cell.confidence:.2f}"))
    return tuple(part for part in parts if part)


def _spoken(index: Index, row: StanceRow, actor: str, copies: Set[str] = frozenset()) -> Spoken:
    article = index.articles[row.article]
    quote = shortened(" ".join(article.text[slice(*_widened(index, row))].split()), _LONGEST_QUOTE)
    how = mode_word(row.mode) if row.explicit else say("suggested")
    carried = [copy for copy in index.copies_of.get(row.id, ()) if copy.id in copies]
    return Spoken(
        row.id, row.stance, period_text(row.begin, row.end_exclusive, row.granularity),
        "" if row.holder == actor else index.actor_name(row.holder), quote, source_line(article, row.evidence[0]),
        f"{stance_word(row.stance)} · {how}",
        tuple((copy.id, carrier_name(index, copy), _place(index, copy)) for copy in carried),
    )  # fmt: skip


def _place(index: Index, row: StanceRow) -> str:
    return source_line(index.articles[row.article], row.evidence[0])


def _widened(index: Index, row: StanceRow) -> tuple[int, int]:
    """The evidence, and the words that it was said in where they are hardly more."""
    statement = index.statements.get(row.statement) if row.statement else None
    if statement is not None:
        for begin, end in statement.content_spans:
            if begin <= row.evidence[0] and row.evidence[1] <= end and end - begin <= _LONGEST_QUOTE:
                return begin, end
    return row.evidence


def _reasons(index: Index, actor: str, arguments: Sequence[Voiced]) -> tuple[Reason, ...]:
    found = []
    for one in arguments:
        if not _counts_for(index, one.actor, actor) or not one.kind.startswith("argument"):
            continue
        article = index.articles.get(one.example[0])
        if article is not None:
            quote = " ".join(article.text[slice(*one.example[1])].split())
            side = 1 if one.kind == "argument_for" else -1
            found.append(Reason(side, one.text, one.count, quote, source_line(article, one.example[1][0])))
    return tuple(sorted(found, key=lambda reason: (-reason.side, -reason.count, reason.text)))


def _counts_for(index: Index, actor: str, above: str) -> bool:
    """Whether an actor is the one asked for, or counts for it."""
    return actor == above or (actor in index.actors and above in chain_of(actor, index.actors))

"""Cells of the matrix in words: a line for a list or a screen reader, all that is known for a tooltip."""

from __future__ import annotations

import numpy as np

from stanceline.model.dates_text import date_text
from stanceline.model.evidence import UNDATED, Evidence
from stanceline.model.marks import MIXED, NO_STANCE, Cells, Corpus, Trait
from stanceline.render.palette import STANCE_WORDS
from stanceline.temporal.timex import DAY_S
from stanceline.ui.plot.mark_words import trait_words
from stanceline.ui.words import counted, say, shortened

_LONGEST_QUOTE = 90


def stance_words(cells: Cells, number: int) -> str:
    """What a cell says, in few words: "Opposes", "Supports on a condition"."""
    if number < 0:
        return say("No statement found")
    word = say(STANCE_WORDS[int(cells.stance[number])])
    return say("%1, conditional").replace("%1", word) if cells.traits[number] & Trait.CONDITIONAL else word


def is_inapplicable(corpus: Corpus, row: int, column: int) -> bool:
    """Whether somebody has said that a cell does not apply."""
    return bool(corpus.inapplicable) and (corpus.rows[row].key, corpus.columns[column][0]) in corpus.inapplicable


def describe_cell(corpus: Corpus, row: int, column: int, number: int) -> str:
    """A cell as a sentence: "Federation A, clause 4: opposes, first-hand, confidence 0.82, 3 statements"."""
    head = f"{corpus.rows[row].name}, {corpus.columns[column][1]}: "
    if number < 0:
        return head + (say("does not apply") if is_inapplicable(corpus, row, column) else say("no statement found"))
    cells = corpus.cells
    return head + ", ".join((*_facts(cells, number), _how_many(int(cells.count[number]))))


def compared_cell(corpus: Corpus, row: int, column: int, numbers: tuple[int, int], *, between: str = " ") -> str:
    """Both sides of a cell as sentences: "Federation A, clause 4: A: opposes, 2 statements. B: supports, …"."""
    head = f"{corpus.rows[row].name}, {corpus.columns[column][1]}:"
    sides = []
    for letter, cells, number in (("A", corpus.cells, numbers[0]), ("B", corpus.other_cells, numbers[1])):
        words = say("no statement found")
        if cells is not None and number >= 0:
            words = ", ".join((*_facts(cells, number), _how_many(int(cells.count[number]))))
        sides.append(f"{letter}: {words}.")
    return between.join((head, *sides))


def _how_many(count: int) -> str:
    return counted(count, "1 statement", "%1 statements")


def _facts(cells: Cells, number: int) -> list[str]:
    traits = Trait(int(cells.traits[number]))
    stance = say(STANCE_WORDS[int(cells.stance[number])]).lower()
    known = [] if traits & Trait.SECOND_HAND else [say("first-hand")]
    sure = say("confidence %1").replace("%1", f"{float(cells.confidence[number]):.2f}")
    found = [stance, *known, *trait_words(traits), sure]
    before = int(cells.before[number])
    if before != NO_STANCE:
        found.append(say("changed from “%1”").replace("%1", say(STANCE_WORDS[before]).lower()))
    return found


def tip_of_cell(corpus: Corpus, row: int, column: int, number: int) -> str:
    """All that is known of a cell, a subject a line."""
    head = f"{corpus.rows[row].name}: {corpus.columns[column][1]}"
    if number < 0:
        none = say("Does not apply") if is_inapplicable(corpus, row, column) else say("No statement found")
        return f"{head}\n{none}"
    cells = corpus.cells
    facts = " · ".join(_facts(cells, number))
    lines = [head, facts[0].upper() + facts[1:]]
    evidence, part = cells.evidence, cells.evidence.of(number)
    if part.start == part.stop:
        return "\n".join((*lines, _how_many(int(cells.count[number]))))
    lines += [
        _sides(evidence, part, is_mixed=cells.stance[number] == MIXED),
        _sources(evidence, part),
        _copies(int(cells.copies[number])),
        _when(evidence, part),
        _newest(evidence, part),
    ]
    return "\n".join(line for line in lines if line)


def _sides(evidence: Evidence, part: slice, *, is_mixed: bool) -> str:
    stance = evidence.stance[part][~evidence.is_copy[part]]
    counts = (
        (int((stance > 0).sum()), say("%1 in favor")),
        (int((stance < 0).sum()), say("%1 against")),
        (int((stance == 0).sum()), say("%1 neutral")),
    )
    named = [
        words.replace("%1", str(count)) for count, words in counts if count or (is_mixed and words is counts[0][1])
    ]
    return f"{_how_many(len(stance))}: {', '.join(named)}" if named else _how_many(len(stance))


def _sources(evidence: Evidence, part: slice) -> str:
    traits = evidence.traits[part][~evidence.is_copy[part]]
    second = int(np.count_nonzero(traits & Trait.SECOND_HAND))
    suggested = int(np.count_nonzero(traits & Trait.SUGGESTED))
    counts = (
        (len(traits) - second, say("%1 first-hand")), (second, say("%1 second-hand")), (suggested, say("%1 suggested")),
    )  # fmt: skip
    return ", ".join(words.replace("%1", str(count)) for count, words in counts if count)


def _copies(count: int) -> str:
    return counted(count, "One copy of them is not counted", "%1 copies of them are not counted") if count else ""


def _when(evidence: Evidence, part: slice) -> str:
    dated = evidence.begin[part] != UNDATED
    undated = int(np.count_nonzero(~dated))
    parts = []
    if dated.any():
        begin, end = int(evidence.begin[part][dated].min()), int(evidence.end[part][dated].max())
        first, last = begin // DAY_S, -(-end // DAY_S)
        parts.append(date_text(first * DAY_S, last * DAY_S, "day"))
    if undated:
        parts.append(say("%1 undated").replace("%1", str(undated)))
    return " · ".join(parts)


def _newest(evidence: Evidence, part: slice) -> str:
    """The words of the newest stance, shortened."""
    dated = np.flatnonzero((evidence.begin[part] != UNDATED) & ~evidence.is_copy[part])
    place = part.start + (int(dated[-1]) if len(dated) else 0)
    words = shortened(evidence.labels[int(evidence.mark[place])], _LONGEST_QUOTE)
    return f"“{words}”" if words else ""

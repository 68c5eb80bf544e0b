"""The lexicon of happenings: which verbs and nouns report something that takes place.

`lexicons/events.tsv` holds one word a row with its part and its classes: `happening` may be an event without a date,
`state` only with one; `cancel`, `plan`, `wish`, `forecast` and `fail` say what becomes of what depends on the verb;
nouns of class `span` ("deadline", "term") count only where a date stands with them; at an `occasion` ("statement",
"interview") something is said, and that is the happening; by verbs that `gather` somebody is at a meeting, and those
that `hold` tell of the meeting itself. Words that `decide` (vote, ratify, ruling) make a milestone, and so do those
that `bind` (sign, pass) together with an `instrument` (treaty, bill). `meet`, `protest`, `harm` (attack, flood) and
`tell` (speech, report) say what sort of happening it is.
"""

import csv
from dataclasses import dataclass
from functools import lru_cache

from stanceline import StancelineError, paths

_CLASSES = {
    "happening", "state", "cancel", "plan", "wish", "forecast", "fail", "span", "occasion", "gather", "hold", "decide",
    "bind", "instrument", "meet", "protest", "harm", "tell",
}  # fmt: skip


class EventWordError(StancelineError):
    """A row of the lexicon of happenings makes no sense."""


@dataclass(frozen=True)
class EventWords:
    """Classes by part and lemma."""

    rows: dict[tuple[str, str], frozenset[str]]

    def has(self, part: str, lemma: str, kind: str) -> bool:
        """Whether the word of that part belongs to the class."""
        return kind in self.rows.get((part, lemma.lower()), frozenset())


@lru_cache(maxsize=1)
def load_event_words() -> EventWords:
    """The shipped lexicon; raises `EventWordError` with the line of a row that is double or malformed."""
    rows: dict[tuple[str, str], frozenset[str]] = {}
    path = paths.resource("lexicons/events.tsv")
    with path.open(encoding="utf-8", newline="") as handle:
        for number, row in enumerate(csv.DictReader(handle, delimiter="\t"), 2):
            key = (row["part"], row["word"])
            classes = frozenset((row["classes"] or "").split())
            if key in rows or row["part"] not in ("verb", "noun") or not classes or classes - _CLASSES:
                raise EventWordError(
                    f"{path}, line {number}: {row['word']!r} is there twice, "
                    "or its part or class is unknown. Correct it."
                )
            rows[key] = classes
    return EventWords(rows)

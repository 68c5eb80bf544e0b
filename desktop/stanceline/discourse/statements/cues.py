"""The lexicon of cues: words that attribute, and what they take.

One row a word in `lexicons/cues.tsv`: the lemma, its part (verb, noun, adjective; `light` for verbs that lend
themselves to a noun, as in "expressed worries"; `speaker` for nouns that name people who can be a source, `document`
for what can be written; `control` for verbs whose object acts, as in "asked him to explain"), its kind, and its
frames. Frames:

* `quote` a quotation, `clause` a that-clause, `inf` an infinitive, `obj` an object,
* `as` an object with "as", `oprd` an object with a predicate ("called it a mistake"),
* `passive` an infinitive behind its passive ("is expected to resign"),
* `person` the object is who is told or asked, not what is said,
* `p:about` an object behind that preposition.
"""

import csv
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from stanceline import StancelineError, paths

Part = Literal["verb", "noun", "adjective", "light", "speaker", "document", "control"]
PARTS: tuple[Part, ...] = ("verb", "noun", "adjective", "light", "speaker", "document", "control")
_FRAMES = {"quote", "clause", "inf", "obj", "as", "oprd", "person", "passive"}
# The model takes "hoping" and "hoped" for forms of "hop".
_LEMMAS = {"hop": "hope", "’": "", "retweete": "retweet"}


class CueError(StancelineError):
    """A row of the cue lexicon makes no sense."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One attributing word: `kind` tells speech from thought, `frames` what it takes.

    The kind `attitude` is for what somebody supports, prefers, plans or is about to do without a word being said; its
    statements have rules that begin with `say.attitude`.
    """

    lemma: str
    kind: str
    frames: frozenset[str]

    def prepositions(self) -> frozenset[str]:
        """The prepositions behind which its content may stand."""
        return frozenset(frame[2:] for frame in self.frames if frame.startswith("p:"))


@dataclass(frozen=True)
class CueLexicon:
    """Cues by part and lemma."""

    rows: dict[Part, dict[str, Cue]]

    def find(self, part: Part, lemma: str) -> Cue | None:
        """The cue of that part and lemma, or None."""
        lemma = lemma.lower()
        return self.rows[part].get(_LEMMAS.get(lemma, lemma))


@lru_cache(maxsize=1)
def load_cues() -> CueLexicon:
    """The shipped lexicon; raises `CueError` with the line of a row that is double or malformed."""
    rows: dict[Part, dict[str, Cue]] = {part: {} for part in PARTS}
    path = paths.resource("lexicons/cues.tsv")
    with path.open(encoding="utf-8", newline="") as handle:
        for number, row in enumerate(csv.DictReader(handle, delimiter="\t"), 2):
            frames = frozenset((row["frames"] or "").split())
            wrong = [frame for frame in sorted(frames) if frame not in _FRAMES and not frame.startswith("p:")]
            part = next((part for part in PARTS if part == row["part"]), None)
            if part is None or wrong or row["cue"] in rows[part]:
                what = (
                    f"unknown part {row['part']}"
                    if part is None
                    else f"unknown frame {wrong[0]}"
                    if wrong
                    else "given twice"
                )
                raise CueError(f"{path}, line {number}: the cue {row['cue']!r} has an {what}. Correct the row.")
            rows[part][row["cue"]] = Cue(row["cue"], row["kind"], frames)
    return CueLexicon(rows)

"""How often the person meant by a pronoun is found: 100 of "he" and "she", and 40 of "it" and "they".

`tests/data/pronouns.jsonl` holds invented passages, one a line, each written before any was run: `text` with the
pronoun in square brackets, `who` the words in the passage that name whom it means (null where leaving it open is
right), `class` what makes it easy or hard, and `half`. The rules were made with the first half in view; the second
half was first scored unseen.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from stanceline.discourse.language import LanguageModel, verify_model
from stanceline.pipeline import extract
from stanceline.reading.article import Article
from stanceline.reading.furniture import mark_blocks
from stanceline.records import Extraction
from tests.figures import Figure
from tests.quality.running import DATA

Outcome = Literal["right", "wrong", "open"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the program says of one case: `right`, `wrong`, or `open` where it names nobody."""

    case: dict[str, Any]
    outcome: Outcome
    named: str | None


def read_cases() -> list[dict[str, Any]]:
    """All cases in file order."""
    lines = (DATA / "pronouns.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def answer(case: dict[str, Any], model: LanguageModel) -> Answer:
    """Read the passage and compare the pronoun's actor with the actor of the words that it means."""
    before, pronoun, behind = re.split(r"[\[\]]", case["text"])
    text = before + pronoun + behind
    found = extract(Article(case["id"], text, "", language="en", blocks=mark_blocks(text)), model)
    meant = next((m for m in found.mentions if (m.start, m.end) == (len(before), len(before) + len(pronoun))), None)
    if meant is None or meant.actor is None:
        return Answer(case, "open", None)
    named = found.actors[meant.actor].name
    wanted = None if case["who"] is None else _actor_of(case["who"], text, found)
    return Answer(case, "right" if meant.actor == wanted else "wrong", named)


def _actor_of(words: str, text: str, found: Extraction) -> int | None:
    """The actor of the mention among the words, where they first stand, that begins first, else is longest."""
    start = text.index(words)
    end = start + len(words)
    inside = [m for m in found.mentions if m.actor is not None and m.start < end and start < m.end]
    near = [m for m in inside if m.kind not in ("title", "adjective", "pronoun")]
    return min(near, key=lambda m: (max(m.start, start), m.start - m.end)).actor if near else None


def pronoun_figures() -> Iterator[Figure]:
    """Accuracy of what is resolved and the share that is, of persons; and what is claimed wrongly of the rest."""
    model = LanguageModel(verify_model())
    answers = [answer(case, model) for case in read_cases()]
    for sort in ("person", "other"):
        for half in (1, 2, None):
            some = [a for a in answers if a.case["id"].startswith(sort) and half in (a.case["half"], None)]
            given = [a for a in some if a.outcome != "open"]
            right = sum(a.outcome == "right" for a in given)
            keys = {"corpus": "pronouns", "pronoun": sort, "half": half or "both", "n": len(some)}
            yield Figure("pronoun_accuracy", right / len(given) if given else None, "share", keys=keys)
            wanted = [a for a in some if a.case["who"] is not None]
            coverage = sum(a.outcome == "right" for a in wanted) / len(wanted)
            yield Figure("pronoun_recall", coverage, "share", keys={**keys, "n": len(wanted)})

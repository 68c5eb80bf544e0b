"""Today and tomorrow as figures of speech: "Ukraine today, Taiwan tomorrow"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stanceline.temporal.timex import Candidate

_REF: Final = {"-1": "PAST_REF", "0": "PRESENT_REF", "1": "FUTURE_REF"}
_MODAL = re.compile(r"\b(?:could|may|might|can)\b")
_ELLIPSIS = re.compile(r",? (?:and |but )?(?:(?:the|in) )?(?:[A-Z][\w’'-]* ?){1,4}")
_OR = re.compile(r",? or (?:better|even|rather)?,? ?")
_LONGEST_CONTRAST: Final = 150


def mark_contrasts(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Turns "today ... tomorrow" that oppose now and some day into references without a calendar value.

    "What happens in Europe today could happen in Asia tomorrow", "Ukraine today, Taiwan tomorrow": two bare day words
    in one sentence with a possibility or nothing but a name between them. "They meet today and vote tomorrow" stays.
    """
    marked = list(found)
    for index in range(len(marked) - 1):
        first, second = found[index], found[index + 1]
        if first.rule == second.rule == "en.day.deictic" and _is_contrast(text[first.end : second.start]):
            marked[index], marked[index + 1] = _as_reference(first), _as_reference(second)
    return marked


def _is_contrast(gap: str) -> bool:
    if len(gap) > _LONGEST_CONTRAST or any(mark in gap for mark in ".!?;\n"):
        return False
    return bool(_MODAL.search(gap) or _ELLIPSIS.fullmatch(gap) or _OR.fullmatch(gap))


def _as_reference(candidate: Candidate) -> Candidate:
    args = (("family", "ref"), ("value", _REF[dict(candidate.args)["n"]]))
    return replace(candidate, rule="en.ref.contrast", args=args)

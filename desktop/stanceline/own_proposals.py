"""The proposals of a project: those it began with, and a person's additions, changes, removals and order over them.

Each is a decision like any other correction, so it is undone, kept and handed on in the same way.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from typing import Any

from stanceline.records import SUGGESTED, Decision, Proposal, SuggestedKind

GONE = ""
"""The value of a `proposal` decision that takes the proposal out."""
ORDER_KEY = ""
_ID = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,79})")
_TEXTS = ("id", "title", "description", "positive_pole", "part_of")
_LISTS = tuple(entry.name for entry in fields(Proposal) if entry.name not in _TEXTS)


def is_id(text: str) -> bool:
    """Whether `text` can be the id of a proposal: lower-case letters, digits and hyphens, at most 80."""
    return _ID.fullmatch(text) is not None


def encode_proposal(proposal: Proposal) -> str:
    """A proposal as the value of a decision."""
    return json.dumps(asdict(proposal), ensure_ascii=False, sort_keys=True)


def decode_proposal(text: str) -> Proposal | None:
    """What `encode_proposal` wrote; None for anything else."""
    try:
        row = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(row, dict) or not all(isinstance(row.get(key), str) for key in ("id", "title")):
        return None
    texts: dict[str, Any] = {key: row[key] for key in _TEXTS if isinstance(row.get(key), str)}
    lists: dict[str, Any] = {key: tuple(map(str, row[key])) for key in _LISTS if isinstance(row.get(key), list)}
    return Proposal(**texts, **lists)


def encode_order(ids: Iterable[str]) -> str:
    """An order of proposals as the value of a decision."""
    return json.dumps(list(ids))


def _decode_order(text: str) -> list[str]:
    try:
        row = json.loads(text)
    except (ValueError, RecursionError):
        return []
    return [ident for ident in row if isinstance(ident, str)] if isinstance(row, list) else []


def with_own(proposals: Sequence[Proposal], decisions: Iterable[Decision]) -> tuple[Proposal, ...]:
    """The proposals with a person's own laid over them: replaced, added behind, taken out, put in order."""
    found = {proposal.id: proposal for proposal in proposals}
    order: list[str] = []
    for decision in decisions:
        if decision.kind == "proposal_order":
            order = _decode_order(decision.value)
        elif decision.kind == "proposal" and decision.value == GONE:
            found.pop(decision.key, None)
        elif decision.kind == "proposal" and (own := decode_proposal(decision.value)) is not None:
            found[decision.key] = own
    places = {ident: place for place, ident in enumerate(order)}
    return tuple(sorted(found.values(), key=lambda proposal: places.get(proposal.id, len(places))))


def dismissal_key(proposal: str, kind: str, suggestion: str) -> str:
    """The key of the decision that keeps a suggestion from coming back."""
    return f"{proposal}|{kind}|{suggestion.casefold()}"


def dismissed(proposal: str, decisions: Iterable[Decision]) -> frozenset[tuple[SuggestedKind, str]]:
    """Kind and case-folded text of the suggestions that a person does not want for a proposal."""
    keys = {decision.key for decision in decisions if decision.kind == "dismissed"}
    heads: tuple[tuple[SuggestedKind, str], ...] = tuple((kind, f"{proposal}|{kind}|") for kind in SUGGESTED)
    return frozenset((kind, key.removeprefix(head)) for key in keys for kind, head in heads if key.startswith(head))

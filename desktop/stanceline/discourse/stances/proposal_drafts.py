"""A proposal as a person types it: its id, and what is wrong with each field."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from stanceline.own_proposals import is_id
from stanceline.records import Proposal

LONGEST_TITLE, LONGEST_PHRASE = 160, 120
"""Characters: what is longer is a sentence, not a name, and stands in no article word for word."""
LISTS = ("aliases", "carriers", "proposers", "arguments_for", "arguments_against")
_LONGEST_ID = 60
_NO_ID = re.compile(r"[^a-z0-9]+")
_SEPARATORS = re.compile(r"[;\n\r\t]")


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields of a form, as typed; `kept` is the proposal that is being changed, None for a new one."""

    title: str = ""
    id: str = ""
    description: str = ""
    positive_pole: str = ""
    part_of: str | None = None
    aliases: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ("plan", "proposal", "idea", "move")
    proposers: tuple[str, ...] = ()
    arguments_for: tuple[str, ...] = ()
    arguments_against: tuple[str, ...] = ()
    kept: Proposal | None = None


def draft_of(proposal: Proposal) -> Draft:
    """What a form shows of a proposal."""
    return Draft(
        proposal.title, proposal.id, proposal.description, proposal.positive_pole, proposal.part_of, proposal.aliases,
        proposal.carriers, proposal.proposers, proposal.arguments_for, proposal.arguments_against, proposal,
    )  # fmt: skip


def id_of(title: str, taken: Collection[str] = ()) -> str:
    """An id made from a title: "Ferry toll, phase 2" gives `ferry-toll-phase-2`, numbered where it is taken."""
    plain = unicodedata.normalize("NFKD", title.casefold().replace("ß", "ss"))
    joined = _NO_ID.sub("-", "".join(char for char in plain if not unicodedata.combining(char))).strip("-")
    if len(joined) > _LONGEST_ID:
        joined = joined[: _LONGEST_ID + 1].rpartition("-")[0] or joined[:_LONGEST_ID]
    base = joined or ("proposal" if title.strip() else "")
    number, made = 2, base
    while made in taken:
        made, number = f"{base}-{number}", number + 1
    return made


def split_phrases(text: str) -> tuple[str, ...]:
    """Names as pasted, one a line or between semicolons; doubles and blanks are left out."""
    return _unique(_SEPARATORS.split(text))


def _unique(phrases: Sequence[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for phrase in phrases:
        if cleaned := " ".join(phrase.split()):
            found.setdefault(cleaned.casefold(), cleaned)
    return tuple(found.values())


def read_draft(draft: Draft, others: Sequence[Proposal]) -> tuple[Proposal | None, dict[str, str]]:
    """The proposal, or what is wrong by field (`title`, `id`, `part_of`, and the fields of `LISTS`).

    `others` are the proposals of the project; the one that is being changed may be among them.
    """
    others = [other for other in others if draft.kept is None or other.id != draft.kept.id]
    title = " ".join(draft.title.split())
    lists = {key: _unique(getattr(draft, key)) for key in LISTS}
    wrong = _wrong_title(title, others) | _wrong_id(draft.id.strip(), others) | _wrong_part(draft, others)
    for key, phrases in lists.items():
        long = next((phrase for phrase in phrases if len(phrase) > LONGEST_PHRASE), None)
        if long is not None:
            wrong[key] = f"“{long[:40]}…” is too long to be found. Keep to the few words that articles use."
    if wrong:
        return None, wrong
    made = Proposal(
        id=draft.id.strip(), title=title, description=" ".join(draft.description.split()),
        positive_pole=" ".join(draft.positive_pole.split()), part_of=draft.part_of or None, **lists,
    )  # fmt: skip
    # Without a name of its own a proposal goes by its title, without stand-ins by the usual ones.
    made = made if made.aliases else replace(made, aliases=(title,))
    return (made if made.carriers else replace(made, carriers=Proposal("", "").carriers)), {}


def _wrong_title(title: str, others: Sequence[Proposal]) -> dict[str, str]:
    if not title:
        return {"title": "A proposal needs a title. Name the plan as a headline would: “Harbor tunnel”."}
    if len(title) > LONGEST_TITLE:
        return {"title": f"Keep the title under {LONGEST_TITLE} characters; the rest belongs into the description."}
    same = next((other for other in others if other.title.casefold() == title.casefold()), None)
    return {"title": f"Another proposal is called “{same.title}”. Tell the two apart in their titles."} if same else {}


def _wrong_id(ident: str, others: Sequence[Proposal]) -> dict[str, str]:
    if not ident:
        return {}  # It is made from the title; what is wrong is said there.
    if not is_id(ident):
        return {"id": "Use lower-case letters, digits and hyphens, beginning with a letter or digit."}
    if any(other.id == ident for other in others):
        return {"id": f"The id {ident} is taken. Add a word or a number."}
    return {}


def _wrong_part(draft: Draft, others: Sequence[Proposal]) -> dict[str, str]:
    above, known = draft.part_of, {other.id: other for other in others}
    seen: set[str] = set()
    while above and above in known and above not in seen:
        seen.add(above)
        above = known[above].part_of
    if above and above == draft.id.strip():
        title = known[draft.part_of].title if draft.part_of in known else draft.part_of
        return {"part_of": f"“{title}” is itself a part of this proposal. Choose another, or none."}
    return {}

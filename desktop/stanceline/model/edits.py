"""Corrections by a person as values: each names what it does and knows how to change the decisions.

`Project.apply(edit)` returns the inverse, an edit like any other; so undo and redo are two applications.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from stanceline import StancelineError
from stanceline.own_proposals import GONE, ORDER_KEY, dismissal_key, encode_order, encode_proposal, is_id
from stanceline.records import Decision, DecisionKind, Proposal
from stanceline.temporal.references.events import ReferenceEvent
from stanceline.temporal.references.tables import encode_event
from stanceline.temporal.timex import format_day, parse_day

DecisionKey = tuple[DecisionKind, str]
Decisions = Mapping[DecisionKey, str]

STANCE_WORDS: Mapping[int, str] = {
    2: "supports",
    1: "leans in favor",
    0: "neutral",
    -1: "leans against",
    -2: "opposes",
}


class EditError(StancelineError):
    """An edit that makes no sense; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What an edit does: decisions put in place (one a key), decisions dropped, articles taken out and put back."""

    put: tuple[Decision, ...] = ()
    drop: tuple[DecisionKey, ...] = ()
    remove: tuple[str, ...] = ()
    restore: tuple[str, ...] = ()


class Edit(Protocol):
    """One change with a text for menus and the history ("Merge 'Dr. Okafor' into 'Ada Okafor'")."""

    @property
    def text(self) -> str:
        """What the edit does, in the imperative."""
        ...

    def changes(self) -> Changes:
        """What it changes; raises `EditError` where it makes no sense."""
        ...


def _set(kind: DecisionKind, key: str, value: str | None) -> Changes:
    return Changes(drop=((kind, key),)) if value is None else Changes(put=(Decision(kind, key, value),))


@dataclass(frozen=True, slots=True)
class SetArticleDate:
    """Say on which day an article was published; `day` None takes such a decision back."""

    article: str
    day: str | None
    title: str = ""

    @property
    def text(self) -> str:
        name = self.title or self.article
        return f"Clear the date of '{name}'" if self.day is None else f"Date '{name}' {self.day}"

    def changes(self) -> Changes:
        """Raises `EditError` where `day` is no ISO date."""
        day = None if self.day is None else parse_day(self.day)
        if self.day is not None and day is None:
            raise EditError(f"'{self.day}' is no date. Write it as year, month and day, for example 2023-07-12.")
        return _set("article_date", self.article, None if day is None else format_day(day))


@dataclass(frozen=True, slots=True)
class SetStance:
    """Say which side a passage takes, from -2 to 2; None gives the word back to the machine."""

    stance: str
    value: int | None
    holder: str = ""

    @property
    def text(self) -> str:
        name = self.holder or self.stance
        return f"Clear the stance of {name}" if self.value is None else f"Set {name}: {STANCE_WORDS[self.value]}"

    def changes(self) -> Changes:
        """Raises `EditError` where the value is out of range."""
        if self.value is not None and self.value not in STANCE_WORDS:
            raise EditError(f"A stance runs from -2 (opposes) to 2 (supports); {self.value} is outside.")
        return _set("stance", self.stance, None if self.value is None else str(self.value))


@dataclass(frozen=True, slots=True)
class RenameActor:
    """Give an actor another name; None gives it its own name back."""

    actor: str
    name: str | None
    old_name: str = ""

    @property
    def text(self) -> str:
        old = self.old_name or self.actor
        return f"Give '{old}' its own name back" if self.name is None else f"Rename '{old}' to '{self.name.strip()}'"

    def changes(self) -> Changes:
        """Raises `EditError` where the name is blank."""
        if self.name is not None and not self.name.strip():
            raise EditError("An actor needs a name. Type one, or cancel.")
        return _set("actor_name", self.actor, None if self.name is None else " ".join(self.name.split()))


@dataclass(frozen=True, slots=True)
class MergeActors:
    """Make two actors one: `gone` disappears, all it did stands under `into`."""

    gone: str
    into: str
    gone_name: str = ""
    into_name: str = ""

    @property
    def text(self) -> str:
        return f"Merge '{self.gone_name or self.gone}' into '{self.into_name or self.into}'"

    def changes(self) -> Changes:
        """Puts the merge."""
        return _set("actor_merge", self.gone, self.into)


@dataclass(frozen=True, slots=True)
class UnmergeActor:
    """Take a merge back."""

    gone: str
    gone_name: str = ""

    @property
    def text(self) -> str:
        return f"Separate '{self.gone_name or self.gone}' again"

    def changes(self) -> Changes:
        """Drops the merge."""
        return _set("actor_merge", self.gone, None)


@dataclass(frozen=True, slots=True)
class RejectRow:
    """Strike out a wrong statement, stance or event; `is_rejected` False puts it back."""

    table: Literal["statement", "stance", "event"]
    key: str
    label: str = ""
    is_rejected: bool = True

    @property
    def text(self) -> str:
        return f"{'Reject' if self.is_rejected else 'Accept'} {self.table} '{self.label or self.key}'"

    def changes(self) -> Changes:
        """Puts or drops the rejection."""
        return _set("reject", f"{self.table}:{self.key}", "" if self.is_rejected else None)


@dataclass(frozen=True, slots=True)
class SetReferences:
    """Add reference events of one's own, put others in their places, or (`gone`, by id) take some out."""

    events: tuple[ReferenceEvent, ...] = ()
    gone: tuple[str, ...] = ()
    text: str = "Change the reference events"

    def changes(self) -> Changes:
        """Puts and drops rows, one decision an event; raises `EditError` where an event has no id."""
        if not all(event.id and event.name and event.start <= event.end for event in self.events):
            raise EditError("A reference event needs a name and days that do not end before they begin.")
        put = tuple(Decision("reference", event.id, encode_event(event)) for event in self.events)
        return Changes(put, tuple(("reference", ident) for ident in self.gone))


@dataclass(frozen=True, slots=True)
class SetProposals:
    """Add proposals or put others in their places, take some out (`gone`, by id), and put all in order (ids)."""

    proposals: tuple[Proposal, ...] = ()
    gone: tuple[str, ...] = ()
    order: tuple[str, ...] | None = None
    text: str = "Change the proposals"

    def changes(self) -> Changes:
        """One decision a proposal, and one for the order; raises `EditError` where an id or a title is missing."""
        for proposal in self.proposals:
            if not is_id(proposal.id):
                raise EditError(
                    f"'{proposal.id}' cannot be the id of a proposal. Use lower-case letters, digits and hyphens, "
                    "for example city-bus-lanes."
                )
            if not proposal.title.strip():
                raise EditError("A proposal needs a title. Type one, or cancel.")
        put = [Decision("proposal", proposal.id, encode_proposal(proposal)) for proposal in self.proposals]
        put += [Decision("proposal", ident, GONE) for ident in self.gone]
        if self.order is not None:
            put.append(Decision("proposal_order", ORDER_KEY, encode_order(self.order)))
        return Changes(tuple(put))


@dataclass(frozen=True, slots=True)
class DismissSuggestion:
    """Never make a suggestion for a proposal again (`kind` as in `suggestions.KINDS`); False allows it again."""

    proposal: str
    kind: str
    suggestion: str
    is_dismissed: bool = True

    @property
    def text(self) -> str:
        return f"{'Dismiss' if self.is_dismissed else 'Allow'} the suggestion '{self.suggestion}'"

    def changes(self) -> Changes:
        """Puts or drops the dismissal."""
        key = dismissal_key(self.proposal, self.kind, self.suggestion)
        return _set("dismissed", key, "" if self.is_dismissed else None)


@dataclass(frozen=True, slots=True)
class SetSettings:
    """Settings that the analysis hangs on, by name (`cells.second_hand`); None gives the program's own value back."""

    values: tuple[tuple[str, str | None], ...]
    text: str = "Change the settings"

    def changes(self) -> Changes:
        """One decision a setting."""
        put = tuple(Decision("setting", name, value) for name, value in self.values if value is not None)
        return Changes(put, tuple(("setting", name) for name, value in self.values if value is None))


@dataclass(frozen=True, slots=True)
class SetNote:
    """Write a note on a mark; a blank one drops it."""

    mark: str
    note: str
    title: str = ""

    @property
    def text(self) -> str:
        return f"Write a note on '{self.title or self.mark}'" if self.note.strip() else "Drop a note"

    def changes(self) -> Changes:
        """Puts or drops the note."""
        return _set("note", self.mark, self.note.strip() or None)


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Give what corrections decided back to the machine, whenever they were made."""

    decisions: tuple[DecisionKey, ...]
    what: str

    @property
    def text(self) -> str:
        return f"Take back: {self.what}"

    def changes(self) -> Changes:
        """Drops the decisions."""
        return Changes(drop=self.decisions)


@dataclass(frozen=True, slots=True)
class RemoveArticles:
    """Take articles out of the project; they can be put back until the project is closed."""

    articles: tuple[str, ...]
    title: str = ""

    @property
    def text(self) -> str:
        if len(self.articles) == 1:
            return f"Remove '{self.title or self.articles[0]}'"
        return f"Remove {len(self.articles)} articles"

    def changes(self) -> Changes:
        """Takes the articles out; decisions about them stay, should they come back."""
        return Changes(remove=self.articles)


@dataclass(frozen=True, slots=True)
class Restore:
    """The inverse of any edit: puts back exactly what was there, under the text of the edit it undoes.

    `is_undo` tells an undo from a redo, which is the inverse of an undo.
    """

    text: str
    changed: Changes
    is_undo: bool = True

    def changes(self) -> Changes:
        """What was worked out when the edit was applied."""
        return self.changed


def refuse_circles(changes: Changes, decisions: Decisions) -> None:
    """Raises `EditError` where an actor would be merged with itself, directly or through other merges."""
    merges = {key: value for (kind, key), value in decisions.items() if kind == "actor_merge"}
    for kind, key in changes.drop:
        if kind == "actor_merge":
            merges.pop(key, None)
    merges |= {new.key: new.value for new in changes.put if new.kind == "actor_merge"}
    for new in changes.put:
        end, seen = new.key, set[str]()
        while new.kind == "actor_merge" and end in merges:
            if end in seen:
                raise EditError(f"'{new.key}' cannot be merged with itself. Choose another actor to merge it into.")
            seen.add(end)
            end = merges[end]


def inverse_of(edit: Edit, changes: Changes, decisions: Decisions) -> Restore:
    """What puts the decisions back that `changes`, worked out from `edit`, is about to alter."""
    touched: Iterable[DecisionKey] = [*((new.kind, new.key) for new in changes.put), *changes.drop]
    put, drop = [], []
    for kind, key in dict.fromkeys(touched):
        if (kind, key) in decisions:
            put.append(Decision(kind, key, decisions[kind, key]))
        else:
            drop.append((kind, key))
    is_undo = not (isinstance(edit, Restore) and edit.is_undo)
    return Restore(edit.text, Changes(tuple(put), tuple(drop), changes.restore, changes.remove), is_undo)

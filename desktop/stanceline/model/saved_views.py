"""Views that a person saved with the project: name, note and the view itself, in an order of their own: the story.

Each is a decision of the kind `view`, so saving, renaming and moving one can be undone and lasts; nothing is derived
from it. What a view looks like is kept as the JSON that was saved, whatever version of the program wrote it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from stanceline.model.edits import Changes, DecisionKey, EditError
from stanceline.model.view_state import ViewState
from stanceline.records import Decision, DecisionKind

VIEW: DecisionKind = "view"
ORDER: DecisionKind = "view_order"
_ORDER_KEY = ""


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view under a name; `state` is what `ViewState.to_json` wrote."""

    id: str
    name: str
    state: str
    note: str = ""

    def view(self) -> ViewState:
        """The view itself. Raises `ViewStateError` where another version of the program saved it in another way."""
        return ViewState.from_json(self.state)


@dataclass(frozen=True, slots=True)
class SetViews:
    """Save views or put others in their places, take some out (`gone`, by id), and put all in order (ids)."""

    views: tuple[SavedView, ...] = ()
    gone: tuple[str, ...] = ()
    order: tuple[str, ...] | None = None
    text: str = "Change the saved views"

    def changes(self) -> Changes:
        """One decision a view, and one for the order; raises `EditError` where a view has no name."""
        if not all(view.name.strip() for view in self.views):
            raise EditError("A saved view needs a name. Type one, or cancel.")
        put = [Decision(VIEW, view.id, msgspec.json.encode(view).decode()) for view in self.views]
        if self.order is not None:
            put.append(Decision(ORDER, _ORDER_KEY, msgspec.json.encode(self.order).decode()))
        return Changes(tuple(put), tuple((VIEW, ident) for ident in self.gone))


def saved_views(decisions: Mapping[DecisionKey, str]) -> tuple[SavedView, ...]:
    """The saved views in the order of the story; those that were never moved stand behind, as they were saved."""
    found = [_decoded(value) for (kind, _), value in decisions.items() if kind == VIEW]
    order = _decoded_order(decisions.get((ORDER, _ORDER_KEY), "[]"))
    places = {ident: place for place, ident in enumerate(order)}
    return tuple(sorted((view for view in found if view), key=lambda one: (places.get(one.id, len(places)), one.id)))


def new_id(views: Iterable[SavedView]) -> str:
    """An id that none of the views has and that sorts behind theirs."""
    numbers = [int(view.id[1:]) for view in views if view.id[:1] == "v" and view.id[1:].isdecimal()]
    return f"v{max(numbers, default=0) + 1:06}"


def moved(views: Sequence[SavedView], ident: str, place: int) -> tuple[str, ...]:
    """The ids in order after one of them was put in front of what stands at `place` now."""
    ids = [view.id for view in views]
    at = ids.index(ident)
    ids.insert(max(0, min(place, len(ids))), ident)
    del ids[at + (1 if place <= at else 0)]
    return tuple(ids)


def _decoded(text: str) -> SavedView | None:
    try:
        return msgspec.json.decode(text, type=SavedView)
    except (msgspec.MsgspecError, RecursionError):
        return None


def _decoded_order(text: str) -> list[str]:
    try:
        return msgspec.json.decode(text, type=list[str])
    except (msgspec.MsgspecError, RecursionError):
        return []

"""Which keys set off which action: those of the list of actions, unless somebody has chosen others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from stanceline.ui.action_list import ACTIONS, ActionSpec
from stanceline.ui.actions import unambiguous_keys

if TYPE_CHECKING:
    from stanceline.ui.actions import ActionTable
    from stanceline.ui.settings import Settings

_NONE = "none"
_PORTABLE = QKeySequence.SequenceFormat.PortableText
SPECS: dict[str, ActionSpec] = {spec.id: spec for spec in ACTIONS}


class Shortcuts:
    """The keys of one window's actions; what is chosen lasts and is in force at once."""

    def __init__(self, settings: Settings, table: ActionTable) -> None:
        self._settings, self._table = settings, table

    def use(self) -> None:
        """Give all actions their keys."""
        for spec in ACTIONS:
            if self.is_own(spec.id):
                self._table.set_keys(spec.id, self.keys_of(spec.id))

    def keys_of(self, action_id: str) -> list[QKeySequence]:
        """The keys of an action, the ones shown in menus first."""
        kept = self._settings.text(f"keys/{action_id}")
        if not kept:
            return unambiguous_keys(SPECS[action_id].keys)
        if kept == _NONE:
            return []
        return unambiguous_keys(kept.split("; "))

    def is_own(self, action_id: str) -> bool:
        """Whether somebody has chosen the keys of an action."""
        return bool(self._settings.text(f"keys/{action_id}"))

    def owner_of(self, keys: QKeySequence, *, but: str = "") -> str:
        """The action that has some keys, or keys that begin with them, empty where none has."""
        for spec in ACTIONS:
            if spec.id != but and any(_meet(keys, other) for other in self.keys_of(spec.id)):
                return spec.id
        return ""

    def set_keys(self, action_id: str, keys: Sequence[QKeySequence]) -> None:
        """Give an action other keys, or none; whoever had one of them loses it."""
        for one in keys:
            owner = self.owner_of(one, but=action_id)
            if owner:
                self._keep(owner, [other for other in self.keys_of(owner) if not _meet(one, other)])
        self._keep(action_id, keys)

    def _keep(self, action_id: str, keys: Sequence[QKeySequence]) -> None:
        shipped = unambiguous_keys(SPECS[action_id].keys)
        text = "; ".join(key.toString(_PORTABLE) for key in keys) or _NONE
        self._settings.set_text(f"keys/{action_id}", "" if list(keys) == shipped else text)
        self._table.set_keys(action_id, list(keys))

    def reset(self, action_id: str) -> None:
        """Give an action its own keys back; who took one of them in the meantime loses it."""
        self.set_keys(action_id, unambiguous_keys(SPECS[action_id].keys))

    def reset_all(self) -> None:
        """Give all actions their own keys back."""
        for spec in ACTIONS:
            self._keep(spec.id, unambiguous_keys(spec.keys))


def _meet(keys: QKeySequence, others: QKeySequence) -> bool:
    match = QKeySequence.SequenceMatch
    return keys.matches(others) != match.NoMatch or others.matches(keys) != match.NoMatch

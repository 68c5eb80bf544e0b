"""The actions of a window and its menus, made from the list of all actions."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolButton

from stanceline.ui.action_list import ACTIONS, MENU_TITLES, TOOL_BAR, ActionSpec, Menu, Need
from stanceline.ui.theme import Theme

_WITH_TEXT = frozenset({"file.add", "file.export"})
_FIRST = frozenset({*TOOL_BAR, "file.sample"})


def words(text: str) -> str:
    """An action's or menu's text in the user's language."""
    return QCoreApplication.translate("actions", text)


class ActionTable(QObject):
    """The actions of one window, made from `ACTIONS`: those that the first frame shows at once, the rest by
    `finish`.
    """

    def __init__(
        self, theme: Theme, call: Callable[[str, str], None], has: Callable[[Need], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme, self._call, self._has = theme, call, has
        self._groups: dict[str, QActionGroup] = {}
        self._actions = {spec.id: self._make(spec) for spec in ACTIONS if spec.id in _FIRST}
        theme.changed.connect(self._on_theme_changed)

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(words(spec.text), self.parent())
        action.setObjectName(spec.name)
        action.setCheckable(spec.checkable)
        if spec.icon:
            action.setIcon(self._theme.icon(spec.icon))
        if spec.needs != "always":
            action.setEnabled(False)
        action.triggered.connect(lambda _checked=False: self._call(spec.handler, spec.argument))
        return action

    def finish(self) -> None:
        """Make the rest of the actions, and give all of them their keys, hints and groups."""
        made = {spec.id: self._actions.get(spec.id) or self._make(spec) for spec in ACTIONS}
        self._actions = made
        for spec in ACTIONS:
            self._fit_out(made[spec.id], spec)

    def _fit_out(self, action: QAction, spec: ActionSpec) -> None:
        self._give_keys(action, spec, unambiguous_keys(spec.keys))
        if spec.choice:
            self._groups.setdefault(spec.choice, QActionGroup(self)).addAction(action)
        if spec.id == "help.about":
            action.setMenuRole(QAction.MenuRole.AboutRole)
        if spec.id == "edit.preferences":
            action.setMenuRole(QAction.MenuRole.PreferencesRole)
        if spec.id == "file.quit":
            action.setMenuRole(QAction.MenuRole.QuitRole)

    def _give_keys(self, action: QAction, spec: ActionSpec, keys: list[QKeySequence]) -> None:
        action.setShortcuts(keys)
        tip = words(spec.tip or spec.text).replace("&", "").rstrip("…")
        shown_key = keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
        action.setToolTip(f"{tip} ({shown_key})" if shown_key else tip)

    def set_keys(self, action_id: str, keys: list[QKeySequence]) -> None:
        """Let an action be set off by other keys; its hint names the first."""
        spec = next(spec for spec in ACTIONS if spec.id == action_id)
        self._give_keys(self._actions[action_id], spec, keys)

    def _on_theme_changed(self) -> None:
        for spec in ACTIONS:
            if spec.icon and spec.id in self._actions:
                self._actions[spec.id].setIcon(self._theme.icon(spec.icon))

    def refresh(self) -> None:
        """Enable what can be used now."""
        for spec in ACTIONS:
            if spec.needs != "always" and spec.id in self._actions:
                self._actions[spec.id].setEnabled(self._has(spec.needs))

    def all(self) -> Iterable[QAction]:
        """Every action, in the table's order."""
        return self._actions.values()

    def make_menus(self, bar: QMenuBar) -> dict[Menu, QMenu]:
        """Add the menus in order, empty at first; returns them by name."""
        menus: dict[Menu, QMenu] = {}
        for name, title in MENU_TITLES.items():
            menu = bar.addMenu(words(title))
            menu.setObjectName(f"menu{name.capitalize()}")
            menus[name] = menu
        return menus

    def fill_menus(self, menus: dict[Menu, QMenu]) -> None:
        """Put the actions into their menus."""
        for name, menu in menus.items():
            self._fill(menu, [spec for spec in ACTIONS if spec.menu == name])

    def fill_choices(self, button: QToolButton, choices: Iterable[tuple[str, str]]) -> None:
        """Give a button a menu of exclusive choices, each under a title."""
        menu = QMenu(button)
        for title, choice in choices:
            menu.addSection(title)
            menu.addActions(self._groups[choice].actions())
        button.setMenu(menu)

    def _fill(self, menu: QMenu, specs: list[ActionSpec]) -> None:
        group, under = None, {}
        for spec in specs:
            if group is not None and spec.group != group:
                menu.addSeparator()
            group = spec.group
            if spec.submenu:
                if spec.submenu not in under:
                    under[spec.submenu] = menu.addMenu(words(spec.submenu))
                under[spec.submenu].addAction(self._actions[spec.id])
            else:
                menu.addAction(self._actions[spec.id])

    def shows_text(self, action_id: str) -> bool:
        """Whether the tool bar shows the action's words beside its icon."""
        return action_id in _WITH_TEXT


def unambiguous_keys(keys: Iterable[str]) -> list[QKeySequence]:
    """Key sequences without doubles; a standard key (`=Save`) stands for all its sequences on this platform."""
    found: list[QKeySequence] = []
    for key in keys:
        if key.startswith("="):
            several = QKeySequence.keyBindings(QKeySequence.StandardKey[key[1:]])
        else:
            several = [QKeySequence(key)]
        for sequence in several:
            if sequence not in found and not sequence.isEmpty():
                found.append(sequence)
    return found

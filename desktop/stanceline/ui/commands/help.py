"""Help."""

from __future__ import annotations

from stanceline.ui.commands.base import CommandGroup


class HelpCommands(CommandGroup):
    """Handlers of the Help menu."""

    def show_shortcuts(self) -> None:
        from stanceline.ui.dialogs.shortcuts_dialog import ShortcutDialog

        ShortcutDialog(self._window).open()

    def show_guide(self) -> None:
        from stanceline.ui.dialogs.guide import GuideDialog

        GuideDialog(self._window, self._window.theme).open()

    def show_about(self) -> None:
        from stanceline.ui.dialogs.about import AboutDialog

        AboutDialog(self._window).open()

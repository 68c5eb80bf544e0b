"""Help."""

from __future__ import annotations

from stanceline.ui.commands.base import CommandGroup
from stanceline.ui.words import say


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

    def show_hints(self) -> None:
        if self._window.hints is not None:
            self._window.hints.show_again()
            if not self._session.has_articles():
                self._window.panes.notice.tell(say("The hints are shown with the first articles."))

"""Help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stanceline.ui.commands.base import CommandGroup
from stanceline.ui.words import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class HelpCommands(CommandGroup):
    """Handlers of the Help menu."""

    def show_shortcuts(self) -> None:
        from stanceline.ui.dialogs.shortcuts_dialog import ShortcutDialog

        ShortcutDialog(self._window).open()

    def show_manual(self) -> None:
        """Open the user guide at the page of what has the keyboard."""
        from stanceline.ui.help.context import focused_page

        self.show_beside(self._window, focused_page(self._window))

    def show_beside(self, beside: QWidget, page: str) -> None:
        """Open the guide at a page. A dialog blocks its window and all beside it, so its help is its own child."""
        from stanceline.ui.help.help_dialog import HelpDialog

        dialog = None
        for one in self._window.findChildren(HelpDialog):
            if one.isVisible() and one.parentWidget() is beside:
                dialog = one
            else:
                one.close()
        dialog = dialog or HelpDialog(self._window, beside)
        dialog.show_page(page)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

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

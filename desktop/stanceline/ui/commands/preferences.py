"""Preferences."""

from __future__ import annotations

from stanceline.ui.commands.base import CommandGroup


class PreferenceCommands(CommandGroup):
    """The dialog of one window."""

    def show(self) -> None:
        """Open the dialog, or bring it to the front."""
        from stanceline.ui.dialogs.preferences_dialog import PreferencesDialog

        window = self._window
        dialog = window.findChild(PreferencesDialog, "preferencesDialog")
        if dialog is None:
            dialog = PreferencesDialog(window, window.theme, window.settings)
            dialog.restart_asked.connect(lambda: window.commands.file.before_leaving(window.restart))
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

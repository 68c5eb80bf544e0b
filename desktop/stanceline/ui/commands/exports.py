"""Exports: figures, tables, the picture on the clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from stanceline.ui.commands.base import CommandGroup
from stanceline.ui.words import say
from stanceline.ui.written import failure_text


class ExportCommands(CommandGroup):
    """Handlers of exports."""

    def export(self) -> None:
        from stanceline.ui.dialogs.export_dialog import ExportDialog

        source = self._linking.export_source()
        if source is not None:
            dialog = ExportDialog(self._window, source, self._window.theme, self._window.settings)
            dialog.saved.connect(self.tell_saved)
            dialog.open()

    def tell_saved(self, path: Path) -> None:
        """Say that a file was written, and offer to open it or its folder."""
        from stanceline.ui.desktop import copy_file, open_file, show_in_folder

        self._window.panes.notice.tell(
            say("Saved %1").replace("%1", path.name),
            (
                (say("Open"), lambda: open_file(path)),
                (say("Show in folder"), lambda: show_in_folder(path)),
                (say("Copy"), lambda: copy_file(path)),
            ),
        )

    def export_table(self) -> None:
        from stanceline.ui.lists.table_export import FORMS, default_name, save_table

        session, settings = self._session, self._window.settings
        corpus, project = session.corpus, session.project
        if corpus is None or project is None:
            return
        filters = {say(form.text): form for form in FORMS}
        proposed = str(Path(settings.folder("export")) / default_name(session.name()))
        name, chosen = QFileDialog.getSaveFileName(
            self._window, say("Export table"), proposed, ";;".join(filters), next(iter(filters))
        )
        if not name:
            return
        try:
            path = save_table(Path(name), filters.get(chosen, FORMS[0]), project.tables, corpus)
        except OSError as error:
            self._window.panes.notice.tell(failure_text(error, Path(name)), is_warning=True)
            return
        settings.set_folder("export", path.parent)
        self.tell_saved(path)

    def print_view(self) -> None:
        """Open the print preview on what the window shows, with the look that was exported last."""
        from stanceline import StancelineError
        from stanceline.render.figure_pages import plan_pages
        from stanceline.ui.exports.printing import preview_print
        from stanceline.ui.exports.saved import on_paper

        source = self._linking.export_source()
        if source is None:
            return
        settings = on_paper(source, self._window.settings)
        try:
            plan = plan_pages(source.corpus, settings, source.index)
        except StancelineError as error:
            self._window.panes.notice.tell(str(error), is_warning=True)
            return
        preview_print(self._window, plan, settings.title)

    def copy_image(self) -> None:
        if self._window.timelineView is not None:
            QGuiApplication.clipboard().setPixmap(self._window.timelineView.grab())
            self._window.panes.notice.tell(say("The timeline was copied as an image."))

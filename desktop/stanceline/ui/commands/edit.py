"""Corrections, undo and copying."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from stanceline.paths import kind_of
from stanceline.ui.commands.base import CommandGroup
from stanceline.ui.selection import SelectionMode
from stanceline.ui.words import article_name, citation, say
from stanceline.ui.written import failure_text


class EditCommands(CommandGroup):
    """Handlers of the Edit menu."""

    def undo(self) -> None:
        self._session.undo.undo()

    def redo(self) -> None:
        self._session.undo.redo()

    def copy_citation(self) -> None:
        quoted = self._window.panes.detail.current_quote()
        if quoted is not None:
            article = self._session.index.articles[quoted[0]]
            QGuiApplication.clipboard().setText(citation(article, quoted[1]))

    def copy_rows(self) -> None:
        from stanceline.ui.lists.table_export import rows_text

        if self._session.project is not None:
            text = rows_text(self._session.project.tables.marks, self._session.selection.keys)
            QGuiApplication.clipboard().setText(text)

    def select_all(self) -> None:
        corpus = self._session.corpus
        if corpus is not None:
            self._session.selection.select([*corpus.marks.keys, *(entry.key for entry in corpus.undated)])

    def set_selection_mode(self, mode: SelectionMode) -> None:
        self._linking.selecting.set_mode(mode)

    def set_date(self) -> None:
        from stanceline.model.edits import SetArticleDate
        from stanceline.ui.dialogs.dialogs import SetDate

        detail = self._detail()
        if detail is not None:
            article = self._session.index.articles[detail.article]
            form = SetDate(self._window, article)
            form.answered.connect(lambda day: self._apply(SetArticleDate(article.id, day, article_name(article))))
            form.open()

    def set_stance(self) -> None:
        from stanceline.model.edits import SetStance as Edit
        from stanceline.ui.dialogs.dialogs import SetStance
        from stanceline.ui.dialogs.stance_choices import stance_choices

        detail = self._detail()
        if detail is None:
            return
        offered = stance_choices(self._session.index, detail.key)
        if offered is None:
            self._window.panes.notice.tell(say("Nobody speaks here, so there is no stance to set."))
            return

        def answer(given: tuple[str, int | None]) -> None:
            proposal, value = given
            self._apply(Edit(offered.keys[proposal], value, offered.who))

        form = SetStance(self._window, self._window.theme, offered.who, offered.choices)
        form.answered.connect(answer)
        form.open()

    def rename_actor(self) -> None:
        from stanceline.model.edits import RenameActor as Edit
        from stanceline.ui.dialogs.dialogs import RenameActor

        actor_id = self._actor_of_selection()
        if actor_id is not None:
            actor = self._session.index.actors[actor_id]
            form = RenameActor(self._window, actor)
            form.answered.connect(lambda name: self._apply(Edit(actor.id, name, actor.name)))
            form.open()

    def merge_actors(self) -> None:
        from stanceline.model.edits import MergeActors
        from stanceline.ui.dialogs.dialogs import ChooseActor

        actor_id = self._actor_of_selection()
        if actor_id is None:
            return
        actors = self._session.index.actors
        gone = actors[actor_id]
        form = ChooseActor(
            self._window, name="mergeDialog", button=say("Merge"),
            title=say("Merge “%1” into…").replace("%1", gone.name),
            explains=say("All it said and did moves to the actor you choose."),
            actors=[actor for actor in actors.values() if actor.id != actor_id],
        )  # fmt: skip
        form.answered.connect(lambda into: self._apply(MergeActors(gone.id, into, gone.name, actors[into].name)))
        form.open()

    def _actor_of_selection(self) -> str | None:
        detail = self._detail()
        if detail is None:
            return None
        known = [actor for actor in detail.actors if actor in self._session.index.actors]
        if not known:
            self._window.panes.notice.tell(say("No actor is named here."))
            return None
        return known[0]

    def pin_article(self) -> None:
        detail = self._detail()
        if detail is not None:
            self._window.commands.references.add(article=detail.article)

    def make_reference(self) -> None:
        detail = self._detail()
        if detail is not None:
            row = self._session.index.events.get(detail.key)
            self._window.commands.references.from_event(row, self._window.panes.detail.selected_words(), detail.article)

    def reject(self) -> None:
        from stanceline.model.edits import RejectRow

        detail = self._detail()
        if detail is not None:
            self._apply(RejectRow(detail.table, detail.key, detail.headline))

    def write_note(self) -> None:
        """Open the page of notes with the keyboard in the note."""
        if self._detail() is not None:
            self._window.set_pane("detail", True)
            self._window.panes.detail.show_tab("notes")
            self._window.panes.detail.notes.edit_note()

    def open_source(self, article: str = "") -> None:
        """Open the file of an article (that of the selected mark where none is named) in its own program."""
        from stanceline.ui.desktop import open_file

        if not article:
            detail = self._detail()
            article = detail.article if detail is not None else ""
        row = self._session.index.articles.get(article)
        path = Path(row.path) if row is not None and row.path else None
        if path is None:
            return
        if kind_of(path) != "file":
            says = say("%1 is not there any more. The text that was read is kept in the project.")
            self._window.panes.notice.tell(says.replace("%1", str(path)), is_warning=True)
            return
        open_file(path)

    def export_corrections(self) -> None:
        """Write the list of all corrections in force to a file."""
        from stanceline.ui.lists.table_export import save_corrections

        project, settings = self._session.project, self._window.settings
        if project is None:
            return
        proposed = str(Path(settings.folder("export")) / f"{self._session.name()} - corrections.csv".replace("/", "-"))
        name, _ = QFileDialog.getSaveFileName(self._window, say("Export corrections"), proposed, "CSV (*.csv)")
        if not name:
            return
        try:
            path = save_corrections(Path(name), project.history())
        except OSError as error:
            self._window.panes.notice.tell(failure_text(error, Path(name)), is_warning=True)
            return
        settings.set_folder("export", path.parent)
        self._window.commands.exports.tell_saved(path)

"""Corrections, undo and copying."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from stanceline.ui.commands.base import CommandGroup
from stanceline.ui.words import article_name, citation, say


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

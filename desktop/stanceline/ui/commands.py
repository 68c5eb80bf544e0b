"""What each action does. One method a handler of `actions.ACTIONS`; forms open without blocking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QPlainTextEdit, QTextEdit

from stanceline.paths import sample_folder
from stanceline.ui.action_list import Need
from stanceline.ui.session import SUFFIX, Session
from stanceline.ui.words import ROW_HEIGHTS, article_name, citation, say

if TYPE_CHECKING:
    from stanceline.model.corpus import Grouping, Sort
    from stanceline.model.edits import Edit
    from stanceline.ui.counting_commands import CountingCommands
    from stanceline.ui.evidence import Detail
    from stanceline.ui.linking import Linking
    from stanceline.ui.main_window import MainWindow
    from stanceline.ui.proposal_commands import ProposalCommands
    from stanceline.ui.reference_commands import ReferenceCommands
    from stanceline.ui.theme import ThemeChoice
    from stanceline.ui.timeline import TimelineView

_ARTICLE_FILES = "*.txt *.md *.markdown *.html *.htm *.xhtml *.jsonl *.ndjson"


class Commands(QObject):
    """The handlers of one window's actions."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._reference_commands: ReferenceCommands | None = None
        self._proposal_commands: ProposalCommands | None = None
        self._counting_commands: CountingCommands | None = None

    @property
    def _session(self) -> Session:
        return self._window.session

    @property
    def _linking(self) -> Linking:
        linking = self._window.linking
        assert linking is not None, "no action that needs the timeline is enabled before it stands"
        return linking

    def call(self, handler: str, argument: str = "") -> None:
        """Run the handler of an action."""
        act: Callable[..., None] = getattr(self, handler)
        act(argument) if argument else act()

    def has(self, need: Need) -> bool:
        """Whether what an action needs is there."""
        session, window = self._session, self._window
        corpus = session.corpus
        match need:
            case "articles":
                return bool(session.has_articles() and window.is_complete)
            case "marks":
                return corpus is not None and len(corpus.marks) > 0
            case "selection" | "one_row":
                return bool(session.selection.keys)
            case "undo":
                return bool(session.undo.canUndo())
            case "redo":
                return bool(session.undo.canRedo())
            case "back":
                return window.linking is not None and window.linking.views.can_go_back()
            case "forward":
                return window.linking is not None and window.linking.views.can_go_forward()
            case "filters":
                return bool(session.filters.is_active())
        return True

    # ---- file

    def new_project(self) -> None:
        self.before_leaving(self._session.new)

    def open_project(self) -> None:
        settings = self._window.settings
        name, _ = QFileDialog.getOpenFileName(
            self._window, say("Open project"), settings.folder("open"), _project_files()
        )
        if name:
            settings.set_folder("open", Path(name).parent)
            self.open_path(Path(name))

    def open_path(self, path: Path) -> None:
        """Open a project after asking about work that is not saved."""

        def open_it() -> None:
            if self._session.open(path):
                self._window.settings.add_recent(path)

        self.before_leaving(open_it)

    def open_recent(self, name: str) -> None:
        """Open a project from the list of recent ones."""
        self.open_path(Path(name))

    def open_sample(self) -> None:
        def open_it() -> None:
            if self._session.has_articles():
                self._session.new()
            self._session.take_in([sample_folder()])

        self.before_leaving(open_it)

    def add_files(self) -> None:
        settings = self._window.settings
        names, _ = QFileDialog.getOpenFileNames(
            self._window, say("Add articles"), settings.folder("add"),
            say("Articles (%1);;All files (*)").replace("%1", _ARTICLE_FILES),
        )  # fmt: skip
        if names:
            settings.set_folder("add", Path(names[0]).parent)
            self._session.take_in([Path(name) for name in names])

    def add_folder(self) -> None:
        settings = self._window.settings
        name = QFileDialog.getExistingDirectory(self._window, say("Add a folder of articles"), settings.folder("add"))
        if name:
            settings.set_folder("add", Path(name))
            self._session.take_in([Path(name)])

    def paste(self) -> None:
        focus = QApplication.focusWidget()
        if isinstance(focus, (QLineEdit, QPlainTextEdit, QTextEdit)) and not focus.isReadOnly():
            focus.paste()
            return
        self.take_in(QGuiApplication.clipboard().mimeData())

    def take_in(self, data: QMimeData) -> None:
        """Take in what was dropped or pasted: files, folders, a project, proposals, or an article's text."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        text = data.text().strip()
        if (
            not paths
            and text
            and "\n" not in text
            and len(text) < 4096
            and Path(text).is_absolute()
            and Path(text).exists()
        ):
            paths = [Path(text)]
        projects = [path for path in paths if path.suffix == SUFFIX]
        proposals = [path for path in paths if path.suffix.lower() == ".toml"]
        if projects:
            self.open_path(projects[0])
            return
        for path in proposals:
            self.proposals().take_in_file(path)
        articles = [path for path in paths if path not in proposals]
        if articles:
            self._session.take_in(articles)
        elif proposals:
            return
        elif text:
            self._session.take_in_text(data.text())

    def save(self) -> None:
        if self._session.path is None:
            self.save_as()
        else:
            # Every edit is on the disk already; saying so is all that is left.
            self._window.panes.notice.tell(
                say("Saved. Every change is kept in %1 as you make it.").replace("%1", self._session.path.name)
            )

    def save_as(self) -> None:
        self._save_as()

    def _save_as(self) -> bool:
        settings = self._window.settings
        proposed = str(Path(settings.folder("save")) / f"{self._session.name()}{SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(self._window, say("Save project"), proposed, _project_files())
        if not name:
            return False
        path = Path(name) if name.endswith(SUFFIX) else Path(name + SUFFIX)
        settings.set_folder("save", path.parent)
        if not self._session.save_as(path):
            return False
        settings.add_recent(path)
        return True

    def before_leaving(self, act: Callable[[], None]) -> None:
        """Do what puts the present work away: at once, or when a question about untitled work is answered.

        The question never blocks; a second one is not asked while the first is open.
        """
        if not self._session.is_worth_keeping():
            act()
            return
        if any(box.isVisible() for box in self._window.findChildren(QMessageBox, "unsavedDialog")):
            return
        box = QMessageBox(self._window)
        box.setObjectName("unsavedDialog")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(say("Save this work before it is closed?"))
        box.setInformativeText(say("It has no name yet."))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        for button in box.buttons():
            button.setIcon(QIcon())

        def answer(given: int) -> None:
            if given == buttons.Discard or (given == buttons.Save and self._save_as()):
                act()

        box.finished.connect(answer)
        box.open()

    def export(self) -> None:
        from stanceline.ui.export_dialog import ExportDialog

        source = self._linking.export_source()
        if source is not None:
            dialog = ExportDialog(self._window, source, self._window.theme, self._window.settings)
            dialog.saved.connect(self._on_exported)
            dialog.open()

    def _on_exported(self, path: Path) -> None:
        from stanceline.ui.desktop import open_file, show_in_folder

        self._window.panes.notice.tell(
            say("Saved %1").replace("%1", path.name),
            ((say("Open"), lambda: open_file(path)), (say("Show in folder"), lambda: show_in_folder(path))),
        )

    def export_table(self) -> None:
        from stanceline.ui.table_export import FORMS, default_name, save_table

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
            says = say("%1 cannot be written: %2. Choose another folder.").replace("%1", name)
            self._window.panes.notice.tell(says.replace("%2", error.strerror or str(error)), is_warning=True)
            return
        settings.set_folder("export", path.parent)
        self._on_exported(path)

    def copy_image(self) -> None:
        if self._window.timelineView is not None:
            QGuiApplication.clipboard().setPixmap(self._window.timelineView.grab())
            self._window.panes.notice.tell(say("The timeline was copied as an image."))

    def close_window(self) -> None:
        self._window.close()

    def quit(self) -> None:
        self._window.close()

    # ---- edit

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
        from stanceline.ui.table_export import rows_text

        if self._session.project is not None:
            text = rows_text(self._session.project.tables.marks, self._session.selection.keys)
            QGuiApplication.clipboard().setText(text)

    def select_all(self) -> None:
        corpus = self._session.corpus
        if corpus is not None:
            self._session.selection.select([*corpus.marks.keys, *(entry.key for entry in corpus.undated)])

    def _detail(self) -> Detail | None:
        detail = self._window.panes.detail.detail
        if detail is None:
            self._window.panes.notice.tell(say("Select a mark first."))
        return detail

    def _apply(self, edit: Edit) -> None:
        self._session.apply(edit)

    def set_date(self) -> None:
        from stanceline.model.edits import SetArticleDate
        from stanceline.ui.dialogs import SetDate

        detail = self._detail()
        if detail is not None:
            article = self._session.index.articles[detail.article]
            form = SetDate(self._window, article)
            form.answered.connect(lambda day: self._apply(SetArticleDate(article.id, day, article_name(article))))
            form.open()

    def set_stance(self) -> None:
        from stanceline.model.edits import SetStance as Edit
        from stanceline.ui.dialogs import SetStance
        from stanceline.ui.stance_choices import stance_choices

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
        from stanceline.ui.dialogs import RenameActor

        actor_id = self._actor_of_selection()
        if actor_id is not None:
            actor = self._session.index.actors[actor_id]
            form = RenameActor(self._window, actor)
            form.answered.connect(lambda name: self._apply(Edit(actor.id, name, actor.name)))
            form.open()

    def merge_actors(self) -> None:
        from stanceline.model.edits import MergeActors
        from stanceline.ui.dialogs import ChooseActor

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

    def references(self) -> ReferenceCommands:
        """What can be done with reference events."""
        from stanceline.ui.reference_commands import ReferenceCommands

        if self._reference_commands is None:
            self._reference_commands = ReferenceCommands(self._window)
        return self._reference_commands

    def show_references(self) -> None:
        self.references().show_list()

    def proposals(self) -> ProposalCommands:
        """What can be done with proposals."""
        from stanceline.ui.proposal_commands import ProposalCommands

        if self._proposal_commands is None:
            self._proposal_commands = ProposalCommands(self._window)
        return self._proposal_commands

    def show_proposals(self) -> None:
        self.proposals().show_list()

    def new_proposal(self) -> None:
        self.proposals().add()

    def show_counting(self) -> None:
        from stanceline.ui.counting_commands import CountingCommands

        if self._counting_commands is None:
            self._counting_commands = CountingCommands(self._window)
        self._counting_commands.show()

    def pin_article(self) -> None:
        detail = self._detail()
        if detail is not None:
            self.references().add(article=detail.article)

    def make_reference(self) -> None:
        detail = self._detail()
        if detail is not None:
            row = self._session.index.events.get(detail.key)
            self.references().from_event(row, self._window.panes.detail.selected_words(), detail.article)

    def reject(self) -> None:
        from stanceline.model.edits import RejectRow

        detail = self._detail()
        if detail is not None:
            self._apply(RejectRow(detail.table, detail.key, detail.headline))

    # ---- view

    def fit_all(self) -> None:
        self._timeline().fit_all()

    def fit_selection(self) -> None:
        self._timeline().fit_selection()

    def zoom_in(self) -> None:
        self._timeline().zoom_in()

    def zoom_out(self) -> None:
        self._timeline().zoom_out()

    def _timeline(self) -> TimelineView:
        timeline = self._window.timelineView
        assert timeline is not None, "no action that needs the timeline is enabled before it stands"
        return timeline

    def toggle_filters(self) -> None:
        self._toggle("filters")

    def toggle_detail(self) -> None:
        self._toggle("detail")

    def toggle_drawer(self) -> None:
        self._toggle("drawer")

    def toggle_overview(self) -> None:
        self._toggle("overview")

    def _toggle(self, pane: str) -> None:
        self._window.set_pane(pane, self._window.actions_table[f"view.{pane}"].isChecked())

    def group_rows(self, grouping: Grouping) -> None:
        self._session.order_rows(grouping=grouping)

    def sort_rows(self, sort: Sort) -> None:
        self._session.order_rows(sort=sort)

    def set_row_height(self, name: str) -> None:
        self._timeline().set_row_height(ROW_HEIGHTS[name])

    def choose_theme(self, choice: ThemeChoice) -> None:
        self._window.settings.set_theme(choice)
        self._window.theme.choose(choice)

    def reset_layout(self) -> None:
        self._window.reset_layout()

    def toggle_full_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    # ---- navigate

    def go_to_date(self) -> None:
        from stanceline.ui.dialogs import GoToDate

        form = GoToDate(self._window)
        form.answered.connect(self._show_period)
        form.open()

    def _show_period(self, period: tuple[int, int]) -> None:
        self._linking.visit_now()
        begin, end = period
        room = (end - begin) * 0.1
        self._timeline().set_visible_range(begin - room, end + room)

    def go_back(self) -> None:
        self._linking.go(self._linking.views.back())

    def go_forward(self) -> None:
        self._linking.go(self._linking.views.forward())

    def next_pane(self) -> None:
        self._step_pane(1)

    def previous_pane(self) -> None:
        self._step_pane(-1)

    def _step_pane(self, by: int) -> None:
        panes = self._window.pane_order()
        focus = QApplication.focusWidget()
        at = next(
            (n for n, pane in enumerate(panes) if focus is pane or (focus is not None and pane.isAncestorOf(focus))),
            -by,
        )
        self._window.focus_pane(panes[(at + by) % len(panes)])

    # ---- filter

    def find(self) -> None:
        self._window.panes.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._window.panes.search.selectAll()

    def find_next(self) -> None:
        self._step_match(1)

    def find_previous(self) -> None:
        self._step_match(-1)

    def _step_match(self, by: int) -> None:
        corpus, selection = self._session.corpus, self._session.selection
        if corpus is None or not len(corpus.marks):
            return
        keys = [corpus.marks.keys[number] for number in corpus.marks.begin.argsort(kind="stable").tolist()]
        at = keys.index(selection.current) + by if selection.current in keys else (0 if by > 0 else -1)
        selection.select([keys[at % len(keys)]])
        if self._window.linking is not None:
            self._window.linking.reveal_current()

    def filter_visible_period(self) -> None:
        begin, end = self._timeline().visible_range()
        filters = self._session.filters
        filters.set(replace(filters.value, period=(int(begin), int(end))))

    def filter_selected_actor(self) -> None:
        detail = self._detail()
        if detail is not None and detail.actors:
            filters = self._session.filters
            filters.set(replace(filters.value, actors=frozenset(detail.actors)))

    def clear_filters(self) -> None:
        self._session.filters.clear()

    # ---- help

    def show_shortcuts(self) -> None:
        from stanceline.ui.shortcuts_dialog import ShortcutDialog

        ShortcutDialog(self._window).open()

    def show_guide(self) -> None:
        from stanceline.ui.guide import GuideDialog

        GuideDialog(self._window, self._window.theme).open()

    def show_about(self) -> None:
        from stanceline.ui.about import AboutDialog

        AboutDialog(self._window).open()


def _project_files() -> str:
    return say("Stanceline projects (*%1)").replace("%1", SUFFIX)

"""What can be done with reference events: add, change, remove, take in from a file, save as a table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from stanceline import StancelineError
from stanceline.model.edits import SetReferences
from stanceline.model.reference_list import keep, listed, own_events, personal_path, read_personal, table_of
from stanceline.temporal.references.drafts import Draft, draft_of, unknown_events
from stanceline.temporal.references.events import ReferenceEvent, index_of, load_references
from stanceline.temporal.references.tables import new_id, read_table, write_table
from stanceline.temporal.timex import DAY_S, format_day
from stanceline.ui.notice import Choice
from stanceline.ui.references.reference_form import ReferenceForm
from stanceline.ui.references.references_dialog import ReferencesDialog
from stanceline.ui.words import article_day, article_name, counted, say
from stanceline.ui.written import failure_text, write_aside

if TYPE_CHECKING:
    from stanceline.model.reference_list import ListedEvent
    from stanceline.records import EventRow
    from stanceline.ui.main_window import MainWindow

_LONGEST_NAME = 80
_SEARCHED = 20_000
"""Characters of an article that names are offered from: an event that dates it is named early on."""


class ReferenceCommands(QObject):
    """The acts of one window; the list, where it is open, shows them and tells of them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("referenceCommands")
        self._window, self._session = window, window.session
        self._dialog: ReferencesDialog | None = None
        self._waiting: str | None = None
        self._told_at: int | None = None
        self._session.analysis_changed.connect(self._on_analysis)
        self._session.undo.indexChanged.connect(self._on_undo_index)

    # ---- the list

    def show_list(self) -> None:
        """Open the list, or bring it to the front."""
        if self._dialog is None:
            dialog = ReferencesDialog(self._window, self._window.theme, self._session)
            dialog.add_asked.connect(lambda: self.add())
            dialog.edit_asked.connect(self.edit)
            dialog.remove_asked.connect(self.remove)
            dialog.import_asked.connect(self.take_in)
            dialog.export_asked.connect(self.save)
            dialog.finished.connect(lambda _answer: self._on_closed())
            self._dialog = dialog
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _on_closed(self) -> None:
        self._dialog = None

    def _over(self) -> QWidget:
        return self._dialog or self._window

    def _tell(self, text: str, *, can_undo: bool = False, is_warning: bool = False) -> None:
        self._told_at = self._session.undo.index() if can_undo else None
        choices: tuple[Choice, ...] = ((say("Undo"), self._session.undo.undo),) if can_undo else ()
        self._show(text, choices, is_warning=is_warning)

    def _show(self, text: str, choices: tuple[Choice, ...], *, is_warning: bool = False) -> None:
        if self._dialog is not None:
            self._dialog.notice.tell(text, choices, is_warning=is_warning)
        else:
            choices = choices if is_warning else (*choices, (say("Reference events"), self.show_list))
            self._window.panes.notice.tell(text, choices, is_warning=is_warning)

    def _on_undo_index(self, index: int) -> None:
        """What was told of an edit is over when another was made or it was taken back."""
        if self._told_at is not None and index != self._told_at:
            self._told_at = None
            (self._window.panes if self._dialog is None else self._dialog).notice.hide()

    def _row(self, ident: str) -> ListedEvent | None:
        rows = listed(self._session.project, self._personal())
        return next((row for row in rows if row.event.id == ident), None)

    def _personal(self) -> tuple[ReferenceEvent, ...]:
        try:
            return read_personal()
        except StancelineError:
            # The list itself says so where it is open.
            return ()

    # ---- add and change

    def add(self, draft: Draft | None = None, article: str | None = None) -> None:
        """Ask for a new event; `article` is the one it is to date, which offers names."""
        table = table_of(self._session.need_project())
        row = self._session.index.articles.get(article) if article else None
        names = unknown_events(row.text[:_SEARCHED], index_of(table)) if row is not None else ()
        form = ReferenceForm(self._over(), draft or Draft(), table, is_new=True, suggested=names)
        form.answered.connect(self._on_new)
        form.open()

    def _on_new(self, answer: tuple[ReferenceEvent, bool]) -> None:
        event, is_kept = answer
        project = self._session.need_project()
        taken = {other.id for other in table_of(project)} | {other.id for other in self._personal()}
        self._put(new_id(event, taken), say("Add the event “%1”"), is_kept=is_kept)

    def edit(self, ident: str) -> None:
        """Change an own event, or copy another to change it; the copy takes its place in this project."""
        row = self._row(ident)
        if row is None:
            return
        table = table_of(self._session.need_project())
        form = ReferenceForm(self._over(), draft_of(row.event), table, is_new=False, is_kept=row.is_kept)
        form.answered.connect(self._on_changed)
        form.open()

    def _on_changed(self, answer: tuple[ReferenceEvent, bool]) -> None:
        self._put(answer[0], say("Change the event “%1”"), is_kept=answer[1])

    def _put(self, event: ReferenceEvent, text: str, *, is_kept: bool) -> None:
        if own_events(self._session.need_project()).get(event.id) != event:
            if not self._session.apply(SetReferences((event,), text=text.replace("%1", event.name))):
                return
            self._tell(say("“%1” is one of your events now.").replace("%1", event.name), can_undo=True)
            self._waiting = event.id
        self._keep(event, is_kept=is_kept)
        self._refresh()
        if self._dialog is not None:
            self._dialog.show_event(event.id)

    def _on_analysis(self) -> None:
        """Tell what a new event has moved, once that is known."""
        if self._session.project is None or not self._session.project.is_derived:
            # An analysis that was under way before the edit; the one that knows of it follows.
            return
        ident, self._waiting = self._waiting, None
        row = self._row(ident) if ident is not None else None
        if row is None or row.origin != "own":
            return
        says = say("“%1” is one of your events now.").replace("%1", row.event.name)
        if not row.articles:
            says += " " + say("No article uses it yet; other names under “Also called” may help.")
        elif len(row.articles) > 1:
            says += " " + say("%1 articles use it.").replace("%1", str(len(row.articles)))
        else:
            article = self._session.index.articles[row.articles[0]]
            says += " " + say("“%1” uses it: %2.").replace("%1", article_name(article)).replace(
                "%2", article_day(article)
            )
        self._tell(says, can_undo=self._session.undo.canUndo())

    def _keep(self, event: ReferenceEvent, *, is_kept: bool) -> bool:
        try:
            keep(event, is_kept=is_kept)
            return True
        except StancelineError as error:
            self._tell(say("The event was not kept for other projects. %1").replace("%1", str(error)), is_warning=True)
        except OSError as error:
            says = say("%1 cannot be written: %2. The event is in this project only.")
            reason = error.strerror or str(error)
            self._tell(says.replace("%1", str(personal_path())).replace("%2", reason), is_warning=True)
        return False

    def remove(self, ident: str) -> None:
        """Take an own event out of the project; what it replaced counts again. One that is only kept is let go."""
        row = self._row(ident)
        if row is not None and row.origin == "personal":
            self._let_go(row.event)
            return
        if row is None or row.origin != "own":
            return
        text = say("Remove the event “%1”").replace("%1", row.event.name)
        if self._session.apply(SetReferences(gone=(ident,), text=text)):
            says = (
                say("“%1” was removed; Stanceline's own days count again.")
                if row.replaces
                else say("“%1” was removed.")
            )
            if row.is_kept:
                says += " " + say("It stays kept for other projects.")
            self._tell(says.replace("%1", row.event.name), can_undo=True)

    def _let_go(self, event: ReferenceEvent) -> None:
        if self._keep(event, is_kept=False):
            says = say("“%1” is no longer kept for new projects.").replace("%1", event.name)
            self._told_at = None
            self._show(says, ((say("Keep it"), lambda: self._keep_again(event)),))
        self._refresh()

    def _keep_again(self, event: ReferenceEvent) -> None:
        self._keep(event, is_kept=True)
        self._refresh()

    def _refresh(self) -> None:
        if self._dialog is not None:
            self._dialog.refresh()

    def from_event(self, row: EventRow | None, passage: str, article: str) -> None:
        """Make an event of the selected mark or of words that are selected in its passage."""
        name = " ".join(passage.split())[:_LONGEST_NAME] if passage.strip() else row.label if row is not None else ""
        start, end, city = "", "", ""
        if row is not None:
            city = row.place or ""
            if row.begin is not None and row.end_exclusive is not None and row.granularity == "day":
                first, last = row.begin // DAY_S, row.end_exclusive // DAY_S - 1
                start, end = format_day(first), format_day(last) if last > first else ""
        self.add(Draft(name=name, start=start, end=end, city=city), article)

    # ---- files

    def take_in(self) -> None:
        """Ask for a file of events and take them all in, or none where one of them cannot be read."""
        settings = self._window.settings
        name, _ = QFileDialog.getOpenFileName(
            self._over(), say("Import reference events"), settings.folder("references"),
            say("Tables of events (*.tsv *.csv *.json);;All files (*)"),
        )  # fmt: skip
        if name:
            settings.set_folder("references", Path(name).parent)
            self.take_in_file(Path(name))

    def take_in_file(self, path: Path) -> None:
        """Take in the events of a file as the project's own; a row with the id of another takes its place."""
        try:
            events = read_table(path)
        except StancelineError as error:
            self._tell(say("Nothing was imported. %1").replace("%1", str(error)), is_warning=True)
            return
        own = own_events(self._session.need_project())
        new = tuple(event for event in events if own.get(event.id) != event)
        if not new:
            self._tell(say("All events of %1 are here already.").replace("%1", path.name))
            return
        number = counted(len(new), "one event", "%1 events")
        text = say("Import %1 from %2").replace("%1", number).replace("%2", path.name)
        if self._session.apply(SetReferences(new, text=text)):
            self._tell(_imported(new, own, path.name), can_undo=True)
            if self._dialog is not None:
                self._dialog.show_event(new[0].id)

    def save(self) -> None:
        """Ask for a name and save the project's own events as TSV."""
        settings = self._window.settings
        proposed = str(Path(settings.folder("references")) / f"{self._session.name()}-events.tsv")
        name, _ = QFileDialog.getSaveFileName(
            self._over(), say("Export your reference events"), proposed, say("TSV tables (*.tsv)")
        )
        if name:
            path = Path(name) if Path(name).suffix else Path(name + ".tsv")
            settings.set_folder("references", path.parent)
            self.save_file(path)

    def save_file(self, path: Path) -> None:
        """Save the project's own events as TSV, which can be imported again and given to `--references`."""
        events = tuple(own_events(self._session.need_project()).values())
        try:
            write_aside(path, write_table(events).encode())
        except OSError as error:
            self._tell(failure_text(error, path), is_warning=True)
            return
        says = counted(len(events), "One event was saved in %2.", "%1 events were saved in %2.")
        self._tell(says.replace("%2", path.name))


def _imported(new: tuple[ReferenceEvent, ...], own: dict[str, ReferenceEvent], file: str) -> str:
    shipped = {event.id for event in load_references()}
    changed = sum(event.id in own for event in new)
    replaced = sum(event.id in shipped and event.id not in own for event in new)
    says = counted(len(new), "One event was imported from %2.", "%1 events were imported from %2.").replace("%2", file)
    if changed:
        says += " " + counted(changed, "One changed one of yours.", "%1 changed ones of yours.")
    if replaced:
        says += " " + counted(replaced, "One stands in for a shipped one.", "%1 stand in for shipped ones.")
    return says

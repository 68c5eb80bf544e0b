"""Saving views, going through them, playing them as a story."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from stanceline.model.saved_views import SavedView, SetViews, moved, new_id
from stanceline.model.view_state import ViewStateError
from stanceline.ui.commands.base import CommandGroup
from stanceline.ui.lists.chips import chip_text
from stanceline.ui.preferences_list import STANCE_COLORS, SWAP_SIDES
from stanceline.ui.words import DAY_S, days_text, say

if TYPE_CHECKING:
    from stanceline.ui.main_window import MainWindow
    from stanceline.ui.story.presentation import Presentation

_LONGEST_NAME = 60


class StoryCommands(CommandGroup):
    """Handlers of saved views; the strip's wishes come to `act`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._presentation: Presentation | None = None

    # ---- saving and changing

    def bookmark(self) -> None:
        """Save the present view under a name."""
        from stanceline.ui.story.view_form import ViewForm

        state = self._linking.view_now().to_json()
        # What was seen when the keys were pressed is saved, whatever moves while the form is open.
        form = ViewForm(self._window, name=self._proposed_name(), note="", is_new=True)
        form.answered.connect(lambda answer: self.save(answer[0], answer[1], state))
        form.open()

    def _proposed_name(self) -> str:
        session = self._session
        begin, end = self._timeline().visible_range()
        parts = [days_text(int(begin // DAY_S), int((end - 1) // DAY_S))]
        parts += [
            chip_text(session.filters.value, chip.part, session.facets)
            for chip in session.chips
            if chip.part != "period"
        ]
        name = " · ".join(parts)
        return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"

    def save(self, name: str, note: str, state: str | None = None) -> None:
        """Save a view (`state`, as JSON; the present one where it is left out) behind the others."""
        state = state or self._linking.view_now().to_json()
        views = self._session.need_project().saved_views
        view = SavedView(new_id(views), name, state, note)
        order = (*(one.id for one in views), view.id)
        if self._put(SetViews((view,), order=order, text=say("Save the view “%1”").replace("%1", name))):
            says = say("The view “%1” was saved.").replace("%1", name)
            self._window.panes.notice.tell(says, ((say("Show saved views"), self.show_views),))

    def _put(self, edit: SetViews) -> bool:
        return bool(self._session.apply(edit))

    def act(self, what: str, ident: str) -> None:
        """Do what the strip asks for with one view: open, edit, renew or remove it."""
        view = next((one for one in self._session.need_project().saved_views if one.id == ident), None)
        acts: dict[str, Callable[[SavedView], None]] = {
            "open": self._open, "edit": self._edit, "renew": self._renew, "remove": self._remove,
        }  # fmt: skip
        if view is not None:
            acts[what](view)

    def _open(self, view: SavedView) -> None:
        self._linking.visit_now()
        try:
            self._linking.go(view.view())
        except ViewStateError as error:
            self._session.failed.emit(str(error))
            return
        self._linking.visit_now()

    def _edit(self, view: SavedView) -> None:
        from stanceline.ui.story.view_form import ViewForm

        def answer(given: tuple[str, str]) -> None:
            name, note = given
            if given != (view.name, view.note):
                text = say("Change the view “%1”").replace("%1", view.name)
                self._put(SetViews((replace(view, name=name, note=note),), text=text))

        form = ViewForm(self._window, name=view.name, note=view.note, is_new=False)
        form.answered.connect(answer)
        form.open()

    def rename(self, ident: str, name: str) -> None:
        """Give a view another name."""
        for view in self._session.need_project().saved_views:
            if view.id == ident:
                text = say("Rename the view “%1” to “%2”").replace("%1", view.name).replace("%2", name)
                self._put(SetViews((replace(view, name=name),), text=text))

    def _renew(self, view: SavedView) -> None:
        state = self._linking.view_now().to_json()
        text = say("Replace the view “%1”").replace("%1", view.name)
        if state != view.state and self._put(SetViews((replace(view, state=state),), text=text)):
            self._tell_undo(say("“%1” is the present view now.").replace("%1", view.name))

    def _remove(self, view: SavedView) -> None:
        if self._put(SetViews(gone=(view.id,), text=say("Remove the view “%1”").replace("%1", view.name))):
            self._tell_undo(say("The view “%1” was removed.").replace("%1", view.name))

    def _tell_undo(self, says: str) -> None:
        self._window.panes.notice.tell(says, ((say("Undo"), self._session.undo.undo),))

    def move(self, ident: str, place: int) -> None:
        """Put a view in front of what stands at a place now."""
        views = self._session.need_project().saved_views
        order = moved(views, ident, place)
        if order != tuple(view.id for view in views):
            name = next(view.name for view in views if view.id == ident)
            self._put(SetViews(order=order, text=say("Move the view “%1”").replace("%1", name)))

    # ---- looking

    def show_views(self) -> None:
        """Open the strip of saved views."""
        window = self._window
        window.drawer.setCurrentWidget(window.panes.views)
        window.set_pane("drawer", True)
        window.focus_pane(window.drawer)

    def present(self) -> None:
        """Play the saved views, or the present one; once more ends it."""
        from stanceline.ui.story.presentation import Presentation

        if self._presentation is not None:
            self._presentation.end()
            return
        views = self._session.need_project().saved_views
        self._presentation = Presentation(self._window, self._linking, views)
        self._presentation.ended.connect(self._on_ended)
        self._presentation.start()

    # ---- handing on

    def export_story(self) -> None:
        """Ask for a file and write the saved views as its pages."""
        settings = self._window.settings
        dialog = QFileDialog(self._window, say("Export the story"), settings.folder("export"))
        dialog.setObjectName("storyFileDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([say("PDF, a page a view (*.pdf)"), say("Web page (*.html)")])
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{self._session.name()}.pdf")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("html" if "html" in chosen else "pdf"))
        dialog.fileSelected.connect(lambda name: self.export_to(Path(name)))
        dialog.open()

    def export_to(self, path: Path) -> None:
        """Write the story as PDF or, by the file's ending, as a web page."""
        from stanceline.ui.story.story_export import SUFFIXES, StoryExport

        path = path if path.suffix.lower() in SUFFIXES else path.with_name(path.name + ".pdf")
        settings = self._window.settings
        settings.set_folder("export", path.parent)
        views = self._session.need_project().saved_views
        if not views:
            self._window.panes.notice.tell(say("There is no saved view yet. Save one with Ctrl+D."))
            return

        def looks() -> tuple[str, bool]:
            return settings.get(STANCE_COLORS), settings.get(SWAP_SIDES)

        export = StoryExport(self._session, views, path, looks, self)
        export.saved.connect(self._window.commands.exports.tell_saved)
        export.failed.connect(lambda says: self._window.panes.notice.tell(says, is_warning=True))

    def _on_ended(self) -> None:
        self._presentation = None

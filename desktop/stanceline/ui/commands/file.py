"""Projects and articles: open, add, save, leave."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QPlainTextEdit, QTextEdit

from stanceline.paths import kind_of
from stanceline.ui.commands.base import CommandGroup
from stanceline.ui.session import PICTURES, SUFFIX
from stanceline.ui.words import say

_ARTICLE_FILES = "*.txt *.md *.markdown *.html *.htm *.xhtml *.json *.jsonl *.ndjson"


class FileCommands(CommandGroup):
    """Handlers of the File menu."""

    def new_project(self) -> None:
        self.before_leaving(self._session.new)

    def open_project(self) -> None:
        settings = self._window.settings
        files = f"{_project_files()};;{say('Pictures that carry a view (*.png *.svg *.pdf)')}"
        name, _ = QFileDialog.getOpenFileName(self._window, say("Open project"), settings.folder("open"), files)
        if name:
            settings.set_folder("open", Path(name).parent)
            if Path(name).suffix.lower() in PICTURES:
                self._session.take_in([Path(name)])
            else:
                self.open_path(Path(name))

    def open_path(self, path: Path) -> None:
        """Open a project after asking about work that is not saved."""

        def open_it() -> None:
            self._session.open(path)

        self.before_leaving(open_it)

    def open_recent(self, name: str) -> None:
        """Open a project from the list of recent ones."""
        self.open_path(Path(name))

    def open_sample(self) -> None:
        def open_it() -> None:
            if self._session.has_articles():
                self._session.new()
            self._session.open_sample()

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
        data = QGuiApplication.clipboard().mimeData()
        # Some platforms give nothing at all for an empty clipboard.
        if data is not None:
            self.take_in(data)

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
            and kind_of(text) is not None
        ):
            paths = [Path(text)]
        if paths:
            self.take_in_paths(paths)
        elif text:
            self._session.take_in_text(data.text())

    def take_in_paths(self, paths: Sequence[Path]) -> None:
        """Open a project, or add articles, folders and proposals."""
        projects = [path for path in paths if path.suffix == SUFFIX]
        if projects:
            self.open_path(projects[0])
            return
        proposals = [path for path in paths if path.suffix.lower() == ".toml"]
        for path in proposals:
            self._window.commands.proposals.take_in_file(path)
        articles = [path for path in paths if path not in proposals]
        if articles:
            self._session.take_in(articles)

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
        return self._session.save_as(path)

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

    def close_window(self) -> None:
        self._window.close()

    def quit(self) -> None:
        self._window.close()


def _project_files() -> str:
    return say("Stanceline projects (*%1)").replace("%1", SUFFIX)

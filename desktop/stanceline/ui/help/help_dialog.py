"""The user guide beside the window: contents, search, pages with pictures that the renderer paints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QPainter,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextTable,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from stanceline.render.guide import guide_groups
from stanceline.ui.help.filled import filled
from stanceline.ui.help.pages import FIRST, page, pages, search
from stanceline.ui.widgets import icon_button, label
from stanceline.ui.words import counted, say

if TYPE_CHECKING:
    from stanceline.ui.main_window import MainWindow
    from stanceline.ui.theme import Theme

_SYMBOL = QSize(44, 30)
_NAME = Qt.ItemDataRole.UserRole


class _Text(QTextBrowser):
    """One page. Links go to other pages alone; pictures are symbols of the timeline, painted for the screen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("helpText")
        self.setAccessibleName(say("Page of the guide"))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.document().setDocumentMargin(24)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002, N802 - Qt's
        # Symbols are given to the document beforehand. Nothing else is ever loaded: no files, no network. Without an
        # answer Qt would look for a file itself.
        return QByteArray()

    def _give_symbols(self) -> None:
        for group, (_, entries) in enumerate(guide_groups(self._theme.palette())):
            for number in range(len(entries)):
                url = QUrl(f"symbol:{group}-{number}")
                self.document().addResource(
                    QTextDocument.ResourceType.ImageResource.value, url, self._symbol(group, number)
                )

    def _symbol(self, group: int, number: int) -> QImage:
        dpr = self.devicePixelRatioF()
        image = QImage(_SYMBOL * dpr, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(dpr)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(0, 0, _SYMBOL.width(), _SYMBOL.height()).center()
        painter.translate(middle)
        guide_groups(self._theme.palette())[group][1][number].draw(painter)
        painter.end()
        return image

    def show_markdown(self, source: str, words: str) -> None:
        """Show a page, with the words that were looked for marked."""
        looks = QPalette(self.palette())
        looks.setColor(QPalette.ColorRole.Link, self._theme.color("accent"))
        looks.setColor(QPalette.ColorRole.Text, self._theme.color("text"))
        self.setPalette(looks)
        self.document().setMarkdown(source, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        # A new text drops what was given before.
        self._give_symbols()
        self._set_type()
        self._mark(words)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _set_type(self) -> None:
        cursor = QTextCursor(self.document())
        block = self.document().begin()
        while block.isValid():
            cursor.setPosition(block.position())
            form = QTextBlockFormat(block.blockFormat())
            level = form.headingLevel()
            in_table = isinstance(cursor.currentTable(), QTextTable)
            form.setLineHeight(135.0 if not level else 110.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            form.setTopMargin(0 if in_table else {1: 0, 2: 20}.get(level, 6))
            form.setBottomMargin(0 if in_table else {1: 10, 2: 4}.get(level, 6))
            cursor.setBlockFormat(form)
            if level:
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                letters = QTextCharFormat()
                letters.setFontPointSize(self.font().pointSizeF() * {1: 1.6, 2: 1.2}.get(level, 1.0))
                cursor.mergeCharFormat(letters)
            block = block.next()
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                looks = frame.format()
                looks.setBorder(0)
                looks.setCellPadding(4)
                looks.setTopMargin(8)
                looks.setBottomMargin(12)
                frame.setFormat(looks)

    def _mark(self, words: str) -> None:
        marked = []
        for word in words.split():
            cursor = self.document().find(word)
            while not cursor.isNull():
                one = QTextEdit.ExtraSelection()
                one.cursor = cursor
                one.format.setBackground(self._theme.color("warning_soft"))
                marked.append(one)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(marked)


class HelpDialog(QDialog):
    """Stays open beside the window. Typing searches; arrows in the contents turn the pages."""

    def __init__(self, window: MainWindow, beside: QWidget) -> None:
        super().__init__(beside)
        self.setObjectName("helpDialog")
        self.setWindowTitle(say("User guide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(960, 720)
        self._window = window
        self._history: list[str] = []
        self._name = ""
        self.contents = QListWidget()
        self.text = _Text(window.theme)
        self.text.anchorClicked.connect(self._on_link)
        split = QSplitter()
        split.setObjectName("helpSplitter")
        split.setChildrenCollapsible(False)
        split.addWidget(self._make_contents())
        split.addWidget(self.text)
        split.setStretchFactor(1, 1)
        split.setSizes([280, 680])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(split)
        self._list("")
        window.theme.changed.connect(self._again)

    def _make_contents(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 16, 8, 16)
        column.setSpacing(8)
        row = QHBoxLayout()
        self.search = QLineEdit()
        self.search.setObjectName("helpSearch")
        self.search.setPlaceholderText(say("Search the guide"))
        self.search.setAccessibleName(say("Search the guide"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._list)
        self.search.returnPressed.connect(lambda: self.contents.setFocus())
        self.back = icon_button(self._window.theme, "back", say("Back to the page before"))
        self.back.setObjectName("helpBack")
        self.back.setShortcut("Alt+Left")
        self.back.setEnabled(False)
        self.back.clicked.connect(self.go_back)
        row.addWidget(self.search, 1)
        row.addWidget(self.back)
        self.contents.setObjectName("helpContents")
        self.contents.setAccessibleName(say("Contents"))
        self.contents.setWordWrap(True)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.currentItemChanged.connect(lambda item, _before: self._on_chosen(item))
        self._found = label("", role="muted", wraps=True)
        self._found.setObjectName("helpFound")
        column.addLayout(row)
        column.addWidget(self.contents, 1)
        column.addWidget(self._found)
        return side

    # ---- contents

    def _list(self, words: str) -> None:
        """All pages, or those that have the words."""
        hits = search(words)
        listed = [(hit.page, hit.extract) for hit in hits] if words.strip() else [(one, "") for one in pages()]
        self.contents.blockSignals(True)
        self.contents.clear()
        for one, extract in listed:
            item = QListWidgetItem(f"{one.title}\n{extract}" if extract else one.title)
            item.setData(_NAME, one.name)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, one.title)
            self.contents.addItem(item)
            if one.name == self._name:
                self.contents.setCurrentItem(item)
        self.contents.blockSignals(False)
        nothing = say("No page has “%1”.").replace("%1", words.strip())
        self._found.setText("" if not words.strip() else counted(len(hits), "1 page", "%1 pages") if hits else nothing)
        if words.strip() and hits:
            self.contents.setCurrentRow(0)
        if self._name:
            self._again()

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.show_page(item.data(_NAME))

    def _on_link(self, url: QUrl) -> None:
        if url.scheme() == "page":
            self.show_page(url.path())

    # ---- pages

    @property
    def shown(self) -> str:
        """The name of the page that is shown."""
        return self._name

    def show_page(self, name: str = FIRST) -> None:
        """Turn to a page."""
        if name != self._name:
            if self._name:
                self._history.append(self._name)
            self._turn(name)

    def go_back(self) -> None:
        """Turn back to the page before."""
        if self._history:
            self._turn(self._history.pop())

    def _turn(self, name: str) -> None:
        self._name = page(name).name
        self.back.setEnabled(bool(self._history))
        for row in range(self.contents.count()):
            item = self.contents.item(row)
            if item is not None and item.data(_NAME) == self._name:
                self.contents.blockSignals(True)
                self.contents.setCurrentItem(item)
                self.contents.blockSignals(False)
        self._again()

    def _again(self) -> None:
        source = filled(page(self._name or FIRST).source, self._window)
        self.text.show_markdown(source, self.search.text())

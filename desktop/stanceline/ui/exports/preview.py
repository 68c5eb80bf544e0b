"""Shows what will be written: the figure, drawn true to scale, or the beginning of a data file."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFontDatabase, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from stanceline.render.figure import Figure
from stanceline.render.text import shortened
from stanceline.ui.theme import Theme
from stanceline.ui.widgets import icon_button, label
from stanceline.ui.words import say

_EDGE = 12
_CHECK_PX = 8
_LONGEST_NAME = 44


class FigureView(QWidget):
    """A figure scaled down to the room there is, on a ground that shows its edges; squares where it is transparent."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("exportPreview")
        self.setAccessibleName(say("Preview"))
        self.setMinimumSize(300, 200)
        self._theme = theme
        self._figure: Figure | None = None
        self._picture: QPixmap | None = None

    def sizeHint(self) -> QSize:
        return QSize(560, 400)

    def show_figure(self, figure: Figure | None) -> None:
        """Show another figure, or nothing."""
        self._figure, self._picture = figure, None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None

    def _place(self, figure: Figure) -> QRectF:
        room = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        scale = min(room.width() / figure.width, room.height() / figure.height)
        width, height = figure.width * scale, figure.height * scale
        return QRectF(room.center().x() - width / 2, room.center().y() - height / 2, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt gives it
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("pressed"))
        if self._figure is not None:
            place = self._place(self._figure)
            if self._picture is None:
                self._picture = self._draw(self._figure, place)
            painter.drawPixmap(place.topLeft(), self._picture)
        painter.end()

    def _draw(self, figure: Figure, place: QRectF) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(max(1, round(place.width() * ratio)), max(1, round(place.height() * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(figure.painter.palette.color("surface"))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if figure.settings.transparent:
            self._paint_squares(painter, place)
        factor = place.width() / figure.width
        painter.scale(factor, factor)
        figure.paint(painter)
        painter.end()
        return picture

    def _paint_squares(self, painter: QPainter, place: QRectF) -> None:
        assert self._figure is not None
        color = self._figure.painter.palette.color("grid")
        for row in range(int(place.height() // _CHECK_PX) + 1):
            for column in range(row % 2, int(place.width() // _CHECK_PX) + 1, 2):
                painter.fillRect(QRectF(column * _CHECK_PX, row * _CHECK_PX, _CHECK_PX, _CHECK_PX), color)


class Preview(QWidget):
    """The figure with a step from page to page below it, or text. `page_asked` carries a page, counted from 0."""

    page_asked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.view = FigureView(theme)
        self.text = QPlainTextEdit()
        self.text.setObjectName("exportText")
        self.text.setAccessibleName(say("Beginning of the file"))
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.text)
        self._before = icon_button(theme, "chevron-left", say("Page before"))
        self._before.setObjectName("exportPageBefore")
        self._after = icon_button(theme, "chevron-right", say("Next page"))
        self._after.setObjectName("exportPageAfter")
        self._where: QLabel = label("", role="muted")
        self._where.setObjectName("exportPage")
        self._page = 0
        self._before.clicked.connect(lambda: self.page_asked.emit(self._page - 1))
        self._after.clicked.connect(lambda: self.page_asked.emit(self._page + 1))
        self._steps = QWidget()
        row = QHBoxLayout(self._steps)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        for widget in (self._before, self._where, self._after):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._stack, 1)
        column.addWidget(self._steps)
        self._steps.hide()

    def show_page(self, figure: Figure | None, page: int = 0, pages: int = 1) -> None:
        """Show a page of a figure, or nothing."""
        self._page = page
        self._stack.setCurrentWidget(self.view)
        self.view.show_figure(figure)
        self._steps.setVisible(figure is not None and pages > 1)
        if figure is not None:
            says = say("Page %1 of %2").replace("%1", str(page + 1)).replace("%2", str(pages))
            name = shortened(figure.page_name, _LONGEST_NAME)
            self._where.setText(f"{says}  ·  {name}" if name else says)
            self._where.setToolTip(figure.page_name)
            self._before.setEnabled(page > 0)
            self._after.setEnabled(page + 1 < pages)

    def show_text(self, text: str) -> None:
        """Show the beginning of a data file."""
        self._stack.setCurrentWidget(self.text)
        self._steps.hide()
        if text != self.text.toPlainText():
            self.text.setPlainText(text)

"""Shows a stretch of an article as plain text with its evidence marked.

Nothing in the text is ever interpreted: no HTML, no links, no resources. Marks differ by shape and not by color
alone: actors are underlined, cues stand in a box, what is spoken of has a dashed line below, dates a dotted one.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from stanceline.records import Pair
from stanceline.ui.detail.evidence import PassageMark

LONGEST_TOKEN = 1_000
"""A run without blank space longer than this is broken for display: Qt lays out such lines in quadratic time."""
LONGEST_SHOWN = 200_000
_BLANK_LINE_PX = 6
_BREAK = "\u200b"
_LAYERS = {"furniture": 0, "evidence": 1}
"""What is laid first; the rest lies over it."""


@dataclass(frozen=True)
class Displayed:
    """Text made safe to show, with the way from its own offsets to the shown ones (in UTF-16 units)."""

    text: str
    breaks: tuple[int, ...]
    wide: tuple[int, ...]

    def position(self, offset: int) -> int:
        """Where the character at `offset` of the given text stands in a Qt document."""
        return offset + bisect_right(self.breaks, offset) + bisect_right(self.wide, offset - 1)


def displayable(text: str) -> Displayed:
    """Text with control characters shown as such and endless tokens broken."""
    clean = "".join(
        char if char >= " " or char in "\n\t" else "\ufffd"
        for char in text.replace("\u2029", "\n").replace("\u2028", "\n")
    )
    breaks: list[int] = []
    pieces: list[str] = []
    run = 0
    for at, char in enumerate(clean):
        run = 0 if char.isspace() else run + 1
        if run > LONGEST_TOKEN:
            breaks.append(at)
            pieces.append(_BREAK)
            run = 1
        pieces.append(char)
    wide = tuple(at for at, char in enumerate(clean) if ord(char) > 0xFFFF)
    return Displayed("".join(pieces), tuple(breaks), wide)


class PassageView(QTextEdit):
    """A read-only passage; `show_passage` replaces what is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(8)
        self._tokens: Mapping[str, str] = {}
        self._boxes: list[Pair] = []
        self._evidence_at: int | None = None
        self._begin = 0
        self._shown = displayable("")

    def set_tokens(self, tokens: Mapping[str, str]) -> None:
        """Use the colors of a theme from the next passage on."""
        self._tokens = tokens

    def show_passage(self, text: str, span: Pair, marks: Sequence[PassageMark]) -> None:
        """Show `text[span]` with the marks that lie in it; offsets count into `text`."""
        self._begin = span[0]
        self._shown = displayable(text[span[0] : span[1]])
        self.setPlainText(self._shown.text)
        self._lay_out_lines()
        self._boxes = []
        self._evidence_at = None
        inside = [mark for mark in marks if span[0] <= mark.start and mark.end <= span[1] and mark.start < mark.end]
        for mark in sorted(inside, key=lambda mark: _LAYERS.get(mark.kind, 2)):
            self._lay_mark(mark)
        self.viewport().update()

    def positions(self, mark: PassageMark) -> Pair:
        """Start and end of a mark as positions in the shown document."""
        return self._shown.position(mark.start - self._begin), self._shown.position(mark.end - self._begin)

    def scroll_to_evidence(self) -> None:
        """Bring the first evidence into view, with some lines above it."""
        if self._evidence_at is None:
            self.verticalScrollBar().setValue(0)
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._evidence_at)
        self.setTextCursor(cursor)
        place, height = self.cursorRect(cursor), self.viewport().height()
        if place.top() < height // 8 or place.bottom() > height * 3 // 4:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + place.top() - height // 4)

    def _color(self, token: str) -> QColor:
        return QColor(self._tokens[token]) if token in self._tokens else self.palette().text().color()

    def _lay_out_lines(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        lines = QTextBlockFormat()
        lines.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        lines.setBottomMargin(4)
        cursor.mergeBlockFormat(lines)
        self._shrink_blank_lines()
        context = QTextCharFormat()
        context.setForeground(self._color("text_muted"))
        # Set, not merged: new text takes on the format of the place where the cursor stood.
        cursor.setCharFormat(context)

    def _shrink_blank_lines(self) -> None:
        low = QTextBlockFormat()
        low.setLineHeight(_BLANK_LINE_PX, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        low.setBottomMargin(0)
        block = self.document().begin()
        while block.isValid():
            if not block.text().strip():
                QTextCursor(block).mergeBlockFormat(low)
            block = block.next()

    def _lay_mark(self, mark: PassageMark) -> None:
        start, end = self.positions(mark)
        form = QTextCharFormat()
        if mark.kind == "evidence":
            form.setForeground(self._color("text"))
            form.setBackground(self._color("quote_soft"))
            self._evidence_at = start if self._evidence_at is None else min(start, self._evidence_at)
        elif mark.kind == "actor":
            form.setForeground(self._color("text"))
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            form.setUnderlineColor(self._color("mark_actor"))
        elif mark.kind == "furniture":
            form.setForeground(self._color("text_faint"))
            form.setFontItalic(True)
        elif mark.kind == "date":
            form.setForeground(self._color("mark_date"))
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            form.setUnderlineColor(self._color("mark_date"))
        elif mark.kind == "target":
            form.setForeground(self._color("text"))
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            form.setUnderlineColor(self._color("mark_target"))
        else:
            form.setForeground(self._color("text"))
            self._boxes.append((start, end))
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(form)

    def box_rects(self) -> list[QRectF]:
        """Where the boxes around cues stand, in the viewport's pixels; one rectangle a line."""
        return [rect for start, end in self._boxes for rect in self._line_rects(start, end)]

    def _line_rects(self, start: int, end: int) -> list[QRectF]:
        rects: list[QRectF] = []
        block = self.document().findBlock(start)
        scroll = self.verticalScrollBar().value()
        while block.isValid() and block.position() < end:
            corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
            layout = block.layout()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                first = max(start - block.position(), line.textStart())
                last = min(end - block.position(), line.textStart() + line.textLength())
                if first < last:
                    left, right = _x_of(line.cursorToX(first)), _x_of(line.cursorToX(last))
                    # A proportional line height puts the extra space above the letters.
                    height = line.ascent() + line.descent()
                    top = corner.y() + line.y() + line.height() - height - scroll
                    rects.append(QRectF(corner.x() + left - 2, top - 1, right - left + 4, height + 2))
            block = block.next()
        return rects

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._boxes:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._color("mark_cue"), 1.5))
        for rect in self.box_rects():
            painter.drawRoundedRect(rect, 3, 3)
        painter.end()

    def select(self, span: Pair) -> None:
        """Select words by their offsets into the text, and bring them into view."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._shown.position(span[0] - self._begin))
        cursor.setPosition(self._shown.position(span[1] - self._begin), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def selected_words(self) -> str:
        """The words that are selected, empty where none are."""
        return self.textCursor().selectedText().replace("\u2029", " ").replace(_BREAK, "")

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        # Only the words leave by the clipboard, as the article has them.
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace("\u2029", "\n").replace(_BREAK, ""))
        return data


def _x_of(answer: float | tuple[float, int] | object) -> float:
    # PySide gives the moved cursor beside the coordinate.
    return float(answer[0]) if isinstance(answer, tuple) else float(answer)  # type: ignore[arg-type]


def shown_range(text: str, evidence: Pair) -> Pair:
    """How much of an article the window lays out at once: all, or for very long ones the part around `evidence`."""
    if len(text) <= LONGEST_SHOWN:
        return 0, len(text)
    begin = max(0, evidence[0] - LONGEST_SHOWN // 2)
    begin = text.rfind("\n", 0, begin) + 1 if begin else 0
    return max(begin, evidence[0] - LONGEST_SHOWN), min(len(text), evidence[1] + LONGEST_SHOWN // 2)

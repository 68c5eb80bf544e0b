"""What the articles offer to add to a proposal: each suggestion with its sentence, to accept or to dismiss."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from stanceline.records import Suggestion
from stanceline.ui.theme import Theme
from stanceline.ui.widgets import clear_layout, icon_button, label
from stanceline.ui.words import counted, say

_MOST_ACTORS = 3
_LONGEST_SENTENCE = 260


@dataclass(frozen=True)
class Offer:
    """A suggestion with the words to judge it by: its sentence, where that stands, and who argues so."""

    suggestion: Suggestion
    sentence: str
    source: str
    actors: tuple[str, ...] = ()


def rule_words(rules: Sequence[str]) -> str:
    """How a suggestion was found, in words."""
    known = {
        "suggest.acronym": "its initials", "suggest.apposition": "stands beside a name of it",
        "suggest.same_head": "the same noun as in one of its names",
        "suggest.title": "shares a word with it in a title",
        "suggest.judged": "people take sides on it close by", "suggest.definite": "points back to it",
        "suggest.effect": "what it is said to do", "suggest.because": "given as a reason",
        "suggest.worry": "a hope or a worry about it", "suggest.for_doing": "what it is praised or blamed for",
    }  # fmt: skip
    return ", ".join(say(known.get(rule, rule)) for rule in rules)


class SuggestionList(QScrollArea):
    """The suggestions of one kind; `accepted` and `dismissed` carry the `Suggestion`."""

    accepted = Signal(object)
    dismissed = Signal(object)

    def __init__(self, theme: Theme, name: str, spoken: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = theme
        self._offers: tuple[Offer, ...] = ()
        page = QWidget()
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 8, 0)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        outer.addLayout(self._rows)
        self._nothing = label("", role="muted", wraps=True)
        outer.addWidget(self._nothing)
        outer.addStretch(1)
        self.setWidget(page)

    def show_offers(self, offers: Sequence[Offer], nothing: str) -> None:
        """Show suggestions; `nothing` is said where there are none. Those that are the same keep their rows."""
        self._nothing.setText(nothing)
        self._nothing.setVisible(not offers)
        if tuple(offers) == self._offers:
            return
        at = self._focused()
        self._offers = tuple(offers)
        clear_layout(self._rows)
        for offer in offers:
            row = _Row(self._theme, offer)
            row.accepted.connect(self._on_accepted)
            row.dismissed.connect(self._on_dismissed)
            row.left.connect(self._step)
            self._rows.addWidget(row)
        if at is not None:
            self.focus_row(at)

    def rows(self) -> list[_Row]:
        """The rows, from above."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        found = (item.widget() for item in items if item is not None)
        return [row for row in found if isinstance(row, _Row)]

    def focus_row(self, number: int) -> None:
        """Give the keyboard to a row, the last one where there are fewer."""
        rows = self.rows()
        if rows:
            row = rows[min(number, len(rows) - 1)]
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(row, 0, 8)

    def _focused(self) -> int | None:
        focus = QApplication.focusWidget()
        held = (
            n for n, row in enumerate(self.rows()) if focus is not None and (row is focus or row.isAncestorOf(focus))
        )
        return next(held, None)

    def _on_accepted(self, suggestion: Suggestion) -> None:
        self.accepted.emit(suggestion)

    def _on_dismissed(self, suggestion: Suggestion) -> None:
        self.dismissed.emit(suggestion)

    def _step(self, row: QWidget, by: int) -> None:
        rows = self.rows()
        at = next((number for number, other in enumerate(rows) if other is row), 0)
        if 0 <= at + by < len(rows):
            self.focus_row(at + by)


class _Row(QFrame):
    """One suggestion: words, figures, a sentence, and its two buttons; Enter accepts, Delete dismisses."""

    accepted = Signal(object)
    dismissed = Signal(object)
    left = Signal(object, int)

    def __init__(self, theme: Theme, offer: Offer) -> None:
        super().__init__()
        self.suggestion = offer.suggestion
        self.setProperty("card", True)
        self.setProperty("suggestion", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(4)
        text = label(offer.suggestion.text, bold=True, wraps=True, selectable=True)
        self.accept = QPushButton(say("Add"))
        self.accept.setObjectName("suggestionAccept")
        self.accept.setAutoDefault(False)
        self.accept.setProperty("flat", True)
        self.accept.setAccessibleName(say("Add “%1”").replace("%1", offer.suggestion.text))
        self.accept.setToolTip(say("Add it to the list (Enter)"))
        self.dismiss = icon_button(theme, "close", say("Dismiss “%1”").replace("%1", offer.suggestion.text))
        self.dismiss.setObjectName("suggestionDismiss")
        self.dismiss.setToolTip(say("Dismiss it for good (Delete)"))
        self.accept.clicked.connect(lambda _checked=False: self.accepted.emit(self.suggestion))
        self.dismiss.clicked.connect(lambda _checked=False: self.dismissed.emit(self.suggestion))
        top.addWidget(text, 1)
        top.addWidget(self.accept, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(label(_figures(offer), role="muted", wraps=True))
        column.addWidget(quoted_label(offer.sentence, offer.suggestion.text))
        column.addWidget(label(offer.source, role="muted", wraps=True))
        self.setAccessibleName(f"{offer.suggestion.text}. {_figures(offer)}. {offer.sentence}")
        self.setToolTip(say("Enter adds it, Delete dismisses it"))
        for child in (self.accept, self.dismiss):
            child.installEventFilter(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._on_key(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Delete):
                return self._on_key(key)
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(watched, QPushButton):
                watched.click()
                return True
        return super().eventFilter(watched, event)

    def _on_key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Insert):
            self.accepted.emit(self.suggestion)
        elif key == Qt.Key.Key_Delete:
            self.dismissed.emit(self.suggestion)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.left.emit(self, 1 if key == Qt.Key.Key_Down else -1)
        else:
            return False
        return True


def _figures(offer: Offer) -> str:
    one = offer.suggestion
    places = counted(one.count, "One place", "%1 places")
    parts = [say("%1 in %2").replace("%1", places).replace("%2", counted(one.articles, "one article", "%1 articles"))]
    parts.append(rule_words(one.rules))
    if offer.actors:
        named = ", ".join(offer.actors[:_MOST_ACTORS])
        more = len(offer.actors) - _MOST_ACTORS
        parts.append(say("%1 and %2 more").replace("%1", named).replace("%2", str(more)) if more > 0 else named)
    return " · ".join(parts)


def quoted_label(sentence: str, words: str) -> QLabel:
    """A sentence of an article with some of its words in bold; nothing in it is interpreted."""
    cut = sentence if len(sentence) <= _LONGEST_SENTENCE else _around(sentence, words)
    made = label("", wraps=True)
    made.setTextFormat(Qt.TextFormat.RichText)
    first, last = find_words(cut, words)
    before, inside, after = (escape(part) for part in (cut[:first], cut[first:last], cut[last:]))
    made.setText(f"“{before}<b>{inside}</b>{after}”")
    made.setAccessibleName(cut)
    return made


def find_words(sentence: str, words: str) -> tuple[int, int]:
    """Where the words stand in a sentence, any blanks and endings between them; the last place found, or nothing."""
    pieces = [re.escape(piece[: max(4, len(piece) - 3)]) for piece in words.split()[:8]]
    if not pieces:
        return 0, 0
    match = re.search(r"\b" + r"\w{0,6}\W{1,3}(?:\w{1,4}\W{1,2})?".join(pieces) + r"\w{0,6}", sentence, re.IGNORECASE)
    return match.span() if match else (0, 0)


def _around(sentence: str, words: str) -> str:
    first, last = find_words(sentence, words)
    begin = max(0, (first + last - _LONGEST_SENTENCE) // 2)
    cut = sentence[begin : begin + _LONGEST_SENTENCE]
    head = "… " + cut.split(" ", 1)[-1] if begin else cut
    return head.rsplit(" ", 1)[0] + " …" if begin + _LONGEST_SENTENCE < len(sentence) else head

"""Four hints for who sees the window for the first time: below the timeline, where they cover nothing.

A hint goes when it is dismissed, or when what it says was done, and comes back only by *Help > Show hints again*.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from stanceline.ui.main_window import LAY_FLAT_BELOW
from stanceline.ui.widgets import icon_button, label
from stanceline.ui.words import say

if TYPE_CHECKING:
    from stanceline.ui.main_window import MainWindow
    from stanceline.ui.settings import Settings
    from stanceline.ui.theme import Theme

_LEAST_HEIGHT, _LEAST_FLAT_HEIGHT = 560, 760
"""Lower windows keep their room for the rows; the second counts where the details lie below the timeline."""
_SHOWN = "hints"


@dataclass(frozen=True)
class Hint:
    """`says` is one sentence with the gesture in it."""

    key: str
    icon: str
    title: str
    says: str


HINTS = (
    Hint("pan", "overview", "Move through time", "Drag the timeline, or turn the wheel with Shift."),
    Hint("zoom", "zoom-in", "Zoom", "Turn the wheel with Ctrl, or press Ctrl and +."),
    Hint("cell", "matrix", "Click a stance cell", "See the words it rests on."),
    Hint("export", "export", "Export a figure", "Ctrl+E, for a report or a slide."),
)


def begin_hints(settings: Settings) -> None:
    """Show all hints, from the next articles on."""
    settings.set_flag(_SHOWN, True)
    for hint in HINTS:
        settings.set_flag(f"hint_{hint.key}", True)


class HintBar(QFrame):
    """The hints that are left, side by side."""

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hintBar")
        self.setAccessibleName(say("Hints"))
        self._settings = settings
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        self._cards = {hint.key: self._make_card(theme, hint) for hint in HINTS}
        for card in self._cards.values():
            row.addWidget(card, 1)
        self.hide()

    def _make_card(self, theme: Theme, hint: Hint) -> QFrame:
        card = QFrame()
        card.setObjectName(f"hint{hint.key.capitalize()}")
        card.setProperty("card", True)
        row = QHBoxLayout(card)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        picture = QLabel()
        picture.setPixmap(theme.icon(hint.icon).pixmap(QSize(20, 20)))
        theme.changed.connect(lambda: picture.setPixmap(theme.icon(hint.icon).pixmap(QSize(20, 20))))
        row.addWidget(picture)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(say(hint.title), bold=True))
        words.addWidget(label(say(hint.says), role="muted", wraps=True))
        row.addLayout(words, 1)
        close = icon_button(theme, "close", say("Dismiss the hint “%1”").replace("%1", say(hint.title)))
        close.setObjectName(f"hintClose{hint.key.capitalize()}")
        close.clicked.connect(lambda _checked=False: self.dismiss(hint.key))
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return card

    def dismiss(self, key: str) -> None:
        """Show a hint never again, unless all are asked for."""
        if self._settings.flag(f"hint_{key}", False):
            self._settings.set_flag(f"hint_{key}", False)
            self.refresh(is_wanted=self.isVisible())

    def refresh(self, *, is_wanted: bool) -> None:
        """Show what is left, where there is a use and room for it."""
        left = [key for key in self._cards if self._settings.flag(f"hint_{key}", False)]
        for key, card in self._cards.items():
            card.setVisible(key in left)
        self.setVisible(is_wanted and bool(left) and self._settings.flag(_SHOWN, False))


class Hints(QObject):
    """Shows the bar of one window when there is something to explain."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.bar = HintBar(window.theme, window.settings)
        window.center.addWidget(self.bar)
        window.session.articles_changed.connect(self.refresh)
        window.session.analysis_changed.connect(self.refresh)
        if window.timelineView is not None:
            window.timelineView.cell_selected.connect(lambda _actor, _column: self.bar.dismiss("cell"))
        window.actions_table["file.export"].triggered.connect(lambda _checked: self.bar.dismiss("export"))
        self.refresh()

    def refresh(self) -> None:
        """The bar suits what the window shows now."""
        window = self._window
        least = _LEAST_HEIGHT if window.width() >= LAY_FLAT_BELOW else _LEAST_FLAT_HEIGHT
        has_room = window.height() >= least and not window.drawer.isVisible()
        self.bar.refresh(is_wanted=window.session.has_articles() and has_room)

    def show_again(self) -> None:
        """All four, now."""
        begin_hints(self._window.settings)
        self.refresh()

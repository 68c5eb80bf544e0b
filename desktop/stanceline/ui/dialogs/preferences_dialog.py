"""The preferences, made from their list: pages at the left, fields at the right, a search over all of them.

Every change is kept and in force at once, or from the next start where the row says so; nothing is to be confirmed.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from stanceline.ui.dialogs.preference_field import PreferenceField
from stanceline.ui.notice import NoticeBar
from stanceline.ui.preferences_list import PAGES, PREFERENCES, Page
from stanceline.ui.settings import Settings
from stanceline.ui.theme import Theme
from stanceline.ui.widgets import label, plain_buttons
from stanceline.ui.words import say

SEARCH_FROM = 13
"""As many rows as make a search worth its place."""


class PreferencesDialog(QDialog):
    """Stays open beside the window, so that what changes can be seen. `restart_asked`: to use what waits for it."""

    restart_asked = Signal()

    def __init__(self, parent: QWidget | None, theme: Theme, settings: Settings) -> None:
        super().__init__(parent)
        self.setObjectName("preferencesDialog")
        self.setWindowTitle(say("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme, self._settings = theme, settings
        self.fields = {each.key: PreferenceField(each, settings) for each in PREFERENCES}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.notice = NoticeBar(theme)
        self.notice.setObjectName("preferencesNotice")
        outer.addWidget(self.notice)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._make_side())
        row.addWidget(self._make_rows(), 1)
        outer.addLayout(row, 1)
        outer.addWidget(self._make_buttons())
        self.resize(720, 520)
        self.pages.setCurrentRow(0)
        theme.changed.connect(self._on_theme_changed)
        settings.changed.connect(self._on_changed)

    # ---- building

    def _make_side(self) -> QFrame:
        side = QFrame()
        side.setProperty("rail", True)
        side.setFixedWidth(184)
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        self.search = QLineEdit()
        self.search.setObjectName("preferencesSearch")
        self.search.setPlaceholderText(say("Search"))
        self.search.setAccessibleName(say("Search preferences"))
        self.search.setVisible(len(PREFERENCES) >= SEARCH_FROM)
        self.search.textChanged.connect(lambda _text: self._show_rows())
        column.addWidget(self.search)
        self.pages = QListWidget()
        self.pages.setObjectName("preferencesPages")
        self.pages.setProperty("side", True)
        self.pages.setAccessibleName(say("Pages"))
        self._shown_pages = [page for page in PAGES if any(each.page == page for each in PREFERENCES)]
        for page in self._shown_pages:
            title, icon = PAGES[page]
            self.pages.addItem(QListWidgetItem(self._theme.icon(icon), say(title)))
        self.pages.currentRowChanged.connect(self._on_page_chosen)
        column.addWidget(self.pages, 1)
        return side

    def _make_rows(self) -> QScrollArea:
        area = self._area = QScrollArea()
        area.setObjectName("preferencesRows")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QFrame()
        page.setProperty("pane", True)
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        self._titles: dict[Page, QWidget] = {}
        for name in self._shown_pages:
            self._titles[name] = label(say(PAGES[name][0]), role="headline")
            column.addWidget(self._titles[name])
            for each in PREFERENCES:
                if each.page == name:
                    column.addWidget(self.fields[each.key])
        self._nothing = label("", role="muted", wraps=True)
        column.addWidget(self._nothing)
        column.addStretch(1)
        area.setWidget(page)
        return area

    def _make_buttons(self) -> QFrame:
        bar = QFrame()
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 12, 16, 12)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        restore = buttons.addButton(say("Restore defaults"), QDialogButtonBox.ButtonRole.ResetRole)
        restore.setObjectName("preferencesRestore")
        restore.clicked.connect(lambda _checked=False: self._restore())
        buttons.rejected.connect(self.reject)
        plain_buttons(buttons)
        for button in buttons.buttons():
            if isinstance(button, QPushButton):
                # Enter ends the typing in a field; it closes nothing.
                button.setAutoDefault(False)
        row.addWidget(buttons)
        return bar

    # ---- looking

    def show_page(self, page: Page) -> None:
        """Show one page."""
        self.pages.setCurrentRow(self._shown_pages.index(page))

    def _on_page_chosen(self, _number: int) -> None:
        self.search.clear()
        self._show_rows()
        self._area.verticalScrollBar().setValue(0)

    def _show_rows(self) -> None:
        wanted = self.search.text().strip().casefold()
        page = self._shown_pages[max(self.pages.currentRow(), 0)]
        seen: set[Page] = set()
        for each in PREFERENCES:
            is_shown = wanted in self.fields[each.key].searched if wanted else each.page == page
            self.fields[each.key].setVisible(is_shown)
            if is_shown:
                seen.add(each.page)
        for name, title in self._titles.items():
            title.setVisible(name in seen)
        self._nothing.setText(say("No preference has “%1” in it.").replace("%1", self.search.text().strip()))
        self._nothing.setVisible(not seen)

    def _on_theme_changed(self) -> None:
        for number, page in enumerate(self._shown_pages):
            self.pages.item(number).setIcon(self._theme.icon(PAGES[page][1]))

    def _on_changed(self, key: str) -> None:
        preference = next((each for each in PREFERENCES if each.key == key), None)
        if preference is not None and not preference.at_once:
            told = say("“%1” is used from the next start.").replace("%1", say(preference.label))
            self.notice.tell(told, ((say("Restart now"), self.restart_asked.emit),))

    # ---- defaults

    def _restore(self) -> None:
        before: dict[str, Any] = {each.key: self._settings.get(each) for each in PREFERENCES}
        self._give({each.key: each.default for each in PREFERENCES})
        self.notice.tell(
            say("All preferences are as the program comes with them."),
            ((say("Undo"), lambda: self._give(before)),),
        )

    def _give(self, values: dict[str, Any]) -> None:
        for each in PREFERENCES:
            self._settings.set(each, values[each.key])

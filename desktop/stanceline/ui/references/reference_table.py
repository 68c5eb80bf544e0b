"""The item model of the list of reference events: sorted, searched, and one's own always on top."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal
from unicodedata import combining, normalize

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from stanceline.model.reference_list import ListedEvent, Origin
from stanceline.ui.lists.lines import Lines
from stanceline.ui.lists.tables import KEY_ROLE
from stanceline.ui.theme import Theme
from stanceline.ui.words import counted, day_text, say

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
Which = Literal["all", "own", "used", "shipped"]
_RANK: Mapping[Origin, int] = {"own": 0, "personal": 1, "file": 2, "shipped": 3}
NAME, FIRST, LAST, PLACE, ARTICLES, ALIASES, SERIES, STATUS, CERTAINTY, FROM = range(10)


def status_text(status: str) -> str:
    """Whether an event was held, in words."""
    known = {
        "held": "Held", "virtual": "Held online", "scheduled": "Planned", "postponed": "Postponed",
        "cancelled": "Cancelled", "canceled": "Cancelled",
    }  # fmt: skip
    return say(known.get(status, status))


def certainty_text(certainty: str) -> str:
    """How sure an event's days are, in words."""
    return say({"sure": "Sure", "check": "To be checked"}.get(certainty, certainty))


def origin_text(row: ListedEvent) -> str:
    """Whose a row is, in words."""
    words = {"own": "You", "personal": "Your other projects", "file": "A file of this project", "shipped": "Stanceline"}
    text = say(words[row.origin])
    if row.origin == "own" and row.is_kept:
        text = say("You, for all projects")
    return say("%1, in place of Stanceline's").replace("%1", text) if row.replaces else text


def place_text(row: ListedEvent) -> str:
    """City and country."""
    return ", ".join(part for part in (row.event.city, row.event.country) if part)


_WORDS: tuple[tuple[str, Callable[[ListedEvent], str], Callable[[ListedEvent], Any]], ...] = (
    ("Event", lambda row: row.event.name, lambda row: row.event.name.casefold()),
    ("First day", lambda row: day_text(row.event.start), lambda row: row.event.start),
    ("Last day", lambda row: day_text(row.event.end), lambda row: row.event.end),
    ("Place", place_text, lambda row: place_text(row).casefold()),
    ("Used by", lambda row: str(len(row.articles)) if row.articles else "", lambda row: -len(row.articles)),
    ("Also called", lambda row: ", ".join(row.event.aliases), lambda row: ", ".join(row.event.aliases).casefold()),
    ("Series", lambda row: row.event.series, lambda row: (row.event.series.casefold(), row.event.start)),
    ("Status", lambda row: status_text(row.event.status), lambda row: row.event.status),
    ("Days are", lambda row: certainty_text(row.event.certainty), lambda row: row.event.certainty),
    ("Added by", origin_text, lambda row: _RANK[row.origin]),
)
"""Heading, words and what is sorted by, column by column."""


def _folded(text: str) -> str:
    """Without case and accents."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    return "".join(char for char in normalize("NFKD", folded) if not combining(char))


class ReferenceTable(Lines):
    """The events that are shown, known by their ids (`KEY_ROLE`)."""

    headings = tuple(heading for heading, _, _ in _WORDS)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._all: Sequence[ListedEvent] = ()
        self._shown: list[ListedEvent] = []
        self._titles: Mapping[str, str] = {}
        self._typed, self._which = "", "all"
        self._sorted_by = (FIRST, Qt.SortOrder.DescendingOrder)
        self._haystacks: dict[str, str] = {}
        theme.changed.connect(self._cut)

    def show_events(self, rows: Sequence[ListedEvent], titles: Mapping[str, str]) -> None:
        """List other events; `titles` names the articles by id."""
        self._all, self._titles, self._haystacks = rows, titles, {}
        self._cut()

    def search(self, typed: str, which: Which) -> None:
        """Show the rows that have all words typed, of one kind or all."""
        self._typed, self._which = typed, which
        self._cut()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = (column, order)
        self._cut()

    def _cut(self) -> None:
        self.beginResetModel()
        wanted = _folded(self._typed).split()
        shown = [row for row in self._all if self._is_of_kind(row) and self._has(row, wanted)]
        column, order = self._sorted_by
        shown.sort(key=lambda row: (row.event.name.casefold(), row.event.id))
        shown.sort(key=_WORDS[column][2], reverse=order == Qt.SortOrder.DescendingOrder)
        # One's own rows stay on top whatever the order: they are what is worked on.
        shown.sort(key=lambda row: _RANK[row.origin])
        self._shown = shown
        self.endResetModel()

    def _is_of_kind(self, row: ListedEvent) -> bool:
        match self._which:
            case "own":
                return row.origin != "shipped"
            case "shipped":
                return row.origin == "shipped"
            case "used":
                return bool(row.articles)
        return True

    def _has(self, row: ListedEvent, wanted: Sequence[str]) -> bool:
        if not wanted:
            return True
        if row.event.id not in self._haystacks:
            self._haystacks[row.event.id] = _folded(" ".join(words(row) for _, words, _ in _WORDS))
        haystack = self._haystacks[row.event.id]
        return all(word in haystack for word in wanted)

    # ---- Qt's side

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], index.column()
        roles = Qt.ItemDataRole
        if role in (roles.ToolTipRole, roles.AccessibleTextRole) and column == ARTICLES:
            return self.articles_text(row) or None
        if role in (roles.DisplayRole, roles.ToolTipRole, roles.AccessibleTextRole):
            return _WORDS[column][1](row) or None
        if role == roles.DecorationRole and column == NAME and row.origin == "own":
            return self._theme.icon("edit")
        if role == roles.FontRole and column == NAME and row.origin == "own":
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == roles.ForegroundRole and row.origin == "personal":
            return self._theme.color("text_muted")
        return row.event.id if role == KEY_ROLE else None

    def articles_text(self, row: ListedEvent) -> str:
        """Which articles lean on it: how many, and the first ones by title."""
        if not row.articles:
            return ""
        names = [f"“{self._titles.get(key, key)}”" for key in row.articles[:3]]
        more = len(row.articles) - len(names)
        said = ", ".join(names) + (say(" and %1 more").replace("%1", str(more)) if more else "")
        uses = counted(len(row.articles), "One article uses it", "%1 articles use it")
        return f"{uses}: {said}"

    def row_at(self, number: int) -> ListedEvent | None:
        """The event in a row, None outside the table."""
        return self._shown[number] if 0 <= number < len(self._shown) else None

    def row_of(self, ident: str) -> int:
        """The row of an event, -1 where it is not shown."""
        return next((number for number, row in enumerate(self._shown) if row.event.id == ident), -1)

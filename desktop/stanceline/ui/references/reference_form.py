"""The form of one reference event: read as it is typed, with a word below each field that is not right yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from stanceline.temporal.references.drafts import Draft, clashes, read_draft, split_aliases, typed_day, vague_names
from stanceline.temporal.references.events import ReferenceEvent, index_of
from stanceline.temporal.references.tables import CERTAINTIES, STATUSES
from stanceline.ui.dialogs.dialogs import Form
from stanceline.ui.references.reference_table import certainty_text, status_text
from stanceline.ui.widgets import label, mark_invalid
from stanceline.ui.words import day_text, days_text, say

_PAUSE_MS = 350
"""After this long without a key the date is also looked for in other languages, which takes a moment."""
_MOST_SUGGESTED = 3
_AROUND_FIELDS, _LEAST_FIELDS = 220, 240
"""Px of a screen's height that headings, buttons and the frame take; px that the fields keep in any case."""


class ReferenceForm(Form):
    """Answers the event and whether it is kept for all projects: `(ReferenceEvent, bool)`.

    `table` are all events of the project, for names that others bear; `suggested` names from an article.
    """

    def __init__(
        self,
        parent: QWidget | None,
        draft: Draft,
        table: Sequence[ReferenceEvent],
        *,
        is_new: bool,
        is_kept: bool = False,
        suggested: Sequence[str] = (),
    ) -> None:
        super().__init__(
            parent, name="referenceForm", title=say("New reference event") if is_new else say("Reference event"),
            explains=say("Articles that name it and have no date of their own are dated by it at once."),
            button=say("Add event") if is_new else say("Save event"),
        )  # fmt: skip
        self.setMinimumWidth(560)
        self._kept_event, self._index = draft.kept, index_of(table)
        self._notes: dict[str, QLabel] = {}
        self._touched: set[str] = set()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(lambda: self._show(thorough=True))
        self._make_fields(draft, is_kept)
        if suggested:
            self._offer(suggested)
        self._make_area()
        self.finish(self._read)
        self._show(thorough=False)
        (self.start if draft.name and not draft.start else self.name).setFocus()

    # ---- building

    def _make_fields(self, draft: Draft, is_kept: bool) -> None:
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.name = self._line("name", say("Name"), draft.name, say("Lisbon Forum 2024"), 0, 0, 2)
        self.start = self._line("start", say("First day"), draft.start, "2024-05-14", 1, 0)
        self.end = self._line("end", say("Last day"), draft.end, say("the same day"), 1, 1)
        self.aliases = QPlainTextEdit(draft.aliases)
        self.aliases.setProperty("field", True)
        self.aliases.setTabChangesFocus(True)
        self.aliases.setPlaceholderText(say("Other names, separated by commas or lines"))
        self.aliases.setFixedHeight(self.aliases.fontMetrics().lineSpacing() * 3 + 20)
        self.aliases.textChanged.connect(lambda: self._on_typed("aliases"))
        self._place("aliases", say("Also called"), self.aliases, 2, 0, 2)
        self.city = self._line("city", say("City"), draft.city, "", 3, 0)
        self.country = self._line("country", say("Country"), draft.country, "", 3, 1)
        self.series = self._line("series", say("Series"), draft.series, say("Lisbon Forum"), 4, 0)
        self.ordinal = self._line("ordinal", say("Number in the series"), draft.ordinal, "12", 4, 1)
        self.status = self._choice("status", say("Status"), STATUSES, draft.status, status_text, 5, 0)
        self.certainty = self._choice("certainty", say("Days are"), CERTAINTIES, draft.certainty, certainty_text, 5, 1)
        self.certainty.setToolTip(say("Days that are still to be checked make a day likelier, but never rule one out"))
        self.status.setToolTip(say("What was postponed or cancelled makes a day likelier, but never rules one out"))
        self.keep = QCheckBox(say("&Keep for all my projects"))
        self.keep.setObjectName("referenceKeep")
        self.keep.setToolTip(say("New projects begin with it; this is not undone by Undo"))
        self.keep.setChecked(is_kept)
        self._grid.addWidget(self.keep, 6, 0, 1, 2)

    def _make_area(self) -> None:
        """The fields roll where the screen is too low for all of them; the buttons stay in sight."""
        fields = QWidget()
        fields.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(fields)
        self.column.addWidget(self._area)
        self.column.addStretch(1)

    def _fit(self) -> None:
        room = self.screen().availableGeometry().height() - _AROUND_FIELDS
        margins = self.column.contentsMargins()
        width = max(self.width(), self.minimumWidth()) - margins.left() - margins.right()
        # Without a note that wraps the height depends on nothing, and Qt has no answer for a width.
        wanted = max(self._grid.totalHeightForWidth(width), self._grid.totalSizeHint().height())
        self._area.setFixedHeight(min(wanted, max(room, _LEAST_FIELDS)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        # Only now the style sheet has given the fields their fonts.
        super().showEvent(event)
        self._fit()
        self.resize(self.sizeHint())

    def _line(self, key: str, text: str, value: str, hint: str, row: int, column: int, span: int = 1) -> QLineEdit:
        field = QLineEdit(value)
        field.setPlaceholderText(hint)
        field.textChanged.connect(lambda _text: self._on_typed(key))
        self._place(key, text, field, row, column, span)
        return field

    def _choice(
        self, key: str, text: str, values: Sequence[str], value: str, words: object, row: int, column: int
    ) -> QComboBox:
        field = QComboBox()
        for name in values if value in values else (*values, value):
            field.addItem(words(name), name)  # type: ignore[operator]
        field.setCurrentIndex(field.findData(value))
        self._place(key, text, field, row, column, 1)
        return field

    def _place(self, key: str, text: str, field: QWidget, row: int, column: int, span: int) -> None:
        """A field with its name above and its note below."""
        field.setObjectName(f"reference{key.capitalize()}")
        field.setAccessibleName(text)
        holder = QVBoxLayout()
        holder.setSpacing(2)
        heading = label(text, role="muted")
        heading.setBuddy(field)
        holder.addWidget(heading)
        holder.addWidget(field)
        if not isinstance(field, QComboBox):
            note = label("", role="muted", wraps=True)
            note.setObjectName(f"reference{key.capitalize()}Note")
            note.hide()
            self._notes[key] = note
            holder.addWidget(note)
        holder.addStretch(1)
        self._grid.addLayout(holder, row, column, 1, span)

    def _offer(self, names: Sequence[str]) -> None:
        """Names from the article that no known event bears, below the name's field."""
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(label(say("Named in the article:"), role="muted"))
        for name in names[:_MOST_SUGGESTED]:
            button = QPushButton(self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, 200))
            button.setToolTip(name)
            button.setAccessibleName(say("Use the name %1").replace("%1", name))
            button.setProperty("flat", True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, name=name: self._use_name(name))
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)

    def _use_name(self, name: str) -> None:
        self.name.setText(name)
        self.start.setFocus()

    # ---- reading

    def draft(self) -> Draft:
        """The fields as they stand."""
        return Draft(
            self.name.text(), self.start.text(), self.end.text(), self.city.text(), self.country.text(),
            self.aliases.toPlainText(), self.series.text(), self.ordinal.text(), self.status.currentData(),
            self.certainty.currentData(), self._kept_event,
        )  # fmt: skip

    def _on_typed(self, key: str) -> None:
        self._touched.add(key)
        self.wrong.hide()
        self._show(thorough=False)
        self._pause.start()

    def _show(self, *, thorough: bool) -> None:
        """Say below each field what is wrong with it, or how it was read; what was never touched is left alone."""
        draft = self.draft()
        _, wrong = read_draft(draft, thorough=thorough)
        for key in ("name", "start", "end", "ordinal"):
            self._note(key, wrong.get(key, "") if key in self._touched else "", is_wrong=True)
        for key, typed in (("start", draft.start), ("end", draft.end)):
            day = typed_day(typed, thorough=thorough)
            if key not in wrong and day is not None:
                self._note(key, day_text(day, weekday=True))
            elif day is None and not thorough and typed.strip():
                # Perhaps a date that only the second look reads: no reproach before it.
                self._note(key, "")
        self._warn(draft, wrong)
        self._fit()

    def _warn(self, draft: Draft, wrong: dict[str, str]) -> None:
        """Names that other events bear: no mistake, but an article that says no more may mean either."""
        ident = self._kept_event.id if self._kept_event is not None else ""
        for key, names in (("name", (" ".join(draft.name.split()),)), ("aliases", split_aliases(draft.aliases))):
            shared = clashes(names, self._index, ident)
            lines = [_shared(name, others) for name, others in shared.items()]
            lines += [say("“%1” alone is too general to be looked for.").replace("%1", n) for n in vague_names(names)]
            more = say("%1 more names are shared.").replace("%1", str(len(lines) - 1))
            if key not in wrong:
                self._note(key, "\n".join(lines if len(lines) <= 2 else [lines[0], more]), role="warning")

    def _note(self, key: str, text: str, *, is_wrong: bool = False, role: str = "muted") -> None:
        note, field = self._notes[key], getattr(self, key)
        role = "danger" if is_wrong and text else role
        if note.property("role") != role:
            note.setProperty("role", role)
            note.style().polish(note)
        note.setText(text)
        note.setVisible(bool(text))
        field.setAccessibleDescription(text)
        mark_invalid(field, is_wrong and bool(text))

    def _read(self) -> tuple[ReferenceEvent, bool]:
        self._touched.update(self._notes)
        self._pause.stop()
        self._show(thorough=True)
        event, wrong = read_draft(self.draft())
        if event is None:
            first = next(iter(key for key in ("name", "start", "end", "ordinal") if key in wrong))
            getattr(self, first).setFocus()
            raise ValueError(say("Not saved yet: put the marked field right."))
        return event, self.keep.isChecked()


def _shared(name: str, others: Sequence[ReferenceEvent]) -> str:
    first = f"{others[0].name} ({days_text(others[0].start, others[0].end)})"
    more = len(others) - 1
    named = first if not more else say("%1 and %2 more").replace("%1", first).replace("%2", str(more))
    says = say("“%1” also names %2. Where an article tells no more, either may be meant.")
    return says.replace("%1", name).replace("%2", named)

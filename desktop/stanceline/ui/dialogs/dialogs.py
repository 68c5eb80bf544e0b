"""The small forms: go to a date, date an article, set a stance, rename and merge actors.

Each opens without blocking and sends `answered` with what was given; a form that was sent back says why
below the field instead of closing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSortFilterProxyModel, QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListView,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from stanceline.records import ActorRow, ArticleRow
from stanceline.temporal.timex import format_day
from stanceline.ui.dialogs.dates import parse_period
from stanceline.ui.lists.filter_pane import stance_icon
from stanceline.ui.theme import Theme
from stanceline.ui.widgets import label, plain_buttons
from stanceline.ui.words import STANCES, article_day, article_name, basis_word, day_text, say, stance_word

DAY_S = 86_400


class Form(QDialog):
    """A title, an explanation, fields, a line for what is wrong, and two buttons.

    `answered` carries the answer; `check` returns it, or a sentence that says what is wrong.
    """

    answered = Signal(object)

    def __init__(self, parent: QWidget | None, *, name: str, title: str, explains: str, button: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(420)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(12)
        heading = label(title, role="headline", wraps=True)
        self.column.addWidget(heading)
        if explains:
            self.column.addWidget(label(explains, role="muted", wraps=True))
        self.wrong = label("", role="danger", wraps=True)
        self.wrong.setObjectName("formWrong")
        self.wrong.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.ok = self.buttons.addButton(button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._check: Callable[[], object] = lambda: None

    def finish(self, check: Callable[[], object]) -> None:
        """Put the last line and the buttons below the fields; `check` raises `ValueError` with a sentence."""
        self._check = check
        self.column.addWidget(self.wrong)
        self.column.addSpacing(4)
        self.column.addWidget(self.buttons)
        plain_buttons(self.buttons)
        # Only now: a button that stands in no dialog yet cannot be its default.
        for button in self.buttons.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(button is self.ok)
        self.ok.setDefault(True)

    def accept(self) -> None:
        try:
            answer = self._check()
        except ValueError as wrong:
            self.wrong.setText(str(wrong))
            self.wrong.show()
            return
        self.answered.emit(answer)
        super().accept()


class GoToDate(Form):
    """Any precision: a year shows the year, a day the day. Answers a half-open period in seconds."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(
            parent, name="goToDateDialog", title=say("Go to date"), button=say("Go"),
            explains=say("A year, a month or a day, for example 2023, July 2023, 2023-07-12 or 44 BC."),
        )  # fmt: skip
        self.field = QLineEdit()
        self.field.setObjectName("goToDateField")
        self.field.setAccessibleName(say("Date"))
        self.column.addWidget(self.field)
        self.finish(self._read)

    def _read(self) -> tuple[int, int]:
        period = parse_period(self.field.text())
        if period is None:
            raise ValueError(say("This is no date. Write it like 2023-07-12 or July 2023."))
        return period


class SetDate(Form):
    """Answers an ISO day, or None to take an earlier decision back."""

    def __init__(self, parent: QWidget | None, article: ArticleRow) -> None:
        known = (
            say("Now: %1 (%2).").replace("%1", article_day(article)).replace("%2", basis_word(article.published_basis))
        )
        super().__init__(
            parent, name="setDateDialog", title=say("When was “%1” published?").replace("%1", article_name(article)),
            explains=known + " " + say("All dates that hang on it move along."), button=say("Set date"),
        )  # fmt: skip
        self.field = QLineEdit()
        self.field.setObjectName("setDateField")
        self.field.setAccessibleName(say("Day of publication"))
        self.field.setPlaceholderText("2023-07-12")
        if article.published is not None:
            self.field.setText(format_day(article.published))
            self.field.selectAll()
        self.column.addWidget(self.field)
        for day, p in article.published_candidates[:3]:
            button = QPushButton(f"{day_text(day, weekday=True)}   {p:.0%}")
            button.setProperty("flat", True)
            button.setAutoDefault(False)
            text = format_day(day)
            button.clicked.connect(lambda _checked=False, text=text: self.field.setText(text))
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if article.published_basis == "user":
            back = self.buttons.addButton(say("Use the program's date"), QDialogButtonBox.ButtonRole.ResetRole)
            back.clicked.connect(self._give_back)
        self.finish(self._read)

    def _read(self) -> str:
        period = parse_period(self.field.text())
        if period is None or period[1] - period[0] != DAY_S:
            raise ValueError(say("This is no single day. Write it as year, month and day: 2023-07-12."))
        return format_day(period[0] // DAY_S)

    def _give_back(self) -> None:
        self.answered.emit(None)
        self.close()


@dataclass(frozen=True)
class StanceChoice:
    """A proposal that a stance can be set on, and the stance of now (None where nobody takes one)."""

    proposal: str
    title: str
    value: int | None = None
    is_by_user: bool = False


class SetStance(Form):
    """Answers a proposal's id and -2 to 2, or None to give the word back to the program."""

    def __init__(self, parent: QWidget | None, theme: Theme, who: str, proposals: Sequence[StanceChoice]) -> None:
        one = say("On: %1").replace("%1", proposals[0].title) if len(proposals) == 1 else ""
        super().__init__(
            parent, name="setStanceDialog", title=say("Where does %1 stand?").replace("%1", who), explains=one,
            button=say("Set stance"),
        )  # fmt: skip
        self._proposals = proposals
        self.about = QComboBox()
        self.about.setObjectName("stanceProposal")
        self.about.setAccessibleName(say("On"))
        self.about.addItems([choice.title for choice in proposals])
        if len(proposals) > 1:
            self.column.addWidget(label(say("On"), role="section"))
            self.column.addWidget(self.about)
        else:
            self.about.hide()
            self.about.setParent(self)
        self.choices: dict[int, QRadioButton] = {}
        for stance in STANCES:
            choice = QRadioButton(stance_word(stance))
            choice.setObjectName(f"stance{stance}")
            choice.setIcon(stance_icon(theme, stance))
            self.column.addWidget(choice)
            self.choices[stance] = choice
        self._back = self.buttons.addButton(say("Use the program's reading"), QDialogButtonBox.ButtonRole.ResetRole)
        self._back.clicked.connect(self._give_back)
        self.finish(self._read)
        self.about.currentIndexChanged.connect(self._show_choice)
        self._show_choice(0)

    def _show_choice(self, number: int) -> None:
        now = self._proposals[number]
        self._back.setVisible(now.is_by_user)
        for stance, choice in self.choices.items():
            choice.setAutoExclusive(False)
            choice.setChecked(stance == now.value)
            choice.setAutoExclusive(True)
        self.choices[now.value if now.value is not None else STANCES[0]].setFocus()

    def _read(self) -> tuple[str, int]:
        for stance, choice in self.choices.items():
            if choice.isChecked():
                return self._proposals[self.about.currentIndex()].proposal, stance
        raise ValueError(say("Choose one of the five."))

    def _give_back(self) -> None:
        self.answered.emit((self._proposals[self.about.currentIndex()].proposal, None))
        self.close()


class RenameActor(Form):
    """Answers the new name, or None for the actor's own name."""

    def __init__(self, parent: QWidget | None, actor: ActorRow) -> None:
        known = [name for name in actor.names if name != actor.name][:6]
        explains = say("In the articles also: %1.").replace("%1", ", ".join(known)) if known else ""
        super().__init__(
            parent, name="renameDialog", title=say("Rename “%1”").replace("%1", actor.name), explains=explains,
            button=say("Rename"),
        )  # fmt: skip
        self.field = QLineEdit(actor.name)
        self.field.setObjectName("renameField")
        self.field.setAccessibleName(say("Name"))
        self.field.selectAll()
        self.column.addWidget(self.field)
        if actor.decided_by == "user":
            back = self.buttons.addButton(say("Use the program's name"), QDialogButtonBox.ButtonRole.ResetRole)
            back.clicked.connect(self._give_back)
        self.finish(self._read)

    def _read(self) -> str:
        if not self.field.text().strip():
            raise ValueError(say("An actor needs a name."))
        return self.field.text().strip()

    def _give_back(self) -> None:
        self.answered.emit(None)
        self.close()


class ChooseActor(Form):
    """A list to search in; answers an actor's id."""

    def __init__(
        self, parent: QWidget | None, *, name: str, title: str, explains: str, button: str, actors: Sequence[ActorRow]
    ) -> None:
        super().__init__(parent, name=name, title=title, explains=explains, button=button)
        ordered = sorted(actors, key=lambda actor: (actor.name.casefold(), actor.id))
        self._ids = [actor.id for actor in ordered]
        model = QStringListModel([actor_line(actor) for actor in ordered], self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(model)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field = QLineEdit()
        self.field.setObjectName("actorSearch")
        self.field.setPlaceholderText(say("Search actors"))
        self.field.setAccessibleName(say("Search actors"))
        self.field.textChanged.connect(self._on_typed)
        self.list = QListView()
        self.list.setObjectName("actorList")
        self.list.setAccessibleName(say("Actors"))
        self.list.setModel(self._shown)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setMinimumHeight(220)
        self.list.doubleClicked.connect(lambda _index: self.accept())
        self.column.addWidget(self.field)
        self.column.addWidget(self.list, 1)
        self.finish(self._read)
        self._on_typed("")

    def _on_typed(self, text: str) -> None:
        self._shown.setFilterFixedString(text)
        if self._shown.rowCount():
            self.list.setCurrentIndex(self._shown.index(0, 0))

    def _read(self) -> str:
        index = self.list.currentIndex()
        if not index.isValid():
            raise ValueError(say("Choose an actor from the list."))
        return self._ids[self._shown.mapToSource(index).row()]


def actor_line(actor: ActorRow) -> str:
    """An actor in a list: name and office."""
    return f"{actor.name} — {actor.office}" if actor.office else actor.name

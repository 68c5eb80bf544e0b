"""The editor of one proposal: what it is called, what articles say to it as it is typed, and what they offer to add."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from stanceline.discourse.stances.proposal_drafts import LONGEST_TITLE, Draft, id_of, read_draft
from stanceline.records import Counsel, PhraseCount, Proposal, SuggestedKind, Suggestion
from stanceline.ui.dialogs.dialogs import Form
from stanceline.ui.proposals.phrase_list import PhraseList
from stanceline.ui.proposals.proposal_figures import Figures
from stanceline.ui.proposals.suggestion_list import Offer, SuggestionList
from stanceline.ui.theme import Theme
from stanceline.ui.widgets import label, mark_invalid
from stanceline.ui.words import counted, say

_PAUSE_MS = 300
"""After this long without a key the articles are asked again."""
_ROOMY = 660
"""Px of height from which there is room for a sentence above each list."""
_UNNAMED = "new-proposal"


@dataclass(frozen=True)
class _Page:
    """One list of the editor: its field of the proposal, its words, and which suggestions go there."""

    field: str
    tab: str
    heading: str
    adds: str
    explains: str
    kind: SuggestedKind | None
    has_counts: bool = False


_PAGES = (
    _Page("aliases", "&Names", "Name", "Add a name that articles use",
          "Ways to name it, a few words each. Word order, plurals and a country's other names need not be repeated.",
          "alias", has_counts=True),
    _Page("carriers", "Stan&d-ins", "Stand-in", "Add a noun that stands for it",
          "Nouns that mean it once it has been named: “the plan”, “the crossing”.", "carrier", has_counts=True),
    _Page("arguments_for", "Arguments &for", "Argument for it", "Add an argument for it",
          "Who favors one of these is suggested to lean in favor.", "argument_for"),
    _Page("arguments_against", "Arguments a&gainst", "Argument against it", "Add an argument against it",
          "Who deplores one of these is suggested to lean against.", "argument_against"),
    _Page("proposers", "Proposed &by", "Who put it forward", "Add who put it forward",
          "Actors who put it forward: they are for it until they say otherwise.", None),
)  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """The proposal as saved, and the suggestions that were dismissed while it had no id yet."""

    proposal: Proposal
    dismissed: tuple[Suggestion, ...] = ()


class ProposalForm(Form):
    """Answers an `Answer`. `asked` carries a proposal to try and whether suggestions are wanted, too.

    `others` are all proposals of the project; `offer` makes a suggestion ready to be shown.
    """

    asked = Signal(object, bool)
    dismissed = Signal(object)

    def __init__(
        self, parent: QWidget | None, theme: Theme, draft: Draft, others: Sequence[Proposal],
        offer: Callable[[Suggestion], Offer], *, has_articles: bool,
    ) -> None:  # fmt: skip
        is_new = draft.kept is None
        super().__init__(
            parent, name="proposalForm", title=say("New proposal") if is_new else say("Change the proposal"),
            explains="", button=say("Add proposal") if is_new else say("Save proposal"),
        )  # fmt: skip
        self.setModal(False)
        self.setMinimumSize(760, 560)
        self.resize(1040, 760)
        self.column.setSpacing(8)
        self._theme, self._others, self._offer = theme, others, offer
        self._draft, self._has_articles = draft, has_articles
        self._has_own_id = not is_new
        self._notes: dict[str, QLabel] = {}
        self._lists: dict[str, PhraseList] = {}
        self._suggested: dict[str, SuggestionList] = {}
        self._offers: tuple[Suggestion, ...] | None = None
        self._unwanted: list[Suggestion] = []
        self._explanations: list[QLabel] = []
        self._is_warned = False
        self._asked_for: Proposal | None = None
        self._title_count: PhraseCount | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._make_fields(draft)
        self._make_tabs(draft)
        self.figures = Figures()
        self.column.addWidget(self.figures)
        self.finish(self._read)
        self._first = self.draft()
        self._connect()
        self._show_tabs()
        self._show_suggestions()
        self.title.setFocus()

    def begin(self) -> None:
        """Ask the articles for the first time, once somebody listens; a key must not replace a title that is there."""
        self.title.end(False)
        self._ask()

    # ---- building

    def _make_fields(self, draft: Draft) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 3)
        self.title = QLineEdit(draft.title)
        self.title.setPlaceholderText(say("Harbor tunnel"))
        self.ident = QLineEdit(draft.id)
        self.ident.setPlaceholderText(say("made from the title"))
        # Decisions hang on the id: what people have said of a proposal must not be lost by a new spelling.
        self.ident.setReadOnly(draft.kept is not None)
        self.ident.setEnabled(draft.kept is None)
        self.description = QPlainTextEdit(draft.description)
        self.description.setProperty("field", True)
        self.description.setTabChangesFocus(True)
        self.description.setPlaceholderText(say("What would happen, in a sentence or two"))
        self.description.setFixedHeight(self.description.fontMetrics().lineSpacing() * 2 + 22)
        self.pole = QLineEdit(draft.positive_pole)
        self.pole.setPlaceholderText(say("the tunnel is built"))
        self.part = QComboBox()
        self.part.addItem(say("Nothing larger"), "")
        for other in sorted(self._others, key=lambda other: other.title.casefold()):
            if draft.kept is None or other.id != draft.kept.id:
                self.part.addItem(other.title, other.id)
        self.part.setCurrentIndex(max(0, self.part.findData(draft.part_of or "")))
        self._place(grid, "title", say("Title"), self.title, 0, 0)
        self._place(grid, "id", say("Id"), self.ident, 0, 1)
        self._place(grid, "description", say("What it is"), self.description, 1, 0, rows=2)
        self._place(grid, "positive_pole", say("To be for it means that"), self.pole, 1, 1)
        self._place(grid, "part_of", say("Is a part of"), self.part, 2, 1)
        self.column.addLayout(grid)

    def _place(
        self, grid: QGridLayout, key: str, text: str, field: QWidget, row: int, column: int, *, rows: int = 1
    ) -> None:
        """A field with its name above and its note below."""
        field.setObjectName("proposal" + "".join(part.capitalize() for part in key.split("_")))
        field.setAccessibleName(text)
        holder = QVBoxLayout()
        holder.setSpacing(2)
        heading = label(text, role="muted")
        heading.setBuddy(field)
        note = label("", role="muted", wraps=True)
        note.setObjectName(f"{field.objectName()}Note")
        note.hide()
        self._notes[key] = note
        for widget in (heading, field, note):
            holder.addWidget(widget)
        holder.addStretch(1)
        grid.addLayout(holder, row, column, rows, 1)

    def _make_tabs(self, draft: Draft) -> None:
        self.tabs = QTabWidget()
        self.tabs.setObjectName("proposalLists")
        self.tabs.setDocumentMode(True)
        for page in _PAGES:
            name = "proposal" + "".join(part.capitalize() for part in page.field.split("_"))
            made = PhraseList(self._theme, name, say(page.heading), say(page.adds), has_counts=page.has_counts)
            made.set_phrases(getattr(draft, page.field))
            self._lists[page.field] = made
            self.tabs.addTab(self._make_page(page, made), say(page.tab))
        self.column.addWidget(self.tabs, 1)

    def _make_page(self, page: _Page, phrases: PhraseList) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 8, 12, 0)
        explains = label(say(page.explains), role="muted", wraps=True)
        self._explanations.append(explains)
        column.addWidget(explains)
        column.addWidget(phrases, 1)
        if page.kind is None:
            return left
        offers = SuggestionList(
            self._theme, f"{phrases.table.objectName()}Offers", say("Suggestions from the articles")
        )
        offers.accepted.connect(lambda suggestion: self._accept_offer(page.field, suggestion))
        offers.dismissed.connect(self._dismiss_offer)
        self._suggested[page.kind] = offers
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(12, 8, 0, 0)
        column.addWidget(label(say("FROM YOUR ARTICLES"), role="section"))
        column.addWidget(offers, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(left)
        both.addWidget(right)
        both.setChildrenCollapsible(False)
        both.setSizes([520, 480])
        return both

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for explains in self._explanations:
            explains.setVisible(self.height() >= _ROOMY)

    def _connect(self) -> None:
        self.title.textEdited.connect(lambda _text: self._on_title())
        self.ident.textEdited.connect(lambda text: self._on_id(text))
        for field in (self.description, self.pole):
            field.textChanged.connect(self._on_changed)
        self.part.currentIndexChanged.connect(lambda _place: self._on_changed())
        for made in self._lists.values():
            made.changed.connect(self._on_changed)

    # ---- reading

    def draft(self) -> Draft:
        """The fields as they stand."""
        ident = self.ident.text() or id_of(self.title.text(), {other.id for other in self._others})
        lists = {key: made.phrases() for key, made in self._lists.items()}
        return Draft(
            title=self.title.text(), id=ident, description=self.description.toPlainText(),
            positive_pole=self.pole.text(), part_of=self.part.currentData() or None, kept=self._draft.kept, **lists,
        )  # fmt: skip

    def phrase_list(self, field: str) -> PhraseList:
        """One of the lists, by the proposal's field."""
        return self._lists[field]

    def is_changed(self) -> bool:
        """Whether anything was typed or chosen since it was opened."""
        return self.draft() != self._first or bool(self._unwanted) or any(f.field.text() for f in self._lists.values())

    def _read(self) -> Answer:
        for phrases in self._lists.values():
            phrases.add(phrases.field.text())
            phrases.field.clear()
        made, wrong = read_draft(self.draft(), self._others)
        self._show_wrong(wrong)
        if made is None:
            first = next(iter(wrong))
            if first in self._lists:
                self.tabs.setCurrentIndex(list(self._lists).index(first))
                self._lists[first].table.setFocus()
                raise ValueError(wrong[first])
            {"title": self.title, "id": self.ident, "part_of": self.part}[first].setFocus()
            raise ValueError(say("Not saved yet: put the marked field right."))
        return Answer(made, tuple(self._unwanted))

    def reject(self) -> None:
        if self.is_changed() and not self._is_warned:
            self._is_warned = True
            self.wrong.setText(say("Nothing is saved yet. Press Esc or Cancel once more to let the changes go."))
            self.wrong.show()
            return
        super().reject()

    # ---- typing

    def _on_title(self) -> None:
        if not self._has_own_id:
            self.ident.setText(id_of(self.title.text(), {other.id for other in self._others}))
        self._on_changed()

    def _on_id(self, text: str) -> None:
        self._has_own_id = bool(text)
        self._on_changed()

    def _on_changed(self) -> None:
        self._is_warned = False
        self.wrong.hide()
        _, wrong = read_draft(self.draft(), self._others)
        marked = {key for key, note in self._notes.items() if note.property("role") == "danger" and note.isVisible()}
        self._show_wrong({key: text for key, text in wrong.items() if key in marked or self._is_worth_telling(key)})
        self._show_tabs()
        self._show_suggestions()
        self._pause.start()

    def _is_worth_telling(self, key: str) -> bool:
        """While the title is being typed an empty one is no mistake yet."""
        return key != "title" or bool(self.title.text().strip())

    def _show_wrong(self, wrong: dict[str, str]) -> None:
        for key, note in self._notes.items():
            self._note(key, wrong.get(key, ""), role="danger")
            if not wrong.get(key) and key == "title":
                self._note(key, self._title_note())
            field = self.findChild(QLineEdit, note.objectName().removesuffix("Note"))
            if field is not None:
                mark_invalid(field, bool(wrong.get(key)))

    def _note(self, key: str, text: str, *, role: str = "muted") -> None:
        note = self._notes[key]
        if note.property("role") != role:
            note.setProperty("role", role)
            note.style().unpolish(note)
            note.style().polish(note)
        note.setText(text)
        note.setVisible(bool(text))

    def _show_tabs(self) -> None:
        for number, page in enumerate(_PAGES):
            count = len(self._lists[page.field].phrases())
            text = say(page.tab)
            self.tabs.setTabText(number, f"{text}  {count}" if count else text)

    # ---- what the articles say

    def _ask(self) -> None:
        if not self._has_articles:
            self.figures.tell(say("Add articles to see how often each name is found and what it would count."))
            return
        tried = self._tried()
        if tried is None:
            self.figures.tell(say("Type a title or a name: what the articles have of it is shown as you type."))
            return
        self._asked_for = tried
        self.figures.wait()
        self.asked.emit(tried, False)

    def _tried(self) -> Proposal | None:
        """The proposal as it would be now, whatever is still wrong with it; None without any words to look for."""
        draft = self.draft()
        kept = draft.kept.id if draft.kept is not None else _UNNAMED
        title = " ".join(draft.title.split()) or next(iter(draft.aliases), "")
        if not title:
            return None
        made, _ = read_draft(replace(draft, title=title[:LONGEST_TITLE], id=kept, part_of=None), ())
        return made

    def show_counsel(self, counsel: Counsel | None, says: str = "", *, is_thorough: bool = False) -> None:
        """Show what came back for the wording that was asked for last."""
        if counsel is None:
            self.figures.tell(says)
            return
        for key, counts in (("aliases", counsel.names), ("carriers", counsel.carriers)):
            self._lists[key].show_counts(counts)
        self._title_count = next(iter(counsel.names), None)
        if self._notes["title"].property("role") != "danger" or not self._notes["title"].isVisible():
            self._note("title", self._title_note())
        self.figures.show_counsel(counsel)
        if is_thorough:
            self._offers = counsel.suggestions
            self._show_suggestions()
        elif self._asked_for is not None and not self._pause.isActive():
            self.asked.emit(self._asked_for, True)

    def _title_note(self) -> str:
        count = self._title_count
        if count is None or not self.title.text().strip() or not self._has_articles:
            return ""
        if not count.places:
            return say("The title itself stands in no article; the names below are what counts.")
        where = say("%1 in %2").replace("%1", counted(count.places, "one place", "%1 places"))
        where = where.replace("%2", counted(count.articles, "one article", "%1 articles"))
        return say("The title counts as a name: %1.").replace("%1", where)

    def _show_suggestions(self) -> None:
        known = {phrase.casefold() for made in self._lists.values() for phrase in made.phrases()}
        gone = {(one.kind, one.text) for one in self._unwanted}
        for kind, shown in self._suggested.items():
            offers = [
                self._offer(one)
                for one in self._offers or ()
                if one.kind == kind and one.text.casefold() not in known and (one.kind, one.text) not in gone
            ]
            shown.show_offers(offers, self._nothing())

    def _nothing(self) -> str:
        if not self._has_articles:
            return say("Once articles are read, they suggest further words here.")
        if self._offers is None:
            return say("Looking through the articles…") if self._tried() else say("Type a title or a name first.")
        return say("Nothing more to suggest. A new name or two may bring further ones.")

    def _accept_offer(self, field: str, suggestion: Suggestion) -> None:
        self._lists[field].add(suggestion.text)

    def _dismiss_offer(self, suggestion: Suggestion) -> None:
        if self._draft.kept is None:
            self._unwanted.append(suggestion)
        else:
            self._offers = tuple(one for one in self._offers or () if one != suggestion)
            self.dismissed.emit(suggestion)
        self._show_suggestions()

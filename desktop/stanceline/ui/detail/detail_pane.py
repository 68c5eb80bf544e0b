"""The detail pane: what one mark says, when, how that is known, and the passage behind it."""

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from stanceline.ui.detail.evidence import DateStory, Detail, PassageMark, detail_of
from stanceline.ui.detail.notes_page import NotesPage
from stanceline.ui.detail.passage_view import PassageView, shown_range
from stanceline.ui.detail.position import Position
from stanceline.ui.detail.position_page import PositionPage
from stanceline.ui.detail.source_row import SourceRow
from stanceline.ui.detail.why_page import WhyPage
from stanceline.ui.dialogs.guide import Guide
from stanceline.ui.hover_watch import HoverWatch
from stanceline.ui.index import Index
from stanceline.ui.theme import Theme
from stanceline.ui.widgets import Pill, icon_button, label, line
from stanceline.ui.words import STANCE_SIGN, STANCE_TOKEN, article_name, say

_MOST_SELECTED_TITLE = 1
QUOTE, ARTICLE, WHY, POSITION, NOTES = range(5)
"""The tabs below the facts."""


class DetailPane(QFrame):
    """Shows one selected mark at a time; `stepped` asks for the next or previous one of the selection."""

    stepped = Signal(int)
    position_wanted = Signal()
    """The page of the whole position is in sight and shows something else than what is selected."""
    stance_chosen = Signal(str)
    hovered = Signal(str)
    """Key of the mark whose words are under the pointer, empty for none."""
    notes_wanted = Signal()
    pinned = Signal(str)
    """The key of the mark that is kept, empty when none is any more."""
    """Another mark is shown: what is noted on it is to be shown on its page."""
    file_wanted = Signal(str)
    """Id of the article whose file is to be opened."""

    def __init__(
        self, theme: Theme, corrections: Sequence[QAction], copy: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("detailPane")
        self.setProperty("pane", True)
        self.setAccessibleName(say("Details of the selection"))
        self._theme = theme
        self._index: Index | None = None
        self._asked: tuple[str | None, int, int] = (None, 0, 0)
        self._detail: Detail | None = None
        self._passage = 0
        self._is_wide = False
        self._stack = QStackedWidget()
        self._guide = Guide(theme)
        self._stack.addWidget(self._guide)
        self._stack.addWidget(self._make_page(corrections, copy))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._watch = HoverWatch(self.hovered.emit, self)
        self._watch.watch(self._facts, "")
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        return QSize(340, 480)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 196 if self._is_wide else 320)

    # ---- building

    def _make_page(self, corrections: Sequence[QAction], copy: QAction) -> QWidget:
        page = QWidget()
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, page)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._facts_area = QScrollArea()
        self._facts_area.setWidgetResizable(True)
        self._facts_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._facts_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._facts_area.setWidget(self._make_facts(corrections, copy))
        self._box.addWidget(self._facts_area, 0)
        self._box.addWidget(self._make_tabs(corrections, copy), 1)
        return page

    def _make_facts(self, corrections: Sequence[QAction], copy: QAction) -> QWidget:
        facts = QFrame()
        facts.setProperty("pane", True)
        self._facts = facts
        column = QVBoxLayout(facts)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(4)
        self._kind = label("", role="section")
        self._corrected = label(say("corrected by you"), role="muted")
        self._place = label("", role="muted")
        self._previous = icon_button(self._theme, "chevron-left", say("Previous of the selected"))
        self._next = icon_button(self._theme, "chevron-right", say("Next of the selected"))
        self._previous.clicked.connect(lambda: self.stepped.emit(-1))
        self._next.clicked.connect(lambda: self.stepped.emit(1))
        self._previous.setObjectName("detailPrevious")
        self._next.setObjectName("detailNext")
        for widget in (self._kind, self._corrected):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self._place)
        for button in (self._previous, self._next, self._make_pin()):
            head.addWidget(button)
        for tool in self._make_buttons(corrections, copy):
            head.addWidget(tool)
        self._headline = label("", role="headline", wraps=True, selectable=True)
        self._headline.setObjectName("detailHeadline")
        stance_row = QHBoxLayout()
        stance_row.setSpacing(8)
        self._pill = Pill()
        self._facts_text = label("", role="muted", wraps=True)
        stance_row.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignTop)
        stance_row.addWidget(self._facts_text, 1)
        column.addLayout(head)
        column.addWidget(self._headline)
        column.addLayout(stance_row)
        column.addWidget(line())
        column.addLayout(self._make_date())
        column.addStretch(1)
        return facts

    def _make_pin(self) -> QToolButton:
        self._pin = icon_button(self._theme, "pin", say("Keep these details while others are selected"))
        self._pin.setObjectName("detailPin")
        self._pin.setCheckable(True)
        self._pin.toggled.connect(self._on_pinned)
        return self._pin

    def _make_date(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        top = QHBoxLayout()
        top.setSpacing(8)
        self._date = label("", bold=True, selectable=True, wraps=True)
        self._date.setObjectName("detailDate")
        self._date.setAccessibleName(say("Date"))
        self._inferred = Pill()
        self._why = QPushButton(say("Why?"))
        self._why.setObjectName("whyDate")
        self._why.setProperty("flat", True)
        self._why.setToolTip(say("How the date and the stance were worked out"))
        self._why.clicked.connect(lambda: self._tabs.setCurrentIndex(WHY))
        top.addWidget(self._date, 1)
        top.addWidget(self._inferred, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._why, 0, Qt.AlignmentFlag.AlignVCenter)
        self._date_line = label("", role="muted", wraps=True, selectable=True)
        self._date_line.setObjectName("detailDateLine")
        column.addLayout(top)
        column.addWidget(self._date_line)
        return column

    def _make_tabs(self, corrections: Sequence[QAction], copy: QAction) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._tabs = QTabWidget()
        self._tabs.setObjectName("detailTabs")
        self._tabs.setAccessibleName(say("Pages of the details"))
        self._tabs.setDocumentMode(True)
        self._quote = PassageView()
        self._quote.setObjectName("quoteView")
        self._quote.setAccessibleName(say("Quote in its surroundings"))
        self._article = PassageView()
        self._article.setObjectName("articleView")
        self._article.setAccessibleName(say("Whole article"))
        for view in (self._quote, self._article):
            # The pane's own menu has the corrections, too.
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._menu_actions = (*corrections, copy)
        quote_page = QWidget()
        quote_column = QVBoxLayout(quote_page)
        quote_column.setContentsMargins(0, 0, 0, 0)
        quote_column.setSpacing(0)
        self._source = SourceRow(self._theme)
        self._source.turned.connect(self._turn)
        self._source.file_wanted.connect(self._ask_for_file)
        quote_column.addWidget(self._source)
        quote_column.addWidget(self._quote, 1)
        self._tabs.addTab(quote_page, say("Quote"))
        self._tabs.addTab(self._article, say("Article"))
        pin = next(action for action in corrections if action.objectName() == "actionPinArticle")
        self._reasons = WhyPage(pin)
        self._reasons.asked.connect(self.show_words)
        self._tabs.addTab(self._reasons, say("Why"))
        self._position = PositionPage(self._theme)
        self._position.chosen.connect(self.stance_chosen)
        self._position.hovered.connect(self.hovered)
        self._tabs.addTab(self._position, say("Position"))
        self._tabs.setTabToolTip(POSITION, say("All that the actor has said on the proposal, and what has changed"))
        self._tabs.currentChanged.connect(self._on_tab_changed)
        self.notes = NotesPage()
        self._tabs.addTab(self.notes, say("Notes"))
        self._tabs.setTabToolTip(NOTES, say("Your note, your corrections, what contradicts or repeats it"))
        column.addWidget(self._tabs, 1)
        return holder

    def _make_buttons(self, corrections: Sequence[QAction], copy: QAction) -> tuple[QToolButton, QToolButton]:
        """The menu of corrections and the button that copies: icons, for the tabs below need the width."""
        copying = QToolButton()
        copying.setObjectName("copyCitationButton")
        copying.setDefaultAction(copy)
        correct = QToolButton()
        correct.setObjectName("correctButton")
        correct.setText(say("Correct"))
        correct.setToolTip(say("Correct: put right what the program got wrong"))
        correct.setAccessibleName(say("Correct"))
        correct.setIcon(self._theme.icon("edit"))
        correct.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(correct)
        menu.addActions(list(corrections))
        correct.setMenu(menu)
        self._correct = correct
        for tool in (correct, copying):
            tool.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            tool.setProperty("quiet", True)
            tool.setIconSize(QSize(16, 16))
            tool.setMinimumSize(24, 24)
        return correct, copying

    # ---- what is shown

    @property
    def detail(self) -> Detail | None:
        """What the pane shows now."""
        return self._detail

    def set_lit(self, is_lit: Callable[[str], bool] | None) -> None:
        """Light the stances on the page of a position that the pointer is on in another view."""
        if self.is_showing_position():
            self._position.set_lit(is_lit)

    def show_key(self, index: Index, key: str | None, place: int = 0, selected: int = 0) -> None:
        """Show the mark `key`, the `place`-th (from 0) of `selected`; None shows how to read the timeline."""
        self._index = index
        self._asked = (key, place, selected)
        if self._pin.isChecked() and self._detail is not None:
            # What is pinned stays as long as the analysis has it.
            pinned = index.finding(self._detail.key)
            key, place, selected = (key, place, selected) if pinned is None else (self._detail.key, 0, 0)
        detail = detail_of(index, key) if key else None
        is_same = detail is not None and self._detail is not None and detail.key == self._detail.key
        self._detail = detail
        self._facts.setProperty("markKey", detail.key if detail is not None else "")
        if detail is None:
            self._stack.setCurrentIndex(0)
            return
        self._passage = self._passage if is_same else 0
        self._fill(detail)
        has_several = selected > _MOST_SELECTED_TITLE
        self._place.setText(
            say("%1 of %2").replace("%1", str(place + 1)).replace("%2", f"{selected:,}") if has_several else ""
        )
        for button in (self._previous, self._next):
            button.setVisible(has_several)
        self._stack.setCurrentIndex(1)
        self._fit_facts()
        # Once more when the style sheet has given the labels their fonts.
        QTimer.singleShot(0, self, self._fit_facts)

    def _fill(self, detail: Detail) -> None:
        self._kind.setText(detail.kind.upper())
        self._corrected.setVisible(detail.is_corrected)
        self._headline.setText(detail.headline)
        self._facts_text.setText(" · ".join(detail.facts))
        self._show_pill(detail)
        self._show_date(detail.date)
        self._reasons.show_detail(detail)
        self._show_passage()
        self.notes_wanted.emit()
        if self._tabs.currentIndex() == POSITION:
            self.position_wanted.emit()

    def is_showing_position(self) -> bool:
        """Whether the page of the whole position is the one that is open."""
        return self._tabs.currentIndex() == POSITION and self._detail is not None

    def show_position(self, position: Position | None, *, is_waiting: bool) -> None:
        """Show all that is known of an actor's position; the arguments may still be awaited."""
        current = self._detail.key if self._detail is not None else ""
        self._position.show_position(position, current, is_waiting=is_waiting)

    def _show_pill(self, detail: Detail) -> None:
        self._pill.setVisible(detail.stance is not None)
        if detail.stance is not None:
            token = STANCE_TOKEN[detail.stance]
            tokens = self._theme.tokens
            self._pill.show_text(
                f"{STANCE_SIGN[detail.stance]}  {detail.stance_text}", tokens[token], tokens[f"on_{token}"]
            )

    def _show_date(self, story: DateStory) -> None:
        self._date.setText(story.shown)
        self._inferred.setVisible(story.is_inferred)
        self._inferred.show_text(say("inferred"), self._theme.tokens["warning_soft"], self._theme.tokens["warning"])
        self._date_line.setText(story.line)

    def _show_passage(self) -> None:
        if self._detail is None or self._index is None:
            return
        passages = self._detail.passages
        self._passage = min(self._passage, len(passages) - 1)
        passage = passages[self._passage]
        text = self._index.articles[passage.article].text
        for view in (self._quote, self._article):
            view.set_tokens(self._theme.tokens)
        self._quote.show_passage(text, (passage.begin, passage.end), passage.marks)
        QTimer.singleShot(0, self._quote, self._quote.scroll_to_evidence)
        article = self._index.articles[passage.article]
        self._source.show_passage(passage, article, self._passage, len(passages))
        if self._tabs.currentIndex() == ARTICLE:
            self._show_article()

    def _ask_for_file(self) -> None:
        if self._detail is not None:
            self.file_wanted.emit(self._detail.passages[self._passage].article)

    def _show_article(self) -> None:
        if self._detail is None or self._index is None:
            return
        passage = self._detail.passages[self._passage]
        text = self._index.articles[passage.article].text
        self._article.setToolTip(article_name(self._index.articles[passage.article]))
        furniture = [PassageMark("furniture", *span) for span in self._index.furniture(passage.article)]
        self._article.show_passage(text, shown_range(text, passage.evidence), [*passage.marks, *furniture])
        QTimer.singleShot(0, self._article, self._article.scroll_to_evidence)

    def _turn(self, by: int) -> None:
        if self._detail is not None:
            self._passage = (self._passage + by) % len(self._detail.passages)
            self._show_passage()

    def mark_notes(self, has_note: bool) -> None:
        """Tell on the tab whether there is a note."""
        self._tabs.setTabText(NOTES, say("Notes ✎") if has_note else say("Notes"))

    def show_tab(self, name: Literal["quote", "article", "why", "position", "notes"]) -> None:
        """Open one of the tabs below the facts."""
        places = {"quote": QUOTE, "article": ARTICLE, "why": WHY, "position": POSITION, "notes": NOTES}
        self._tabs.setCurrentIndex(places[name])

    def show_words(self, begin: int, end: int) -> None:
        """Select words of the passage by their offsets: in the quote, or in the article where they stand far off."""
        if self._detail is None or self._index is None:
            return
        passage = self._detail.passages[self._passage]
        is_near = passage.begin <= begin and end <= passage.end
        self.show_tab("quote" if is_near else "article")
        shown = self._quote if is_near else self._article
        shown.setFocus()
        # After the tab has scrolled to its evidence.
        QTimer.singleShot(0, shown, lambda: shown.select((begin, end)))

    def selected_words(self) -> str:
        """The words that are selected in the passage shown, empty where none are."""
        shown = self._article if self._tabs.currentIndex() == ARTICLE else self._quote
        return shown.selected_words()

    def current_quote(self) -> tuple[str, str] | None:
        """Article id and words of the evidence shown, None where nothing is."""
        if self._detail is None or self._index is None:
            return None
        passage = self._detail.passages[self._passage]
        return passage.article, self._index.articles[passage.article].text[slice(*passage.evidence)]

    # ---- shape

    def set_wide(self, is_wide: bool) -> None:
        """Lie flat below the timeline (facts beside the passage) or stand beside it."""
        self._is_wide = is_wide
        self._guide.set_columns(2 if is_wide else 1)
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(way)
        self._box.setStretch(0, 4 if is_wide else 0)
        self._box.setStretch(1, 6 if is_wide else 1)
        self._fit_facts()

    def _fit_facts(self) -> None:
        bars = Qt.ScrollBarPolicy
        layout = self._facts.layout()
        if self._is_wide or layout is None:
            self._facts_area.setVerticalScrollBarPolicy(bars.ScrollBarAsNeeded)
            self._facts_area.setMaximumHeight(16_777_215)
            self._facts_area.setMinimumHeight(0)
            return
        wanted = layout.totalHeightForWidth(max(self.width(), 280))
        # In a pane as low as large interface scales have it, the words come first.
        most = max(160, self.height() // 2) if self.height() >= 320 else max(40, self.height() - 160)
        # A bar that comes and goes would change the width that the height was worked out for.
        is_cut = wanted > most
        self._facts_area.setVerticalScrollBarPolicy(bars.ScrollBarAlwaysOn if is_cut else bars.ScrollBarAlwaysOff)
        self._facts_area.setFixedHeight(min(wanted, most))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_facts()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._detail is None:
            return
        event.accept()
        menu = QMenu(self)
        menu.setObjectName("detailMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = self._article if self._tabs.currentIndex() == ARTICLE else self._quote
        if shown.isVisible():
            copying = menu.addAction(say("Copy words"), shown.copy)
            copying.setEnabled(bool(shown.selected_words()))
            menu.addAction(say("Select all words"), shown.selectAll)
            menu.addSeparator()
        menu.addActions(list(self._menu_actions))
        menu.popup(event.globalPos())

    def _on_pinned(self, is_pinned: bool) -> None:
        self._pin.setToolTip(
            say("Pinned: follow the selection again")
            if is_pinned
            else say("Keep these details while others are selected")
        )
        self.pinned.emit(self._detail.key if is_pinned and self._detail is not None else "")
        if not is_pinned and self._index is not None:
            self.show_key(self._index, *self._asked)

    def _on_tab_changed(self, tab: int) -> None:
        if tab == ARTICLE:
            self._show_article()
        elif tab == POSITION:
            self.position_wanted.emit()

    def _on_theme_changed(self) -> None:
        self._position.again()
        self._correct.setIcon(self._theme.icon("edit"))
        if self._detail is not None:
            self._fill(self._detail)

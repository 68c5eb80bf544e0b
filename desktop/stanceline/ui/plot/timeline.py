"""The row-aligned view: names and stance cells frozen at the left, the plot at the right, the overview above.

Imported only when the first corpus is shown: pyqtgraph takes longer to import than the window to open.
"""

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QToolTip, QWidget

from stanceline.model.index import MarkIndex
from stanceline.model.lanes import core_range, padded_range
from stanceline.model.marks import Corpus
from stanceline.render.painter_raster import RasterPainter
from stanceline.render.palette import Palette, load_palette
from stanceline.temporal.timex import DAY_S
from stanceline.ui.accessible import tell_selection
from stanceline.ui.plot.arrangement import PlotArrangement
from stanceline.ui.plot.canvas import ZOOM_PER_NOTCH, TimelineCanvas
from stanceline.ui.plot.give_back import GiveBack
from stanceline.ui.plot.mark_words import Speaker, describe_mark
from stanceline.ui.plot.matrix_view import StanceMatrix
from stanceline.ui.plot.overview import OverviewStrip
from stanceline.ui.plot.picks import marks_between, marks_in_band
from stanceline.ui.plot.plot_options import PlotOptions
from stanceline.ui.plot.plot_state import PlotState
from stanceline.ui.plot.timeline_keys import TimelineKeys
from stanceline.ui.plot.tips import tip_text

ROW_STEP_PX = 4
"""How much higher or lower one notch or one key makes the rows."""
_LEAST_ROW_PX, _MOST_ROW_PX = 24, 96
_FIT_SELECTION_MARGIN = 0.125  # the selection takes 80 % of the width


class TimelineView(QWidget):
    """Shows a `Corpus`. Keys in signals are mark keys; times are seconds since 1970.

    `counts()`, `visible_range()`, `event_rect()`, `focused_event()` and `row_of()` answer at any time, whether or
    not anything has been painted.
    """

    selection_changed = Signal(list)
    mark_activated = Signal(str)
    cell_selected = Signal(str, str)
    range_changed = Signal(float, float)
    period_brushed = Signal(float, float)
    counts_changed = Signal()
    zoom_changed = Signal(float)
    context_requested = Signal(str, QPoint)
    hovered = Signal(str)
    row_clicked = Signal(str)
    row_height_changed = Signal(int)
    left = Signal()
    """Escape, with nothing to let go of: the keyboard is to go elsewhere."""
    keys_asked = Signal()
    """The list of keys was asked for."""

    def __init__(self, palette: Palette | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timelineView")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Timeline"))
        self._state = PlotState(RasterPainter(palette or load_palette("light"), self.devicePixelRatioF()))
        self.canvas = self._canvas = TimelineCanvas(self._state, self)
        self._matrix = StanceMatrix(self._state, self)
        self.overview = self._overview = OverviewStrip(self._state, self)
        parts = (self._canvas, self._matrix, self._overview)
        self.arrangement = PlotArrangement(self, self._state, parts, self.scroll_rows_to)
        self._give_back = GiveBack(self)
        self._is_untouched = True
        self._told_counts: dict[str, int] = {}
        self._anchor: int | None = None
        self._speaker = Speaker()
        self.combine: Callable[[list[int]], list[int]] = list
        """What is selected after marks were clicked without modifiers: just these, unless set otherwise."""
        self.let_go_of_brush: Callable[[], bool] = lambda: False
        """Takes a brushed period away; False where there is none."""
        self._keys = TimelineKeys(self, self._state, self._canvas)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._tell)
        self.options = PlotOptions(self._state, self._canvas, self.arrangement.place, self._refresh)
        self._connect()

    def _connect(self) -> None:
        canvas, matrix, overview = self._canvas, self._matrix, self._overview
        canvas.range_moved.connect(self._on_range_moved)
        overview.range_moved.connect(self._on_range_moved)
        overview.fit_requested.connect(self.fit_all)
        canvas.rows_scrolled.connect(self._on_rows_scrolled)
        canvas.rows_stretched.connect(lambda notches: self.make_rows_higher(round(notches * ROW_STEP_PX)))
        overview.menu_requested.connect(lambda at: self.context_requested.emit("", at))
        matrix.rows_scrolled.connect(self.arrangement.scroll_matrix)
        self.arrangement.names.row_clicked.connect(self.row_clicked)
        canvas.clicked.connect(self._on_clicked)
        canvas.double_clicked.connect(self._on_double_clicked)
        canvas.band_selected.connect(self._on_band)
        canvas.period_brushed.connect(self.period_brushed)
        overview.period_brushed.connect(self.period_brushed)
        canvas.menu_requested.connect(self._on_menu)
        canvas.tip_requested.connect(self._on_tip)
        canvas.hover_changed.connect(self._on_hover)
        # Not at once: a scroll bar that appears while its neighbor is being resized leaves that one's viewport behind.
        canvas.resized.connect(self._on_canvas_resized, Qt.ConnectionType.QueuedConnection)
        matrix.cell_selected.connect(self._on_cell_selected)
        matrix.cell_activated.connect(self._on_cell_activated)
        matrix.menu_requested.connect(self.context_requested)
        matrix.columns_changed.connect(self.arrangement.place)
        matrix.row_clicked.connect(self.row_clicked)

    @property
    def matrix(self) -> StanceMatrix:
        """The stance cells beside the lanes."""
        return self._matrix

    # ---- for screen readers ----------------------------------------------------------------------

    @property
    def state(self) -> PlotState:
        """What is shown at the moment."""
        return self._state

    def side_widgets(self) -> list[QWidget]:
        """What stands beside the plot and speaks for itself."""
        return [self._matrix, self._overview, self.arrangement.rows_bar, self.arrangement.columns_bar]

    def numbers_at_global(self, point: QPoint) -> list[int]:
        """Marks under a point of the screen."""
        at = self._canvas.viewport().mapFromGlobal(point)
        if not self._canvas.viewport().rect().contains(at) or at.y() < self._state.top_px:
            return []
        return self._state.hit(at.x(), at.y() - self._state.top_px)

    def spoken(self, number: int) -> str:
        """A mark as one sentence that ends with its place in its row."""
        return self._speaker.mark(self._state, number)

    def spoken_view(self) -> str:
        """What is in view: the period and the counts."""
        return f"{self._speaker.period(self._state)}. {self.accessibleDescription()}"

    # ---- corpus and looks ------------------------------------------------------------------------

    def corpus(self) -> Corpus:
        """What is shown."""
        return self._state.corpus

    def mark_index(self) -> MarkIndex:
        """The sorted arrays over the corpus that is shown."""
        return self._state.index

    def visible_rows(self) -> tuple[int, int]:
        """The rows (first, end) that are at least partly seen."""
        geometry = self._state.geometry
        return geometry.first, geometry.end

    def set_corpus(self, corpus: Corpus) -> None:
        """Show other marks. While articles come in, the range follows them (few far marks apart), until someone
        moves it; a filter never moves it."""
        has_grown = corpus.total > self._state.corpus.total
        self._state.set_corpus(corpus)
        self._give_back.after(len(corpus.marks))
        self._matrix.refresh()
        self._matrix.set_compared(corpus.other_cells)
        self._overview.refresh()
        self.arrangement.place()
        if has_grown and self._is_untouched:
            self.show_core()
        self._refresh()

    def set_cells(self, corpus: Corpus) -> None:
        """Show other cells, and other marks pale, in the rows and marks that are shown."""
        self._state.set_cells(corpus)
        self._matrix.refresh()
        self._matrix.set_compared(corpus.other_cells)
        self._overview.update()
        self._canvas.axis.update()
        self._canvas.viewport().update()
        self._later.start()

    def show_core(self) -> None:
        """Show the range to begin with (see `core_range`); it follows further articles until someone moves it."""
        if len(self._state.index):
            self.set_visible_range(*core_range(self._state.index))
            self._is_untouched = True

    def colors(self) -> Palette:
        """The colors in use."""
        return self._state.painter.palette

    def core(self) -> tuple[float, float]:
        """The range to begin with (see `core_range`), in seconds."""
        return core_range(self._state.index)

    def set_theme(self, palette: Palette) -> None:
        """Use other colors."""
        self._state.painter = RasterPainter(palette, self.devicePixelRatioF())
        self._overview.refresh()
        self._refresh()
        self._matrix.update()

    def set_today(self, seconds: float | None) -> None:
        """Draw the line of today, or none."""
        self._state.today_s = seconds
        self._overview.update()
        self._refresh()

    def set_row_height(self, px: int) -> None:
        """Make rows lower or higher; the row in the middle stays there."""
        px = min(max(px, _LEAST_ROW_PX), _MOST_ROW_PX)
        if px == self._state.row_height:
            return
        state = self._state
        middle = (state.scroll_px + state.height / 2) / state.row_height
        state.row_height = float(px)
        state.scroll_px = min(max(middle * px - state.height / 2, 0.0), state.max_scroll_px)
        self.row_height_changed.emit(px)
        self._refresh()

    def row_height(self) -> int:
        """Height of a row in px."""
        return int(self._state.row_height)

    def set_overview_visible(self, visible: bool) -> None:
        """Show or hide the overview strip."""
        self._overview.setVisible(visible)
        self.arrangement.place()

    def set_single_keys(self, *, letters: bool, trace_viewer: bool) -> None:
        """Say whether single letters act, and whether W, A, S, D (by their places) zoom and pan."""
        self._keys.takes_letters, self._keys.takes_trace_keys = letters, trace_viewer

    def make_rows_higher(self, px: int) -> None:
        """Make rows higher (or lower, with a negative number) by so many px."""
        self.set_row_height(self.row_height() + px)

    def set_wheel_zooms(self, zooms: bool) -> None:
        """Let the plain wheel zoom and Ctrl with the wheel scroll."""
        self._canvas.wheel_zooms = zooms

    # ---- range -----------------------------------------------------------------------------------

    def visible_range(self) -> tuple[float, float]:
        """Seconds at the left and right edge of the plot."""
        return self._state.begin_s, self._state.end_s

    def plot_width(self) -> float:
        """Width in px over which the visible range is drawn."""
        return self._state.width

    def set_visible_range(self, begin_s: float, end_s: float) -> None:
        """Show a range."""
        if self._state.set_range(begin_s, end_s):
            self._on_range_moved()

    def go_to(self, seconds: float, span: float) -> None:
        """Bring an instant into the middle, with `span` seconds around it."""
        self.set_visible_range(seconds - span / 2, seconds + span / 2)

    def fit_all(self) -> None:
        """Show every mark."""
        self.set_visible_range(*self._state.fit_range())

    def fit_selection(self) -> None:
        """Show the selected marks (the focused one without a selection) in 80 % of the width."""
        numbers = self._state.chosen or ({self._state.focused} if self._state.focused is not None else set())
        if numbers:
            self.fit_numbers(list(numbers))

    def fit_numbers(self, numbers: Sequence[int]) -> None:
        """Show marks, given by their numbers in the corpus, in 80 % of the width."""
        marks = self._state.corpus.marks
        chosen = np.array(sorted(numbers))
        begin, end = float(marks.begin[chosen].min()), float(marks.end[chosen].max())
        if len(numbers) == 1:
            # A single day fills no window: its surroundings are what makes it readable.
            self.set_visible_range(*padded_range(begin, end, 1.5))
            return
        margin = (end - begin) * _FIT_SELECTION_MARGIN
        room = max(margin, DAY_S / 4)
        self.set_visible_range(begin - room, end + room)

    def zoom_in(self) -> None:
        """Show less time, around the focused mark or the middle."""
        self._zoom(1 / ZOOM_PER_NOTCH**2)

    def zoom_out(self) -> None:
        """Show more time, around the focused mark or the middle."""
        self._zoom(ZOOM_PER_NOTCH**2)

    def _zoom(self, factor: float) -> None:
        x = self._state.width / 2
        if self._state.focused is not None:
            place = self._state.index.place[self._state.focused]
            at = self._state.x_of(float(self._state.index.anchor[place]))
            x = at if 0 <= at <= self._state.width else x
        if self._state.zoom(factor, x):
            self._on_range_moved()

    def pan(self, fraction: float) -> None:
        """Move by a share of the width; positive shows later time."""
        if self._state.pan_px(-fraction * self._state.width):
            self._on_range_moved()

    def set_zoom_slider(self, value: float) -> None:
        """Zoom around the middle to a value from 0 (everything) to 1 (finest)."""
        if self._state.zoom(self._state.span_for(value) / self._state.span_s, self._state.width / 2):
            self._on_range_moved()

    def zoom_value(self) -> float:
        """0 where all marks are seen, 1 at the finest scale."""
        return self._state.zoom_value

    # ---- selection -------------------------------------------------------------------------------

    def set_selection(self, keys: Sequence[str]) -> None:
        """Select marks without telling anyone; unknown keys are left out."""
        numbers = self._state.numbers_of(keys)
        if frozenset(numbers) == self._state.chosen:
            return
        self._state.choose(numbers)
        if numbers and self._state.focused not in numbers:
            self._state.focused = numbers[0]
        self._canvas.viewport().update()

    def selection(self) -> list[str]:
        """Keys of the selected marks in the order of the corpus."""
        return [self._state.key_of(number) for number in sorted(self._state.chosen)]

    def select_numbers(self, numbers: Sequence[int], *, focus: int | None = None) -> None:
        """Select marks by their numbers in the corpus and tell of it."""
        self._state.choose(numbers)
        self._state.focused = focus if focus is not None else (numbers[0] if numbers else self._state.focused)
        self._canvas.viewport().update()
        tell_selection(self)
        self.selection_changed.emit(self.selection())

    def reveal(self, key: str) -> None:
        """Bring a mark into view, moving as little as possible."""
        number = self._state.numbers.get(key)
        if number is not None:
            self.reveal_number(number)

    def reveal_number(self, number: int) -> None:
        """Bring a mark, given by its number in the corpus, into view."""
        state = self._state
        at = float(state.index.anchor[state.index.place[number]])
        margin = state.span_s * 0.08
        if not state.begin_s + margin <= at <= state.end_s - margin:
            shift = at - (state.begin_s + margin) if at < state.begin_s + margin else at - (state.end_s - margin)
            self.set_visible_range(state.begin_s + shift, state.end_s + shift)
        top = int(state.corpus.marks.row[number]) * state.row_height
        if top < state.scroll_px:
            self.scroll_rows_to(top)
        elif top + state.row_height > state.scroll_px + state.height:
            self.scroll_rows_to(top + state.row_height - state.height)

    # ---- hooks -----------------------------------------------------------------------------------

    def event_rect(self, key: str) -> QRect | None:
        """Where a mark (or the badge or histogram column it is merged into) is drawn, in this widget's coordinates."""
        number = self._state.numbers.get(key)
        rect = None if number is None else self._state.rect_of(number)
        if rect is None:
            return None
        origin = self._canvas.mapTo(self, QPoint(0, 0))
        return rect.translated(origin.x(), origin.y() + self._state.top_px).toRect()

    def focused_event(self) -> str | None:
        """Key of the mark that has the keyboard."""
        return None if self._state.focused is None else self._state.key_of(self._state.focused)

    def row_of(self, key: str) -> int:
        """Row of a mark from the top, -1 for unknown keys."""
        number = self._state.numbers.get(key)
        return -1 if number is None else int(self._state.corpus.marks.row[number])

    def counts(self) -> dict[str, int]:
        """Marks shown, merged, hidden (filtered, outside the range, scrolled away) and undated; total is their sum."""
        return self._state.counts()

    def marks_at(self, x: float, y: float) -> list[str]:
        """Keys of the marks under a point of the plot (below the axis)."""
        return [self._state.key_of(number) for number in self._state.hit(x, y)]

    def levels(self) -> set[int]:
        """How much detail lanes show at the moment, as numbers of `lanes.Level`."""
        return {int(level) for level in self._state.layout.levels}

    def is_giving_back(self) -> bool:
        """Whether memory that was used to sort the marks is still to be handed back."""
        return self._give_back.is_due()

    def repaint_now(self) -> None:
        """Paint the plot at once, and with it what else of this view waits for a repaint."""
        self._canvas.viewport().repaint()

    def describe(self, key: str) -> str:
        """A mark as a sentence, for tool tips and screen readers; empty for unknown keys."""
        number = self._state.numbers.get(key)
        return "" if number is None else describe_mark(self._state.corpus, number)

    # ---- changes ---------------------------------------------------------------------------------

    def _refresh(self) -> None:
        self._state.invalidate()
        self.arrangement.sync()
        self._canvas.follow()
        self._matrix.update()
        self._overview.update()
        self._later.start()

    def _on_range_moved(self) -> None:
        self._is_untouched = False
        self._canvas.follow()
        self._matrix.follow()
        self._overview.update()
        self._later.start()
        self.range_changed.emit(self._state.begin_s, self._state.end_s)

    def _tell(self) -> None:
        """Tell what follows from many small changes once."""
        self.zoom_changed.emit(self._state.zoom_value)
        counts = self._state.counts()
        if counts != self._told_counts:
            self._told_counts = counts
            words = self.tr("{shown} shown, {merged} merged, {hidden} hidden, {undated} undated of {total} marks")
            self.setAccessibleDescription(words.format(**counts))
            self.counts_changed.emit()

    def scroll_rows_to(self, scroll_px: float) -> None:
        """Scroll vertically; the limits hold."""
        if self._state.scroll_to(scroll_px):
            self.arrangement.sync()
            self._canvas.follow()
            self._matrix.update()
            self._later.start()

    def top_row(self) -> float:
        """What is scrolled away above the plot, in rows."""
        return self._state.scroll_px / self._state.row_height

    def _on_rows_scrolled(self, delta_px: float) -> None:
        self.scroll_rows_to(self._state.scroll_px + delta_px)

    def _on_canvas_resized(self) -> None:
        self.arrangement.sync()
        self._matrix.update()
        self._later.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrangement.place()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self._renew_painter()
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._renew_painter()
        return super().event(event)

    def _renew_painter(self) -> None:
        if self._state.painter.dpr != self.devicePixelRatioF():
            self._state.painter = RasterPainter(self._state.painter.palette, self.devicePixelRatioF())
            self._overview.refresh()
            self._refresh()

    # ---- pointer ---------------------------------------------------------------------------------

    def _on_clicked(self, numbers: list[int], modifiers: Qt.KeyboardModifier) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            chosen = self._state.chosen.symmetric_difference(numbers)
            self.select_numbers(sorted(chosen), focus=numbers[0] if numbers else None)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier and numbers and self._anchor is not None:
            self.select_numbers(
                sorted({*marks_between(self._state, self._anchor, numbers[0]), *numbers}), focus=numbers[0]
            )
            return
        else:
            self.select_numbers(self.combine(sorted(numbers)), focus=numbers[0] if numbers else None)
        self._anchor = numbers[0] if numbers else None

    def _on_double_clicked(self, numbers: list[int], x: float) -> None:
        if not numbers:
            if self._state.zoom(0.25, x):
                self._on_range_moved()
            return
        self.select_numbers(sorted(numbers), focus=numbers[0])
        self.fit_numbers(numbers)
        if len(numbers) == 1:
            self.mark_activated.emit(self._state.key_of(numbers[0]))

    def _on_band(self, band: QRectF, modifiers: Qt.KeyboardModifier) -> None:
        found = marks_in_band(self._state, band)
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self.select_numbers(sorted(found | self._state.chosen))
        else:
            self.select_numbers(self.combine(sorted(found)))

    def _on_menu(self, numbers: list[int], position: QPoint) -> None:
        if numbers and not set(numbers) & self._state.chosen:
            self.select_numbers(sorted(numbers), focus=numbers[0])
        self.context_requested.emit(self._state.key_of(numbers[0]) if numbers else "", position)

    def _on_tip(self, numbers: list[int], position: QPoint) -> None:
        point = QPointF(self._canvas.viewport().mapFromGlobal(position))
        QToolTip.showText(position, tip_text(self._state, numbers, point), self._canvas)

    def _on_hover(self, number: object) -> None:
        self.hovered.emit(self._state.key_of(number) if isinstance(number, int) else "")

    def _on_cell_selected(self, row_key: str, column_key: str) -> None:
        cell = self._matrix.find_cell(row_key, column_key)
        keys = self._matrix.stances_of(cell) if cell is not None else ()
        numbers = self._state.numbers_of(keys)
        self.select_numbers(self.combine(numbers), focus=numbers[0] if numbers else None)
        self.cell_selected.emit(row_key, column_key)

    def _on_cell_activated(self, row_key: str, column_key: str) -> None:
        self._on_cell_selected(row_key, column_key)
        self.fit_selection()

    # ---- keyboard --------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        by_key = event.reason() in (
            Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason
        )  # fmt: skip
        if by_key and self._state.focused is None:
            self._state.focused = self._state.nearest_to_center()
        self._canvas.shows_focus = True
        self._canvas.viewport().update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._canvas.shows_focus = False
        self._canvas.viewport().update()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def show_today(self) -> None:
        """Bring today into the middle where it is known."""
        if self._state.today_s is not None:
            self.go_to(self._state.today_s, self._state.span_s)

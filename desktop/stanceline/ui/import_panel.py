"""The modeless panel of a reading that goes on: how far, which file, how long, and a way to stop."""

from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from stanceline.ui.widgets import label
from stanceline.ui.words import counted, say


@dataclass(frozen=True)
class Progress:
    """How far a reading is: files done of all, findings so far, problems so far, the file at hand."""

    done: int
    total: int
    findings: int
    problems: int
    current: str
    step: str
    unit: str


class ImportPanel(QFrame):
    """Shown while articles are read; `cancel_asked` keeps what is done."""

    cancel_asked = Signal()
    paused = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importPanel")
        self.setProperty("card", True)
        self.setAccessibleName(say("Reading articles"))
        self._clock = QElapsedTimer()
        self._before_ms, self._is_paused, self._step = 0, False, ""
        self._ticker = QTimer(self)
        self._ticker.setInterval(1000)
        self._ticker.timeout.connect(self._show_time)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(16)
        column = QVBoxLayout()
        column.setSpacing(4)
        top = QHBoxLayout()
        self._title = label("", bold=True)
        self._title.setObjectName("importTitle")
        self._counts = label("", role="muted")
        top.addWidget(self._title)
        top.addSpacing(12)
        top.addWidget(self._counts)
        top.addStretch(1)
        self._time = label("", role="muted")
        top.addWidget(self._time)
        self._bar = QProgressBar()
        self._bar.setObjectName("importProgress")
        self._bar.setTextVisible(False)
        self._file = label("", role="muted")
        column.addLayout(top)
        column.addWidget(self._bar)
        column.addWidget(self._file)
        self._cancel = QPushButton(say("Cancel"))
        self._cancel.setObjectName("importCancel")
        self._cancel.setToolTip(say("Stop reading and keep what has been read"))
        self._cancel.clicked.connect(self._on_cancel)
        self._pause = QPushButton(say("Pause"))
        self._pause.setObjectName("importPause")
        self._pause.setToolTip(say("Finish the articles at hand and wait"))
        self._pause.clicked.connect(lambda _checked=False: self._on_pause())
        row.addLayout(column, 1)
        row.addWidget(self._pause)
        row.addWidget(self._cancel)
        self.hide()

    def begin(self) -> None:
        """Show the panel for a new reading, or for more of the one that goes on."""
        if self.isVisible():
            return
        self._before_ms, self._is_paused, self._step = 0, False, ""
        self._clock.start()
        self._ticker.start()
        self._pause.setEnabled(True)
        self._show_pause()
        self._cancel.setEnabled(True)
        self._cancel.setText(say("Cancel"))
        self._show_time()
        self.show()

    def show_progress(self, progress: Progress) -> None:
        """Say how far the reading is."""
        self._step = progress.step
        self._show_pause()
        done = say("%1 of %2 %3").replace("%1", f"{progress.done:,}").replace("%2", f"{progress.total:,}")
        done = done.replace("%3", progress.unit)
        parts = [done, counted(progress.findings, "one finding", "%1 findings")]
        if progress.problems:
            parts.append(counted(progress.problems, "one problem", "%1 problems"))
        self._counts.setText(" · ".join(parts))
        self._bar.setRange(0, max(progress.total, 1))
        self._bar.setValue(progress.done)
        metrics = self._file.fontMetrics()
        self._file.setText(
            metrics.elidedText(progress.current, Qt.TextElideMode.ElideMiddle, max(200, self.width() - 200))
        )

    def finish(self) -> None:
        """Hide the panel: the reading is over."""
        self._ticker.stop()
        self.hide()

    def _on_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self._pause.setEnabled(False)
        self._cancel.setText(say("Stopping…"))
        self.cancel_asked.emit()

    def _on_pause(self) -> None:
        if not self._is_paused:
            self._before_ms = self._elapsed_ms()
        self._is_paused = not self._is_paused
        self._clock.start()
        self._show_pause()
        self.paused.emit(self._is_paused)

    def _show_pause(self) -> None:
        self._title.setText(say("Paused") if self._is_paused else self._step)
        self._pause.setText(say("Resume") if self._is_paused else say("Pause"))

    def _elapsed_ms(self) -> int:
        """How long articles were read, pauses left out."""
        return self._before_ms + (0 if self._is_paused else self._clock.elapsed())

    def _show_time(self) -> None:
        seconds = self._elapsed_ms() // 1000
        self._time.setText(f"{seconds // 60}:{seconds % 60:02d}")

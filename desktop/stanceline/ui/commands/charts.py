"""The window of charts: opened, kept in step with the analysis, written to files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from stanceline import StancelineError
from stanceline.ui.commands.base import CommandGroup
from stanceline.ui.words import say

if TYPE_CHECKING:
    from stanceline.render.charts import Charts
    from stanceline.render.palette import Palette
    from stanceline.ui.charts.chart_dialog import ChartDialog
    from stanceline.ui.main_window import MainWindow

_FORMATS = {"png": "PNG", "svg": "SVG", "pdf": "PDF", "csv": "CSV"}
_SIZE, _DPI = (1920, 1080), 144.0


class ChartCommands(CommandGroup):
    """Handlers of charts. pyqtgraph's part of them is brought in by the first one."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._dialog: ChartDialog | None = None
        self._session.corpus_changed.connect(self._renew)
        window.theme.changed.connect(self._recolor)

    def show(self) -> None:
        """Open the window of charts, or bring it to the front."""
        if self._dialog is None:
            from stanceline.ui.charts.chart_dialog import ChartDialog

            self._dialog = ChartDialog(self._window, self._window.theme, self._palette())
            self._dialog.vote_chosen.connect(lambda key: self._session.selection.select([key]))
            self._dialog.export_asked.connect(self.export)
            self._dialog.finished.connect(self._on_closed)
            self._dialog.show_charts(self._charts(), self._actors_of_selection())
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _on_closed(self) -> None:
        self._dialog = None

    def _palette(self) -> Palette:
        return self._timeline().colors()

    def _charts(self) -> Charts:
        from stanceline.discourse.stances.cell_rules import read_rules
        from stanceline.render.charts import Charts

        corpus, project = self._session.corpus, self._session.project
        rules = read_rules(project.decisions if project is not None else ())
        shown = None
        if corpus is not None and corpus.hidden:
            shown = frozenset(corpus.marks.keys) | {entry.key for entry in corpus.undated}
        return Charts(self._session.index.analysis, rules, shown)

    def _actors_of_selection(self) -> tuple[str, ...]:
        stances = self._session.index.stances
        return tuple(dict.fromkeys(stances[key].holder for key in self._session.selection.keys if key in stances))

    def _renew(self) -> None:
        if self._dialog is not None:
            self._dialog.show_charts(self._charts())

    def _recolor(self) -> None:
        if self._dialog is not None:
            self._dialog.set_palette(self._palette())

    # ---- files

    def export(self) -> None:
        """Ask for a file and write the chart, or its numbers, to it."""
        if self._dialog is None:
            return
        settings = self._window.settings
        filters = {f"{name} (*.{ending})": ending for ending, name in _FORMATS.items()}
        title = self._charts().title(self._dialog.choice).replace("/", "-").replace(":", " -")
        proposed = str(Path(settings.folder("export")) / f"{title}.png")
        name, chosen = QFileDialog.getSaveFileName(self._dialog, say("Export chart"), proposed, ";;".join(filters))
        if name:
            path = Path(name)
            ending = path.suffix.lstrip(".").lower()
            if ending not in _FORMATS:
                path = Path(f"{name}.{filters.get(chosen, 'png')}")
            self.export_to(path)

    def export_to(self, path: Path) -> bool:
        """Write the chart that is open as the path's ending says; False, with a word to the user, where that fails."""
        from stanceline.ui.written import failure_text, write_aside

        assert self._dialog is not None, "there is a chart to export"
        try:
            write_aside(path, self._content(path.suffix.lstrip(".").lower()))
        except (StancelineError, OSError) as error:
            self._window.panes.notice.tell(failure_text(error, path), is_warning=True)
            return False
        self._window.settings.set_folder("export", path.parent)
        self._window.commands.exports.tell_saved(path)
        return True

    def _content(self, ending: str) -> bytes:
        import pandas as pd

        from stanceline.model.tables_out import csv_bytes
        from stanceline.render.chart_figure import compose_chart
        from stanceline.render.export import render
        from stanceline.render.figure import FigureSettings

        assert self._dialog is not None
        charts, choice = self._charts(), self._dialog.choice
        begin, end = self._dialog.view.visible_range()
        if ending == "csv":
            header, rows = charts.rows(choice, begin, end)
            return csv_bytes(pd.DataFrame(rows, columns=header))
        settings = FigureSettings(
            width_px=_SIZE[0], height_px=_SIZE[1], dpi=_DPI, title=charts.title(choice), begin_s=begin, end_s=end
        )
        return render(compose_chart(charts, choice, settings), ending)

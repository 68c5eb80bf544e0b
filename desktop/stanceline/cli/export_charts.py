"""Charts for `stanceline export`: the same as those of the window, as pictures or as the numbers behind them."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from stanceline.cli.export_options import CHARTS, ExportUsageError

if TYPE_CHECKING:
    from stanceline.records import Analysis, Decision
    from stanceline.render.figure_settings import FigureSettings

_UNFIT = (
    ("rows", "--rows"), ("font", "--font"), ("row_height", "--row-height"), ("axis", "--axis"), ("pages", "--pages"),
    ("no_sources", "--no-sources"), ("no_caption", "--no-caption"), ("no_filters", "--no-filters"),
    ("no_legend", "--no-legend"),
)  # fmt: skip


def refuse_unfit(arguments: argparse.Namespace) -> None:
    """Raises `ExportUsageError` for options that a chart has no use for."""
    for name, option in _UNFIT:
        if arguments.what in CHARTS and getattr(arguments, name):
            raise ExportUsageError(
                f"{option} is for timelines and matrices; leave it out with --what {arguments.what}."
            )


def chart_content(
    analysis: "Analysis", decisions: "Sequence[Decision]", settings: "FigureSettings", what: str, format_name: str
) -> bytes:
    """The chart `what` of the proposal with most stances as a file. Raises `FigureError` where there is nothing."""
    from stanceline.discourse.stances.cell_rules import read_rules
    from stanceline.render.charts import Charts, best_choice
    from stanceline.render.figure_settings import FigureError

    charts = Charts(analysis, read_rules(decisions))
    choice = best_choice(charts, CHARTS[what])
    extent = charts.extent(choice)
    if extent is None:
        raise FigureError("There is nothing to draw: nothing of this chart has a date.")
    begin = extent[0] if settings.begin_s is None else settings.begin_s
    end = extent[1] if settings.end_s is None else settings.end_s
    if format_name == "csv":
        import pandas as pd

        from stanceline.model.tables_out import csv_bytes

        header, rows = charts.rows(choice, begin, end)
        return csv_bytes(pd.DataFrame(rows, columns=header))
    from stanceline.render.chart_figure import compose_chart
    from stanceline.render.export import ensure_application, render

    application = ensure_application()
    title = settings.title or charts.title(choice)
    made = render(compose_chart(charts, choice, replace(settings, title=title, begin_s=begin, end_s=end)), format_name)
    del application
    return made

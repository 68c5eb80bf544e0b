"""What the plot says under the pointer: its marks, or that nobody has looked there."""

from PySide6.QtCore import QCoreApplication, QPointF

from stanceline.model.coverage import FOREVER_S
from stanceline.model.dates_text import day_text
from stanceline.temporal.timex import DAY_S
from stanceline.ui.plot.mark_words import describe_mark
from stanceline.ui.plot.plot_state import PlotState
from stanceline.ui.words import say

_MOST_TOLD = 4


def tip_text(state: PlotState, numbers: list[int], point: QPointF) -> str:
    """Up to four marks in words; where there are none, what a hatched ground says at a point of the plot's widget."""
    if not numbers:
        return gap_words(state, point)
    text = "\n\n".join(describe_mark(state.corpus, number) for number in numbers[:_MOST_TOLD])
    if len(numbers) > _MOST_TOLD:
        more = QCoreApplication.translate("TimelineView", "… and %n more", "", len(numbers) - _MOST_TOLD)
        text += f"\n\n{more}"
    return text


def gap_words(state: PlotState, point: QPointF) -> str:
    """The words for a point of the plot's widget, empty where articles cover it or coverage is not shown."""
    y = point.y() - state.top_px
    if not state.shows_coverage or not 0 <= y < state.height:
        return ""
    row = state.row_at(y)
    if row in state.coverage.rows:
        return say("No loaded article speaks of %1.").replace("%1", state.corpus.rows[row].name)
    gap = state.coverage.gap_at(state.second_at(point.x()))
    if gap is None:
        return ""
    begin, end = gap
    if begin == -FOREVER_S:
        text = say("No articles from before %1 are loaded: silence here says nothing.")
        return text.replace("%1", day_text(int(end // DAY_S)))
    if end == FOREVER_S:
        text = say("No articles from after %1 are loaded: silence here says nothing.")
        return text.replace("%1", day_text(int(begin // DAY_S) - 1))
    text = say("No articles from %1 to %2 are loaded: silence here says nothing.")
    return text.replace("%1", day_text(int(begin // DAY_S))).replace("%2", day_text(int(end // DAY_S) - 1))

"""The present view of a window as something that can be exported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stanceline.model.origin import Origin, state_digest
from stanceline.model.titles import figure_title
from stanceline.ui.exports.source import ExportSource, note_of
from stanceline.ui.lists.chips import chip_text
from stanceline.ui.preferences_list import STANCE_COLORS, SWAP_SIDES
from stanceline.ui.words import DAY_S, day_text, say

if TYPE_CHECKING:
    from stanceline.model.tables import Tables
    from stanceline.ui.main_window import MainWindow
    from stanceline.ui.session import Session


def source_of(window: MainWindow) -> ExportSource | None:
    """What the window shows now, None where there is nothing."""
    session, timeline, linking = window.session, window.timelineView, window.linking
    corpus = session.corpus
    if corpus is None or timeline is None or linking is None:
        return None
    parts = (clock_text(session), linking.comparing.words(), note_of(filters_text(session)))
    note = "  ·  ".join(part for part in parts if part)

    def tables() -> Tables | None:
        return session.project.tables if session.project is not None else None

    origin = Origin(session.name(), digest_of(session), linking.view_now().to_json(), note)
    return ExportSource(
        corpus=corpus,
        visible=timeline.visible_range(),
        selected=frozenset(session.selection.keys),
        title=figure_title(corpus),
        note=note,
        window=timeline.visible_rows(),
        index=timeline.mark_index(),
        tables=tables,
        origin=origin.to_json(),
        data_date=newest_day(session),
        stance_colors=window.settings.get(STANCE_COLORS),
        swap_sides=window.settings.get(SWAP_SIDES),
        coverage=timeline.options.shows_coverage,
        publication_ticks=timeline.options.shows_lags,
        week_numbers=timeline.options.shows_weeks,
    )


def filters_text(session: Session) -> str:
    """The filters in force in words, empty without any."""
    value = session.filters.value
    return "; ".join(chip_text(value, chip.part, session.facets) for chip in session.chips)


def clock_text(session: Session) -> str:
    """The day that the views look back from, empty for the present."""
    as_of = session.clock.as_of
    if as_of is None:
        return ""
    says = say("As known on %1") if session.clock.kind == "published" else say("As of %1")
    return says.replace("%1", day_text((as_of - 1) // DAY_S))


def digest_of(session: Session) -> str:
    """The name of the project's state: articles and decisions."""
    project = session.project
    if project is None:
        return ""
    return state_digest(((article.id, article.sha256) for article in project.articles), project.decisions)


def newest_day(session: Session) -> str:
    """The day of the newest article in words, empty where no day is known."""
    known = [
        (row.published, row.published_basis) for row in session.index.analysis.articles if row.published is not None
    ]
    if not known:
        return ""
    day, basis = max(known)
    return say("c. %1").replace("%1", day_text(day)) if basis == "inferred" else day_text(day)

"""Dates the article itself: what it states, else the days that all its clues allow together.

Clues come from one article (`find_clues`, in the worker). `date_articles` lays them on the calendar with reference
events, intersects them, and carries bounds over to articles that share long quotations, until nothing changes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from stanceline.reading.article import Article
from stanceline.reading.parse import Parse, Tree
from stanceline.temporal.dating.clues import find_clues
from stanceline.temporal.dating.counted import years_counted
from stanceline.temporal.dating.events import EventReader
from stanceline.temporal.dating.links import find_links
from stanceline.temporal.dating.named_days import NamedDays
from stanceline.temporal.dating.shared import Sharer, borrowed, links_by_article
from stanceline.temporal.dating.solve import Constraint, Leaning, conclude, intersect
from stanceline.temporal.dating.stated import known_date, stated_date
from stanceline.temporal.dating.years import about_years, years_told
from stanceline.temporal.finding.tagger import find_candidates
from stanceline.temporal.intervals import ANY_DAY, EARLIEST, LATEST, DaySet
from stanceline.temporal.references.events import ReferenceEvent, ReferenceIndex, index_of
from stanceline.temporal.timex import (
    DAY_S,
    UNKNOWN_TIME,
    Candidate,
    Clue,
    Direction,
    DocumentTime,
    Reason,
    civil_from_days,
    days_from_civil,
    format_day,
    weekday_of,
)
from stanceline.temporal.values.normalizer import resolve_all

__all__ = ["Dateable", "date_articles", "find_clues", "known_date", "stated_date"]

YEARS: Final = range(1980, 2060)
"""Years in which recurring days (a dateline without a year) are laid out."""
FIRST: Final = days_from_civil(YEARS[0], 1, 1)
LAST: Final = days_from_civil(YEARS[-1], 12, 31)
ROUNDS: Final = 12
"""Days reach over so many links; a longer chain of undated articles says nothing worth knowing."""
MOST_REMEMBERED: Final = 10_000


@dataclass(frozen=True, slots=True)
class Dateable:
    """What dating needs of one article's extraction."""

    article: Article
    parse: Parse
    candidates: tuple[Candidate, ...]
    hints: tuple[Direction, ...]
    clues: tuple[Clue, ...]


def date_articles(
    items: Sequence[Dateable], references: Sequence[ReferenceEvent], given: Mapping[str, int]
) -> dict[str, DocumentTime]:
    """The document time of each article by id. `given` are days set by the user, which nothing overrides.

    Days that are stated stay as they are; the others are inferred where the clues leave at most ten days, and
    keep their bounds and reasons where they leave more.
    """
    found: dict[str, DocumentTime] = {}
    open_items: list[Dateable] = []
    for item in sorted(items, key=lambda item: item.article.id):
        known = _given(given[item.article.id]) if item.article.id in given else known_date(item.article)
        if known is not None:
            found[item.article.id] = known
        else:
            open_items.append(item)
    if open_items:
        index = index_of(references)
        own = {item.article.id: _remembered(item, index) for item in open_items}
        leanings = {item.article.id: _leaning(item) for item in open_items}
        found.update(_settle(own, leanings, found, items))
    return {item.article.id: found[item.article.id] for item in items}


_Key = tuple[Article, str, int, tuple[Clue, ...]]
_memory: list[tuple[ReferenceIndex, dict[_Key, tuple[Constraint, ...]]]] = []


def _remembered(item: Dateable, index: ReferenceIndex) -> tuple[Constraint, ...]:
    # Corrections date everything anew, and what one article says by itself has not changed since.
    if not _memory or _memory[0][0] is not index:
        _memory[:] = [(index, {})]
    known = _memory[0][1]
    if len(known) >= MOST_REMEMBERED:
        known.clear()
    key = (item.article, item.parse.model, len(item.parse), item.clues)
    if key not in known:
        known[key] = tuple(_constraints(item, index))
    return known[key]


def _given(day: int) -> DocumentTime:
    reason = Reason("stated.user", "You set this date.", True, None, None, day, day + 1)
    return DocumentTime(day, day, day + 1, "user", reasons=(reason,))


def _settle(
    own: Mapping[str, tuple[Constraint, ...]],
    leanings: Mapping[str, Leaning],
    known: Mapping[str, DocumentTime],
    items: Sequence[Dateable],
) -> dict[str, DocumentTime]:
    """Intersect, carry over, and again, all articles at once, so that none comes first."""
    solutions = {key: intersect(constraints) for key, constraints in own.items()}
    links = links_by_article(find_links([item.article for item in items]))
    sharers = {item.article.id: Sharer(item.article, item.clues) for item in items if item.article.id in links}
    stated = frozenset(known)
    fixed = {key: DaySet.days([time.day]) for key, time in known.items() if time.day is not None}
    for _ in range(ROUNDS):
        days = {key: solution.days for key, solution in solutions.items()} | fixed
        after = dict(solutions)
        for key in own.keys() & links.keys():
            after[key] = intersect((*own[key], *borrowed(key, links[key], days, stated, sharers)))
        if after == solutions:
            break
        solutions = after
    return {key: conclude(solution, leanings[key]) for key, solution in solutions.items()}


# ---- one article -------------------------------------------------------------------------------------------


def _constraints(item: Dateable, index: ReferenceIndex) -> Iterator[Constraint]:
    if item.article.published_raw:
        yield _told_in_part(item.article.published_raw)
    dateline: DaySet | None = None
    for clue in item.clues:
        for constraint in _laid_out(clue):
            # What is told as past of a year beyond all known events may well be a story, and a plan's steps may be.
            is_shaky = clue.kind == "not_before" and int(dict(clue.args)["first"]) > index.horizon
            is_shaky = is_shaky or "plan" in dict(clue.args)
            yield replace(constraint, needs_support=True) if is_shaky else constraint
            if clue.kind == "month_day":
                dateline = constraint.allowed
    if len(item.parse):
        tree = Tree(item.article.text, item.parse)
        twice = tuple(NamedDays(item.article, tree, item.candidates, item.hints).constraints())
        yield from twice
        if twice:
            yield from about_years(item.article, item.candidates, item.hints, item.clues)
        if twice or dateline is not None:
            says = f"All known events are of {format_day(index.horizon)[:4]} or before."
            yield Constraint(DaySet.until(index.horizon), False, 0.02, "dating.horizon", says, is_common=True)
        yield from years_counted(item.article, tree, item.candidates)
        yield from EventReader(item.article, tree, item.candidates, item.hints, index).constraints(dateline)


def _told_in_part(raw: str) -> Constraint:
    """A date of the metadata that names no day ("July 2023", "2023") bounds it; any other is said to be unread."""
    shown = raw[:60]
    candidates = find_candidates(raw[:200])
    for timex in resolve_all(raw[:200], candidates, UNKNOWN_TIME):
        if timex.interval is not None and timex.anchor == "none":
            allowed = DaySet.of([(timex.interval.begin // DAY_S, (timex.interval.end - 1) // DAY_S)])
            return Constraint(allowed, True, 0.98, "stated.in_part", f"The article came with the date “{shown}”.")
    says = f"The article came with the date “{shown}”, which could not be read."
    return Constraint(ANY_DAY, False, 0.0, "stated.unreadable", says)


def _leaning(item: Dateable) -> Leaning:
    told: dict[int, Clue] = {}
    for clue in item.clues:
        if clue.kind == "past_weekday":
            told.setdefault(int(dict(clue.args)["weekday"]), clue)
    yesterday = next((clue for clue in item.clues if clue.kind == "yesterday"), None)
    reasons = [
        Reason(
            clue.rule,
            "A report mostly follows within two days of a weekday that it tells of.",
            False,
            clue.start,
            clue.end,
        )
        for clue in told.values()
    ]
    if yesterday is not None and told:
        says = "An article that says “yesterday” speaks of that day by its weekday, too."
        reasons.append(Reason(yesterday.rule, says, False, yesterday.start, yesterday.end))
    return Leaning(
        tuple(told),
        yesterday is not None,
        *years_told(item.article, item.candidates, item.hints, item.clues),
        tuple(reasons),
    )


def _laid_out(clue: Clue) -> Iterator[Constraint]:
    """A clue on the calendar. Weights rank what gives way in a contradiction, the strongest near 1."""
    args = dict(clue.args)

    def made(allowed: DaySet, weight: float, says: str, *, hard: bool = clue.hard) -> Constraint:
        return Constraint(allowed, hard, weight, clue.rule, says, clue.start, clue.end)

    if clue.kind == "month_day":
        days = [day for year in YEARS if (day := _day(year, int(args["month"]), int(args["day"]))) is not None]
        yield made(_recurring((day, day + 1) for day in days), 0.97, "It carries this date, without a year.")
    elif clue.kind == "one_of_days":
        days = [int(value) for key, value in clue.args if key == "day"]
        yield made(DaySet.days(days), 0.97, "It carries this date; day and month may be swapped.")
    elif clue.kind == "own_weekday":
        yield made(_weekdays(int(args["weekday"])), 0.9, "Day and weekday together tell the weekday of writing.")
    elif clue.kind == "month_edge":
        yield made(_month_edges(args), 0.9, "It counts from the edge of a month.")
    elif clue.kind == "weekday_date":
        yield made(_near_weekday_date(args), 0.6, "That date falls on that weekday in some years only.")
    elif clue.kind == "not_before":
        first = int(args["first"])
        yield made(DaySet.since(first), 0.7, f"It tells of {format_day(first)[:4]} as past.")
    elif clue.kind == "not_after":
        last = int(args["last"])
        yield made(DaySet.until(last), 0.65, f"It speaks of {format_day(last)[:4]} as still to come.")
    elif clue.kind == "office":
        yield from _terms(clue, args)


def _terms(clue: Clue, args: Mapping[str, str]) -> Iterator[Constraint]:
    who = f"{args['name']}'s term of office"
    if "first" in args:
        says = f"{who} had begun."
        since = DaySet.since(int(args["first"]) - 92)
        yield Constraint(since, clue.hard, 0.16, clue.rule, says, clue.start, clue.end)
    if "last" in args:
        says = f"{who} was not over."
        yield Constraint(DaySet.until(int(args["last"])), False, 0.15, clue.rule, says, clue.start, clue.end)


def _day(year: int, month: int, day: int) -> int | None:
    found = days_from_civil(year, month, day)
    return found if civil_from_days(found) == (year, month, day) else None


def _weekdays(weekday: int) -> DaySet:
    begin = FIRST + (weekday - weekday_of(FIRST)) % 7
    return _recurring((day, day) for day in range(begin, LAST + 1, 7))


def _recurring(ranges: Iterable[tuple[int, int]]) -> DaySet:
    """Days that come again and again; what lies outside `YEARS` is left open."""
    return DaySet.of([(EARLIEST, FIRST - 1), *ranges, (LAST + 1, LATEST)])


def _month_edges(args: Mapping[str, str]) -> DaySet:
    month, days = int(args["month"]), []
    for year in YEARS:
        first = days_from_civil(year, month, 1)
        last = days_from_civil(year + month // 12, month % 12 + 1, 1) - 1
        days.append((first if args["edge"] == "first" else last) - int(args["shift"]))
    return _recurring((day, day) for day in days)


def _near_weekday_date(args: Mapping[str, str]) -> DaySet:
    """Days within a year of such a date that falls on the weekday that the text gives it."""
    found = []
    for year in YEARS:
        day = _day(year, int(args["month"]), int(args["day"]))
        if day is not None and weekday_of(day) == int(args["weekday"]):
            # Some write of a day that is most of a year away.
            found.append((day - 366, day + 366))
    return _recurring(found)

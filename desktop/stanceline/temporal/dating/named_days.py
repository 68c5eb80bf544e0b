"""Days that an article names twice: "tomorrow, Good Friday", "Easter Monday, 1 April", "today, 24 August".

Of two expressions for one day, one that counts from the day of writing and one that returns each year (a holiday, a
day of the year, a day of the month) together tell on which days of which years the article can have been written; two
that return each year tell which years have that day. Holidays count by `resources/rules/dating_holidays.tsv`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from stanceline import paths
from stanceline.reading.article import Article, Span
from stanceline.reading.parse import Tree
from stanceline.temporal.dating.clues import governing_verb, is_inside, is_plain_future, is_plain_past, quoted_spans
from stanceline.temporal.dating.facts import is_firm_future, is_near_story, is_real
from stanceline.temporal.dating.solve import Constraint
from stanceline.temporal.dating.stated import own_dates
from stanceline.temporal.finding.holidays import days_of_holiday, days_of_rule, spelled
from stanceline.temporal.intervals import EARLIEST, LATEST, DaySet
from stanceline.temporal.timex import Candidate, Direction, civil_from_days, days_from_civil, weekday_of

YEARS: Final = range(1980, 2060)
FIRST: Final = days_from_civil(YEARS[0], 1, 1)
LAST: Final = days_from_civil(YEARS[-1], 12, 31)
YEAR_DAYS: Final = 366
"""How far from the day of writing a day may lie that is named without its year."""
MONTH_DAYS: Final = 31
DAYS_AHEAD: Final = 150
"""How long before a day news mostly names it without its year."""
_BETWEEN: Final = re.compile(
    r"(?i)(?:['’]s?)?(?: (?:holiday|weekend|break|day|feast|festival|service|celebrations?))?,? ?\(?(?:which |that )?"
    r"(?:this year )?(?:(?:is|was|falls?|falling|fell|will be|will fall|comes?|came|lands?|landed|marks|is celebrated"
    r"|is observed) )?(?:this year )?(?:(?:on|for|because of|due to|owing to|to mark|to celebrate) )?(?:the )?"
)
"""What may stand between two names of one day."""
_THAT_IS: Final = re.compile(
    r"(?i)[.;,–—)]{0,2} ?(?:[–—] ?)?(?:that|this|it|which)(?:['’]s| is| falls| comes| will be)"
    r"(?: (?:just|only|already|as early as))? "
)
_ON_A: Final = re.compile(r"(?i)\b(?:held|as ever|as always|as usual|takes place|happens|falls)\b[^.!?]{0,30}$")
NEAR_TODAY: Final = 80
"""Letters between "today" and the weekday of what takes place then."""
_NUMBERED: Final = re.compile(
    r"(?i)\b(?:tomorrow|today|yesterday),? (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?"
    r"(\d{1,2})(?:st|nd|rd|th)(?=[,.;:)]|$)"
)
_NAME_GOES_ON: Final = ("compound", "nmod", "amod", "poss")
_DAY_NOUNS: Final = frozenset(["holiday", "weekend", "break", "day", "feast", "festival", "service"])
_HARD: Final = 0.9
_SOFT: Final = 0.3


@dataclass(frozen=True, slots=True)
class _Returning:
    """A day that returns: all its days within `YEARS`, `sure` where no other day bears its name."""

    place: int
    days: tuple[int, ...]
    usual: tuple[int, ...]
    is_monthly: bool = False


class NamedDays:
    """Reads the days that one article names twice."""

    def __init__(
        self, article: Article, tree: Tree, candidates: Sequence[Candidate], hints: Sequence[Direction]
    ) -> None:
        self.article, self.tree, self.candidates, self.hints = article, tree, candidates, hints
        self.args = [dict(candidate.args) for candidate in candidates]
        self.quotes = quoted_spans(article)
        self.own = own_dates(article)

    def constraints(self) -> Iterator[Constraint]:
        """The days of writing that each pair of neighboring expressions allows, in text order."""
        for one in range(len(self.candidates) - 1):
            # "Good Friday, which this year falls on 29 March"
            other = one + 2 if self._is_this_year_at(one + 1) else one + 1
            if other < len(self.candidates) and self._is_pair(one, other):
                yield from self._of_pair(one, other)
                yield from self._that_is(one, other)
        yield from self._as_ever()
        for place, args in enumerate(self.args):
            if args.get("family") == "nthday" and args.get("w", "").isdigit() and self._speaks(place):
                yield from self._weekday_of_month(place, int(args["d"]), int(args["w"]))
            elif args.get("family") == "date" and self.hints[place] == "future" and self._speaks(place):
                yield from self._ahead(place)
        for match in _NUMBERED.finditer(self.article.text):
            yield from self._numbered(match)

    # ---- pairs ------------------------------------------------------------------------------------------------

    def _speaks(self, place: int) -> bool:
        candidate = self.candidates[place]
        if any(own.start < candidate.end and candidate.start < own.end for own in self.own):
            return False
        inside = is_inside(self.quotes, candidate.start, candidate.end)
        return bool(self.tree.tokens_in(Span(candidate.start, candidate.end))) and not inside

    def _is_this_year_at(self, place: int) -> bool:
        args = self.args[place]
        return (args.get("family"), args.get("u"), args.get("rel")) == ("relunit", "year", "this")

    def _is_pair(self, one: int, other: int) -> bool:
        first, second = self.candidates[one], self.candidates[other]
        if second.start - first.end > 40 or not (self._speaks(one) and self._speaks(other)):
            return False
        between = self.article.text[first.end : second.start]
        return "\n" not in between and _BETWEEN.fullmatch(between.strip(" ") + " ") is not None

    def _of_pair(self, one: int, other: int) -> Iterator[Constraint]:
        for pointing, returning in ((one, other), (other, one)):
            if (day := self._returning(returning)) is not None and self._points(pointing):
                yield from self._pointed_at(pointing, day)
                return
        first, second = self._returning(one), self._returning(other)
        if first is not None and second is not None and not (first.is_monthly and second.is_monthly):
            yield from self._same_day(first, second)
        elif first is not None and self.args[other].get("ref") == "any" and self._weekday(other) is not None:
            yield from self._on_weekday(first, other)

    def _returning(self, place: int) -> _Returning | None:
        args = self.args[place]
        family = args.get("family")
        if family == "holiday" and not {"y", "rel", "shift"} & args.keys() and not self._is_in_name(place):
            known, off = _days_of(args["key"]), _days_off(args)
            if known is None or off is None:
                return None
            return _Returning(place, tuple(day + off for day in known[0]), tuple(day + off for day in known[1]))
        if family == "date" and "y" not in args and args.get("m", "").isdigit() and args.get("d", "").isdigit():
            days = tuple(day for year in YEARS if (day := _day(year, int(args["m"]), int(args["d"]))) is not None)
            return _Returning(place, days, days)
        if family == "nthday" and "m" not in args and args.get("d", "").isdigit():
            found = (_day(year, month, int(args["d"])) for year in YEARS for month in range(1, 13))
            days = tuple(day for day in found if day is not None)
            return _Returning(place, days, days, is_monthly=True)
        return None

    def _is_in_name(self, place: int) -> bool:
        """ "The Good Friday agreement", "the Boxing Day sale": a day within a name."""
        tree, candidate = self.tree, self.candidates[place]
        root = tree.root_of(tree.tokens_in(Span(candidate.start, candidate.end)))
        if root is None:
            return True
        above = tree.head[root]
        if tree.lower[above] in _DAY_NOUNS:
            return False
        return tree.dep[root] in _NAME_GOES_ON and above > root and tree.pos[above] in ("NOUN", "PROPN")

    def _weekday(self, place: int) -> int | None:
        args = self.args[place]
        found = args.get("w", "")
        return int(found) if args.get("family") == "weekday" and found.isdigit() else None

    def _points(self, place: int) -> bool:
        args = self.args[place]
        if args.get("family") == "deictic":
            return args.get("n") in ("-1", "0", "1", "2")
        if args.get("family") == "relunit":
            return args.get("u") == "week" and args.get("rel") in ("next", "last", "this")
        return self._weekday(place) is not None and not {"ref", "m", "nth", "wrel"} & args.keys()

    def _pointed_at(self, pointing: int, day: _Returning) -> Iterator[Constraint]:
        args = self.args[pointing]
        if args["family"] == "deictic":
            shift = int(args["n"])
            allowed = _recurring((found - shift, found - shift) for found in day.days)
            usual = _recurring((found - shift, found - shift) for found in day.usual)
        else:
            allowed = _recurring(pair for found in day.days for pair in self._reach(pointing, found))
            usual = _recurring(pair for found in day.usual for pair in self._usual_reach(pointing, found))
        one, other = self.candidates[pointing].text, self.candidates[day.place].text
        says = f"“{one}” and “{other}” are one day, or that day is in it."
        yield self._made(pointing, day.place, allowed, says, sure=self._counts_from_writing(pointing))
        if usual != allowed:
            yield self._made(pointing, day.place, usual, says, sure=False)

    def _that_is(self, one: int, other: int) -> Iterator[Constraint]:
        """ "Good Friday falls on 29 March. That is next week": what counts from writing stands behind both names."""
        first, second = self._returning(one), self._returning(other)
        for pointing in range(other + 1, min(other + 3, len(self.candidates))):
            between = self.article.text[self.candidates[other].end : self.candidates[pointing].start]
            if self._points(pointing) and self._speaks(pointing) and _THAT_IS.fullmatch(between):
                if first is None or second is None or (first.is_monthly and second.is_monthly):
                    return
                both = tuple(sorted(set(first.days) & set(second.days)))
                usual = tuple(sorted(set(first.usual) & set(second.usual)))
                if both:
                    yield from self._pointed_at(pointing, _Returning(other, both, usual))
                return

    def _as_ever(self) -> Iterator[Constraint]:
        """ "Today's meeting, held as ever on a Tuesday": the weekday of what takes place on the day of writing."""
        for place, args in enumerate(self.args):
            if args.get("ref") != "any" or self._weekday(place) is None or not place or not self._speaks(place):
                continue
            today = self.args[place - 1]
            start, end = self.candidates[place - 1].end, self.candidates[place].start
            is_today = today.get("family") == "deictic" and today.get("n") == "0" and self._speaks(place - 1)
            if is_today and end - start < NEAR_TODAY and _ON_A.search(self.article.text[start:end]):
                days = range(FIRST + (int(args["w"]) - weekday_of(FIRST)) % 7, LAST + 1, 7)
                says = f"“{self.candidates[place - 1].text}” is “{self.candidates[place].text}”."
                yield self._made(place - 1, place, _recurring((day, day) for day in days), says, sure=False)

    def _usual_reach(self, pointing: int, day: int) -> Iterator[tuple[int, int]]:
        """ "Next Monday" mostly is that of the next calendar week, or the one that comes within seven days."""
        if self.args[pointing].get("rel") == "next" and self.args[pointing]["family"] == "weekday":
            if weekday_of(day) == self._weekday(pointing):
                yield min(day - weekday_of(day) + 1, day) - 7, day - 1
        else:
            yield from self._reach(pointing, day)

    def _reach(self, pointing: int, day: int) -> Iterator[tuple[int, int]]:
        """The days of writing from which a week or a weekday points at a day."""
        args, hint = self.args[pointing], self.hints[pointing]
        if args["family"] == "relunit":
            # Weeks begin on Sunday for some.
            monday = day - weekday_of(day) + 1
            shift = {"next": -7, "this": 0, "last": 7}[args["rel"]]
            yield monday + shift - 1, monday + shift + 6
        elif weekday_of(day) == self._weekday(pointing):
            if hint != "past" and args.get("rel") != "last":
                yield day - (13 if "rel" in args else 7), day
            if hint != "future" and args.get("rel") != "next":
                yield day, day + (13 if "rel" in args else 7)

    def _same_day(self, one: _Returning, other: _Returning) -> Iterator[Constraint]:
        """ "Easter Monday, 1 April": the years in which both are one day."""
        both = sorted(set(one.days) & set(other.days))
        usual = sorted(set(one.usual) & set(other.usual))
        yield from self._near(one.place, other.place, both, usual)

    def _on_weekday(self, one: _Returning, other: int) -> Iterator[Constraint]:
        """ "Christmas Day falls on a Wednesday this year"."""
        weekday = self._weekday(other)
        both, usual = ([day for day in days if weekday_of(day) == weekday] for days in (one.days, one.usual))
        yield from self._near(one.place, other, both, usual)

    def _near(self, one: int, other: int, both: Sequence[int], usual: Sequence[int]) -> Iterator[Constraint]:
        if not both:
            return
        sure = self._is_news(one, other)
        says = f"“{self.candidates[one].text}” is “{self.candidates[other].text}” in some years only."
        for days, is_sure in ((both, sure), (usual, False)):
            yield self._made(one, other, self._around(days, sure, self._is_this_year(one, other)), says, sure=is_sure)
        soon = _recurring((day - DAYS_AHEAD, day) for day in usual)
        if sure or self._is_timetabled(one, other):
            yield self._made(one, other, soon, f"{says} It is still to come.", sure=False)

    def _around(self, days: Sequence[int], is_ahead: bool, is_this_year: bool) -> DaySet:
        if is_this_year:
            years = [civil_from_days(day)[0] for day in days]
            return _recurring((days_from_civil(y, 1, 1), days_from_civil(y, 12, 31)) for y in years)
        return _recurring((day - YEAR_DAYS, day if is_ahead else day + YEAR_DAYS) for day in days)

    def _ahead(self, place: int) -> Iterator[Constraint]:
        """ "Will meet on 3 August": a day without a year that is still to come mostly comes within months."""
        day, verb = self._returning(place), self._verb(place)
        if day is not None and verb is not None and self._is_ahead(verb):
            allowed = _recurring((found - DAYS_AHEAD, found) for found in day.days)
            says = f"“{self.candidates[place].text}” is still to come and names no year."
            yield self._made(place, place, allowed, says, sure=False)

    def _numbered(self, match: re.Match[str]) -> Iterator[Constraint]:
        """ "Tomorrow, Thursday the 17th": the day of the month on which it is written."""
        place = next((n for n, found in enumerate(self.candidates) if found.start == match.start()), None)
        if place is None or self.args[place].get("family") != "deictic" or not self._speaks(place):
            return
        number, shift = int(match[1]), int(self.args[place].get("n", "0"))
        days = (_day(year, month, number) for year in YEARS for month in range(1, 13))
        allowed = _recurring((day - shift, day - shift) for day in days if day is not None)
        says = f"“{match[0]}” tells the day of the month."
        sure = self._counts_from_writing(place)
        weight = _HARD if sure else _SOFT
        yield Constraint(allowed, sure, weight, "dating.named_day", says, *match.span())

    def _weekday_of_month(self, place: int, number: int, weekday: int) -> Iterator[Constraint]:
        """ "On Thursday the 17th": the months whose 17th is a Thursday, and those around."""
        found = (_day(year, month, number) for year in YEARS for month in range(1, 13))
        days = [day for day in found if day is not None and weekday_of(day) == weekday]
        hint = self.hints[place]
        before = 0 if hint == "past" else MONTH_DAYS
        after = 0 if hint == "future" else MONTH_DAYS
        allowed = _recurring((day - before, day + after) for day in days)
        says = "That day of the month falls on that weekday in some months only."
        yield self._made(place, place, allowed, says, sure=self._is_news(place, place))

    # ---- how sure ---------------------------------------------------------------------------------------------

    def _verb(self, place: int) -> int | None:
        candidate = self.candidates[place]
        root = self.tree.root_of(self.tree.tokens_in(Span(candidate.start, candidate.end)))
        return governing_verb(self.tree, root) if root is not None else None

    def _counts_from_writing(self, pointing: int) -> bool:
        """Whether the clause is of the present of the article: no story, nothing unreal, no "tomorrow" of the past."""
        tree, verb = self.tree, self._verb(pointing)
        if verb is None:
            return False
        helpers = {tree.lower[kid] for kid in tree.kids(verb, "aux", "auxpass")}
        if helpers & {"would", "had"} or is_near_story(tree, verb) or not is_real(tree, verb, will=True):
            return False
        ahead = self.args[pointing].get("n") in ("1", "2") or self.args[pointing].get("rel") == "next"
        return not (ahead and (is_plain_past(tree, verb) or helpers & {"was", "were"}))

    def _is_news(self, one: int, other: int) -> bool:
        """Whether a day surely lies within a year: it is still to come, by a firm future tense or a calendar's present.

        A sentence that names a year speaks of that year.
        """
        verbs = [verb for place in (one, other) if (verb := self._verb(place)) is not None]
        years = (self.candidates[place].start for place, args in enumerate(self.args) if "y" in args)
        sentence = self.tree.sentence_span(verbs[0]) if verbs else Span(0, 0)
        if not verbs or any(sentence.start <= start < sentence.end for start in years):
            return False
        return any(self._is_ahead(verb) for verb in verbs)

    def _is_ahead(self, verb: int) -> bool:
        tree = self.tree
        if is_near_story(tree, verb):
            return False
        if tree.tag[verb] in ("VBZ", "VBP") and tree.lemma[verb] in ("be", "fall", "come"):
            return is_real(tree, verb)
        return is_plain_future(tree, verb) and is_firm_future(tree, verb)

    def _is_timetabled(self, one: int, other: int) -> bool:
        """ "The ferry moves to its berth on Nov. 26, two days before Thanksgiving": a day ahead in the present."""
        verbs = [verb for place in (one, other) if (verb := self._verb(place)) is not None]
        is_future = "future" in (self.hints[one], self.hints[other])
        if "past" in (self.hints[one], self.hints[other]) or not is_future or not verbs:
            return False
        return all(not is_plain_past(self.tree, verb) and not is_near_story(self.tree, verb) for verb in verbs)

    def _is_this_year(self, one: int, other: int) -> bool:
        first, last = self.candidates[min(one, other)], self.candidates[max(one, other)]
        window = self.article.text[first.start : last.end + 12].lower()
        return "this year" in window

    def _made(self, one: int, other: int, allowed: DaySet, says: str, *, sure: bool) -> Constraint:
        first, last = self.candidates[min(one, other)], self.candidates[max(one, other)]
        weight = _HARD if sure else _SOFT
        return Constraint(allowed, sure, weight, "dating.named_day", says, first.start, last.end)


# ---- the days themselves ---------------------------------------------------------------------------------------


@cache
def _others() -> Mapping[str, tuple[str, ...]]:
    """Other rules that a holiday's name may mean, by its name; only names that date an article are in it."""
    found: dict[str, tuple[str, ...]] = {}
    for line in paths.resource("rules/dating_holidays.tsv").read_text(encoding="utf-8").split("\n"):
        if line.strip() and not line.startswith("#"):
            names, _, others = line.partition("\t")
            found.update((spelled(name), tuple(filter(None, others.split("|")))) for name in names.split("|"))
    return found


@cache
def _days_of(name: str) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """All days within `YEARS` that may bear the name, and those that usually do."""
    others = _others().get(spelled(name))
    if others is None:
        return None
    usual = [found[0] for year in YEARS if (found := days_of_holiday(name, year)) is not None]
    elsewhere = [day for year in YEARS for rule in others if (day := days_of_rule(rule, year)) is not None]
    return tuple(sorted({*usual, *elsewhere})), tuple(usual)


def _days_off(args: Mapping[str, str]) -> int | None:
    """-2 for "two days before"; None where it is counted in another unit."""
    if "offset" not in args:
        return 0
    count = args.get("offcount", "")
    return int(args["offset"]) * int(count) if args.get("offunit") == "day" and count.isdigit() else None


def _day(year: int, month: int, day: int) -> int | None:
    found = days_from_civil(year, month, day)
    return found if civil_from_days(found) == (year, month, day) else None


def _recurring(ranges: Iterator[tuple[int, int]]) -> DaySet:
    """Days that come again and again; what lies outside `YEARS` is left open."""
    return DaySet.of([(EARLIEST, FIRST - 1), *ranges, (LAST + 1, LATEST)])

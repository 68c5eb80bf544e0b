"""What an article says of reference events: next week's summit, the second day of the congress, after the vote.

Each such passage allows the days on which its words would be true of the event's known dates. Relation and
tense come from the clause that the event stands in; quoted words count for nothing. An event named only by a
name that many years share is soft evidence, and several events under one name allow the days of any of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from stanceline.reading.article import Article
from stanceline.reading.parse import Tree
from stanceline.temporal.dating.clauses import GOING, Clauses
from stanceline.temporal.dating.clues import (
    PLANNED,
    governing_verb,
    is_inside,
    is_plain_future,
    is_plain_past,
    quoted_spans,
)
from stanceline.temporal.dating.described import DescribedReader
from stanceline.temporal.dating.facts import is_firm_future, is_real, may_be_backshifted
from stanceline.temporal.dating.naming import FEW, EventFinder, Named
from stanceline.temporal.dating.pointing import Pointer
from stanceline.temporal.dating.solve import Constraint
from stanceline.temporal.intervals import DaySet
from stanceline.temporal.references.events import ReferenceEvent, ReferenceIndex
from stanceline.temporal.timex import DAY_S, Candidate, Direction, civil_from_days, days_from_civil, weekday_of

HARD: Final = 1.0
RECENT_DAYS: Final = 6
LONGEST_MEETING: Final = 21
"""Days from the first to the last of a meeting."""
DAYS_AHEAD: Final = 30
DAYS_AFTER: Final = 14
"""How far from an event articles that name it carry date lines without a year."""
_OPENING: Final = frozenset(["begin", "start", "open", "kick", "convene"])
_CLOSING: Final = frozenset(["end", "close", "conclude", "finish", "wrap"])
_MARGINS: Final = frozenset(["sideline", "margin", "fringe"])
_FAR: Final = frozenset(["later", "earlier", "last", "previous", "before"])
_UNITS: Final = frozenset(["year", "month", "decade"])
_AGO: Final = frozenset(["ago", "anniversary", "once"])
_MOVED: Final = frozenset(["postpone", "cancel", "delay", "reschedule", "move", "scrap", "defer", "relocate"])
_LAST: Final = frozenset(["last", "final", "closing", "concluding"])
_COUNT: Final = {
    word: number
    for number, words in enumerate(
        (("one", "first", "opening", "1"), ("two", "second", "2"), ("three", "third", "3"), ("four", "fourth", "4"),
         ("five", "fifth", "5"), ("six", "sixth", "6"), ("seven", "seventh", "7")), start=1
    )
    for word in words
}  # fmt: skip
_NUMBER: Final = {
    **_COUNT, "a": 1, "the": 1, "an": 1, "eight": 8, "8": 8, "nine": 9, "9": 9, "ten": 10, "10": 10, "eleven": 11,
    "11": 11, "twelve": 12, "12": 12,
}  # fmt: skip


class EventReader:
    """Reads one article against a table of events. Makes constraints; decides nothing."""

    def __init__(
        self,
        article: Article,
        tree: Tree,
        candidates: Sequence[Candidate],
        hints: Sequence[Direction],
        index: ReferenceIndex,
    ) -> None:
        self.article, self.tree, self.index = article, tree, index
        self.candidates, self.hints = candidates, hints
        quotes = quoted_spans(article)
        self.weekdays = {
            int(dict(c.args)["w"])
            for c, hint in zip(candidates, hints, strict=True)
            if dict(c.args).get("family") == "weekday" and hint == "past" and not is_inside(quotes, c.start, c.end)
        }
        self.clauses = Clauses(article, tree, candidates)
        self.pointer = Pointer(article, tree, candidates, hints, self.clauses.roots)

    def constraints(self, dateline: DaySet | None = None) -> Iterator[Constraint]:
        """Everything that the article says of events and that bears on its day, in text order.

        `dateline` are the days of a date line without a year, of which an event that is held about then picks one.
        """
        named = EventFinder(self.article, self.tree, self.index).find()
        for mention in named:
            yield from self._of(mention)
        if dateline is not None:
            yield from self._same_year(named, dateline)
        described = DescribedReader(self.article, self.tree, self.clauses, self.pointer, self.index, named)
        yield from described.constraints()

    def _same_year(self, named: Sequence[Named], dateline: DaySet) -> Iterator[Constraint]:
        telling = [mention for mention in named if mention.is_telling() and not _is_lasting(mention)]
        around = DaySet.of(
            (event.start - DAYS_AHEAD, event.end + DAYS_AFTER) for mention in telling for event in mention.events
        )
        if allowed := dateline & around:
            first = telling[0]
            says = f"The date line has no year, but about then was {self._label(first)}."
            sign = Constraint(allowed, False, 0.25, "dating.event_year", says, first.start, first.end)
            yield _about(first, sign)

    # ---- what is said of them -----------------------------------------------------------------------------

    def _of(self, mention: Named) -> Iterator[Constraint]:
        if (numbered := self._day_number(mention)) is not None:
            yield from self._on_numbered_day(mention, numbered)
            return
        if (years := self._anniversary(mention)) is not None:
            yield from self._on_anniversary(mention, years)
            return
        if (offset := self._offset(mention)) is not None:
            yield from self._at_offset(mention, *offset)
            return
        linked = [(i, sure) for i in range(len(self.candidates)) if (sure := self.clauses.link(mention, i)) is not None]
        mention = self._of_year(mention, [place for place, _ in linked])
        linked = [(place, sure) for place, sure in linked if self.clauses.is_relative(place)]
        for place, sure in linked:
            yield from self._dated(mention, place, sure)
        directions = {self.hints[place] for place, _ in linked}
        yield from self._told(mention, directions)
        yield from self._on_the_eve(mention)

    def _of_year(self, mention: Named, linked: Sequence[int]) -> Named:
        """A complete date beside a name that years share ("in July 1997 at the Madrid summit") picks the event."""
        for place in linked:
            args = dict(self.candidates[place].args)
            timex = self.pointer.resolve(place, mention.events[0].start, "unknown")
            if "y" in args and timex.interval is not None:
                first, last = timex.interval.begin // DAY_S, (timex.interval.end - 1) // DAY_S
                if meant := tuple(event for event in mention.events if event.start <= last and event.end >= first):
                    return replace(mention, events=meant)
        return mention

    def _dated(self, mention: Named, place: int, sure: bool) -> Iterator[Constraint]:
        """The days from which a relative expression points at the event."""
        verb, role = self.clauses.role(mention)
        clause = self.clauses.own_clause(mention, place)
        lemma = self.tree.lemma[clause] if clause is not None else ""
        if not lemma and verb is not None and role == "happens":
            lemma = self.tree.lemma[verb]
        family = dict(self.candidates[place].args).get("family")
        early = self._days_early(mention) if family in ("weekday", "deictic", "date") else 0
        targets = [(event.start - early, event.end) for event in mention.events]
        exact: list[tuple[int, int]] = []
        if lemma in _OPENING:
            exact = [(event.start - early, event.start) for event in mention.events]
            targets = [(event.start - early, _near_edge(event, event.start, 1)) for event in mention.events]
        elif lemma in _CLOSING:
            exact = [(event.end, event.end) for event in mention.events]
            targets = [(_near_edge(event, event.end, -1), event.end) for event in mention.events]
        if len(targets) > FEW and dict(self.candidates[place].args).get("u") in ("year", "decade", "century"):
            # A whole year beside a name that returns each year tells nothing, and trying it out is slow.
            return
        allowed = self.pointer.days_pointing_at(place, targets)
        candidate = self.candidates[place]
        # "In two weeks" is said of twelve days and of sixteen.
        sure = sure and family != "duration"
        if allowed and not self._is_put_off(mention):
            says = f"“{candidate.text}” points at {self._label(mention)}."
            yield self._constraint(mention, allowed, "dating.event_dated", says, sure, 0.95)
            if exact and mention.is_telling() and (edge := self.pointer.days_pointing_at(place, exact)):
                says = f"“{candidate.text}” points at the first or last day of {self._label(mention)}."
                yield self._constraint(mention, edge, "dating.event_edge", says, False, 0.9)
            if past := self._if_past(place, targets):
                says = f"“{candidate.text}” points back at {self._label(mention)}, as the past tense suggests."
                yield self._constraint(mention, past, "dating.event_past_tense", says, False, 0.6)

    def _if_past(self, place: int, targets: Sequence[tuple[int, int]]) -> DaySet | None:
        """ "Agreed on Thursday": a verb about what is to come, whose day is mostly that of the agreeing."""
        root = self.clauses.roots[place]
        verb = governing_verb(self.tree, root) if root is not None else None
        if self.hints[place] != "unknown" or verb is None or not is_plain_past(self.tree, verb):
            return None
        if self.tree.lemma[verb] in PLANNED or self.tree.kids(verb, "xcomp"):
            return None
        return self.pointer.days_pointing_at(place, targets, ("past",)) or None

    def _is_put_off(self, mention: Named) -> bool:
        """Whether the clause moves or denies the event, so that it need not have come on the day named."""
        tree, head = self.tree, mention.head
        verb, _ = self.clauses.role(mention)
        about = tree.head[head] if tree.dep[head] in ("nsubj", "nsubjpass", "dobj") else verb
        denied = verb is not None and tree.kid(verb, "neg") is not None
        return denied or (about is not None and tree.lemma[about] in _MOVED)

    def _label(self, mention: Named) -> str:
        first = mention.events[0]
        when = "-".join(f"{part:02d}" for part in civil_from_days(first.start))
        if len({event.start for event in mention.events}) > 1:
            passage = self.article.text[mention.start : mention.end]
            return f"“{passage}” ({len(mention.events)} events bear that name)"
        return f"{first.name}, {when}"

    def _constraint(
        self, mention: Named, allowed: DaySet, rule: str, says: str, sure: bool, weight: float
    ) -> Constraint:
        hard = sure and mention.is_telling()
        # "The Gulf crisis", "the invasion of Afghanistan": such things have happened before and since.
        passage = self.article.text[mention.start : mention.end]
        recurs = _is_lasting(mention) and not any(character.isdigit() for character in passage)
        weight = HARD * weight if hard else weight / 2
        return _about(mention, Constraint(allowed, hard, weight, rule, says, mention.start, mention.end, recurs))

    def _day_number(self, mention: Named) -> int | None:
        """1 for the first day, -1 for the last: "day two of", "entered its second day", "second and final day"."""
        tree, head = self.tree, mention.head
        if self._depth(mention) > 3:
            return None
        days = [tree.head[tree.head[head]]] if tree.dep[head] == "pobj" and tree.lower[tree.head[head]] == "of" else []
        days += tree.kids(head, "appos", "npadvmod", "dep")
        if tree.dep[head] == "nsubj" and tree.lemma[tree.head[head]] in ("enter", "begin", "start", "near"):
            days += tree.kids(tree.head[head], "dobj")
        if tree.dep[head] in ("appos", "pobj", "npadvmod", "compound", "nmod"):
            days += tree.kids(tree.head[head], "appos", "npadvmod")
        days += [
            t for t in tree.sentence_tokens(head) if tree.lower[t] == "day" and tree.parse.block[t] in self._titles()
        ]
        for day in days:
            if tree.lower[day] == "day":
                words = [
                    tree.lower[t] for kid in tree.kids(day, "amod", "nummod", "compound") for t in tree.subtree(kid)
                ]
                if any(word in _LAST for word in words):
                    return -1
                if number := next((_COUNT[word] for word in words if word in _COUNT), None):
                    return number
        return None

    def _titles(self) -> set[int]:
        return {number for number, block in enumerate(self.article.blocks) if block.kind == "title"}

    def _depth(self, mention: Named) -> int:
        """How many blocks of prose stand before the one that names the event."""
        prose = [block for block in self.article.prose() if block.span.end <= mention.start]
        return len(prose)

    def _on_numbered_day(self, mention: Named, number: int) -> Iterator[Constraint]:
        if self._is_look_back(mention):
            return
        days = [event.end if number == -1 else event.start + number - 1 for event in mention.events]
        says = f"It reports, on that day or the next, on one day of {self._label(mention)}."
        yield self._constraint(mention, DaySet.of((d, d + 1) for d in days), "dating.event_day", says, True, 0.9)
        sign = Constraint(DaySet.days(days), False, 0.3, "dating.event_same_day", says, mention.start, mention.end)
        yield _about(mention, sign)

    def _anniversary(self, mention: Named) -> int | None:
        """3 for "on the third anniversary of" the event."""
        tree, prep = self.tree, self.tree.head[mention.head]
        noun = tree.head[prep]
        if tree.lower[prep] != "of" or tree.lemma[noun] != "anniversary" or tree.lower[tree.head[noun]] != "on":
            return None
        words = [tree.lower[kid] for kid in tree.kids(noun, "amod", "nummod", "compound")]
        numbers = (_COUNT.get(word) or _leading_number(word) for word in words)
        return next((number for number in numbers if number), None)

    def _on_anniversary(self, mention: Named, years: int) -> Iterator[Constraint]:
        days = []
        for event in mention.events:
            year, month, day = civil_from_days(event.start)
            days.append(days_from_civil(year + years, month, day))
        says = f"It tells of the day {years} years after {self._label(mention)}."
        yield self._constraint(
            mention, DaySet.of((day - 1, day + 2) for day in days), "dating.anniversary", says, False, 0.8
        )

    def _offset(self, mention: Named) -> tuple[int, int, int] | None:
        """(token of the unit, days, +1 after or -1 before) of "the day after", "two days before" the event."""
        tree, head = self.tree, mention.head
        if mention.is_clause:
            return self._clause_offset(head)
        above = tree.head[head]
        if tree.dep[head] in ("nsubj", "nsubjpass") and tree.lemma[above] in (*_OPENING, *_CLOSING):
            return self._clause_offset(above)
        prep = tree.head[head]
        if tree.lower[prep] == "of" and tree.lower[tree.head[prep]] == "ahead":
            return self._counted(tree.head[prep], -1)
        sign = 1 if tree.lower[prep] in ("after", "following") else -1 if tree.lower[prep] == "before" else 0
        unit = tree.head[prep]
        if not sign or tree.dep[head] != "pobj" or tree.lemma[unit] not in ("day", "week"):
            kids = [k for k in tree.kids(prep, "npadvmod") if tree.lemma[k] in ("day", "week")] if sign else []
            if not kids:
                return None
            unit = kids[0]
        words = [tree.lower[kid] for kid in tree.kids(unit, "det", "nummod")]
        number = next((_NUMBER[word] for word in words if word in _NUMBER), None)
        return None if number is None else (unit, sign * number * (7 if tree.lemma[unit] == "week" else 1), sign)

    def _clause_offset(self, verb: int) -> tuple[int, int, int] | None:
        """ "Two days after leaders met": the days stand before the clause."""
        marks = {self.tree.lower[kid] for kid in self.tree.kids(verb, "mark", "advmod")}
        sign = 1 if "after" in marks else -1 if "before" in marks else 0
        return self._counted(verb, sign) if sign and self.tree.dep[verb] == "advcl" else None

    def _counted(self, above: int, sign: int) -> tuple[int, int, int] | None:
        for unit in self.tree.kids(above, "npadvmod"):
            words = [self.tree.lower[kid] for kid in self.tree.kids(unit, "det", "nummod")]
            number = next((_NUMBER[word] for word in words if word in _NUMBER), None)
            if number is not None and self.tree.lemma[unit] in ("day", "week"):
                return unit, sign * number * (7 if self.tree.lemma[unit] == "week" else 1), sign
        return None

    def _at_offset(self, mention: Named, unit: int, days: int, sign: int) -> Iterator[Constraint]:
        targets = [(event.end + days,) * 2 if sign > 0 else (event.start + days,) * 2 for event in mention.events]
        in_weeks = self.tree.lemma[unit] == "week"
        if in_weeks:
            targets = [(first - 3, last + 3) for first, last in targets]
        if mention.is_clause:
            # "Two days after leaders met" may count from either day of a meeting.
            targets = [(event.start + days, event.end + days) for event in mention.events]
        verb = self._counted_for(unit)
        for place, root in enumerate(self.clauses.roots):
            if root is None or not self.clauses.is_relative(place) or root in self.tree.subtree(unit):
                continue
            apposed = self.tree.dep[unit] == "appos" and self.tree.head[unit] == root
            beside = self.tree.head[unit] == self.tree.head[root] and self.tree.dep[unit] in ("npadvmod", "appos")
            sure = apposed or beside or self._stands_beside(place, unit)
            if sure or self._dates(root, verb):
                if allowed := self.pointer.days_pointing_at(place, targets):
                    says = f"“{self.candidates[place].text}” is counted from {self._label(mention)}."
                    sure = sure and not mention.is_clause and not in_weeks
                    yield self._constraint(mention, allowed, "dating.event_offset", says, sure, 0.95)
                return
        if verb is not None and sign < 0 and mention.is_clause and self.tree.tag[mention.head] in ("VBZ", "VBP"):
            # "Sailed nine days before leaders meet": the present tense has the meeting still to come.
            near = DaySet.of((first - 1, last + 2) for first, last in targets)
            says = f"It tells of a day that is counted from {self._label(mention)}, which is still to come."
            yield _about(mention, Constraint(near, False, 0.2, "dating.event_offset", says, mention.start, mention.end))
        if verb is not None and is_plain_past(self.tree, verb) and is_real(self.tree, verb):
            first = min(day for day, _ in targets)
            says = f"It looks back on a day that is counted from {self._label(mention)}."
            yield self._constraint(mention, DaySet.since(first), "dating.event_offset", says, True, 0.8)
            if self._is_news(mention) and sign > 0:
                recent = DaySet.of((day, day + RECENT_DAYS) for day, _ in targets)
                news = Constraint(recent, False, 0.2, "dating.event_recent", says, mention.start, mention.end)
                yield _about(mention, news)

    def _stands_beside(self, place: int, unit: int) -> bool:
        """ "On Sunday, two days ahead of": nothing but a comma between them."""
        first = self.tree.subtree(unit)[0]
        between = self.article.text[self.candidates[place].end : self.tree.parse.start[first]]
        return between == ", "

    def _counted_for(self, unit: int) -> int | None:
        """The verb of what happened so many days after or before: above "a day after the war began"."""
        tree = self.tree
        verb = governing_verb(tree, unit)
        while verb is not None and tree.dep[verb] == "advcl" and tree.head[verb] != verb:
            marks = {tree.lower[kid] for kid in tree.kids(verb, "mark", "advmod")}
            if tree.tag[verb] != "VBG" and not marks & {"after", "before"}:
                break
            verb = governing_verb(tree, tree.head[verb])
        return verb

    def _dates(self, root: int, verb: int | None) -> bool:
        """ "A week before the summit, she said on Monday": both say when one thing happened, as it seems."""
        tree = self.tree
        above = tree.head[root] if tree.dep[root] == "pobj" else root
        return verb is not None and tree.head[above] == verb and (above == root or tree.lower[above] == "on")

    def _told(self, mention: Named, directions: set[Direction]) -> Iterator[Constraint]:
        """Tense: "attended the summit" is not written before it, "will attend" not after it.

        `directions` are those of the expressions that date the event; one that looks ahead silences a past tense.
        """
        verb, role = self.clauses.role(mention)
        if verb is None or role not in ("happens", "at", "after", "before"):
            return
        over = self._is_over(mention, verb, role)
        first = min(e.end if over else e.start for e in mention.events) - self._days_early(mention)
        last = max(e.end for e in mention.events)
        label = self._label(mention)
        if is_plain_past(self.tree, verb) and role != "before" and directions <= {"past"}:
            if not is_real(self.tree, verb):
                return
            says = f"It reports what happened at or after {label}."
            sure = not may_be_backshifted(self.tree, verb)
            yield self._constraint(mention, DaySet.since(first), "dating.event_past", says, sure, 0.8)
            recent = DaySet.of((event.start, self._last_news(event)) for event in mention.events)
            if not directions and self._is_news(mention) and not self._looks_far_back(verb):
                says = f"News is mostly told within a week: {label}."
                sign = Constraint(recent, False, 0.2, "dating.event_recent", says, mention.start, mention.end)
                yield _about(mention, sign)
        elif is_plain_future(self.tree, verb) and role != "after":
            says = f"It speaks of this as still to come: {label}."
            sure = is_firm_future(self.tree, verb)
            yield self._constraint(mention, DaySet.until(last), "dating.event_future", says, sure, 0.8)

    def _is_over(self, mention: Named, verb: int, role: str) -> bool:
        """Whether it tells of a time from the last day on: "said after the summit", "the summit ended"; wars go on."""
        if role == "after":
            tree, brief = self.tree, all(event.end - event.start <= LONGEST_MEETING for event in mention.events)
            return brief and not _is_lasting(mention) and tree.lower[tree.head[mention.head]] in ("after", "following")
        return role == "happens" and self.tree.lemma[verb] in _CLOSING

    def _last_news(self, event: ReferenceEvent) -> int:
        """The last day within a week of the event, or of its first day that the article tells of by weekday.

        Two weekdays and more that all fall on days of the event are those days, and a bare weekday is of the last week.
        """
        days = {weekday_of(day): day for day in range(event.start, min(event.end, event.start + RECENT_DAYS) + 1)}
        if len(self.weekdays) >= 2 and self.weekdays <= days.keys():
            return min(days[weekday] for weekday in self.weekdays) + RECENT_DAYS
        return event.end + RECENT_DAYS

    def _days_early(self, mention: Named) -> int:
        """People arrive for an event, and meet on its sidelines, up to two days before it opens."""
        tree, head = self.tree, mention.head
        verb, _ = self.clauses.role(mention)
        margin = tree.dep[head] == "pobj" and tree.lemma[tree.head[tree.head[head]]] in _MARGINS
        return 2 if margin or (verb is not None and tree.lemma[verb] in (*GOING, "gather", "assemble")) else 0

    def _is_news(self, mention: Named) -> bool:
        """Whether the event is what the article is about: named early on, beside weekdays, and no lasting reference."""
        early = self._depth(mention) <= 3
        return mention.is_telling() and not _is_lasting(mention) and bool(self.weekdays) and early

    def _is_look_back(self, mention: Named) -> bool:
        """Whether the sentence counts in years or months, or tells of something before or unreal."""
        tree = self.tree
        verb = governing_verb(tree, mention.head)
        if verb is not None and (self._looks_far_back(verb) or not is_real(tree, verb, will=True)):
            return True
        words = {tree.lemma[token] for token in tree.sentence_tokens(mention.head)}
        return bool(words & _AGO) or (bool(words & _UNITS) and bool(words & _FAR))

    def _looks_far_back(self, verb: int) -> bool:
        """Whether the clause is a look back: pluperfect, or dated by a year or month of its own."""
        tree = self.tree
        if any(tree.lower[kid] == "had" for kid in tree.kids(verb, "aux")):
            return True
        sentence = tree.sentence_span(verb)
        return any(
            sentence.start <= c.start < sentence.end
            and dict(c.args).get("family") in ("year", "month", "ago", "season")
            for c in self.candidates
        )

    def _on_the_eve(self, mention: Named) -> Iterator[Constraint]:
        tree, head = self.tree, mention.head
        above = tree.head[tree.head[head]] if tree.dep[head] == "pobj" else head
        if tree.lower[above] == "eve" and self._depth(mention) <= 3:
            allowed = DaySet.of((event.start - 7, event.start) for event in mention.events)
            says = f"It is written on the eve of {self._label(mention)}."
            yield self._constraint(mention, allowed, "dating.event_eve", says, False, 0.8)


def _about(mention: Named, sign: Constraint) -> Constraint:
    """A sign with the events that it rests on; none where a name that years share leaves the day open."""
    one_day = len({event.start for event in mention.events}) == 1
    return replace(sign, events=tuple(event.id for event in mention.events) if one_day else ())


def _near_edge(event: ReferenceEvent, day: int, step: int) -> int:
    """The next day inwards, where an event of three days and more opens or closes on either day by report."""
    return day + step if event.end - event.start >= 2 else day


def _leading_number(word: str) -> int | None:
    """3 for "3rd"."""
    digits = word[:-2]
    return int(digits) if digits.isdigit() and len(digits) <= 3 and word[-2:] in ("st", "nd", "rd", "th") else None


def _is_lasting(mention: Named) -> bool:
    """Whether the event is one that articles refer to for years, such as a war or a vote."""
    return any(event.series.startswith(("Anchor", "Election")) for event in mention.events)

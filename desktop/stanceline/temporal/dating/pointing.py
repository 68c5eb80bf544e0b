"""From which days an expression points at a given day: found by resolving it from each day in reach."""

from collections.abc import Iterable, Sequence
from typing import Final

from stanceline.reading.article import Article
from stanceline.reading.parse import Tree
from stanceline.temporal.dating.clues import governing_verb
from stanceline.temporal.intervals import DaySet
from stanceline.temporal.timex import DAY_S, Candidate, Direction, DocumentTime, Timex
from stanceline.temporal.values.normalizer import resolve_all

_SLACK: Final = {
    "minute": 8, "hour": 8, "day": 8, "part_of_day": 8, "week": 14, "weekend": 14, "month": 62, "quarter": 184,
}  # fmt: skip


class Pointer:
    """Resolves the expressions of one article against days that it might have been written on.

    `roots` are the head tokens of the candidates, None where the parse has none.
    """

    def __init__(
        self,
        article: Article,
        tree: Tree,
        candidates: Sequence[Candidate],
        hints: Sequence[Direction],
        roots: Sequence[int | None],
    ) -> None:
        self.article, self.tree = article, tree
        self.candidates, self.hints, self.roots = candidates, hints, roots
        self._resolved: dict[tuple[int, int, Direction], Timex] = {}

    def days_pointing_at(
        self, place: int, targets: Iterable[tuple[int, int]], directions: Sequence[Direction] = ()
    ) -> DaySet:
        """The days of writing from which the expression covers a day of one of the targets.

        Without `directions` it is read as its own clause has it.

        Found by trying: the expression is resolved from each day in reach, as the normalizer would resolve it.
        """
        days: set[int] = set()
        for direction in directions or self._directions(place):
            for first, last in targets:
                for day in self._reach(place, direction, first, last):
                    timex = self.resolve(place, day, direction)
                    if (
                        timex.interval
                        and timex.interval.begin // DAY_S <= last
                        and (timex.interval.end - 1) // DAY_S >= first
                    ):
                        days.add(day)
        return DaySet.days(days)

    def _directions(self, place: int) -> tuple[Direction, ...]:
        hint = self.hints[place] if place < len(self.hints) else "unknown"
        if hint != "unknown":
            return (hint,)
        root = self.roots[place]
        verb = governing_verb(self.tree, root) if root is not None else None
        # "The council votes Tuesday": the present tense with a day ahead is a timetable's. The parser takes such a
        # short verb for a plural noun at times; a noun at the root takes no weekday.
        if verb is not None and self.tree.tag[verb] in ("VBZ", "VBP"):
            return ("future",)
        if verb is None and root is not None and self.tree.dep[root] == "npadvmod":
            above = self.tree.head[root]
            if self.tree.tag[above] == "NNS" and self.tree.head[above] == above:
                return ("future",)
        return ("past", "future")

    def _reach(self, place: int, direction: Direction, first: int, last: int) -> range:
        probe = self.resolve(place, first, direction)
        if probe.interval is None:
            return range(0)
        begin, end = probe.interval.begin // DAY_S - first, (probe.interval.end - 1) // DAY_S - first
        # The same words reach further or less far from another day of the unit: twice the unit is enough.
        slack = _SLACK.get(probe.granularity or "", 732)
        family = dict(self.candidates[place].args).get("family")
        if family in ("date", "dayrange", "month", "nthday"):
            begin, end, slack = 0, 0, 70 if family == "nthday" else 400
        return range(first - end - slack, last - begin + slack + 1)

    def resolve(self, place: int, day: int, direction: Direction) -> Timex:
        """The expression with this index as it would be read in an article of that day."""
        key = (place, day, direction)
        if key not in self._resolved:
            known = DocumentTime.stated(day, "user")
            self._resolved[key] = resolve_all(self.article.text, (self.candidates[place],), known, hints=(direction,))[
                0
            ]
        return self._resolved[key]

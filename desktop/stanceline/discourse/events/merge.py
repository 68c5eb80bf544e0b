"""Brings reports of one happening together, within and across articles, and lists where their dates differ."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from stanceline.discourse.actors.merge import Identities
from stanceline.discourse.events.known import find_meetings, known_name
from stanceline.discourse.events.label_words import count_words
from stanceline.discourse.events.reports import Report, is_milestone, read_reports, sort_of
from stanceline.discourse.when import When, WhenOf
from stanceline.records import EventRow, EventSort, EventStatus, Extraction, MentionRow
from stanceline.temporal.references.events import ReferenceEvent
from stanceline.temporal.timex import DAY_S

LEAST_ALIKE = 0.45
LEAST_ALIKE_APART = 0.6
LEAST_ALIKE_HEADLINE = 0.3
"""How much of the words a headline and the story below it must share, where the verb is the same."""
_NEIGHBORS = 40
_APART_DAYS = 14
_NEWS_DAYS = 7
_COUNTING = frozenset(["first", "second", "third", "fourth", "last", "final", "another", "other", "two", "three"])


def merge_events(
    extractions: Sequence[Extraction],
    identities: Identities,
    when: WhenOf,
    references: Sequence[ReferenceEvent] = (),
) -> tuple[EventRow, ...]:
    """One row a happening, in the order of first mention.

    Two reports are of one happening if they are of the same event of `references`; if they share an actor, their
    times overlap, and their lemmas are alike (Jaccard of 0.45); or if one article names the happening twice by the
    same noun at the same time. Reports that are more alike but lie up to two weeks apart become one row with
    the other times in `conflicts`.
    """
    ordered = sorted(extractions, key=lambda extraction: extraction.article.id)
    found = [read_reports(each, identities, when, find_meetings(each, references)) for each in ordered]
    reports = [report for one in found for report in one]
    comparing = Comparing()
    same = [comparing.same_on(shelf) for shelf in shelves_of(reports)]
    return tuple(event_row(group, number) for group, number in happenings(reports, same))


Shelf = tuple[Report, ...]
Pairs = tuple[tuple[Report, Report], ...]


def shelves_of(reports: Sequence[Report]) -> list[Shelf]:
    """Reports worth comparing: those that share an actor and a lemma, or a noun or reference event; the earliest first.

    `reports` stand article by article in the order of ids.
    """
    shelves: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, report in enumerate(reports):
        for actor in report.actors:
            for lemma in report.event.kin:
                shelves[actor, lemma].append(index)
        if report.key:
            shelves["", report.key].append(index)
        if report.event.rule == "event.noun":
            shelves[report.article, report.head].append(index)
    several = (shelf for shelf in shelves.values() if len(shelf) > 1)
    return [
        tuple([reports[index] for index in sorted(shelf, key=lambda i: (_begin(reports[i]), i))]) for shelf in several
    ]


class Comparing:
    """Compares the reports on shelves; a pair that stands on several is compared once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], bool] = {}
        self._seen: list[Shelf] = []

    def same_on(self, shelf: Shelf) -> Pairs:
        """The pairs of near reports on a shelf that tell of one happening."""
        # Keeps the reports, whose identities must not be given away while they are the keys.
        self._seen.append(shelf)
        found = []
        for place, left in enumerate(shelf):
            for right in shelf[place + 1 : place + 1 + _NEIGHBORS]:
                key = (id(left), id(right)) if id(left) < id(right) else (id(right), id(left))
                if key not in self._known:
                    self._known[key] = _is_same(left, right)
                if self._known[key]:
                    found.append((left, right))
        return tuple(found)


def happenings(reports: Sequence[Report], same: Iterable[Pairs]) -> Iterator[tuple[Shelf, int]]:
    """The reports of each happening, in the order of first mention; a number tells those with one trigger apart."""
    order = {id(report): index for index, report in enumerate(reports)}
    parent = list(range(len(reports)))
    for pairs in same:
        for left, right in pairs:
            a, b = _root(parent, order[id(left)]), _root(parent, order[id(right)])
            parent[max(a, b)] = min(a, b)
    groups: dict[int, list[Report]] = defaultdict(list)
    for index, report in enumerate(reports):
        groups[_root(parent, index)].append(report)
    taken: Counter[tuple[str, int]] = Counter()
    for first in sorted(groups):
        trigger = (reports[first].article, reports[first].event.trigger[0])
        taken[trigger] += 1
        yield tuple(groups[first]), taken[trigger]


def _begin(report: Report) -> int:
    return report.when.begin if report.when.begin is not None else -(2**62)


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index


def _is_same(left: Report, right: Report) -> bool:
    if left.key and right.key:
        return left.key == right.key
    if _is_named_twice(left, right):
        return True
    if left.key or right.key:
        return False
    if left.cast.isdisjoint(right.cast) or (left.event.rule == "event.saying") != (right.event.rule == "event.saying"):
        return False
    if "denied" in (left.status, right.status) and left.status != right.status:
        return False
    one, other = left.kin, right.kin
    alike = len(one & other) / len(one | other) if one | other else 0.0
    if left.article == right.article and left.titled != right.titled and alike >= LEAST_ALIKE_HEADLINE:
        return left.head == right.head and left.status == right.status and _may_be_one_day(left, right)
    if left.event.rule == "event.saying" and left.article == right.article:
        return False
    if _overlap(left.when, right.when):
        return alike >= LEAST_ALIKE
    if alike < LEAST_ALIKE_APART or len(one & other) < 3 or left.event.rule == "event.saying":
        return False
    return _is_near(left.when, right.when)


def _is_named_twice(left: Report, right: Report) -> bool:
    """As in "a vital summit next week" and "next week's summit in Lithuania" of one article."""
    if (
        left.article != right.article
        or left.head != right.head
        or not left.event.rule == right.event.rule == "event.noun"
    ):
        return False
    if left.status != right.status or not _overlap(left.when, right.when):
        return False
    places = {report.event.place for report in (left, right)} - {None}
    return len(places) < 2 and not _numbers(left) ^ _numbers(right)


def _numbers(report: Report) -> frozenset[str]:
    """The words that count: the second hearing is not the first."""
    return frozenset(report.event.label.lower().split()) & _COUNTING


def _overlap(left: When, right: When) -> bool:
    if left.begin is None or right.begin is None or left.end_exclusive is None or right.end_exclusive is None:
        return False
    narrow = min(left.end_exclusive - left.begin, right.end_exclusive - right.begin)
    wide = max(left.end_exclusive - left.begin, right.end_exclusive - right.begin)
    touches = left.begin < right.end_exclusive and right.begin < left.end_exclusive
    return touches and wide <= max(92 * DAY_S, 12 * narrow)


def _may_be_one_day(left: Report, right: Report) -> bool:
    """Whether a headline and a sentence can tell of the same day; a headline without a date leaves some days open."""
    if left.when.begin is None or right.when.begin is None:
        return True
    if left.event.timex is None or right.event.timex is None:
        return abs(left.when.begin - right.when.begin) <= _NEWS_DAYS * DAY_S
    return _overlap(left.when, right.when)


def _is_near(left: When, right: When) -> bool:
    if left.begin is None or right.begin is None:
        return left.begin is None and right.begin is None
    return abs(left.begin - right.begin) <= _APART_DAYS * DAY_S


def event_row(reports: Sequence[Report], number: int) -> EventRow:
    """The row of one happening: label and status of its surest report, the time most reports agree on.

    A `number` above one goes into the id, see `happenings`.
    """
    first = reports[0]
    best = max(reports, key=lambda report: report.event.confidence)
    # A headline's day, for which only the article's own day stands, yields to one that a text gives.
    timed = [report for report in reports if report.event.timex is not None or not report.titled] or reports
    time = _time_of(timed)
    key = f"{first.article}:e{first.event.trigger[0]}"
    places = [report.event.place for report in reports if report.event.place]
    return EventRow(
        id=key if number == 1 else f"{key}-{number}",
        label=_label(reports, best),
        begin=time.begin,
        end_exclusive=time.end_exclusive,
        granularity=time.granularity,
        edtf=time.edtf,
        status=_status(reports, best),
        actors=tuple(dict.fromkeys(actor for report in reports for actor in report.actors)),
        place=places[0] if places else None,
        mentions=tuple(MentionRow(report.article, *report.event.clause) for report in reports),
        conflicts=_conflicts(timed, time),
        rule=best.event.rule,
        inferred_date=time.inferred,
        timex=time.timex
        if any(report.when is time and report.article == first.article for report in reports)
        else None,
        undated=time.undated,
        reference=next(
            (
                report.known.event.name
                for report in reports
                if report.known and report.has_known_days and report.when is time
            ),
            None,
        ),
        milestone=any(is_milestone(report) for report in reports),
        sort=_sort(reports, best),
        other_times=tuple(dict.fromkeys((begin, end) for begin, end, _ in _others(timed, time))),
    )


def _sort(reports: Sequence[Report], best: Report) -> EventSort:
    """That of the report which gives the headline, else the first that any of them tells."""
    told = [sort_of(best), *(sort_of(report) for report in reports)]
    return next((sort for sort in told if sort != "other"), "other")


def _label(reports: Sequence[Report], best: Report) -> str:
    """The headline of the best report; several reports of a reference event bear its name, or the fullest one."""
    known = next((report.known for report in reports if report.key), None)
    if known is not None and len(reports) > 1:
        return known_name(known.event)
    if known is not None and best.event.rule == "event.noun":
        return max(known_name(known.event), best.event.label, key=count_words)
    if all(report.event.rule == "event.noun" for report in reports):
        return max((report.event.label for report in reports), key=count_words)
    return best.event.label


def _status(reports: Sequence[Report], best: Report) -> EventStatus:
    """The status in the best report; a reference event that a later report tells of as past is past."""
    if any(report.key and report.status == "past" for report in reports):
        return "past"
    return best.status


def _time_of(reports: Sequence[Report]) -> When:
    """The days of the reference event; else the time that most reports support, the narrower where they tie."""
    dated = [
        report.when for report in reports if report.when.begin is not None and report.when.end_exclusive is not None
    ]
    if not dated:
        return reports[0].when
    whole = next((report.when for report in reports if report.key and report.has_known_days), None)
    if whole is not None:
        return whole

    def rank(time: When) -> tuple[int, int]:
        begin, end = time.begin or 0, time.end_exclusive or 0
        support = sum((other.begin or 0) < end and begin < (other.end_exclusive or 0) for other in dated)
        return -support, end - begin

    return min(dated, key=rank)


def _conflicts(reports: Sequence[Report], time: When) -> tuple[str, ...]:
    """Where a report gives another time than the row shows, in words."""
    return tuple(dict.fromkeys(words for _, _, words in _others(reports, time)))


def _others(reports: Sequence[Report], time: When) -> Iterator[tuple[int, int, str]]:
    """Times (begin, end) of reports that lie apart from the row's own, with the words for it."""
    if time.begin is None or time.end_exclusive is None:
        return
    for report in reports:
        other = report.when
        if other.begin is None or other.end_exclusive is None:
            continue
        if other.end_exclusive <= time.begin or time.end_exclusive <= other.begin:
            says = f"{report.article} gives {other.edtf} instead of {time.edtf}"
            yield other.begin, other.end_exclusive, says

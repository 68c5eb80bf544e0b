"""The steps of `pipeline.derive`, each made anew only where what it depends on has changed.

What belongs to one article is kept article by article: its day hangs on those articles only that share long quotations
with it, its stances on those proposals only whose words it uses, and on no other words of theirs. What is made of all
articles (identities, happenings) is kept as a whole, the comparisons of reports in parts.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from stanceline.article_rows import article_row, date_problems, statement_rows, timex_rows
from stanceline.discourse.actors.merge import Identities, decide_actors, find_actors
from stanceline.discourse.events.known import find_meetings
from stanceline.discourse.events.merge import Comparing, event_row, happenings, shelves_of
from stanceline.discourse.events.reports import Report, read_reports
from stanceline.discourse.placing import place
from stanceline.discourse.stances.assess import Matcher, assess_article
from stanceline.discourse.stances.relevance import Relevance, View, Words, view_of, words_of
from stanceline.discourse.stances.targets import Reading
from stanceline.discourse.when import WhenOf
from stanceline.memory import Memory
from stanceline.reading.article import Problem
from stanceline.reading.parse import Tree
from stanceline.records import (
    ActorRow,
    ArticleRow,
    Decision,
    EventRow,
    Extraction,
    Proposal,
    StanceRow,
    StatementRow,
    TimexRow,
)
from stanceline.temporal.dating.articles import Dateable, date_articles
from stanceline.temporal.dating.links import long_quotations
from stanceline.temporal.references.events import ReferenceEvent, ReferenceMention
from stanceline.temporal.timex import DocumentTime, Timex, parse_day
from stanceline.temporal.values.doubts import find_doubts

_OF_ACTORS = ("actor_merge", "actor_name")


@dataclass(frozen=True, slots=True, eq=False)
class Dated:
    """The articles' days and their date expressions on the calendar, by article id."""

    times: Mapping[str, DocumentTime]
    timexes: Mapping[str, tuple[Timex, ...]]
    when: WhenOf


@dataclass(frozen=True, slots=True, eq=False)
class Base:
    """What all further steps share: the extractions by article id, their days, the identities of their actors."""

    extractions: tuple[Extraction, ...]
    references: Sequence[ReferenceEvent]
    dated: Dated
    identities: Identities

    def of(self, extraction: Extraction) -> tuple[object, object, object]:
        """The article and what its date expressions give, which most steps depend on."""
        ident = extraction.article.id
        return extraction, self.dated.times[ident], self.dated.timexes[ident]


def consolidate(
    extractions: Sequence[Extraction],
    references: Sequence[ReferenceEvent],
    decisions: Sequence[Decision],
    memory: Memory,
) -> Base:
    """Date and name everything, decisions laid over."""
    ordered = sorted(extractions, key=lambda extraction: extraction.article.id)
    corpus = memory.recall("corpus", ordered, partial(tuple[Extraction, ...], ordered))
    days = [(d.key, parse_day(d.value)) for d in decisions if d.kind == "article_date"]
    given = memory.same("days", tuple((key, day) for key, day in days if day is not None))
    named = memory.same("named", tuple(decision for decision in decisions if decision.kind in _OF_ACTORS))
    dated = memory.recall_parts("dated", (corpus, references, given), partial(_date, corpus, references, dict(given)))
    found = memory.recall("actors", (corpus,), partial(find_actors, corpus))
    identities = memory.recall("identities", (found, named), partial(decide_actors, found, named))
    return memory.recall(
        "base", (corpus, references, dated, identities), partial(Base, corpus, references, dated, identities)
    )


# ---- dates ---------------------------------------------------------------------------------------------------


def _date(
    corpus: tuple[Extraction, ...], references: Sequence[ReferenceEvent], given: Mapping[str, int], memory: Memory
) -> Dated:
    found: dict[str, DocumentTime] = {}
    for story in memory.recall_parts("stories", (corpus,), partial(_stories, corpus)):
        keys = [extraction.article.id for extraction in story]
        own = memory.same("given", tuple((key, given[key]) for key in keys if key in given))
        dating = partial(_date_story, story, references, dict(own), memory)
        found.update(memory.recall("story", (references, own, *story), dating))
    times = {extraction.article.id: found[extraction.article.id] for extraction in corpus}
    timexes = {}
    for extraction in corpus:
        time = times[extraction.article.id]
        placing = partial(_place, extraction, time, references)
        timexes[extraction.article.id] = memory.recall("timexes", (extraction, time, references), placing)
    return Dated(times, timexes, WhenOf(times, timexes))


def _stories(corpus: tuple[Extraction, ...], memory: Memory) -> tuple[tuple[Extraction, ...], ...]:
    """The articles in groups that share no long quotation: none of them tells anything of another group's days."""
    first_with: dict[str, int] = {}
    parent = list(range(len(corpus)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for number, extraction in enumerate(corpus):
        text = extraction.article.text
        for words in memory.recall("quotations", (extraction,), partial(long_quotations, text)):
            one, other = sorted((root(first_with.setdefault(words, number)), root(number)))
            parent[other] = one
    groups: dict[int, list[Extraction]] = {}
    for number, extraction in enumerate(corpus):
        groups.setdefault(root(number), []).append(extraction)
    return tuple(tuple(group) for group in groups.values())


def _date_story(
    story: Sequence[Extraction], references: Sequence[ReferenceEvent], given: Mapping[str, int], memory: Memory
) -> dict[str, DocumentTime]:
    items = [Dateable(e.article, e.parse, e.candidates, e.hints, e.clues) for e in story]
    return {key: memory.same("time", time) for key, time in date_articles(items, references, given).items()}


def _place(extraction: Extraction, time: DocumentTime, references: Sequence[ReferenceEvent]) -> tuple[Timex, ...]:
    """The article's date expressions on the calendar, those marked that contradict their text."""
    if extraction.foreign:
        return extraction.foreign
    found = place(extraction, time, references)
    text, parse = extraction.article.text, extraction.parse
    tree = (lambda: Tree(text, parse)) if len(parse) else None
    return find_doubts(text, extraction.candidates, found, time, spoken=extraction.spoken, tree=tree)


_DatedRows = tuple[tuple[ArticleRow, ...], tuple[TimexRow, ...], tuple[Problem, ...]]


def dated_rows(base: Base, memory: Memory) -> _DatedRows:
    """The rows of articles and of date expressions, and what is wrong with the dates."""
    return memory.recall_parts("dated rows", (base.extractions, base.dated), partial(_dated_rows, base))


def _dated_rows(base: Base, memory: Memory) -> _DatedRows:
    articles: list[ArticleRow] = []
    timexes: list[TimexRow] = []
    problems: list[Problem] = []
    for extraction in base.extractions:
        article = extraction.article
        time, found = base.dated.times[article.id], base.dated.timexes[article.id]
        articles.append(memory.recall("article row", (extraction, time), partial(article_row, article, time)))
        timexes.extend(memory.recall("timex rows", (extraction, found), partial(timex_rows, article, found)))
        problems.extend(date_problems(article, time, found))
    return tuple(articles), tuple(timexes), tuple(problems)


# ---- statements and happenings -------------------------------------------------------------------------------


def _local_ids(base: Base, memory: Memory) -> dict[str, tuple[str, ...]]:
    """By article the ids of its actors: as long as they stay, who is who elsewhere changes nothing there."""
    inputs = (base.extractions, base.identities)
    return memory.recall_parts("ids", inputs, partial(_all_ids, base.extractions, base.identities))


def _all_ids(corpus: tuple[Extraction, ...], identities: Identities, memory: Memory) -> dict[str, tuple[str, ...]]:
    found = {}
    for extraction in corpus:
        article = extraction.article.id
        ids = tuple(identities.id_of(article, number) for number in range(len(extraction.actors)))
        found[article] = memory.same("ids", ids)
    return found


def statements(base: Base, memory: Memory) -> tuple[StatementRow, ...]:
    """The rows of all statements."""
    ids = _local_ids(base, memory)
    return memory.recall_parts("statements", (base, ids), partial(_statements, base, ids))


def _statements(base: Base, ids: Mapping[str, tuple[str, ...]], memory: Memory) -> tuple[StatementRow, ...]:
    found: list[StatementRow] = []
    for extraction in base.extractions:
        inputs = (*base.of(extraction), ids[extraction.article.id])
        making = partial(statement_rows, extraction, base.dated.when, base.identities.id_of)
        found.extend(memory.recall("of article", inputs, making))
    return tuple(found)


def events(base: Base, memory: Memory) -> tuple[EventRow, ...]:
    """The rows of all happenings."""
    inputs = (base.extractions, base.references)
    meetings = memory.recall_parts("meetings", inputs, partial(_meetings, base.extractions, base.references))
    ids = _local_ids(base, memory)
    reports = memory.recall_parts("reports", (base, ids, meetings), partial(_reports, base, ids, meetings))
    return memory.recall_parts("happenings", reports, partial(_happenings, reports))


_Meetings = Mapping[str, tuple[ReferenceMention, ...]]


def _meetings(corpus: tuple[Extraction, ...], references: Sequence[ReferenceEvent], memory: Memory) -> _Meetings:
    return {
        each.article.id: memory.recall("of article", (each, references), partial(find_meetings, each, references))
        for each in corpus
    }


def _reports(
    base: Base, ids: Mapping[str, tuple[str, ...]], meetings: _Meetings, memory: Memory
) -> list[tuple[Report, ...]]:
    found = []
    for extraction in base.extractions:
        article = extraction.article.id
        making = partial(read_reports, extraction, base.identities, base.dated.when, meetings[article])
        found.append(memory.recall("of article", (*base.of(extraction), ids[article], meetings[article]), making))
    return found


def _happenings(reports: Sequence[tuple[Report, ...]], memory: Memory) -> tuple[EventRow, ...]:
    everything = [report for of_article in reports for report in of_article]
    comparing = Comparing()
    shelves = shelves_of(everything)
    same = [memory.recall("shelf", shelf, partial(comparing.same_on, shelf)) for shelf in shelves]
    return tuple(
        memory.recall("row", (number, *group), partial(event_row, group, number))
        for group, number in happenings(everything, same)
    )


# ---- stances -------------------------------------------------------------------------------------------------


def known_proposals(proposals: Iterable[Proposal], memory: Memory) -> tuple[Proposal, ...]:
    """The proposals, as the very objects that were handed in before where they are equal."""
    return memory.same("proposals", tuple(memory.same("proposal", proposal) for proposal in proposals))


def mentioned(base: Base, proposals: tuple[Proposal, ...], memory: Memory) -> tuple[Proposal, ...]:
    """The proposals that at least one article names, in the order given."""
    named = {
        matcher.targets[number].proposal.id
        for _, _, matcher, reading in _readings(base.extractions, proposals, memory)
        for number in reading.named
    }
    return memory.same("proposals", tuple(proposal for proposal in proposals if proposal.id in named))


def assess(base: Base, proposals: tuple[Proposal, ...], memory: Memory) -> tuple[StanceRow, ...]:
    """The stances of all articles on all proposals, in the order of articles and of their text."""
    readings = _readings(base.extractions, proposals, memory)
    casts = memory.recall_parts("casts", (base.extractions, base.identities), partial(_casts, base))
    return memory.recall_parts("stances", (base, readings, casts), partial(_assess, base, readings, casts))


_Readings = tuple[tuple[Extraction, tuple[View, ...], Matcher, Reading], ...]


def readings(
    extractions: Sequence[Extraction], proposals: Iterable[Proposal], memory: Memory
) -> Iterator[tuple[Extraction, Reading]]:
    """The articles whose words allow them to name one of the proposals, by id, with what is read in them."""
    ordered = sorted(extractions, key=lambda extraction: extraction.article.id)
    corpus = memory.recall("corpus", ordered, partial(tuple[Extraction, ...], ordered))
    for extraction, _, _, reading in _readings(corpus, known_proposals(proposals, memory), memory):
        yield extraction, reading


def count_name(extractions: Sequence[Extraction], name: str, memory: Memory) -> tuple[int, int]:
    """In how many places and articles a name alone is found."""
    ordered = sorted(extractions, key=lambda extraction: extraction.article.id)
    corpus = memory.recall("corpus", ordered, partial(tuple[Extraction, ...], ordered))
    words = memory.recall_parts("words", (corpus,), partial(_words, corpus))
    named = memory.same("name", name)
    return memory.recall("name count", (corpus, words, named), partial(_count_name, corpus, words, name))


def _count_name(corpus: tuple[Extraction, ...], words: tuple[Words, ...], name: str) -> tuple[int, int]:
    proposals = (Proposal("name", name, aliases=(name,)),)
    relevance, matcher = Relevance(proposals), Matcher(proposals)
    places = articles = 0
    for extraction, spoken in zip(corpus, words, strict=True):
        if relevance.of(spoken):
            found = sum(meant.how == "alias" for meant in matcher.read(extraction).meant.values())
            places, articles = places + found, articles + bool(found)
    return places, articles


def _readings(corpus: tuple[Extraction, ...], proposals: tuple[Proposal, ...], memory: Memory) -> _Readings:
    """Where each article speaks of the proposals that matter to it; articles that can name none are left out."""
    words = memory.recall_parts("words", (corpus,), partial(_words, corpus))
    return memory.recall_parts("readings", (corpus, proposals), partial(_read, corpus, proposals, words))


def _words(corpus: tuple[Extraction, ...], memory: Memory) -> tuple[Words, ...]:
    return tuple(memory.recall("of article", (each,), partial(words_of, each.parse)) for each in corpus)


def _read(
    corpus: tuple[Extraction, ...], proposals: tuple[Proposal, ...], words: tuple[Words, ...], memory: Memory
) -> _Readings:
    relevance = Relevance(proposals)
    targets = [memory.same("target", target) for target in relevance.targets]
    matchers: dict[tuple[int, ...], Matcher] = {}
    found = []
    for extraction, spoken in zip(corpus, words, strict=True):
        numbers = relevance.of(spoken)
        if numbers:
            if numbers not in matchers:
                chosen = tuple(proposals[number] for number in numbers)
                matchers[numbers] = memory.recall("matcher", chosen, partial(Matcher, chosen))
            seen = (memory.recall("view", (targets[n], spoken), partial(view_of, targets[n], spoken)) for n in numbers)
            views = memory.same("views", tuple(seen))
            reading = memory.recall("of article", (extraction, views), partial(matchers[numbers].read, extraction))
            found.append((extraction, views, matchers[numbers], reading))
    return tuple(found)


_Cast = tuple[object, ...]
_Standing = tuple[tuple[str, str, str, str, tuple[str, ...]], ...]


def _assess(base: Base, readings: _Readings, casts: Mapping[str, _Cast], memory: Memory) -> tuple[StanceRow, ...]:
    actors = {row.id: row for row in base.identities.actors}
    found: list[StanceRow] = []
    for extraction, views, matcher, reading in readings:
        if reading.named:
            inputs = (*base.of(extraction), casts[extraction.article.id], views)
            making = partial(assess_article, extraction, reading, matcher, base.identities, actors, base.dated.when)
            # A reworded proposal mostly leaves what an article says as it was, and so all that is counted of it.
            found.extend(memory.same("rows", memory.recall("of article", inputs, making)))
    return tuple(found)


def _casts(base: Base, memory: Memory) -> dict[str, _Cast]:
    """By article what its stances depend on of its actors: their ids and names, and those of all above them."""
    actors = {row.id: row for row in base.identities.actors}
    standings = {key: _standing(key, actors) for key in actors}
    found: dict[str, _Cast] = {}
    for extraction in base.extractions:
        article = extraction.article.id
        keys = (base.identities.id_of(article, number) for number in range(len(extraction.actors)))
        found[article] = memory.same("cast", tuple(standings.get(key, key) for key in keys))
    return found


def _standing(key: str, actors: Mapping[str, ActorRow]) -> _Standing:
    chain = []
    at: str | None = key
    while at is not None and at in actors:
        row = actors[at]
        chain.append((row.id, row.name, row.kind, row.decided_by, row.names))
        at = row.parent
    return tuple(chain)

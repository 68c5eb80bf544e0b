"""Matches what holders favor or disfavor with proposals, and writes the stances.

Proposals change while people work, so nothing here looks at the text again: predications hold the tokens of their
objects, and the parse's columns say where an article names each proposal.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from stanceline.discourse.actors.merge import Identities
from stanceline.discourse.stances.aliases import Target, index_heads, make_target, stem
from stanceline.discourse.stances.arguments import Argument, find_argument, make_arguments
from stanceline.discourse.stances.confidence import load_belief
from stanceline.discourse.stances.doubts import is_doubtful, is_shaky
from stanceline.discourse.stances.lexicon import words
from stanceline.discourse.stances.officers import officers
from stanceline.discourse.stances.papers import lays_aside
from stanceline.discourse.stances.polarity import GIVEN_UP
from stanceline.discourse.stances.reactions import (
    FADED,
    TRUST_ANNOUNCED,
    TRUST_ECHO,
    TRUST_HAPPENING,
    Act,
    clamp,
    decision_at,
    feels,
    is_done,
    is_happening,
    is_step,
    is_superseded,
    last_act,
    model_for,
    own_last,
    points_at_event,
)
from stanceline.discourse.stances.targets import CONTEXTUAL, Link, Reading
from stanceline.discourse.when import WhenOf
from stanceline.records import ActorRow, Extraction, PathStep, Predication, Proposal, StanceRow, statement_ids, unique

_IMPLIED_TRUST = 0.5
_OUTSIDER_TRUST = 0.7
_ALLY_CHARACTERS = 800
_KEEPS_OPEN = "stance.open."
_SIDING = ("stance.verb.", "stance.prep.with", "stance.prep.behind")


def assess(
    extractions: Sequence[Extraction], identities: Identities, proposals: Sequence[Proposal], when: WhenOf
) -> tuple[StanceRow, ...]:
    """The stances of all articles on all proposals, in the order of articles and of their text.

    One holder has at most one stance of each kind a proposal and sentence; where two readings of a
    sentence contradict each other the surer one stays.
    """
    matcher = Matcher(proposals)
    actors = {actor.id: actor for actor in identities.actors}
    found = (assess_article(each, matcher.read(each), matcher, identities, actors, when) for each in extractions)
    return tuple(row for rows in found for row in rows)


def assess_article(
    extraction: Extraction,
    reading: Reading,
    matcher: "Matcher",
    identities: Identities,
    actors: Mapping[str, ActorRow],
    when: WhenOf,
) -> tuple[StanceRow, ...]:
    """The stances of one article on the proposals of `matcher`; `actors` are all of the corpus by id.

    Of other articles nothing counts but what they add to the names and parents of the actors that this one names.
    """
    if not reading.named:
        return ()
    ids = tuple(statement_ids(extraction))
    return tuple(_Assessor(extraction, reading, matcher, identities, actors, when, ids).rows())


class Matcher:
    """All proposals made ready, with a memory of stems so that a corpus stems each word once."""

    def __init__(self, proposals: Sequence[Proposal]) -> None:
        self.targets: tuple[Target, ...] = tuple(make_target(proposal) for proposal in proposals)
        self.arguments: tuple[tuple[Argument, ...], ...] = tuple(make_arguments(proposal) for proposal in proposals)
        self._heads = index_heads(self.targets)
        self.stems: dict[str, str] = {}

    def read(self, extraction: Extraction) -> Reading:
        """Where one article speaks of each proposal."""
        stems = self.stems
        for lemma in extraction.parse.lemma:
            if lemma not in stems:
                stems[lemma] = stem(lemma)
        return Reading(extraction.parse, self.targets, self._heads, stems)


@dataclass(frozen=True, slots=True)
class _Assessor:
    extraction: Extraction
    reading: Reading
    matcher: Matcher
    identities: Identities
    actors: Mapping[str, ActorRow]
    when: WhenOf
    statements: tuple[str, ...]

    def rows(self) -> list[StanceRow]:
        """The article's stances, contradictions settled and ids made unique."""
        found: list[StanceRow] = []
        acts = self._acts()
        for predication in self.extraction.predications:
            found += self._rows_of(predication, acts) if not self._leans_on_others(predication) else ()
            echoed = list(self._echoes(predication, found))
            found = self._faded(predication, echoed, found) + echoed
        found = [row for row in found if not is_superseded(self.extraction.article.text, row, found)]
        found += [row for predication in self.extraction.predications for row in self._sided_with(predication, found)]
        found += officers(self.extraction, self.reading, self.identities, self.actors, found, self.statements)
        kept = sorted(
            _settle(found), key=lambda row: (row.evidence, row.proposal, row.holder, not row.explicit, row.id)
        )
        kept = [self._believed(row) for row in kept if not self._is_vague(row)]
        return [replace(row, id=ident) for row, ident in zip(kept, unique([row.id for row in kept]), strict=True)]

    def _is_vague(self, row: StanceRow) -> bool:
        return is_doubtful(row, self.actors[row.holder], self.extraction.article)

    def _believed(self, row: StanceRow) -> StanceRow:
        """The row with the share of right ones among explicit stances like it; a suggestion keeps what rules made."""
        if not row.explicit:
            return row
        share = load_belief().share(row.confidence, holder=self.actors[row.holder].name, rule=row.rule)
        return replace(row, confidence=share)

    def _acts(self) -> list[Act]:
        """What the article tells was done with the proposals, in the order of the text."""
        parse, actors = self.extraction.parse, self.extraction.actors
        holders = [None if p.holder is None else actors[p.holder] for p in self.extraction.predications]
        pairs = zip(self.extraction.predications, holders, strict=True)
        done = [p for p, holder in pairs if is_done(parse, p, holder)]
        links = ((p, link) for p in done for link in self.reading.link(p) if link.how != "topic")
        acts = [Act(p.path[0].start, link.target, clamp(p.value)) for p, link in links]
        return sorted(acts, key=lambda act: (act.place, act.target, act.sign))

    def _leans_on_others(self, predication: Predication) -> bool:
        return predication.rule.startswith(CONTEXTUAL)

    def _echoes(self, predication: Predication, found: Sequence[StanceRow]) -> Iterator[StanceRow]:
        """A position that repeats, contradicts or gives up one told before."""
        if predication.holder is None or not self._leans_on_others(predication):
            return
        article = self.extraction.article.id
        holder = self.identities.id_of(article, predication.holder)
        turns = predication.rule.startswith("stance.turn.")
        named = {m.actor for m in self.extraction.mentions if m.head in predication.object_tokens[:1]} - {None}
        others = {self.identities.id_of(article, actor) for actor in named if actor is not None}
        model = own_last(predication, holder, found) if turns else model_for(predication, holder, others, found)
        if model is not None:
            number = next(n for n, target in enumerate(self.reading.targets) if target.proposal.id == model.proposal)
            value = model.stance if predication.value > 0 else -clamp(model.stance)
            link = Link(number, TRUST_ECHO, None, "echo")
            if not is_shaky(self.extraction.parse, predication, link):
                yield self._row(predication, link, value, explicit=True)

    def _faded(self, predication: Predication, turned: Sequence[StanceRow], found: list[StanceRow]) -> list[StanceRow]:
        """The rows with those of the other side faded that a change of mind gives up."""
        if not turned or not predication.rule.startswith("stance.turn."):
            return found
        new = turned[0]
        return [
            replace(row, confidence=round(row.confidence * FADED, 3))
            if (row.holder, row.proposal) == (new.holder, new.proposal) and row.stance * new.stance < 0
            else row
            for row in found
        ]

    def _rows_of(self, predication: Predication, acts: Sequence[Act]) -> Iterator[StanceRow]:
        if predication.holder is None:
            return
        place = predication.path[0].start
        if feels(predication):
            yield from self._feeling(predication, last_act(acts, place, soon=True))
            return
        links = self.reading.link(predication)
        for link in links:
            if is_shaky(self.extraction.parse, predication, link):
                continue
            act = last_act(acts, place, soon=True) if link.how in ("pronoun", "ellipsis") else None
            judged = points_at_event(predication.rule)
            if act is not None and act.target == link.target and act.sign < 0 and judged:
                yield self._row(predication, link, -clamp(predication.value), explicit=predication.explicit)
            else:
                yield from self._linked(predication, link)
        if links:
            return
        if is_happening(self.extraction.parse, predication):
            yield from self._reaction(predication, decision_at(acts, place) or self._outcome(predication, acts))
            return
        if sign := is_step(self.extraction.parse, predication):
            yield from self._step(predication, sign)
            return
        for number in sorted(self.reading.named):
            arguments = self.matcher.arguments[number]
            sign = find_argument(self.extraction.parse, predication, arguments, self.matcher.stems)
            if sign:
                yield self._row(predication, Link(number, _IMPLIED_TRUST, None, "argument"), sign, explicit=False)

    def _feeling(self, predication: Predication, act: Act | None) -> Iterator[StanceRow]:
        """A feeling without an object, right behind an act: its sign times that of the act, for a reader to infer."""
        if act is not None:
            link = Link(act.target, TRUST_ANNOUNCED, None, "decision")
            yield self._row(predication, link, clamp(predication.value) * act.sign, explicit=False)

    def _reaction(self, predication: Predication, act: Act | None) -> Iterator[StanceRow]:
        """A reaction to a decision or vote: its sign times that of what was decided.

        Who only feels something about it ("fuming at the rejection") leaves the side for a reader to infer.
        """
        if act is not None:
            link = Link(act.target, TRUST_HAPPENING, predication.object_tokens[0], "decision")
            is_feeling = predication.form == "reaction"
            value = clamp(predication.value) if is_feeling else predication.value
            yield self._row(predication, link, value * act.sign, explicit=predication.explicit and not is_feeling)
            return
        noun = self.extraction.parse.lemma[predication.object_tokens[0]].lower()
        near = self.reading.focus(predication.object_tokens[0])
        if noun == "announcement" and len(near) == 1:
            link = Link(min(near), TRUST_ANNOUNCED, predication.object_tokens[0], "decision")
            yield self._row(predication, link, predication.value, explicit=predication.explicit)

    def _outcome(self, predication: Predication, acts: Sequence[Act]) -> Act | None:
        """What "the decision" did with the plan of its passage where the text told it far off, or never.

        Articles speak of a decision or a vote without saying which way it went where it went the plan's way.
        """
        noun = self.extraction.parse.lemma[predication.object_tokens[0]].lower()
        topic = self.reading.subject_at(predication.object_tokens[0])
        if topic is None or noun not in words("settling"):
            return None
        told = [act for act in acts if act.target == topic.target]
        return told[0] if told else Act(0, topic.target, 1)

    def _step(self, predication: Predication, sign: int) -> Iterator[StanceRow]:
        """A side on the permit, the veto or the timetable is one on the plan that the passage is about."""
        token = predication.object_tokens[0]
        topic = self.reading.subject_at(token)
        if topic is not None:
            link = Link(topic.target, topic.trust, token, "topic", topic.token)
            value = predication.value if sign > 0 else -clamp(predication.value)
            yield self._row(predication, link, value, explicit=predication.explicit)

    def _sided_with(self, predication: Predication, found: Sequence[StanceRow]) -> Iterator[StanceRow]:
        """Who favors somebody that has just taken a side leans to it, a suggestion: "the league backs him"."""
        if predication.holder is None or not predication.value or not predication.rule.startswith(_SIDING):
            return
        article = self.extraction.article.id
        others = {m.actor for m in self.extraction.mentions if m.head in predication.object_tokens[:1]} - {None}
        ids = {self.identities.id_of(article, actor) for actor in others if actor is not None}
        near = [r for r in found if r.holder in ids and r.explicit and r.stance and self._follows(predication, r)]
        for proposal in sorted({row.proposal for row in near}):
            sides = {row.stance > 0 for row in near if row.proposal == proposal}
            if len(sides) == 1:
                value = (1 if sides.pop() else -1) * (1 if predication.value > 0 else -1)
                number = next(n for n, target in enumerate(self.reading.targets) if target.proposal.id == proposal)
                told = predication.rule.removeprefix("stance.") in words("taking sides")
                yield self._row(predication, Link(number, _IMPLIED_TRUST, None, "ally"), value, explicit=told)

    def _follows(self, predication: Predication, row: StanceRow) -> bool:
        return 0 <= predication.evidence[0] - row.evidence[0] <= _ALLY_CHARACTERS

    def _linked(self, predication: Predication, link: Link) -> Iterator[StanceRow]:
        explicit, trust = predication.explicit, link.trust
        if predication.rule.startswith(_KEEPS_OPEN) and not self._is_proposer(predication, link):
            explicit, trust = (
                explicit and not self.reading.targets[link.target].proposal.proposers,
                trust * _OUTSIDER_TRUST,
            )
        value, less = predication.value, self.reading.lesser(predication)
        if link.how == "topic" and link.token is not None and self.reading.holds_up(predication, link.token):
            parse, value = self.extraction.parse, -1
            says = PathStep(parse.start[link.token], parse.end[link.token], "holds it up: -1")
            predication = replace(predication, path=(*predication.path, says))
        if link.against is not None:
            parse, value = self.extraction.parse, -value
            says = PathStep(parse.start[link.against], parse.end[link.against], "asks for its end: turned")
            predication = replace(predication, path=(*predication.path, says))
        if lays_aside(self.extraction.parse, predication):
            value = -1
        if less is not None:
            # Who would take less than what is proposed does not want it as proposed.
            parse, value = self.extraction.parse, -1
            says = PathStep(parse.start[less], parse.end[less], "only a lesser version: -1")
            predication = replace(predication, path=(*predication.path, says))
        yield self._row(predication, replace(link, trust=trust), value, explicit=explicit)

    def _is_proposer(self, predication: Predication, link: Link) -> bool:
        """Whether the holder, or whoever it belongs to, put the proposal forward."""
        names = {name.casefold() for name in self.reading.targets[link.target].proposal.proposers}
        row = self.actors.get(self.identities.id_of(self.extraction.article.id, predication.holder or 0))
        for _ in range(4):
            if row is None:
                return False
            if names & {name.casefold() for name in (row.name, *row.names)}:
                return True
            row = self.actors.get(row.parent) if row.parent is not None else None
        return False

    def _row(self, predication: Predication, link: Link, value: int, *, explicit: bool) -> StanceRow:
        article = self.extraction.article.id
        proposal = self.reading.targets[link.target].proposal.id
        holder = self.identities.id_of(article, predication.holder or 0)
        reporters = tuple(dict.fromkeys(self.identities.id_of(article, actor) for actor in predication.reporters))
        time = self.when.at(article, predication.timex)
        target = None
        if link.token is not None and link.token in predication.object_tokens:
            place = predication.object_tokens.index(link.token)
            target = predication.objects[place]
        return StanceRow(
            id=f"{article}:{proposal}:{holder}:{predication.evidence[0]}",
            article=article,
            holder=holder,
            proposal=proposal,
            stance=value,
            statement=None if predication.statement is None else self.statements[predication.statement],
            reported_by=tuple(actor for actor in reporters if actor != holder),
            mode=predication.mode,
            form=predication.form,
            explicit=explicit,
            certainty=predication.certainty,
            confidence=round(predication.confidence * link.trust, 3),
            condition_span=predication.condition,
            target_span=target,
            path=predication.path + self._subject(link),
            evidence=predication.evidence,
            begin=time.begin,
            end_exclusive=time.end_exclusive,
            rule=f"{predication.rule}/{link.how}",
            decided_by="machine",
            granularity=time.granularity,
            inferred_date=time.inferred,
            timex=time.timex,
            undated=time.undated,
            holder_span=predication.holder_span,
            holder_how=self._how_held(predication),
        )

    def _how_held(self, predication: Predication) -> str:
        """The rule by which the words at the holder's place mean the holder; empty where the text leaves them out."""
        if predication.holder_span is None:
            return ""
        begin, end = predication.holder_span
        mentions = [m for m in self.extraction.mentions if m.actor == predication.holder]
        inside = [m.how for m in mentions if begin <= m.start and m.end <= end]
        return inside[0] if inside else ""

    def _subject(self, link: Link) -> tuple[PathStep, ...]:
        """Where the article says what it is about, for a stance whose own words leave that out."""
        if link.subject is None:
            return ()
        parse = self.extraction.parse
        return (PathStep(parse.start[link.subject], parse.end[link.subject], "what this passage is about"),)


def _settle(rows: list[StanceRow]) -> list[StanceRow]:
    """One row a holder, proposal, sentence and explicitness: the surest, and none that contradicts what is explicit."""
    best: dict[tuple[str, str, tuple[int, int]], StanceRow] = {}
    for row in rows:
        key = (row.proposal, row.holder, row.evidence)
        if key not in best or _is_better(row, best[key]):
            best[key] = row
    return list(best.values())


def _is_better(row: StanceRow, other: StanceRow) -> bool:
    """Whether the row tells the holder's position rather than the other of its sentence: what is given up does not."""
    if row.stance * other.stance < 0 and _gives_up(row) != _gives_up(other):
        return _gives_up(row)
    return _rank(row) > _rank(other)


def _gives_up(row: StanceRow) -> bool:
    return any(step.says.startswith(GIVEN_UP) for step in row.path)


def _rank(row: StanceRow) -> tuple[bool, bool, float, int]:
    return (row.explicit, row.stance != 0, row.confidence, -row.path[0].start)

"""What a corpus says to a proposal before it is saved: how often each name is found, what would count, what to add.

Runs in the deriving process and uses its memory, so that a changed name costs what it touches, and saving the
proposal afterwards costs next to nothing.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from stanceline.discourse.stances.aliases import Alias, read_alias, stem
from stanceline.discourse.stances.lexicon import words
from stanceline.discourse.stances.suggestions import suggest, voiced_arguments
from stanceline.discourse.stances.targets import Reading
from stanceline.memory import Memory
from stanceline.own_proposals import dismissed
from stanceline.records import (
    Analysis,
    Counsel,
    Decision,
    Extraction,
    PhraseCount,
    Proposal,
)
from stanceline.stages import count_name, readings


def counsel(
    extractions: Sequence[Extraction],
    proposal: Proposal,
    others: Sequence[Proposal],
    decisions: Sequence[Decision],
    derive: Callable[[Sequence[Proposal]], Analysis],
    memory: Memory,
    *,
    is_thorough: bool,
) -> Counsel:
    """Try a proposal on the corpus. `derive` gives the analysis with the given proposals.

    With `is_thorough` also what to add and who argues how, which looks through every article that names it.
    """
    proposals = [other for other in others if other.id != proposal.id]
    place = next((number for number, other in enumerate(others) if other.id == proposal.id), len(proposals))
    proposals.insert(place, proposal)
    analysis = derive(proposals)
    found = [
        (extraction, reading, number)
        for extraction, reading in readings(extractions, proposals, memory)
        for number, target in enumerate(reading.targets)
        if target.proposal.id == proposal.id and number in reading.named
    ]
    names = tuple(dict.fromkeys((proposal.title, *proposal.aliases)))
    notes = name_notes(names, [other for other in proposals if other is not proposal])
    stances = [row for row in analysis.stances if row.proposal == proposal.id]
    sides = {(row.holder, row.stance > 0) for row in stances if row.stance}
    naming = [extraction for extraction, _, _ in found]
    return Counsel(
        proposal=proposal.id,
        names=tuple(PhraseCount(name, *count_name(extractions, name, memory), notes.get(name, "")) for name in names),
        carriers=_count_carriers(proposal, found),
        places=sum(number in meant.targets for _, reading, number in found for meant in reading.meant.values()),
        articles=len(found),
        stances=sum(row.explicit for row in stances),
        suggested=sum(not row.explicit for row in stances),
        actors=len({row.holder for row in stances}),
        in_favor=sum(is_favor for _, is_favor in sides),
        against=sum(not is_favor for _, is_favor in sides),
        suggestions=suggest(naming, proposal, stances, proposals, dismissed(proposal.id, decisions))
        if is_thorough else (),
        arguments=voiced_arguments(naming, proposal, stances, proposals) if is_thorough else (),
    )  # fmt: skip


def _count_carriers(proposal: Proposal, found: Sequence[tuple[Extraction, Reading, int]]) -> tuple[PhraseCount, ...]:
    """How often each stand-in means this proposal."""
    places, articles = Counter[str](), Counter[str]()
    for extraction, reading, number in found:
        here = Counter(
            stem(extraction.parse.lemma[token])
            for token, meant in reading.meant.items()
            if number in meant.targets and meant.how != "alias"
        )
        places.update(here)
        articles.update(here.keys())
    ends = {carrier: stem(carrier.split()[-1]) for carrier in proposal.carriers if carrier.split()}
    return tuple(PhraseCount(carrier, places[end], articles[end]) for carrier, end in ends.items())


def name_notes(names: Sequence[str], others: Sequence[Proposal]) -> dict[str, str]:
    """What is doubtful about each name: it holds no word to look for, is too general, or is another proposal's, too."""
    taken: dict[tuple[str, tuple[frozenset[str], ...]], str] = {}
    for other in others:
        for text in (other.title, *other.aliases):
            if (alias := read_alias(text)) is not None:
                taken.setdefault(_key(alias), other.title)
    return {name: note for name in names if (note := _note_of(name, taken))}


def _note_of(name: str, taken: Mapping[tuple[str, tuple[frozenset[str], ...]], str]) -> str:
    alias = read_alias(name)
    if alias is None:
        return "no word in it that could be looked for"
    if alias.head in {stem(word) for word in words("carrier")} and not alias.modifiers:
        return "too general alone; put it among the stand-ins"
    other = taken.get(_key(alias))
    return f"also a name of “{other}”: places count for both" if other else ""


def _key(alias: Alias) -> tuple[str, tuple[frozenset[str], ...]]:
    return alias.head, tuple(sorted(alias.modifiers, key=sorted))

"""Arguments that a proposal's file lists for and against it: who uses one suggests a side without naming it.

Such stances are suggestions and never explicit. Who favors an argument for the proposal leans toward it;
who deplores what an argument against it names leans away from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from stanceline.discourse.actors.gazetteer import plain
from stanceline.discourse.stances.aliases import stem
from stanceline.reading.parse import Parse
from stanceline.records import Predication, Proposal

_SHORT = 3
_NEEDED_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Argument:
    """The stems of an argument's content words, and the side that it speaks for (1 or -1)."""

    stems: frozenset[str]
    side: int


def make_arguments(proposal: Proposal) -> tuple[Argument, ...]:
    """The proposal's argument phrases made ready for matching; phrases of one short word are left out."""
    found = [_argument(phrase, 1) for phrase in proposal.arguments_for]
    found += [_argument(phrase, -1) for phrase in proposal.arguments_against]
    return tuple(argument for argument in found if len(argument.stems) >= 2)


def _argument(phrase: str, side: int) -> Argument:
    # Imported late: `targets` holds the stemmer and imports nothing from here.

    return Argument(
        frozenset(stem(word) for word in plain(phrase).replace("'s", "").split() if len(word) > _SHORT), side
    )


def find_argument(
    parse: Parse, predication: Predication, arguments: tuple[Argument, ...], stems: Mapping[str, str]
) -> int:
    """The side (-1, 0, 1) that a predication suggests by favoring or deploring what an argument names."""
    if not arguments or not predication.objects or predication.value == 0:
        return 0
    begin, end = predication.evidence
    present = {
        stems[lemma]
        for first, last in predication.objects
        for lemma, start in zip(parse.lemma, parse.start, strict=True)
        if first <= start < last and begin <= start < end
    }
    for argument in arguments:
        shared = len(argument.stems & present)
        if shared >= 2 and shared >= _NEEDED_SHARE * len(argument.stems):
            favors = predication.value > 0
            if argument.side > 0:
                return 1 if favors else -1
            return 0 if favors else -1
    return 0

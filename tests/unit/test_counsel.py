"""What a corpus says to a proposal before it is saved."""

from collections.abc import Sequence

import pytest

from stanceline.counsel import counsel
from stanceline.memory import Memory
from stanceline.own_proposals import dismissal_key
from stanceline.pipeline import derive
from stanceline.records import Analysis, Counsel, Decision, Proposal
from tests.unit.test_discourse_suggestions import ELSEWHERE, FERRY, ONE, TUNNEL, TWO, read

TEXTS = (ONE, TWO, ELSEWHERE)
REWORDED = Proposal("tunnel", "Harbor tunnel", aliases=("undersea tunnel", "glass bridge", "night ferry"))


def asked(
    proposal: Proposal, decisions: Sequence[Decision] = (), memory: Memory | None = None, *, is_thorough: bool = True
) -> Counsel:
    extractions, memory = read(*TEXTS), memory or Memory()

    def making(proposals: Sequence[Proposal]) -> Analysis:
        return derive(extractions, proposals=proposals, decisions=decisions, memory=memory)

    return counsel(extractions, proposal, (TUNNEL, FERRY), decisions, making, memory, is_thorough=is_thorough)


@pytest.mark.slow
def test_names_are_counted_and_stances_too() -> None:
    found = asked(REWORDED)
    counts = {name.text: (name.places, name.articles) for name in found.names}
    assert counts["Harbor tunnel"] == (7, 2)
    assert counts["undersea tunnel"] == (2, 2)
    assert counts["glass bridge"] == (0, 0)
    assert [name.text for name in found.names if name.note] == ["night ferry"]
    assert (found.articles, found.places >= 10, found.actors >= 4) == (2, True, True)
    stances = derive(read(*TEXTS), proposals=(REWORDED, FERRY)).stances
    on_it = [row for row in stances if row.proposal == "tunnel"]
    assert found.stances + found.suggested == len(on_it)
    assert found.in_favor == len({row.holder for row in on_it if row.stance > 0})


@pytest.mark.slow
def test_the_memory_changes_nothing() -> None:
    memory = Memory()
    wordings = [("undersea tunnel",), ("undersea tunnel", "the dig"), ("undersea tunnel",), ("HT",)]
    for aliases in wordings:
        proposal = Proposal("tunnel", "Harbor tunnel", aliases=aliases)
        assert asked(proposal, memory=memory) == asked(proposal)


@pytest.mark.slow
def test_dismissed_suggestions_stay_away_and_arguments_are_told_by_actor() -> None:
    found = asked(TUNNEL)
    offered = {(one.kind, one.text) for one in found.suggestions}
    assert ("alias", "undersea tunnel") in offered
    gone = Decision("dismissed", dismissal_key("tunnel", "alias", "Undersea tunnel"), "")
    other = Decision("dismissed", dismissal_key("ferry", "alias", "HT"), "")
    left = {(one.kind, one.text) for one in asked(TUNNEL, (gone, other)).suggestions}
    assert offered - left == {("alias", "undersea tunnel")}
    argued = {(one.actor.rpartition(":")[2], one.kind, one.text) for one in found.arguments}
    assert ("kari-moe", "argument_against", "destroy mussel banks") in argued
    accepted = Proposal("tunnel", "Harbor tunnel", arguments_against=("destroy mussel banks",))
    assert ("kari-moe", "argument_against", "destroy mussel banks") in {
        (one.actor.rpartition(":")[2], one.kind, one.text) for one in asked(accepted).arguments
    }
    assert not asked(TUNNEL, is_thorough=False).suggestions

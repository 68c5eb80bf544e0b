"""Proposals as they are typed: ids made of titles, fields that are not right yet, names that will not do."""

from dataclasses import replace

import pytest

from stanceline.counsel import name_notes
from stanceline.discourse.stances.proposal_drafts import Draft, draft_of, id_of, read_draft, split_phrases
from stanceline.discourse.stances.proposals import load_proposals
from stanceline.records import Proposal

PIER = Proposal("pier", "New pier", aliases=("pier at the fort",), part_of=None)
TOLL = Proposal("toll", "Ferry toll", aliases=("toll on the ferry",), part_of="pier")


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Ferry toll, phase 2", "ferry-toll-phase-2"),
        ("  Péage du Port — été  ", "peage-du-port-ete"),
        ("Straße", "strasse"),
        ("東京", "proposal"),
        ("", ""),
        ("Toll", "toll-2"),
    ],
)
def test_an_id_is_made_of_the_title(title: str, wanted: str) -> None:
    assert id_of(title, {"toll"}) == wanted


def test_a_long_title_gives_an_id_that_ends_with_a_word() -> None:
    made = id_of("the quick brown fox jumps over the lazy dog and the harbor tunnel goes on")
    assert len(made) <= 60
    assert made.endswith("-the-harbor")


def test_pasted_names_come_apart_without_doubles() -> None:
    assert split_phrases("Harbor tunnel; the  tunnel\nharbor TUNNEL\n\n;") == ("Harbor tunnel", "the tunnel")


def test_shipped_proposals_pass_through_the_form_unchanged() -> None:
    shipped = load_proposals()
    for proposal in shipped:
        assert read_draft(draft_of(proposal), shipped) == (proposal, {})


def test_a_title_alone_is_enough() -> None:
    made, wrong = read_draft(Draft(title=" Harbor  tunnel ", id="harbor-tunnel", carriers=()), [PIER])
    assert not wrong
    assert made == Proposal("harbor-tunnel", "Harbor tunnel", aliases=("Harbor tunnel",))


@pytest.mark.parametrize(
    ("draft", "field", "says"),
    [
        (Draft(), "title", "needs a title"),
        (Draft(title="x" * 200, id="x"), "title", "under 160"),
        (Draft(title="new PIER", id="x"), "title", "called “New pier”"),
        (Draft(title="X", id="Not an id"), "id", "lower-case"),
        (Draft(title="X", id="pier"), "id", "taken"),
        (Draft(title="X", id="x", aliases=("long " * 40,)), "aliases", "too long"),
        (replace(draft_of(PIER), part_of="toll"), "part_of", "itself a part"),
    ],
)
def test_what_is_wrong_is_said_at_the_field(draft: Draft, field: str, says: str) -> None:
    made, wrong = read_draft(draft, [PIER, TOLL])
    assert made is None
    assert says in wrong[field]


def test_doubtful_names_are_told() -> None:
    notes = name_notes(["of the", "proposal", "Fort pier", "stone pier"], [PIER, TOLL])
    assert set(notes) == {"of the", "proposal", "Fort pier"}
    assert "“New pier”" in notes["Fort pier"]

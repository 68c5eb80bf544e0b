"""Proposals as decisions, and as files."""

from dataclasses import replace
from pathlib import Path

import pytest

from stanceline.discourse.stances.proposals import load_proposals, read_proposals, write_proposals
from stanceline.own_proposals import GONE, decode_proposal, encode_order, encode_proposal, with_own
from stanceline.records import Decision, Proposal

ODD = Proposal(
    "harbor-toll", 'The "harbor" toll\\', "Ships pay.\nAll of them.", ("péage du port", "toll"), ("plan",), "ships pay",
    ("Port of \x7f",), ("money",), ("a very long argument against it " * 5,), "port",
)  # fmt: skip


def test_a_proposal_is_the_same_after_writing_and_reading_it() -> None:
    assert decode_proposal(encode_proposal(ODD)) == ODD
    for proposal in load_proposals():
        assert decode_proposal(encode_proposal(proposal)) == proposal


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"id": 3, "title": "x"}', "[" * 5000])
def test_what_is_no_proposal_is_told_apart(text: str) -> None:
    assert decode_proposal(text) is None


def test_a_file_is_read_back_the_same(tmp_path: Path) -> None:
    path = tmp_path / "proposals.toml"
    wanted = (Proposal("port", "The port", aliases=("port",)), ODD, *load_proposals())
    clean = tuple(
        # Blanks around a list's items are not part of them.
        p if p is not ODD else replace(p, arguments_against=(p.arguments_against[0].strip(),))
        for p in wanted
    )
    path.write_text(write_proposals(wanted), encoding="utf-8")
    assert read_proposals(path) == clean


def test_own_proposals_lie_over_the_given_ones() -> None:
    given = (Proposal("a", "A"), Proposal("b", "B"), Proposal("c", "C"))
    own = [
        Decision("proposal", "b", GONE),
        Decision("proposal", "c", encode_proposal(Proposal("c", "Other"))),
        Decision("proposal", "d", encode_proposal(Proposal("d", "D"))),
        Decision("proposal", "e", "no proposal"),
        Decision("proposal_order", "", encode_order(["d", "gone", "a"])),
        Decision("actor_name", "a", "Ada"),
    ]
    assert [p.title for p in with_own(given, own)] == ["D", "A", "Other"]
    assert with_own(given, [Decision("proposal_order", "", "{")]) == given

"""Proposal files: what is read, and how mistakes in them are said."""

import json
from pathlib import Path

import pytest

from stanceline.discourse.stances.proposals import ProposalError, load_proposals


def test_the_shipped_proposals_load_and_can_be_named() -> None:
    shipped = load_proposals()
    assert len(shipped) >= 3
    assert len({proposal.id for proposal in shipped}) == len(shipped)
    assert load_proposals(["nato-tokyo-office"])[0].positive_pole
    assert all(proposal.aliases and proposal.carriers for proposal in shipped)


def test_a_json_list_and_toml_tables_are_read(tmp_path: Path) -> None:
    listed = tmp_path / "list.json"
    listed.write_text(
        json.dumps([{"id": "a", "title": "A", "topic": "ignored"}, {"id": "b", "title": "B", "part_of": "a"}])
    )
    tables = tmp_path / "tables.toml"
    tables.write_text('[[proposal]]\nid = "c"\ntitle = "C"\naliases = ["the C plan"]\n')
    found = load_proposals([str(listed), str(tables)])
    assert [(p.id, p.aliases) for p in found] == [("a", ("A",)), ("b", ("B",)), ("c", ("the C plan",))]
    assert found[0].carriers


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('id = "a"\ntitle = "A"\naliasses = ["x"]', "did you mean 'aliases'"),
        ('id = "A B"\ntitle = "A"', "needs an id"),
        ('id = "a"', "needs a title"),
        ('id = "a"\ntitle = "A"\naliases = "x"', "aliases must be a list of texts"),
        ('id = "a"\ntitle = 3', "title must be text, not a number"),
        ('id = "a"\ntitle = "A"\npart_of = "nato-tokio-office"', "did you mean 'nato-tokyo-office'"),
        ("id = ", "is not valid TOML"),
        ('[[proposal]]\nid = "a"\ntitle = "A"\n[[proposal]]\nid = "a"\ntitle = "B"', "used twice"),
    ],
)
def test_mistakes_are_said_with_the_file_and_a_way_out(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(text)
    with pytest.raises(ProposalError, match=says):
        load_proposals([str(file)])


def test_an_unknown_id_gets_a_near_name() -> None:
    with pytest.raises(ProposalError, match="did you mean 'nato-tokyo-office'"):
        load_proposals(["nato-tokio-office"])


def test_empty_and_broken_json_say_what_is_wrong(tmp_path: Path) -> None:
    for text, says in (("[]", "holds no proposal"), ("[1]", "not a number"), ("{", "not valid JSON")):
        file = tmp_path / "mine.json"
        file.write_text(text)
        with pytest.raises(ProposalError, match=says):
            load_proposals([str(file)])

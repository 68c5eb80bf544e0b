"""The invented debates keep their form, so that a figure never rests on a row that cites nothing."""

from pathlib import Path

import pytest

from tests.quality.invented import TableError, assemble, debates, evidence_spans, part_of


def test_every_row_of_every_debate_cites_its_article() -> None:
    found = list(debates())
    assert len(found) >= 90
    for debate in found:
        assert {row["article"] for row in debate.rows} == set(debate.texts), debate.name
        for row in debate.rows:
            text = debate.texts[row["article"]]
            assert all(text[start:end].strip() for start, end in row["spans"])


def test_the_parts_are_disjoint_and_both_large() -> None:
    names = {part: {debate.name for debate in debates(part)} for part in ("read", "scored")}
    assert not names["read"] & names["scored"]
    assert len(names["scored"]) >= 20
    assert len(names["read"]) >= 60
    assert all(part_of(name) == "scored" for name in names["scored"])


def test_evidence_is_found_whole_cut_and_in_two_passages() -> None:
    text = "One came. Two left, and three stayed for the night. Four slept."
    assert [text[a:b] for a, b in evidence_spans(text, "One came. || Two left ... night.")] == [
        "One came.",
        "Two left, and three stayed for the night.",
    ]
    with pytest.raises(TableError, match="occurs 0 times"):
        evidence_spans(text, "Nobody came.")
    with pytest.raises(TableError, match="does not follow"):
        evidence_spans(text, "Four slept. ... One came.")


def test_an_assembled_part_has_the_form_of_the_development_corpus(tmp_path: Path) -> None:
    folder = assemble("scored", tmp_path)
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(list((folder / "texts").glob("*.txt"))) > 80
    assert (folder / "reference_events.json").read_text() == "[]"

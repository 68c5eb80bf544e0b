"""Predications: what they quote, what they are about, how they were heard; and the form of the lexicon."""

from collections.abc import Callable
from pathlib import Path

import pytest

from stanceline.discourse.language import LanguageModel, verify_model
from stanceline.discourse.stances.lexicon import LexiconError, load_lexicon, read_entries, read_governors, words
from stanceline.pipeline import extract
from stanceline.reading.article import Article, Block, Span
from stanceline.records import Extraction, Predication

Read = Callable[[str], Extraction]


@pytest.fixture(scope="module")
def read() -> Read:
    model = LanguageModel(verify_model())

    def run(text: str) -> Extraction:
        return extract(Article("one", text, "", blocks=(Block(Span(0, len(text)), "body"),)), model)

    return run


def one(extraction: Extraction) -> Predication:
    assert len(extraction.predications) == 1
    return extraction.predications[0]


@pytest.mark.slow
def test_evidence_and_path_quote_the_text_exactly(read: Read) -> None:
    text = "It rained. Norway did not refuse to back the new bridge. Nobody came."
    found = one(read(text))
    assert text[slice(*found.evidence)] == "Norway did not refuse to back the new bridge."
    assert [(text[step.start : step.end], step.says) for step in found.path] == [
        ("back", "back: +2"), ("refuse", "refuse: -2"), ("not", "not: +1"),
    ]  # fmt: skip
    assert found.value == 1
    assert [text[slice(*span)] for span in found.objects] == ["the new bridge"]


@pytest.mark.slow
def test_objects_reach_through_plans_and_stop_at_other_nouns(read: Read) -> None:
    text = "Norway opposed a push to build a bridge."
    spans = {text[slice(*span)] for span in one(read(text)).objects}
    assert "a bridge" in spans
    assert "a push" in spans
    report = "Norway opposed a report on a bridge."
    assert {report[slice(*span)] for span in one(read(report)).objects} == {"a report on a bridge"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Norway opposed the bridge.", "certain"),
        ("Norway may oppose the bridge.", "possible"),
        ("Norway is likely to oppose the bridge.", "probable"),
        ("Norway will probably oppose the bridge.", "probable"),
    ],
)
def test_modals_and_hedges_lower_the_certainty(read: Read, text: str, certainty: str) -> None:
    assert one(read(text)).certainty == certainty


@pytest.mark.slow
def test_a_condition_is_quoted_and_weakens(read: Read) -> None:
    text = "Norway would accept the bridge if Sweden paid."
    found = one(read(text))
    assert found.condition is not None
    assert text[slice(*found.condition)] == "if Sweden paid"
    assert found.value == 1


@pytest.mark.slow
def test_who_reports_is_kept_beside_who_holds(read: Read) -> None:
    extraction = read("Norway opposes the bridge, the Swedish prime minister said.")
    found = one(extraction)
    assert found.holder is not None
    assert extraction.actors[found.holder].name == "Norway"
    assert found.mode == "second_hand"
    assert [extraction.actors[actor].name for actor in found.reporters] != []


@pytest.mark.slow
def test_a_speaker_for_a_state_stands_where_the_state_stands(read: Read) -> None:
    extraction = read("Norway opposes the bridge, Norwegian Foreign Minister Kari Holm said.")
    names = {extraction.actors[p.holder].name for p in extraction.predications if p.holder is not None}
    assert {"Norway", "Kari Holm"} <= names
    assert {p.mode for p in extraction.predications} == {"first_hand"}


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "Norway discussed the bridge.",
        "Would Norway oppose the bridge?",
        "Norway is considering whether to support the bridge.",
        "If Norway opposes the bridge, it will fail.",
        "The bridge was opposed.",
    ],
)
def test_no_position_where_none_is_taken_or_nobody_is_named(read: Read, text: str) -> None:
    assert read(text).predications == ()


@pytest.mark.slow
def test_two_runs_find_the_same(read: Read) -> None:
    text = 'Norway and Sweden oppose the bridge. "We reject it," Kari Holm said. Finland\'s support for it is firm.'
    assert read(text).predications == read(text).predications


def test_every_lexicon_row_is_well_formed_and_signs_agree() -> None:
    lexicon = load_lexicon()
    for group in lexicon.entries.values():
        for entries in group.values():
            for entry in entries:
                assert entry.negated is None or entry.value * entry.negated <= 0, entry
    assert "plan" in words("transparent")
    assert "reverse" in lexicon.governors["refuse"]


def test_the_most_specific_use_of_a_word_comes_first() -> None:
    uses = load_lexicon().find("verb", "put")
    assert uses[0].noun is not None
    assert uses[-1].noun is None


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("oppose\tverb\tobj\t-3\t1\tattitude", "must be one of"),
        ("oppose\tverb\tobject\t-2\t1\tattitude", "frame"),
        ("oppose\tverb\tobj\t-2\t1\tmood", "kind"),
        ("oppose\tverb\tobj\t-2\t1", "columns"),
        ("oppose\tverb\tobj\t-2\t1\tattitude\noppose\tverb\tobj\t-2\t1\tattitude", "twice"),
    ],
)
def test_a_broken_lexicon_row_is_named_with_its_line(tmp_path: Path, row: str, says: str) -> None:
    file = tmp_path / "stance.tsv"
    file.write_text("lemma\tpos\tframe\tvalue\tnegated\tkind\n" + row + "\n")
    with pytest.raises(LexiconError, match=rf"stance\.tsv, line \d: .*{says}"):
        read_entries(file)


def test_an_unknown_effect_of_a_governing_word_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "governors.tsv"
    file.write_text("lemma\teffect\nrefuse\tturn\n")
    with pytest.raises(LexiconError, match="line 2: unknown effect 'turn'"):
        read_governors(file)

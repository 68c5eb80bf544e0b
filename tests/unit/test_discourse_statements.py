"""Statements: who said what, with exact spans, on short texts and on the two sample articles."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from stanceline import paths
from stanceline.discourse.actors.cast import Cast, find_cast
from stanceline.discourse.language import LanguageModel, verify_model
from stanceline.discourse.statements.cues import CueError, load_cues
from stanceline.discourse.statements.find import find_statements
from stanceline.discourse.statements.quotes import find_quotations
from stanceline.reading.article import Article, Block, Span
from stanceline.reading.furniture import mark_blocks
from stanceline.reading.parse import Tree
from stanceline.records import Statement
from stanceline.temporal.finding.tagger import find_candidates

GOLDEN = [
    json.loads(line) for line in (Path(__file__).parents[1] / "golden/statements.jsonl").read_text("utf-8").splitlines()
]


@pytest.fixture(scope="module")
def model() -> LanguageModel:
    return LanguageModel(verify_model())


def article(text: str) -> Article:
    return Article("a", text, hashlib.sha256(text.encode()).hexdigest(), blocks=mark_blocks(text))


def read(model: LanguageModel, text: str) -> tuple[Cast, tuple[Statement, ...]]:
    source = article(text)
    tree = Tree(text, model.parse(source))
    return find_statements(source, tree, find_cast(source, tree), find_candidates(text))


def words(text: str, pair: tuple[int, int] | None) -> str | None:
    return None if pair is None else text[pair[0] : pair[1]]


@pytest.mark.slow
@pytest.mark.parametrize("case", GOLDEN, ids=[case["note"] for case in GOLDEN])
def test_reads_who_said_what(case: dict[str, object], model: LanguageModel) -> None:
    text = str(case["text"])
    _, statements = read(model, text)
    found = [
        {
            "source": words(text, statement.source_span),
            "cue": words(text, statement.cue),
            "contents": [words(text, content) for content in statement.contents],
            "form": statement.form,
            "continues": statement.continues,
        }
        for statement in statements
    ]
    assert found == case["statements"]


def sample_texts() -> Iterator[str]:
    return (path.read_text("utf-8") for path in sorted(paths.sample_folder().glob("*.txt")))


@pytest.mark.slow
def test_sample_articles_give_their_quotations_to_their_speakers(model: LanguageModel) -> None:
    spoken: dict[str, str | None] = {}
    for text in sample_texts():
        cast, statements = read(model, text)
        for statement in statements:
            name = cast.named(statement.source).name if statement.source is not None else None
            spoken[str(words(text, statement.contents[0]))] = name
    speaker = {start: name for quoted, name in spoken.items() for start in [quoted.strip("“”")[:24]]}
    assert speaker["We have seen NATO bent o"] == "Wang Wenbin"
    assert speaker["The majority of Asian co"] == "Wang Wenbin"
    assert speaker["Whatever people say, geo"] == "Emmanuel Macron"
    assert speaker["The Indo-Pacific is not "] == "Emmanuel Macron"
    assert speaker["We expect that China by "] == "Jens Stoltenberg"


@pytest.mark.slow
def test_the_day_of_saying_stands_with_the_cue_and_not_in_the_quotation(model: LanguageModel) -> None:
    text = "“We met the islanders in March,” Harbor Minister Lena Voss said on Friday. “They will decide in June.”"
    _, statements = read(model, text)
    candidates = find_candidates(text)
    days = [None if each.timex is None else candidates[each.timex].text for each in statements]
    assert days == ["Friday", "Friday"]


@pytest.mark.slow
def test_page_furniture_says_nothing(model: LanguageModel) -> None:
    text = "The ferry left at noon.\n\n“Share this article,” the editor said."
    source = Article(
        "a", text, "", blocks=(Block(Span(0, 23), "body"), Block(Span(25, len(text)), "furniture", "test"))
    )
    tree = Tree(text, model.parse(source))
    cast, statements = find_statements(source, tree, find_cast(source, tree), ())
    assert statements == ()
    assert cast.actors == find_cast(source, tree).actors


@pytest.mark.slow
def test_people_whom_the_cast_does_not_list_become_unnamed_sources(model: LanguageModel) -> None:
    cast, statements = read(model, "Talks have failed, two passengers said.")
    assert [words("Talks have failed, two passengers said.", each.source_span) for each in statements] == [
        "two passengers"
    ]
    source = statements[0].source
    assert source is not None
    assert cast.named(source).anonymous
    assert cast.named(source).kind == "group"


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", ["", "”", "“", '"""', "“a “b “c", "X said: “", "'' ''", ": “” said he", "“Yes,” “no,” said"]
)
def test_broken_quotation_marks_lose_nothing_but_themselves(text: str, model: LanguageModel) -> None:
    whole = text + "\n\nThe mayor said the bridge was safe."
    _, statements = read(model, whole)
    assert "the bridge was safe" in [words(whole, content) for each in statements for content in each.contents]


@pytest.mark.slow
def test_spans_lie_inside_and_links_point_back(model: LanguageModel) -> None:
    for text in sample_texts():
        cast, statements = read(model, text)
        assert len(statements) > 10
        for place, each in enumerate(statements):
            pairs = [pair for pair in (each.source_span, each.cue, *each.contents) if pair is not None]
            assert all(0 <= start < end <= len(text) for start, end in pairs)
            assert each.contents
            assert each.continues is None or each.continues < place
            assert each.source is None or 0 <= each.source < len(cast.actors)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “yes” and “no”.", ["“yes”", "“no”"]),
        ('He said "yes" twice.', ['"yes"']),
        ("He is 6'4\" tall and 5' wide.", []),
        ("''Yes,'' he said.", ["''Yes,''"]),
        ("‘Yes,’ he said of the allies’ plan.", ["‘Yes,’"]),
        ("The allies’ plan isn’t ‘dead’ yet.", ["‘dead’"]),
        ("«Ja», he said.", ["«Ja»"]),
        ("A “b goes on.", []),
        ("He said: “b goes on.", ["“b goes on."]),
    ],
)
def test_finds_quotation_marks(text: str, quoted: list[str]) -> None:
    found = find_quotations(text, (Block(Span(0, len(text)), "body"),))
    assert [each.span.quote(text) for each in found] == quoted


def test_a_quotation_goes_on_over_paragraphs_that_only_open() -> None:
    text = "He said: “One.\n\n“Two.”"
    found = find_quotations(text, (Block(Span(0, 14), "body"), Block(Span(16, len(text)), "body")))
    assert [(each.runs_on, each.goes_on) for each in found] == [(True, False), (False, True)]


def test_the_lexicon_has_its_frames_and_folds_the_models_slips() -> None:
    lexicon = load_cues()
    insist, hope = lexicon.find("verb", "insist"), lexicon.find("verb", "hop")
    assert insist is not None
    assert {"quote", "clause"} <= insist.frames
    assert hope is not None
    assert hope.lemma == "hope"
    assert lexicon.find("verb", "run") is None


def test_a_wrong_row_of_the_lexicon_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = tmp_path / "cues.tsv"
    bad.write_text("cue\tpart\tkind\tframes\nsay\tverb\tspeech\tclause sideways\n", "utf-8")
    monkeypatch.setattr(paths, "resource", lambda name: bad)
    load_cues.cache_clear()
    with pytest.raises(CueError, match=r"line 2.*sideways"):
        load_cues()
    load_cues.cache_clear()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Norway and Sweden said they would pay for the bridge.", ["Norway", "Sweden"]),
        ("Norway, Sweden and Denmark said they would pay for the bridge.", ["Norway", "Sweden", "Denmark"]),
        ("Norway said Sweden would pay for the bridge.", ["Norway"]),
    ],
)
def test_all_who_say_it_together_are_kept(text: str, names: list[str], model: LanguageModel) -> None:
    cast, statements = read(model, text)
    first = statements[0]
    assert first.source is not None
    assert [cast.named(actor).name for actor in (first.source, *first.also)] == names


@pytest.mark.slow
def test_in_a_briefing_the_answers_are_those_of_the_named_spokesman(model: LanguageModel) -> None:
    text = next(str(case["text"]) for case in GOLDEN if str(case["note"]).startswith("briefing"))
    cast, statements = read(model, text)
    names = [None if each.source is None else cast.named(each.source).name for each in statements]
    assert names == ["Samir Benhadid", None, "Samir Benhadid"]

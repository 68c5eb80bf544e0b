"""The plug point, the evidence gate and the two scorers."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from stanceline.discourse.language import LanguageModel, verify_model
from stanceline.discourse.stances.clues import Clue, clues, load_valence
from stanceline.discourse.stances.linear import Weights, WeightsError, load_weights, read_weights, write_weights
from stanceline.discourse.stances.linear_scorer import LinearScorer, judge
from stanceline.discourse.stances.pair_clues import PairView
from stanceline.discourse.stances.scorer import Question, RuleScorer, Verdict, ask, passes_gate
from stanceline.pipeline import extract
from stanceline.reading.article import Article, Block, Span
from stanceline.records import PathStep

OPPOSED = "Norway opposes the tunnel."
SCOLDED = "Senator Amara Kone called Joe Brandt a corrupt liar who had betrayed the city."
PRAISED = "Senator Amara Kone praised Joe Brandt for his honest and brave work."


@cache
def model() -> LanguageModel:
    return LanguageModel(verify_model())


def question(text: str, thing: str, holder: str | None = None) -> Question:
    article = Article("a", text, "", language="en", blocks=(Block(Span(0, len(text)), "body"),))
    spans = [None if name is None else (text.index(name), text.index(name) + len(name)) for name in (thing, holder)]
    assert spans[0] is not None
    return Question(extract(article, model()), spans[0], spans[1])


class Said:
    """A scorer that always gives the same verdict."""

    def __init__(self, verdict: Verdict | None) -> None:
        self.verdict = verdict

    def score(self, question: Question) -> Verdict | None:
        return self.verdict


def verdict(asked: Question) -> Verdict:
    return Verdict(-1, 0.7, (0, len(OPPOSED)), (PathStep(7, 14, "opposes: -2"),), asked.actor, "test")


def test_a_verdict_with_spans_and_a_named_holder_counts() -> None:
    asked = question(OPPOSED, "the tunnel", "Norway")
    assert passes_gate(asked, verdict(asked))


@pytest.mark.parametrize(
    "change",
    [
        {"path": ()},
        {"path": (PathStep(7, 99, "beyond the text"),)},
        {"evidence": (0, 6)},
        {"evidence": (3, 3)},
        {"holder": None},
        {"holder": 99},
        {"confidence": 1.2},
        {"value": 3},
    ],
    ids=str,
)
def test_a_verdict_without_evidence_does_not_count(change: dict[str, object]) -> None:
    asked = question(OPPOSED, "the tunnel", "Norway")
    assert not passes_gate(asked, replace(verdict(asked), **change))  # type: ignore[arg-type]


def test_the_first_scorer_whose_verdict_counts_is_heard() -> None:
    asked = question(OPPOSED, "the tunnel", "Norway")
    good = verdict(asked)
    bad = replace(good, holder=99, value=2)
    assert ask((Said(None), Said(bad), Said(good)), asked) == good
    assert ask((Said(None), Said(bad)), asked) is None


def test_the_rules_are_a_scorer() -> None:
    found = ask((RuleScorer(),), question(OPPOSED, "the tunnel", "Norway"))
    assert found is not None
    assert (found.value, found.rule) == (-2, "stance.verb.oppose")
    assert ask((RuleScorer(),), question("Norway lies north of Denmark.", "Denmark", "Norway")) is None


@pytest.mark.parametrize(("text", "value"), [(SCOLDED, -1), (PRAISED, 1)])
@pytest.mark.parametrize("holder", [None, "Amara Kone"])
def test_the_linear_scorer_judges_and_shows_the_words(text: str, value: int, holder: str | None) -> None:
    found = ask((LinearScorer(),), question(text, "Joe Brandt", holder))
    assert found is not None
    assert found.value == value
    assert all(text[step.start : step.end].lower() == step.says.partition(":")[0] for step in found.path)


def test_of_a_holder_the_rules_are_asked_first() -> None:
    of_holder, of_text = judge(question(OPPOSED, "the tunnel", "Norway")), judge(question(SCOLDED, "Joe Brandt"))
    assert of_holder is not None
    assert of_holder.rule == "stance.verb.oppose"
    assert of_text is not None
    assert of_text.rule == "stance.linear"


def test_the_linear_scorer_abstains_where_no_side_is_taken() -> None:
    assert ask((LinearScorer(),), question("Amara Kone met Joe Brandt on Monday.", "Joe Brandt", "Amara Kone")) is None
    assert LinearScorer().score(question(SCOLDED, "Amara Kone", "the city")) is None


def test_whose_name_it_is_changes_nothing() -> None:
    one, other = question(SCOLDED, "Joe Brandt"), question(SCOLDED.replace("Joe Brandt", "Ann Keller"), "Ann Keller")
    assert [c.name for c in clues(one.tree, one.thing)] == [c.name for c in clues(other.tree, other.thing)]


def test_a_pair_in_two_sentences_has_no_clues() -> None:
    asked = question("Amara Kone was angry. Joe Brandt slept.", "Joe Brandt", "Amara Kone")
    assert asked.holder is not None
    assert PairView(asked.tree, asked.holder, asked.thing, ()).clues() == []


def test_weights_come_back_as_written(tmp_path: Path) -> None:
    weights = Weights(2, (0.1, 0.2, 0.3), (0.0, 0.5, -0.5), tuple(range(-6, 6)))
    write_weights(tmp_path / "w", weights, {"rows": 1})
    found = read_weights(tmp_path / "w")
    assert (found.bits, found.scales, found.bias, tuple(found.table)) == (
        2,
        weights.scales,
        weights.bias,
        weights.table,
    )
    assert sum(found.shares([Clue("a", 1.0)]).values()) == pytest.approx(1)


@pytest.mark.parametrize("damage", [b"", b"{}\nabc", b"no json\nabc"], ids=["empty", "other form", "no json"])
def test_damaged_weights_are_told(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "w").write_bytes(damage)
    with pytest.raises(WeightsError, match="w: "):
        read_weights(tmp_path / "w")


def test_shipped_weights_and_valences_are_read() -> None:
    assert load_weights("target").bits == load_weights("pair").bits
    assert load_valence()["liar"] < 0 < load_valence()["honest"]

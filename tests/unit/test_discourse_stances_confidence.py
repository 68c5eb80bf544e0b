"""Confidence as a share of right ones."""

from itertools import pairwise
from pathlib import Path

import pytest

from stanceline.discourse.stances.confidence import Belief, ConfidenceError, load_belief, read_belief

TRUSTS = [number / 100 for number in range(101)]


@pytest.mark.parametrize("holder", ["Norway", "three diplomats"])
@pytest.mark.parametrize("rule", ["stance.verb.oppose/alias", "stance.verb.oppose/ellipsis"])
def test_more_trust_never_means_less_confidence(holder: str, rule: str) -> None:
    shares = [load_belief().share(trust, holder=holder, rule=rule) for trust in TRUSTS]
    assert all(low <= high for low, high in pairwise(shares))
    assert 0 <= shares[0] <= shares[-1] <= load_belief().ceiling


def test_one_passage_alone_is_never_confident() -> None:
    assert load_belief().share(1.0, holder="Norway", rule="stance.verb.veto/alias") < 0.8


def test_the_unnamed_and_what_only_the_paragraph_tells_are_believed_less() -> None:
    sure = load_belief().share(0.8, holder="Norway", rule="stance.verb.oppose/alias")
    assert load_belief().share(0.8, holder="some allies", rule="stance.verb.oppose/alias") < sure
    assert load_belief().share(0.8, holder="Norway", rule="stance.verb.oppose/topic") < sure


def test_what_is_given_up_stays_faint() -> None:
    assert load_belief().share(0.1, holder="Norway", rule="stance.verb.oppose/alias") < 0.4


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("base\tmuch\n", "line 1: 'much' is no number"),
        ("# a\nbias\t1\n", "line 2: 'bias' is none of"),
        ("base\t1\n", "lacks"),
    ],
)
def test_a_damaged_table_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "confidence.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfidenceError, match=told):
        read_belief(path)


def test_the_numbers_are_read() -> None:
    assert isinstance(load_belief(), Belief)

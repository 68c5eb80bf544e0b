"""From sentences to stances: who holds what of which proposal, how it was heard, and where it stands in the text."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from stanceline.discourse.assess import assess
from stanceline.discourse.consolidate import merge_actors
from stanceline.discourse.language import LanguageModel, verify_model
from stanceline.discourse.when import WhenOf
from stanceline.pipeline import extract
from stanceline.reading.article import Article, Block, Span
from stanceline.records import Extraction, Proposal, StanceRow
from stanceline.temporal.timex import UNKNOWN_TIME

GOLDEN = Path(__file__).parent.parent / "golden" / "stance.jsonl"
TUNNEL = Proposal(
    "tunnel", "Harbor tunnel", aliases=("harbor tunnel", "tunnel under the harbor"), proposers=("Sweden",),
    arguments_for=("shorter way to the hospital",), arguments_against=("salt in the wells",),
)  # fmt: skip
FERRY = Proposal("ferry", "Ferry line", aliases=("ferry line",))
CASES = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def model() -> LanguageModel:
    return LanguageModel(verify_model())


Stances = Callable[..., tuple[Extraction, tuple[StanceRow, ...], dict[str, str]]]


@pytest.fixture
def stances(model: LanguageModel) -> Stances:
    def run(text: str, *proposals: Proposal) -> tuple[Extraction, tuple[StanceRow, ...], dict[str, str]]:
        article = Article("one", text, "", blocks=(Block(Span(0, len(text)), "body"),))
        extraction = extract(article, model)
        identities = merge_actors([extraction])
        when = WhenOf({"one": UNKNOWN_TIME}, {"one": ()})
        when_free = [extraction]
        names = {actor.id: actor.name for actor in identities.actors}
        rows = assess(when_free, identities, proposals or (TUNNEL, FERRY), _Undated(when))
        return extraction, rows, names

    return run


class _Undated(WhenOf):
    """No calendar is needed here: nothing has a day."""

    def __init__(self, inner: WhenOf) -> None:
        self._inner = inner

    def at(self, article: str, timex: int | None, *, at_publication: bool = True):  # type: ignore[no-untyped-def]
        return self._inner.at(article, None, at_publication=at_publication)


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=[case["tests"] + ": " + case["text"][:50] for case in CASES])
def test_golden_sentences(stances: Stances, case: dict) -> None:  # type: ignore[type-arg]
    _, rows, names = stances(case["text"])
    found = sorted(
        [names[row.holder], row.proposal, row.stance, row.mode, row.explicit]
        for row in rows
        if row.explicit or case["want"]
    )
    assert found == sorted(case["want"])

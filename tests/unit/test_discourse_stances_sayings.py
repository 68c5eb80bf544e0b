"""Set ways of arguing: whose words carry a side, about what, and where the same words tell none."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from stanceline.discourse.actors.merge import merge_actors
from stanceline.discourse.language import LanguageModel, verify_model
from stanceline.discourse.stances.assess import assess
from stanceline.discourse.stances.lexicon import LexiconError
from stanceline.discourse.stances.sayings import load_sayings, read_sayings
from stanceline.discourse.when import When, WhenOf
from stanceline.pipeline import extract
from stanceline.reading.article import Article, Block, Span
from stanceline.records import Proposal

GOLDEN = Path(__file__).parent.parent / "golden" / "sayings.jsonl"
TUNNEL = Proposal("tunnel", "Harbor tunnel", aliases=("harbor tunnel", "tunnel under the harbor"))
CASES = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]


class Undated(WhenOf):
    """No calendar is needed here: nothing has a day."""

    def __init__(self) -> None:
        super().__init__({}, {})

    def at(self, article: str, timex: int | None, *, at_publication: bool = True) -> When:
        return When(undated="no calendar")


@pytest.fixture(scope="module")
def model() -> LanguageModel:
    return LanguageModel(verify_model())


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_golden_sayings(model: LanguageModel, case: dict[str, Any]) -> None:
    text = "The harbor tunnel divides the town. " + case["text"]
    article = Article("one", text, "", blocks=(Block(Span(0, len(text)), "body"),))
    extraction = extract(article, model)
    identities = merge_actors([extraction])
    names = {actor.id: actor.name for actor in identities.actors}
    rows = assess([extraction], identities, (TUNNEL,), Undated())
    assert sorted([names[row.holder], row.stance, row.explicit] for row in rows) == sorted(case["want"])


def test_every_saying_has_a_name_of_its_own() -> None:
    rows = {row.entry.rule for rows in load_sayings().values() for row in rows}
    assert len(rows) > 200
    assert all(re.fullmatch(r"stance\.(noun|hint)\..+", rule) for rule in rows)


@pytest.mark.parametrize("row", ["* it\t1\tsure", "do it\t0\tsure", "do it\t1\tmaybe", "^ $\t1\tsure"])
def test_a_broken_row_is_named_with_its_line(tmp_path: Path, row: str) -> None:
    path = tmp_path / "sayings.tsv"
    path.write_text(f"pattern\tvalue\tforce\n{row}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"sayings\.tsv, line 2"):
        read_sayings(path)

"""From sentences to stances: who holds what of which proposal, how it was heard, and where it stands in the text."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from stanceline import paths
from stanceline.discourse.actors.merge import merge_actors
from stanceline.discourse.language import LanguageModel, verify_model
from stanceline.discourse.stances.assess import assess
from stanceline.discourse.stances.cells import count_cells
from stanceline.discourse.stances.proposals import load_proposals
from stanceline.discourse.when import When, WhenOf
from stanceline.pipeline import derive, extract
from stanceline.reading.article import Article, Block, Span
from stanceline.reading.readers import read_paths
from stanceline.records import Extraction, Proposal, StanceRow

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


class Undated(WhenOf):
    """No calendar is needed here: nothing has a day."""

    def __init__(self) -> None:
        super().__init__({}, {})

    def at(self, article: str, timex: int | None, *, at_publication: bool = True) -> When:
        return When(undated="no calendar")


@pytest.fixture
def stances(model: LanguageModel) -> Stances:
    def run(text: str, *proposals: Proposal) -> tuple[Extraction, tuple[StanceRow, ...], dict[str, str]]:
        article = Article("one", text, "", blocks=(Block(Span(0, len(text)), "body"),))
        extraction = extract(article, model)
        identities = merge_actors([extraction])
        names = {actor.id: actor.name for actor in identities.actors}
        return extraction, assess([extraction], identities, proposals or (TUNNEL, FERRY), Undated()), names

    return run


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=[case["tests"] + ": " + case["text"][:50] for case in CASES])
def test_golden_sentences(stances: Stances, case: dict[str, Any]) -> None:
    _, rows, names = stances(case["text"])
    found = sorted(
        [names[row.holder], row.proposal, row.stance, row.mode, row.explicit]
        for row in rows
        if row.explicit or case["want"]
    )
    assert found == sorted(case["want"])


@pytest.mark.slow
def test_a_row_quotes_the_text_and_names_its_rule(stances: Stances) -> None:
    text = "It rained. Norway opposes the harbor tunnel. Nobody came."
    _, rows, _ = stances(text)
    assert len(rows) == 1
    row = rows[0]
    assert text[slice(*row.evidence)] == "Norway opposes the harbor tunnel."
    assert row.target_span is not None
    assert text[slice(*row.target_span)] == "the harbor tunnel"
    assert row.rule == "stance.verb.oppose/alias"
    assert row.id == f"one:tunnel:state:NO:{row.evidence[0]}"


@pytest.mark.slow
def test_arguments_give_suggestions_only(stances: Stances) -> None:
    _, rows, names = stances("Sweden presented the harbor tunnel. Norway fears salt in the wells.")
    assert [(names[row.holder], row.stance, row.explicit) for row in rows] == [("Norway", -1, False)]


@pytest.mark.slow
def test_keeping_it_open_counts_for_those_who_proposed_it(stances: Stances) -> None:
    _, rows, names = stances("Sweden said the harbor tunnel remained on the table.")
    assert [(names[row.holder], row.stance, row.explicit) for row in rows] == [("Sweden", 1, True)]


@pytest.mark.slow
def test_backing_somebody_who_took_a_side_takes_it_too(stances: Stances) -> None:
    _, rows, names = stances("Kari Holm opposes the harbor tunnel. Norway backs Holm.")
    assert {(names[row.holder], row.stance, row.explicit) for row in rows} == {
        ("Kari Holm", -2, True), ("Norway", -1, True),
    }  # fmt: skip


@pytest.mark.slow
def test_praising_somebody_who_took_a_side_is_a_suggestion(stances: Stances) -> None:
    _, rows, names = stances("Kari Holm opposes the harbor tunnel. Norway praised Holm.")
    assert {(names[row.holder], row.stance, row.explicit) for row in rows} == {
        ("Kari Holm", -2, True), ("Norway", -1, False),
    }  # fmt: skip


@pytest.mark.slow
def test_a_bare_side_is_about_the_subject_of_the_passage(stances: Stances) -> None:
    text = "The council debated the harbor tunnel on Monday. It went on for hours.\n\nNorway sued."
    _, rows, names = stances(text, TUNNEL)
    assert [(names[row.holder], row.stance, row.rule) for row in rows] == [("Norway", -1, "stance.verb.sue/ellipsis")]
    text = "The council debated the harbor tunnel on Monday." + " It rained." * 9 + " Norway was against."
    _, rows, names = stances(text, TUNNEL)
    assert [(row.stance, row.rule) for row in rows] == [(-2, "stance.prep.against/topic")]
    subject = rows[0].path[-1]
    assert (text[subject.start : subject.end], subject.says) == ("tunnel", "what this passage is about")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Everyone is asked about Quilpo. Norway is against the plan. Quilpo waits.", [-2]),
        ("In Quilpo the salt is white. Norway is against.", [-2]),
        ("Norway is against. The town of Quilpo waits.", []),
        ("The Quilpo hotel was full. Norway won the cup.", []),
    ],
)
def test_a_name_of_its_own_tells_what_an_article_is_about(stances: Stances, text: str, want: list[int]) -> None:
    _, rows, _ = stances(text, Proposal("p", "Quilpo lithium mine", aliases=("Quilpo mine", "white salt lease")))
    assert [row.stance for row in rows] == want


@pytest.mark.slow
@pytest.mark.parametrize(
    ("alias", "text"),
    [
        ("Tokyo office", "Norway opposes an office in Japan."),
        ("Tokyo office", "Norway opposes a small liaison office in Tokyo."),
        ("Japan office", "Norway opposes a Japanese office."),
        ("expansion of the airport", "Norway opposes a plan to expand the airport."),
        ("city lanes", "Norway opposes the new lanes in the city."),
        ("training centre in Tunis", "Norway opposes a training center in Tunis."),
        ("assisted dying", "Norway is an opponent of assisted dying in Ireland."),
    ],
)
def test_an_alias_matches_by_head_and_modifiers_in_any_form(stances: Stances, alias: str, text: str) -> None:
    _, rows, _ = stances(text, Proposal("p", "A thing without a name", aliases=(alias,)))
    assert [row.stance for row in rows] == [-2]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("alias", "text"),
    [
        ("Tokyo office", "Norway opposes an office in Brussels."),
        ("Tokyo office", "Norway opposes the prime minister's office."),
        ("biennial Asian Cup", "Norway opposes the Asian Cup."),
        ("harbor tunnel", "Norway opposes the rail tunnel under the mountain."),
    ],
)
def test_another_thing_with_the_same_head_is_not_the_proposal(stances: Stances, alias: str, text: str) -> None:
    _, rows, _ = stances(text, Proposal("p", "A thing without a name", aliases=(alias,)))
    assert rows == ()


@pytest.mark.slow
def test_mentioned_keeps_the_proposals_that_an_article_names(stances: Stances) -> None:
    extraction, _, _ = stances("Norway opposes the harbor tunnel.")
    assert derive([extraction], proposals=(FERRY, TUNNEL), mentioned_only=True).proposals == (TUNNEL,)


@pytest.mark.slow
def test_the_sample_articles_give_the_positions_that_a_reader_sees(model: LanguageModel) -> None:
    articles = read_paths([paths.sample_folder()]).articles
    extractions = [extract(article, model) for article in articles]
    identities = merge_actors(extractions)
    proposals = load_proposals(["nato-tokyo-office"])
    cells = count_cells(assess(extractions, identities, proposals, Undated()), identities.actors, proposals)
    names = {actor.id: actor.name for actor in identities.actors}
    said = {(cell.article[:3], names[cell.actor]): cell for cell in cells if cell.article and cell.explicit}
    sides = {key: cell.value for key, cell in said.items()}
    for article, holder in (("000", "France"), ("000", "Emmanuel Macron"), ("000", "China"), ("002", "France")):
        assert sides[article, holder] == -2
    assert sides["002", "Emmanuel Macron"] == -2
    assert sides["000", "some other NATO allies"] == -1
    assert sides["002", "Jens Stoltenberg"] == 1
    assert sides["000", "Japan"] == 0
    assert said["000", "Japan"].mode == "second_hand"
    assert any(
        holder.endswith("official") and value == -2 for (article, holder), value in sides.items() if article == "000"
    )
    assert all(value < 0 for (_, holder), value in sides.items() if value is not None and holder in ("France", "China"))


@pytest.mark.slow
def test_an_officer_quoted_on_her_bodys_plan_is_suggested_to_lean_to_it(stances: Stances) -> None:
    text = (
        "Norway introduced the harbor tunnel on Monday. "
        '"For forty years the boats have gone wherever they pleased," Norwegian Transport Minister Kari Holm said.'
    )
    _, rows, names = stances(text, TUNNEL)
    told = [(names[row.holder], row.stance, row.explicit) for row in rows]
    assert told == [("Norway", 2, True), ("Kari Holm", 1, False)]
    assert rows[1].path[-1].says == "speaks for Norway: +1"
    assert rows[1].rule.startswith("stance.officer/")


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "Norway could live with a shorter harbor tunnel.",
        "Norway would accept a smaller tunnel under the harbor.",
        "Norway would not rule out a cheaper harbor tunnel.",
    ],
)
def test_who_would_take_less_than_is_proposed_leans_against_it(stances: Stances, text: str) -> None:
    _, rows, names = stances(text, TUNNEL)
    assert [(names[row.holder], row.stance) for row in rows] == [("Norway", -1)]
    assert rows[0].path[-1].says == "only a lesser version: -1"


@pytest.mark.slow
def test_other_words_for_a_plan_are_known_by_the_names_they_hold(stances: Stances) -> None:
    bridge = Proposal("bridge", "Toll bridge over the Skagen strait", aliases=("Skagen strait bridge",))
    text = "The Skagen strait bridge was discussed. Norway wants a 4-lane crossing at the Skagen strait."
    _, rows, names = stances(text, bridge)
    assert [(names[row.holder], row.stance, row.rule.partition("/")[2]) for row in rows] == [("Norway", 2, "retold")]

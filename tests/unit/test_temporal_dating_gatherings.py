import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from stanceline.discourse.language import LanguageModel, verify_model
from stanceline.reading.parse import Tree
from stanceline.reading.readers import read_text
from stanceline.temporal.dating.naming import EventFinder, Named
from stanceline.temporal.references.bodies import bodies_spelled, events_of, shipped_bodies
from stanceline.temporal.references.events import index_of, load_references
from stanceline.temporal.references.places import canonical_place, capital_of

GOLDEN = Path(__file__).parents[1] / "golden" / "meetings.jsonl"
CASES = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]


@cache
def model() -> LanguageModel:
    return LanguageModel(verify_model())


def named(text: str) -> list[Named]:
    article = read_text(text, id="a").articles[0]
    tree = Tree(article.text, model().parse(article))
    return EventFinder(article, tree, index_of(load_references())).find()


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_meetings_that_a_text_names(case: dict[str, Any]) -> None:
    """`ids` is an id, or what the ids of all events have in common at their start; null where none is named."""
    ids = {event.id for mention in named(case["text"]) for event in mention.events}
    if case["ids"] is None:
        assert not ids
    elif case["ids"] in {event.id for event in load_references()}:
        assert case["ids"] in ids
        assert all(id.startswith(case["ids"].rpartition("-")[0]) for id in ids)
    else:
        assert ids
        assert all(id.startswith(case["ids"]) for id in ids)


@pytest.mark.slow
def test_places_that_fit_no_meeting_name_none() -> None:
    assert named("The NATO summit in Oslo was a success.") == []
    assert len(named("The NATO summit was a success.")[0].events) > 20


@pytest.mark.slow
def test_the_only_meeting_is_meant_again() -> None:
    found = named("The NATO summit in Vilnius drew a crowd. The summit ends on Wednesday.")
    assert [(m.is_guess, m.events[0].id) for m in found] == [(False, "nato-summit-2023"), (True, "nato-summit-2023")]
    two = named("The NATO summit in Vilnius followed the G7 summit in Hiroshima. The summit ended on Sunday.")
    assert [m.events[0].id for m in two] == ["nato-summit-2023", "g7-g8-summit-2023"]


@pytest.mark.slow
def test_a_country_alone_is_a_guess() -> None:
    text = "A summit in Lithuania was marred by rain. NATO was told, officials of a bank said."
    assert all(mention.is_guess for mention in named(text))


def test_series_of_bodies_are_those_of_the_table() -> None:
    series = {event.series for event in load_references()}
    assert {name for body in shipped_bodies() for name in body.series} <= series
    assert len({body.name for body in shipped_bodies()}) == len(shipped_bodies())


def test_spellings_keep_their_capitals() -> None:
    assert [body.name for body in bodies_spelled("the G-20 and the Group of Seven")] == ["g7", "g20"]
    assert bodies_spelled("a cop, a quad bike and a group of seven") == ()


def test_bodies_that_share_a_series_have_their_own_meetings() -> None:
    index = index_of(load_references())
    by_name = {body.name: body for body in shipped_bodies()}
    g8 = {event.id for event in events_of(by_name["g8"], index)}
    assert "g7-g8-summit-2008" in g8
    assert "g7-g8-summit-2023" not in g8


def test_places_by_other_names() -> None:
    assert canonical_place("Britain") == "United Kingdom"
    assert canonical_place("Vilnius") == "Vilnius"
    assert capital_of("Lithuanian") == "Vilnius"
    assert capital_of("coastal") is None

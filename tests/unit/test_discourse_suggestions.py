"""What a corpus offers to add to a proposal: names, carriers, arguments and who uses them; what it must not offer."""

from functools import cache

import pytest

from stanceline.discourse.language import LanguageModel, verify_model
from stanceline.discourse.stances.suggestions import MOST, suggest
from stanceline.pipeline import derive, extract
from stanceline.reading.readers import read_text
from stanceline.records import SUGGESTED, Extraction, Proposal, Suggestion

TUNNEL = Proposal("tunnel", "Harbor tunnel", aliases=("harbor tunnel",))
FERRY = Proposal("ferry", "Night ferry", aliases=("night ferry",))
ONE = """Harbor tunnel splits the council

STAVERN, 3 May 2024 - The city council will vote on the harbor tunnel next week. Mayor Ann Vance backs the harbor \
tunnel because it would shorten the way to the hospital. Opponents fear the project.

The shopkeeper Ole Brandt rejects the harbor tunnel, citing fears of salt in the wells. He also opposes the undersea \
tunnel. The port welcomed the crossing under the harbor. It praised the night ferry, too."""
TWO = """Harbor link divides fishermen

STAVERN, 9 May 2024 - Fishermen denounced the harbor tunnel, a road under the fairway, on Thursday. "We reject the \
harbor tunnel. It would destroy the mussel banks," said their leader, Kari Moe. The union condemned the dig and the \
undersea tunnel again on Friday.

Ann Vance defended the harbor tunnel, saying it would shorten the way to the hospital. HT is needed, she said."""
ELSEWHERE = "The road tunnel in the hills was opened by the king. He praised the builders of the long railway tunnel."


@cache
def read(*texts: str) -> tuple[Extraction, ...]:
    model = LanguageModel(verify_model())
    return tuple(extract(read_text(text, id=f"a{n}").articles[0], model) for n, text in enumerate(texts))


def offered(proposal: Proposal = TUNNEL, *texts: str) -> dict[tuple[str, str], Suggestion]:
    extractions = read(*(texts or (ONE, TWO, ELSEWHERE)))
    analysis = derive(extractions, proposals=(proposal, FERRY))
    return {(one.kind, one.text): one for one in suggest(extractions, proposal, analysis.stances, (FERRY,))}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "text", "rule"),
    [
        ("alias", "undersea tunnel", "suggest.same_head"),
        ("alias", "road under the fairway", "suggest.apposition"),
        ("alias", "crossing under the harbor", "suggest.judged"),
        ("alias", "Harbor link", "suggest.title"),
        ("alias", "HT", "suggest.acronym"),
        ("carrier", "dig", "suggest.definite"),
        ("argument_for", "shorten way to the hospital", "suggest.effect"),
        ("argument_against", "salt in the wells", "suggest.worry"),
        ("argument_against", "destroy mussel banks", "suggest.effect"),
    ],
)
def test_each_rule_offers_what_it_is_for(kind: str, text: str, rule: str) -> None:
    assert rule in offered()[kind, text].rules


@pytest.mark.slow
def test_suggestion_has_its_numbers_its_actors_and_a_sentence() -> None:
    found = offered()
    name, reason = found["alias", "undersea tunnel"], found["argument_for", "shorten way to the hospital"]
    assert (name.count, name.articles, name.actors) == (2, 2, ())
    assert (reason.count, reason.articles, reason.actors) == (2, 2, (("person:ann-vance", 2),))
    article, (start, end) = name.example
    text = next(each.article.text for each in read(ONE, TWO, ELSEWHERE) if each.article.id == article)
    assert text[start:end] == "He also opposes the undersea tunnel."


@pytest.mark.slow
def test_nothing_comes_from_articles_that_do_not_name_it_nor_from_other_proposals() -> None:
    texts = {text for _, text in offered()}
    assert not texts & {"road tunnel", "long railway tunnel", "railway tunnel", "night ferry"}
    assert offered(Proposal("airport", "Airport for Stavern", aliases=("second airport",))) == {}


@pytest.mark.slow
def test_what_was_approved_is_not_offered_again_and_brings_more() -> None:
    approved = Proposal(
        "tunnel", "Harbor tunnel", aliases=("harbor tunnel", "undersea tunnel"), carriers=("dig",),
        arguments_for=("shorten the way to the hospital",), arguments_against=("salt in the wells",),
    )  # fmt: skip
    found = offered(approved)
    assert not {key[1] for key in found} & {"undersea tunnel", "dig", "salt in the wells"}
    assert ("argument_against", "destroy mussel banks") in found


@pytest.mark.slow
def test_suggestions_are_few_and_in_a_fixed_order() -> None:
    extractions = read(ONE, TWO, ELSEWHERE)
    analysis = derive(extractions, proposals=(TUNNEL,))
    found = suggest(extractions, TUNNEL, analysis.stances)
    assert found == suggest(extractions[::-1], TUNNEL, analysis.stances[::-1])
    assert [one.kind for one in found] == sorted((one.kind for one in found), key=SUGGESTED.index)
    assert all(sum(one.kind == kind for one in found) <= MOST for kind in SUGGESTED)

"""Bodies that an article names in short, over the articles of one story."""

import pytest

from stanceline.discourse.actors.merge import merge_actors
from stanceline.discourse.actors.stories import name_words
from stanceline.reading.article import Article
from stanceline.records import Extraction, LocalActor, Mention

HALE = LocalActor("Petra Hale", "person")
ROWE = LocalActor("Simon Rowe", "person")


def story(article: str, *actors: LocalActor) -> Extraction:
    return Extraction(Article(article, "", ""), actors=actors)


def body(name: str, *, anonymous: bool = False) -> LocalActor:
    return LocalActor(name, "organization", anonymous=anonymous)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        (body("council", anonymous=True), "Ashbury Town Council"),
        (body("Lakota council", anonymous=True), "Lakota people's council"),
        (body("Local 212"), "Dockers' Union Local 212"),
        (body("Medical Center"), "Ashbury Medical Center"),
        (body("Danish federation", anonymous=True), "Denmark Handball Federation"),
        (body("players' union", anonymous=True), "Northern League Players' Union"),
    ],
)
def test_a_short_name_is_the_long_name_of_the_same_story(short: LocalActor, long: str) -> None:
    merged = merge_actors([story("a", HALE, ROWE, body(long)), story("b", HALE, LocalActor("Rowe", "person"), short)])
    assert merged.id_of("b", 2) == merged.id_of("a", 2)
    name = next(actor.name for actor in merged.actors if actor.id == merged.id_of("a", 2))
    assert name == long


def test_another_story_has_another_council() -> None:
    merged = merge_actors([story("a", HALE, ROWE, body("Ashbury Town Council")), story("b", HALE, body("council"))])
    assert merged.id_of("b", 1) != merged.id_of("a", 2)


def test_of_two_councils_neither_is_taken() -> None:
    first = story("a", HALE, ROWE, body("Ashbury Town Council"), body("Marlow District Council"))
    merged = merge_actors([first, story("b", HALE, ROWE, body("council", anonymous=True))])
    assert merged.id_of("b", 2) not in (merged.id_of("a", 2), merged.id_of("a", 3))


def test_a_body_that_the_article_names_itself_is_not_meant() -> None:
    second = story("b", HALE, ROWE, body("Ashbury Town Council"), body("parish council", anonymous=True))
    merged = merge_actors([story("a", HALE, ROWE, body("Ashbury Town Council")), second])
    assert merged.id_of("b", 3) != merged.id_of("b", 2)


def test_words_of_names_know_adjectives_of_states() -> None:
    assert name_words("the Uzbek Chess Federation") == ("uzbekistan", "chess", "federation")
    assert name_words("Bank of Spain") == ("bank", "spain")


def test_a_lone_name_is_the_person_of_the_story() -> None:
    kalnina = LocalActor("Ilze Kalniņa", "person")
    merged = merge_actors([story("a", HALE, ROWE, kalnina), story("b", HALE, ROWE, body("Kalniņa"))])
    assert merged.id_of("b", 2) == merged.id_of("a", 2) == "person:ilze-kalnina"
    assert next(a.kind for a in merged.actors if a.id == "person:ilze-kalnina") == "person"


def test_a_minister_without_a_state_has_that_of_the_articles() -> None:
    norway = LocalActor("Norway", "state", known="state:NO")
    minister = LocalActor("Tove Lind", "person", office="finance minister")
    mentions = tuple(Mention(i, i + 1, i, "name", 0, "x") for i in range(3))
    item = Extraction(Article("a", "", ""), mentions=mentions, actors=(norway, minister))
    merged = merge_actors([item])
    assert next(a.parent for a in merged.actors if a.id == "person:tove-lind") == "state:NO"
    alone = merge_actors([story("b", minister)])
    assert next(a.parent for a in alone.actors if a.id == "person:tove-lind") is None

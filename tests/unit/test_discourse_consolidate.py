"""Actors over several articles: who is merged, who stays apart, whose parents exist, and what decisions do."""

from itertools import permutations

import pytest

from stanceline.discourse.actors.merge import Identities, merge_actors
from stanceline.reading.article import Article
from stanceline.records import ActorRow, Decision, Extraction, LocalActor, Mention, Statement


def extraction(article: str, *actors: LocalActor, sources: tuple[int, ...] = ()) -> Extraction:
    """An article with one mention for each actor, and a statement for each source."""
    mentions = tuple(Mention(i * 10, i * 10 + 5, i, "name", i, "x") for i in range(len(actors)))
    statements = tuple(Statement(i, None, None, ((0, 1),), "direct", "x") for i in sources)
    return Extraction(Article(article, "", ""), mentions=mentions, actors=actors, statements=statements)


def row(identities: Identities, key: str) -> ActorRow:
    return next(actor for actor in identities.actors if actor.id == key)


def ids(identities: Identities) -> list[str]:
    return [actor.id for actor in identities.actors]


MACRON = LocalActor(
    "Emmanuel Macron", "person", known="person:emmanuel-macron", office="president", of="state:FR", speaks_for_it=True
)
HAUGSTAD = LocalActor("Lene Haugstad", "person", office="envoy", of="org:nato", speaks_for_it=True)
NATO = LocalActor("NATO", "organization", known="org:nato")


def test_the_gazetteer_key_is_the_id_and_parents_get_rows() -> None:
    merged = merge_actors([extraction("a", MACRON)])
    assert merged.id_of("a", 0) == "person:emmanuel-macron"
    assert row(merged, "person:emmanuel-macron").parent == "state:FR"
    assert row(merged, "state:FR") == ActorRow("state:FR", "France", "state", None, None, (), ("France",))


def test_ministries_lead_up_to_their_state() -> None:
    spokesman = LocalActor("Wang Wenbin", "person", office="spokesman", of="org:cn-mfa", speaks_for_it=True)
    merged = merge_actors([extraction("a", spokesman)])
    assert row(merged, "person:wang-wenbin").parent == "org:cn-mfa"
    assert row(merged, "org:cn-mfa").parent == "state:CN"
    assert row(merged, "state:CN").parent is None


def test_full_names_merge_whatever_their_accents() -> None:
    first = LocalActor("Ramiro Ayala Benítez", "person")
    second = LocalActor("Ramiro Ayala Benitez", "person")
    merged = merge_actors([extraction("a", first), extraction("b", second)])
    assert merged.id_of("a", 0) == merged.id_of("b", 0) == "person:ramiro-ayala-benitez"


def test_a_surname_joins_the_one_person_whose_body_the_article_names() -> None:
    lone = LocalActor("Haugstad", "person")
    merged = merge_actors([extraction("a", HAUGSTAD, NATO), extraction("b", lone, NATO)])
    assert merged.id_of("b", 0) == "person:lene-haugstad"
    apart = merge_actors([extraction("a", HAUGSTAD, NATO), extraction("b", lone)])
    assert apart.id_of("b", 0) == "person:haugstad@b"


def test_persons_with_one_surname_stay_apart() -> None:
    first = LocalActor("Maya May", "person", of="Abyssal Metals", speaks_for_it=True)
    second = LocalActor("Peter May", "person", of="org:nato", speaks_for_it=True)
    lone = LocalActor("May", "person", of="org:nato")
    merged = merge_actors([extraction("a", first), extraction("b", second), extraction("c", lone)])
    assert merged.id_of("a", 0) != merged.id_of("b", 0)
    assert merged.id_of("c", 0) == "person:peter-may"


def test_short_company_names_and_acronyms_join_the_long_one() -> None:
    merged = merge_actors(
        [
            extraction(
                "a", LocalActor("Lumi Labs", "organization"), LocalActor("Asian Football Confederation", "organization")
            ),
            extraction("b", LocalActor("Lumi", "organization"), LocalActor("AFC", "organization")),
        ]
    )
    assert merged.id_of("b", 0) == "org:lumi-labs"
    assert merged.id_of("b", 1) == "org:asian-football-confederation"
    assert row(merged, "org:lumi-labs").name == "Lumi Labs"


def test_a_name_that_looks_like_a_key_is_not_that_body() -> None:
    merged = merge_actors([extraction("a", LocalActor("Who", "organization"))])
    assert merged.id_of("a", 0) == "org:who-named"


def test_unnamed_actors_never_merge_and_need_a_reference() -> None:
    group = LocalActor("three diplomats", "group", anonymous=True)
    merged = merge_actors([extraction("a", group, sources=(0,)), extraction("b", group)])
    assert merged.id_of("a", 0) == "group:three-diplomats@a"
    assert merged.id_of("b", 0) == "group:three-diplomats@b"
    assert ids(merged) == ["group:three-diplomats@a"]


def test_equal_groups_of_one_article_get_numbers() -> None:
    one = LocalActor("officials", "group", of="state:FR", anonymous=True, speaks_for_it=True)
    two = LocalActor("officials", "group", anonymous=True)
    merged = merge_actors([extraction("a", one, two, sources=(0, 1))])
    assert [merged.id_of("a", i) for i in range(2)] == ["group:officials@a", "group:officials@a-2"]
    assert row(merged, "group:officials@a").parent == "state:FR"
    assert row(merged, "group:officials@a-2").parent is None


def test_the_mayor_is_who_another_article_calls_mayor() -> None:
    full = LocalActor("Dana Kowalczyk", "person", office="mayor")
    bare = LocalActor("Dana Kowalczyk", "person")
    described = LocalActor("mayor", "person", office="mayor", anonymous=True)
    merged = merge_actors([extraction("a", full), extraction("b", bare, described), extraction("c", described)])
    assert merged.id_of("b", 1) == "person:dana-kowalczyk"
    assert merged.id_of("c", 0) == "group:mayor@c"
    assert row(merged, "person:dana-kowalczyk").name == "Dana Kowalczyk"


def test_order_of_articles_does_not_matter() -> None:
    items = [
        extraction("a", HAUGSTAD, NATO),
        extraction("b", LocalActor("Haugstad", "person"), NATO),
        extraction("c", MACRON, LocalActor("Macron", "person", of="state:FR")),
    ]
    expected = merge_actors(items)
    for order in permutations(items):
        assert merge_actors(order) == expected


def test_merging_moves_mentions_and_children() -> None:
    items = [
        extraction(
            "a",
            LocalActor("Abyssal", "organization"),
            LocalActor("Garrick Vosloo", "person", of="Abyssal", speaks_for_it=True),
        ),
        extraction("b", LocalActor("Deep Green", "organization")),
    ]
    plain = merge_actors(items)
    merged = merge_actors(items, [Decision("actor_merge", "org:abyssal", "org:deep-green")])
    assert ids(plain) == ["org:abyssal", "org:deep-green", "person:garrick-vosloo"]
    assert ids(merged) == ["org:deep-green", "person:garrick-vosloo"]
    assert merged.id_of("a", 0) == "org:deep-green"
    assert row(merged, "person:garrick-vosloo").parent == "org:deep-green"
    assert [mention.article for mention in row(merged, "org:deep-green").mentions] == ["a", "b"]
    assert row(merged, "org:deep-green").decided_by == "user"


def test_a_renamed_actor_keeps_its_id() -> None:
    merged = merge_actors([extraction("a", MACRON)], [Decision("actor_name", "person:emmanuel-macron", "E. Macron")])
    changed = row(merged, "person:emmanuel-macron")
    assert (changed.name, changed.decided_by) == ("E. Macron", "user")
    assert "Emmanuel Macron" in changed.names


@pytest.mark.parametrize("pairs", [[("org:x", "org:y")], [("org:one", "org:gone")], [("org:one", "org:one")]])
def test_decisions_about_unknown_actors_are_left_alone(pairs: list[tuple[str, str]]) -> None:
    items = [extraction("a", LocalActor("One", "organization"), LocalActor("Two", "organization"))]
    merged = merge_actors(items, [Decision("actor_merge", key, value) for key, value in pairs])
    assert ids(merged) == ["org:one", "org:two"]


def test_a_ring_of_merges_ends_somewhere() -> None:
    items = [extraction("a", LocalActor("One", "organization"), LocalActor("Two", "organization"))]
    merged = merge_actors(
        items, [Decision("actor_merge", "org:one", "org:two"), Decision("actor_merge", "org:two", "org:one")]
    )
    assert ids(merged) == ["org:one"]
    assert merged.id_of("a", 1) == "org:one"


def test_one_person_under_title_middle_name_and_surname_is_one_over_articles() -> None:
    union = LocalActor("Dockworkers' Union", "organization")
    full = LocalActor("Samuel J. Ortiz", "person", office="president", of="Dockworkers' Union", speaks_for_it=True)
    short = LocalActor("Samuel Ortiz", "person", office="union president", of="Dockworkers' Union")
    lone = LocalActor("Ortiz", "person")
    merged = merge_actors([extraction("a", full, union), extraction("b", short), extraction("c", lone, union)])
    assert {merged.id_of("a", 0), merged.id_of("b", 0), merged.id_of("c", 0)} == {"person:samuel-j-ortiz"}


def test_a_surname_that_two_of_one_body_bear_joins_neither() -> None:
    college = LocalActor("Hartwell College", "organization")
    first = LocalActor("Ellen Marsh", "person", office="president", of="Hartwell College")
    second = LocalActor("Owen Marsh", "person", office="bursar", of="Hartwell College")
    lone = LocalActor("Marsh", "person")
    merged = merge_actors([extraction("a", first, college), extraction("b", second), extraction("c", lone, college)])
    assert len({merged.id_of("a", 0), merged.id_of("b", 0), merged.id_of("c", 0)}) == 3


def test_an_acronym_of_one_article_is_the_name_of_another() -> None:
    told = LocalActor("National Union of Fishers", "organization", names=("National Union of Fishers", "NUF"))
    short = LocalActor("NUF", "organization")
    merged = merge_actors([extraction("a", told), extraction("b", short)])
    assert merged.id_of("a", 0) == merged.id_of("b", 0) == "org:national-union-of-fishers"


def test_a_province_and_its_short_name_are_one() -> None:
    merged = merge_actors(
        [
            extraction("a", LocalActor("Province of Salta", "organization")),
            extraction("b", LocalActor("Salta", "organization")),
        ]
    )
    assert merged.id_of("a", 0) == merged.id_of("b", 0) == "org:province-of-salta"


def test_chambers_of_two_towns_stay_apart() -> None:
    merged = merge_actors(
        [
            extraction("a", LocalActor("Milford Chamber of Commerce", "organization")),
            extraction("b", LocalActor("Ashbury Chamber of Commerce", "organization")),
        ]
    )
    assert merged.id_of("a", 0) != merged.id_of("b", 0)

"""Who is in a text: short texts with the actors and links they must yield."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from stanceline import paths
from stanceline.discourse.actors.cast import Cast, find_cast
from stanceline.discourse.actors.gazetteer import (
    folded,
    load_gazetteer,
    pieces_of,
    slug,
    surnames_of,
)
from stanceline.discourse.actors.roles import load_roles
from stanceline.discourse.actors.tables import GazetteerError, read_table
from stanceline.discourse.language import LanguageModel, verify_model
from stanceline.reading.article import Article
from stanceline.reading.furniture import mark_blocks
from stanceline.reading.parse import EMPTY_PARSE, Tree
from stanceline.records import LocalActor, Mention

GOLDEN = [
    json.loads(line) for line in (Path(__file__).parents[1] / "golden/actors.jsonl").read_text("utf-8").splitlines()
]


@pytest.fixture(scope="module")
def model() -> LanguageModel:
    return LanguageModel(verify_model())


def read(model: LanguageModel, text: str) -> tuple[Cast, Tree]:
    article = Article("a", text, hashlib.sha256(text.encode()).hexdigest(), blocks=mark_blocks(text))
    tree = Tree(text, model.parse(article))
    return find_cast(article, tree), tree


def place(text: str, words: str, nth: int) -> int:
    """Where the words stand for the n-th time as whole words."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
        while text[start - 1 : start].isalnum() or text[start + len(words) : start + len(words) + 1].isalnum():
            start = text.index(words, start + 1)
    return start


def linked(cast: Cast, tree: Tree, text: str, words: str, nth: int) -> str | None:
    """The name of the actor at the last word of the n-th occurrence."""
    end = place(text, words, nth) + len(words)
    token = next(token for token in range(len(tree)) if tree.parse.end[token] >= end)
    mention = cast.mention_at(token)
    inside = mention is not None and mention.start <= end - 1 < mention.end
    return cast.named(mention.actor).name if mention is not None and inside and mention.actor is not None else None


@pytest.mark.slow
@pytest.mark.parametrize("case", GOLDEN, ids=[case["note"] for case in GOLDEN])
def test_finds_the_cast(case: Mapping[str, Any], model: LanguageModel) -> None:
    text = str(case["text"])
    cast, tree = read(model, text)
    actors = {actor.name: asdict(actor) for actor in cast.actors}
    for wanted in case["actors"]:
        found = actors.get(wanted["name"], {})
        assert {key: found.get(key) for key in wanted} == wanted, sorted(actors)
    links = [[words, nth, linked(cast, tree, text, words, nth)] for words, nth, _ in case["links"]]
    assert links == case["links"]


@pytest.mark.slow
def test_sample_articles_have_their_actors(model: LanguageModel) -> None:
    text = paths.resource("../seeds/000_4ae00a725297815d.txt").read_text("utf-8")
    cast, _ = read(model, text)
    known = {actor.known: actor for actor in cast.actors if actor.known}
    assert {"state:FR", "state:CN", "state:JP", "org:nato", "person:emmanuel-macron", "person:jens-stoltenberg"} <= set(
        known
    )
    assert "state:KP" not in known
    groups = {actor.name for actor in cast.actors if actor.kind == "group"}
    assert {"three European diplomats", "some other NATO allies", "majority of Asian countries"} <= groups
    assert all(actor.anonymous for actor in cast.actors if actor.kind == "group")
    for mention in cast.mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.actor is None or 0 <= mention.actor < len(cast.actors)


def test_empty_article_has_no_cast() -> None:
    article = Article("a", "", "", blocks=())
    assert find_cast(article, Tree("", EMPTY_PARSE)) == Cast((), (), ())


def test_a_cast_can_be_extended() -> None:
    cast, index = Cast((), (), ()).with_actor(
        LocalActor("a resident", "person"), Mention(0, 10, 1, "description", None, "x")
    )
    assert index == 0
    assert cast.actor_of(1) == 0
    assert cast.actor_of(0) is None
    assert cast.named(0).name == "a resident"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("United States", "state:US"),
        ("U.S.", "state:US"),
        ("Türkiye", "state:TR"),
        ("Cote d'Ivoire", "state:CI"),
        ("NATO", "org:nato"),
        ("North Atlantic Treaty Organization", "org:nato"),
        ("Kishida Fumio", "person:fumio-kishida"),
        ("Quebec", "state:CA-QC"),
    ],
)
def test_gazetteer_knows_forms(name: str, key: str) -> None:
    assert load_gazetteer().find(name, "name") == key


@pytest.mark.parametrize("text", ["who", "us", "is", "Us", "nato member", "the west"])
def test_gazetteer_minds_capitals(text: str) -> None:
    assert load_gazetteer().match(list(pieces_of(text)), 0) == []


def test_gazetteer_parents_are_known() -> None:
    gazetteer = load_gazetteer()
    for known in gazetteer.known.values():
        assert known.parent is None or known.parent in gazetteer.known
        assert known.country is None or known.country in gazetteer.known
        assert set(known.members) <= set(gazetteer.known)
    assert gazetteer.known["org:cn-mfa"].parent == "state:CN"
    assert gazetteer.known["org:us-congress"].parent is None
    assert gazetteer.known["org:european-commission"].parent == "org:eu"


def test_roles_are_found_by_their_last_word() -> None:
    roles = load_roles()
    size, role = roles.ending_at(["chinese", "foreign", "ministry", "spokesman"], 3) or (0, None)
    assert (size, role and role.speaks_for) == (3, "state")
    former = roles.ending_at(["former", "president"], 1)
    assert former is not None
    assert former[1].former


def test_names_fold_and_slug() -> None:
    assert folded("The U.S. Élysée’s") == "us elysee"
    assert slug("São Tomé and Príncipe") == "sao-tome-and-principe"
    assert slug("…") == "unnamed"
    assert surnames_of("Ursula von der Leyen", family_first=False) == ["leyen", "von der leyen"]
    assert surnames_of("Wang Wenbin", family_first=True) == ["wang"]
    assert surnames_of("John G. Roberts Jr.", family_first=False) == ["roberts"]


def test_a_table_without_its_columns_is_refused() -> None:
    with pytest.raises(GazetteerError, match=r"no column \"colour\""):
        read_table("actors/places.tsv", "colour")


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (
            "role\tspeaks_for\nport warden\teverybody\n",
            r'Line 2 of ".*roles.tsv" has "everybody" in the column "speaks_for"',
        ),
        ("role\tcolor\nport warden\tred\n", r'Line 1 of ".*roles.tsv" names a column "color"; known are role'),
        ("role\tspeaks_for\n# ours\n\tself\n", r'Line 3 of ".*roles.tsv" has nothing in the column "role"'),
        ("role\tspeaks_for\nport warden\tself\tno\n", r'Line 2 of ".*roles.tsv" has 3 cells, 2 at most'),
        ("speaks_for\nself\n", r'Line 1 of ".*roles.tsv" does not name the column "role"'),
    ],
)
def test_a_bad_row_of_the_users_table_is_named(
    table: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = users_table(tmp_path, monkeypatch)
    own.write_text(table, "utf-8")
    with pytest.raises(GazetteerError, match=told):
        read_table("actors/roles.tsv", "role", "speaks_for")


def test_the_users_rows_stand_behind_the_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    users_table(tmp_path, monkeypatch).write_text("role\tspeaks_for\nport warden\torganization\n", "utf-8")
    rows = read_table("actors/roles.tsv", "role", "speaks_for")
    assert rows[0]["role"] == "president"
    assert rows[-1]["role"] == "port warden"
    assert rows[-1]["former"] == ""


def users_table(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user's table of roles stands, its folder made."""
    monkeypatch.setenv("STANCELINE_PROFILE", str(folder))
    own = paths.config_folder() / "actors" / "roles.tsv"
    own.parent.mkdir(parents=True)
    return own

"""States and organizations by name: known ones, the article's own, short forms, parties; and the article's home."""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache

from stanceline.discourse.actors.chunks import Chunk, acronym_of, is_capital
from stanceline.discourse.actors.gazetteer import folded
from stanceline.discourse.actors.local_bodies import city, city_of_council, full_local_name
from stanceline.discourse.actors.metonyms import stands_for_government
from stanceline.discourse.actors.scene import Draft, Scene
from stanceline.discourse.actors.tables import read_table
from stanceline.discourse.actors.words import word_list


def link_names(scene: Scene) -> None:
    """Give every chunk that is a state or an organization its actor and mention."""
    for chunk in scene.chunks:
        if chunk.sort == "state":
            scene.mention(chunk.first, chunk.end, "name", scene.known(chunk.keys[0]), "actor.name.state")
    for chunk in scene.chunks:
        if chunk.sort == "organization":
            _link_organization(scene, chunk)
        elif chunk.sort in ("adjective", "noun"):
            _link_adjective(scene, chunk)
        elif chunk.sort in ("capital", "metonym"):
            _link_place(scene, chunk)
        elif chunk.sort == "place" and scene.acts(chunk.end - 1):
            _link_region(scene, chunk)


def link_parties(scene: Scene) -> None:
    """Parties called by their members: "Conservatives", "the New Democrats", but not "seven Liberals"."""
    tree = scene.tree
    for token in range(len(tree)):
        if not is_capital(tree.words[token]) or token in scene.by_token:
            continue
        if tree.dep[token] in ("amod", "compound", "nmod") and tree.head[token] > token:
            _link_party_adjective(scene, token)
        if _is_wing(scene, token):
            text = tree.words[token]
            scene.mention(token - 1, token + 1, "name", _party(scene, text), "actor.name.party", head=token)
        if scene.noun_sort(token) != "party" or token in scene.by_token:
            continue
        modifies = tree.head[token] > token and tree.dep[token] == "compound"
        if modifies or not (scene.is_plural(token) or tree.lower[token].endswith("s")):
            continue
        first = token
        while first > 0 and tree.lower[first - 1] in (
            "new",
            "social",
            "christian",
            "liberal",
            "national",
            "free",
            "independent",
        ):
            first -= 1
        first = _longer_party(scene, first)
        if any(kid < first for kid in tree.kids(token, "nummod", "amod", "quantmod")):
            continue
        if (first > 0 and tree.tag[first - 1] in ("CD", "PDT")) or tree.lower[first - 1 : first] in (
            ["some"],
            ["many"],
            ["most"],
            ["few"],
        ):
            continue
        text = scene.text(first, token + 1)
        if first == tree.sentence_tokens(token).start and not _is_party_name(scene, first, text):
            continue  # a capital at the start of a sentence proves nothing
        found = find_by_short_form(scene, Chunk(first, token + 1, "name"))
        actor = _party(scene, text) if found is None else found
        scene.called(actor, text)
        scene.mention(first, token + 1, "name", actor, "actor.name.party", head=token)


def _is_wing(scene: Scene, token: int) -> bool:
    """`The Left supported the ban`, `the Left, the Greens and ...`: a party called by where it sits."""
    tree = scene.tree
    if tree.words[token] != "Left" or tree.lower[token - 1 : token] != ["the"] or token in scene.by_token:
        return False
    behind = tree.words[token + 1 : token + 2]
    named = bool(behind) and (is_capital(behind[0]) or behind[0] in ("-", "of"))
    return not named and token not in scene.finder.headline_tokens


def _longer_party(scene: Scene, first: int) -> int:
    """`the Constitutional Liberals`: the first token of a name whose last word is a usual party's."""
    tree, before = scene.tree, first - 1
    if before < 1 or not is_capital(tree.words[before]) or before in scene.by_token or tree.lower[before - 1] != "the":
        return first
    opens = before == tree.sentence_tokens(first).start
    free = tree.lower[before] in word_list("no_part") | word_list("rank") | word_list("function")
    return first if opens or free or tree.head[before] != first else before


def _link_party_adjective(scene: Scene, token: int) -> None:
    """`Conservative leader Anna Reed`, `a Labour spokesman`: the party by its adjective before one of its people."""
    tree = scene.tree
    head = tree.head[token]
    word = tree.lower[token]
    listed = word + "s" in _party_names() or word == "labour"
    if not (listed and token < head <= token + 3 and scene.noun_sort(token + 1) == "person"):
        return
    if scene.finder.headline_tokens & {token} or token + 1 in scene.finder.headline_tokens:
        return
    text = tree.words[token] if word == "labour" else tree.words[token] + "s"
    found = find_by_short_form(scene, Chunk(token, token + 1, "name"))
    actor = _party(scene, text) if found is None else found
    scene.mention(token, token + 1, "adjective", actor, "actor.name.party", head=token)


def _is_party_name(scene: Scene, token: int, text: str) -> bool:
    """Whether the article writes the word with a capital elsewhere, or its home state has a party of that name."""
    home = home_state(scene)
    name = _party_names().get(text.lower(), "")
    country = "" if home is None else scene.gazetteer.known[home].name
    known = home is not None and any(scene.gazetteer.find(f) for f in (f"{name} ({country})", f"{name} of {country}"))
    return known or scene.finder.is_named_elsewhere(token)


@cache
def _party_names() -> dict[str, str]:
    return {row["word"]: row["name"] for row in read_table("actors/parties.tsv", "word", "name")}


def _party(scene: Scene, text: str) -> int:
    """The party by its usual name, with the article's home state: "Conservative Party (Canada)"."""
    home = home_state(scene)
    name = _party_names().get(text.lower(), text)
    if home is not None:
        country = scene.gazetteer.known[home].name
        for form in (f"{name} ({country})", f"{name} of {country}", name):
            key = scene.gazetteer.find(form, "name")
            if key is not None and scene.gazetteer.known[key].country == home:
                return scene.known(key)
        name = f"{name} ({country})"
    for index, draft in enumerate(scene.drafts):
        if draft.kind == "organization" and not draft.anonymous and name in (draft.name, *draft.names):
            return index
    if text.isupper() or not text.lower().endswith("s"):
        return scene.add(Draft(name, "organization"))
    # A party that the tables do not know is called as the text calls it.
    called = text if home is None else f"{text} ({scene.gazetteer.known[home].name})"
    return scene.add(Draft(called, "organization", names=[name] if called != name else []))


def link_acronyms(scene: Scene) -> None:
    """Short forms of organizations that the article names in full somewhere: acronyms and single words of the name."""
    for chunk in scene.chunks:
        if chunk.sort not in ("name", "body") or chunk.first in scene.by_token:
            continue
        if chunk.sort == "name" and not scene.text(chunk.first, chunk.end).isupper():
            continue  # a person may bear the word as surname; persons come first
        found = find_by_short_form(scene, chunk)
        if found is not None:
            scene.called(found, scene.text(chunk.first, chunk.end))
            scene.mention(chunk.first, chunk.end, "name", found, "actor.name.short")


def home_state(scene: Scene) -> str | None:
    """The key of the state that the article names more often than all others together, None for none."""
    counts = Counter(
        draft.known.partition("-")[0]  # a province counts for its country
        for mention in scene.mentions
        if mention.actor is not None and (draft := scene.drafts[mention.actor]).kind == "state" and draft.known
    )
    if not counts:
        return None
    key, most = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return key if most * 2 > sum(counts.values()) else None


def home_body(scene: Scene) -> str | None:
    """The organization that the article names more often than all others together and at least three times, or None."""
    counts = Counter(
        scene.body_of(mention.actor)
        for mention in scene.mentions
        if mention.actor is not None and mention.kind != "pronoun"
        if scene.drafts[mention.actor].kind == "organization" and not scene.drafts[mention.actor].anonymous
    )
    if not counts:
        return None
    name, most = min(counts.items(), key=lambda item: (-item[1], item[0] or ""))
    second = max((count for other, count in counts.items() if other != name), default=0)
    return name if most >= 3 and most >= 2 * second else None


# ---- states ---------------------------------------------------------------------------------------------


def _link_adjective(scene: Scene, chunk: Chunk) -> None:
    tree, state = scene.tree, scene.known(_best_key(scene, chunk))
    last = chunk.end - 1
    if chunk.sort == "noun":
        article = tree.lower[chunk.first - 1] if chunk.first else ""
        if article == "the" and tree.kid(last, "nummod", "amod") is None:
            scene.mention(chunk.first - 1, chunk.end, "metonym", state, "actor.state.people")
        elif article != "the" and (scene.is_plural(last) or article in ("a", "an")):
            return  # people of a country, not the country: a group or a person
        else:
            scene.mention(chunk.first, chunk.end, "adjective", state, "actor.state.adjective")
        return
    if tree.pos[last] not in ("ADJ", "PROPN", "NOUN"):
        return
    scene.mention(chunk.first, chunk.end, "adjective", state, "actor.state.adjective")


def _link_region(scene: Scene, chunk: Chunk) -> None:
    """ "Europe", "the West" where they act: a group of states with a name of its own."""
    text = scene.text(chunk.first, chunk.end)
    if text.lower() not in word_list("acting_region"):
        return
    found = next((i for i, draft in enumerate(scene.drafts) if draft.kind == "group" and draft.name == text), None)
    actor = scene.add(Draft(text, "group")) if found is None else found
    scene.mention(chunk.first, chunk.end, "name", actor, "actor.name.region", confidence=0.8)


def _best_key(scene: Scene, chunk: Chunk) -> str:
    """The key that the article names elsewhere; the first where that decides nothing."""
    return next((key for key in chunk.keys if key in scene.by_key), chunk.keys[0])


def _link_place(scene: Scene, chunk: Chunk) -> None:
    token = scene.tree.root_of(range(chunk.first, chunk.end))
    head = chunk.end - 1 if token is None else token
    if chunk.sort == "metonym":
        before = scene.tree.lower[chunk.first - 1] if chunk.first else ""
        if before not in ("at", "near", "outside", "in", "inside") or scene.tree.dep[head] != "pobj":
            scene.mention(chunk.first, chunk.end, "metonym", scene.known(_best_key(scene, chunk)), "actor.metonym.seat")
        return
    if stands_for_government(scene, head):
        actor = government_at(scene, chunk)
        scene.mention(chunk.first, chunk.end, "metonym", actor, "actor.metonym.capital", confidence=0.9)


def government_at(scene: Scene, chunk: Chunk) -> int:
    """The state whose capital this is; the union for Brussels where the article does not name Belgium."""
    return scene.known("org:eu" if _is_brussels(scene, chunk) else _best_key(scene, chunk))


def _is_brussels(scene: Scene, chunk: Chunk) -> bool:
    return scene.text(chunk.first, chunk.end) == "Brussels" and "state:BE" not in scene.by_key


# ---- organizations --------------------------------------------------------------------------------------


def _link_organization(scene: Scene, chunk: Chunk) -> None:
    text = scene.text(chunk.first, chunk.end)
    key = _known_body(scene, chunk) if chunk.keys else None
    region = _region_of(scene, chunk.keys[0]) if chunk.keys and key is None and text in ("House", "Senate") else None
    if region is not None:
        actor = _local_organization(scene, chunk, f"{scene.gazetteer.known[region].name} {text}")
        scene.drafts[actor].of = scene.drafts[actor].of or region
        scene.called(actor, text)
        scene.mention(chunk.first, chunk.end, "name", actor, "actor.name.chamber", confidence=0.8)
        return
    if chunk.keys and key is None and scene.noun_sort(chunk.first) == "body" and chunk.end - chunk.first == 1:
        return  # a common word with a capital: a description
    actor = scene.known(key) if key else _local_organization(scene, chunk, text)
    scene.called(actor, text)
    scene.mention(chunk.first, chunk.end, "name", actor, "actor.name.organization")
    _learn_acronym(scene, chunk, actor)


def _known_body(scene: Scene, chunk: Chunk) -> str | None:
    """The key of a known body; a common word ("Senate") needs its country named, and no other country as home."""
    text = scene.text(chunk.first, chunk.end)
    countries = [scene.gazetteer.known[key].country for key in chunk.keys]
    common = (
        (chunk.end - chunk.first == 1 and scene.noun_sort(chunk.first) == "body")
        or len(chunk.keys) > 1
        or text in _COMMON
    )
    known = scene.gazetteer.known[chunk.keys[0]]
    common = common or (known.sort == "party" and "(" in known.name and "(" not in text)
    if known.country is not None and text in ("House", "Senate") and _is_regional(scene, known.country):
        return None  # the chamber of the region's own legislature
    home = home_state(scene)
    if text in ("House", "Senate") and home != known.country:
        return None  # many states have one
    if not common:
        return chunk.keys[0]
    if home is not None and home in countries:
        return None if _is_regional(scene, home) else chunk.keys[countries.index(home)]
    if known.country is None and known.sort != "party":
        return chunk.keys[0] if _is_shown(scene, chunk.keys[0]) else None
    near = [i.country for i in (scene.gazetteer.known[key] for key in scene.by_key) if i.kind == "state"]
    fitting = [key for key, country in zip(chunk.keys, countries, strict=True) if country in near]
    others = set(near) - set(countries)
    return fitting[0] if len(fitting) == 1 and not others else None


def _is_shown(scene: Scene, key: str) -> bool:
    """Whether the article names the far body in full, the union that it belongs to, or a sister body.

    "The Council" of a city story is not the Council of the European Union.
    """
    return _once(scene, ("shown", key), lambda: any(_shows(scene, chunk, key) for chunk in scene.chunks))


def _shows(scene: Scene, chunk: Chunk, key: str) -> bool:
    known, other = scene.gazetteer.known[key], scene.gazetteer.known.get(chunk.keys[0]) if chunk.keys else None
    if chunk.sort == "capital" and known.parent == "org:eu" and scene.text(chunk.first, chunk.end) == "Brussels":
        return True
    bare = chunk.end - chunk.first == 1 and scene.noun_sort(chunk.first) == "body"
    if other is None or bare:
        return False
    return other.key in (known.key, known.parent) or (other.parent is not None and other.parent == known.parent)


def _region_of(scene: Scene, key: str) -> str | None:
    """The only region of a body's country that the article names, None for none or several."""
    home = scene.gazetteer.known[key].country or ""
    found = sorted({d.known for d in scene.drafts if d.kind == "state" and d.known and d.known.startswith(home + "-")})
    return found[0] if home and len(found) == 1 else None


def _is_regional(scene: Scene, home: str) -> bool:
    """Whether the article is about one region of the home state, which it does not name itself."""
    region = any(draft.known is not None and draft.known.startswith(home + "-") for draft in scene.drafts)
    return region and not _once(
        scene, ("federal", home), lambda: any(_is_federal(scene, chunk, home) for chunk in scene.chunks)
    )


def _is_federal(scene: Scene, chunk: Chunk, home: str) -> bool:
    known = scene.gazetteer.known.get(chunk.keys[0]) if chunk.keys else None
    if known is None or known.sort == "party" or scene.text(chunk.first, chunk.end) in ("House", "Senate"):
        return False
    return home in (known.key, known.country)


def _once(scene: Scene, question: tuple[str, str], answer: Callable[[], bool]) -> bool:
    """The answer to a question about the whole article, worked out on first use."""
    if question not in scene.decided:
        scene.decided[question] = answer()
    return scene.decided[question]


_COMMON = frozenset(
    {
        "Supreme Court",
        "House of Commons",
        "House of Lords",
        "Treasury",
        "House of Representatives",
        "Foreign Office",
        "Home Office",
    }
)


def _local_organization(scene: Scene, chunk: Chunk, text: str) -> int:
    name = text[4:] if text.lower().startswith("the ") else text
    if name.isupper() and " " in name:
        name = name.title()
    short, name = name, full_local_name(scene, name)
    key = folded(name)
    for index, draft in enumerate(scene.drafts):
        if (
            draft.kind == "organization"
            and not draft.anonymous
            and key in {folded(form) for form in [draft.name, *draft.names]}
        ):
            return index
    longer = [
        index
        for index, draft in enumerate(scene.drafts)
        if draft.kind == "organization"
        and draft.known is None
        and not draft.anonymous
        and _extends(folded(draft.name), key)
    ]
    if len(longer) == 1 and " " in key:
        if len(name) > len(scene.drafts[longer[0]].name):
            scene.drafts[longer[0]].names.append(scene.drafts[longer[0]].name)
            scene.drafts[longer[0]].name = name
        return longer[0]
    draft = _new_organization(scene, chunk, name)
    council = city_of_council(name)
    if council is not None:
        draft.of, draft.speaks_for_it = city(scene, council), True
    draft.names += [short] if short != name else []
    return scene.add(draft)


def _extends(one: str, other: str) -> bool:
    """Whether one folded name is the other with more words behind, or the first ends with the second."""
    return one.startswith(other + " ") or other.startswith(one + " ") or one.endswith(" " + other)


def _new_organization(scene: Scene, chunk: Chunk, name: str) -> Draft:
    """A body of the article's own; ministries and governments of a known state belong to it."""
    draft = Draft(name, "organization")
    if re.search(r"\b(?:Ministry|Department|Government|Embassy|Treasury)\b", name, re.I):
        for token in range(chunk.first, chunk.end):
            found = scene.gazetteer.match(scene.finder.pieces, scene.finder.first_piece[token])
            keys = [
                form.keys[0]
                for _, form in found
                if form.sort in ("name", "adjective") and form.keys[0].startswith("state:")
            ]
            if keys:
                draft.of, draft.speaks_for_it = keys[0], True
                break
        if draft.of is None:
            draft.of = _seat_behind(scene, chunk) or home_state(scene)
            draft.speaks_for_it = draft.of is not None
            if draft.of is not None:
                draft.names.append(name)
                draft.name = f"{name} ({scene.gazetteer.known[draft.of].name})"
    return draft


def _seat_behind(scene: Scene, chunk: Chunk) -> str | None:
    """`Ministry of Foreign Affairs, Algiers`: the state of the capital behind the comma."""
    seat = scene.chunk_at.get(chunk.end + 1)
    comma = scene.tree.words[chunk.end : chunk.end + 1] == [","]
    return seat.keys[0] if comma and seat is not None and seat.sort in ("capital", "state") else None


def _learn_acronym(scene: Scene, chunk: Chunk, actor: int) -> None:
    """`Asian Football Confederation (AFC)`: the bracketed capitals name the body from then on."""
    words = scene.tree.words
    if chunk.end + 2 < len(words) and words[chunk.end] == "(" and words[chunk.end + 2] == ")":
        short = words[chunk.end + 1]
        if short.isupper() and 2 <= len(short) <= 8 and chunk.end + 1 not in scene.by_token:
            scene.called(actor, short)
            scene.mention(chunk.end + 1, chunk.end + 2, "name", actor, "actor.name.acronym")


def is_town(scene: Scene, chunk: Chunk) -> bool:
    """Whether a name is a place of the article: in its date line, behind "in", or labeled so by the model."""
    words = scene.tree.words[chunk.first : chunk.end]
    text = " ".join(words)
    if text.upper() in scene.dateline_places:
        return True
    if len(words) > 1:
        return False
    return scene.label_of(words[0]) in ("GPE", "LOC") or words[0] in scene.things


def is_young(name: str) -> bool:
    """Whether a folded name is that of a youth wing, which the name of its party never means."""
    return name.startswith(("young ", "youth "))


def find_by_short_form(scene: Scene, chunk: Chunk) -> int | None:
    """The one organization of the article whose acronym, first words or own noun this chunk is."""
    text = scene.text(chunk.first, chunk.end)
    key = folded(text)
    town = is_town(scene, chunk)
    found = []
    for index, draft in enumerate(scene.drafts):
        if draft.kind != "organization" or draft.anonymous:
            continue
        for form in [draft.name, *draft.names]:
            words = form.split()
            whole = folded(form)
            acronym = text.isupper() and 2 <= len(text) <= 7 and len(words) > 1 and acronym_of(words) == text
            part = (
                len(words) > 1
                and chunk.sort == "name"
                and ((whole.startswith(key + " ") and not town) or (whole.endswith(" " + key) and not is_young(whole)))
                and len(key) > 3
            )
            noun = chunk.sort == "body" and key in whole.split() and len(words) > 1
            same = whole == key
            party = len(words) > 1 and words[1] == "Party" and key in (folded(words[0]) + "s", folded(words[0]))
            if acronym or part or noun or same or party:
                found.append(index)
                break
    return found[0] if len(found) == 1 else None

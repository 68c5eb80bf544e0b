"""States and organizations: from names to actors, and from descriptions ("the alliance", "the ministry") back to names."""

import re
from collections import Counter
from functools import cache

from stanceline.discourse.gazetteer import folded, pieces_of, read_table
from stanceline.discourse.metonyms import stands_for_government
from stanceline.discourse.names import Chunk, acronym_of, entity_type, is_capital
from stanceline.discourse.scene import Draft, Scene
from stanceline.discourse.words import word_list


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


def link_parties(scene: Scene) -> None:
    """Parties called by their members: "Conservatives", "the New Democrats", but not "seven Liberals"."""
    tree = scene.tree
    for token in range(len(tree)):
        if scene.noun_sort(token) != "party" or not is_capital(tree.words[token]) or token in scene.by_token:
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
        found = find_by_short_form(scene, Chunk(first, token + 1, "name"))
        actor = _party(scene, text) if found is None else found
        scene.called(actor, text)
        scene.mention(first, token + 1, "name", actor, "actor.name.party", head=token)


@cache
def _party_names() -> dict[str, str]:
    return {row["word"]: row["name"] for row in read_table("actors/parties.tsv", "word", "name")}


def _party(scene: Scene, text: str) -> int:
    """The party by its usual name and country, "Conservative Party (Canada)", the country where the article has a home."""
    home = home_state(scene)
    name = _party_names().get(text.lower(), text)
    if home is not None:
        name = f"{name} ({scene.gazetteer.known[home].name})"
    for index, draft in enumerate(scene.drafts):
        if draft.kind == "organization" and not draft.anonymous and draft.name == name:
            return index
    return scene.add(Draft(name, "organization"))


def link_owned(scene: Scene) -> None:
    """ "his country", "her company": once the pronoun's person is known, the state or body that the person belongs to."""
    for index, mention in enumerate(list(scene.mentions)):
        if mention.kind != "description" or mention.actor is None or not scene.drafts[mention.actor].anonymous:
            continue
        first, _ = scene.token_range(mention)
        owner = scene.actor_at(first) if scene.tree.lower[first] in ("his", "her") else None
        if owner is None or scene.drafts[owner].kind != "person":
            continue
        lemma = scene.lemma(mention.head)
        state = lemma in word_list("country") or lemma in word_list("government")
        of = scene.state_of(owner) if state else scene.drafts[owner].of
        if of is None or (
            not state and lemma not in word_list("company") | {"party", "union", "organization", "ministry"}
        ):
            continue
        actor = scene.find_body(of)
        if actor is None and of in scene.gazetteer.known:
            actor = scene.known(of)
        if actor is not None:
            scene.relink(index, actor, "actor.description.owned")


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
    key = "org:eu" if _is_brussels(scene, chunk) else _best_key(scene, chunk)
    if stands_for_government(scene, head):
        scene.mention(chunk.first, chunk.end, "metonym", scene.known(key), "actor.metonym.capital", confidence=0.9)


def _is_brussels(scene: Scene, chunk: Chunk) -> bool:
    return scene.text(chunk.first, chunk.end) == "Brussels" and "state:BE" not in scene.by_key


# ---- organizations --------------------------------------------------------------------------------------


def _link_organization(scene: Scene, chunk: Chunk) -> None:
    text = scene.text(chunk.first, chunk.end)
    key = _known_body(scene, chunk) if chunk.keys else None
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
    if not common:
        return chunk.keys[0]
    near = [i.country for i in (scene.gazetteer.known[key] for key in scene.by_key) if i.kind == "state"]
    fitting = [key for key, country in zip(chunk.keys, countries, strict=True) if country in near]
    others = set(near) - set(countries)
    return fitting[0] if len(fitting) == 1 and not others else None


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
    key = folded(name)
    for index, draft in enumerate(scene.drafts):
        if (
            draft.kind == "organization"
            and not draft.anonymous
            and key in {folded(form) for form in [draft.name, *draft.names]}
        ):
            return index
    longer = [
        i for i, d in enumerate(scene.drafts)
        if d.kind == "organization" and d.known is None and not d.anonymous
        and (folded(d.name).startswith(key + " ") or key.startswith(folded(d.name) + " ") or folded(d.name).endswith(" " + key))
    ]  # fmt: skip
    if len(longer) == 1 and " " in key:
        if len(name) > len(scene.drafts[longer[0]].name):
            scene.drafts[longer[0]].names.append(scene.drafts[longer[0]].name)
            scene.drafts[longer[0]].name = name
        return longer[0]
    return scene.add(_new_organization(scene, chunk, name))


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
            draft.of = home_state(scene)
            draft.speaks_for_it = draft.of is not None
            if draft.of is not None:
                draft.names.append(name)
                draft.name = f"{name} ({scene.gazetteer.known[draft.of].name})"
    return draft


def _learn_acronym(scene: Scene, chunk: Chunk, actor: int) -> None:
    """`Asian Football Confederation (AFC)`: the bracketed capitals name the body from then on."""
    words = scene.tree.words
    if chunk.end + 2 < len(words) and words[chunk.end] == "(" and words[chunk.end + 2] == ")":
        short = words[chunk.end + 1]
        if short.isupper() and 2 <= len(short) <= 8 and chunk.end + 1 not in scene.by_token:
            scene.called(actor, short)
            scene.mention(chunk.end + 1, chunk.end + 2, "name", actor, "actor.name.acronym")


def find_by_short_form(scene: Scene, chunk: Chunk) -> int | None:
    """The one organization of the article whose acronym, first words or own noun this chunk is."""
    text = scene.text(chunk.first, chunk.end)
    key = folded(text)
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
                and (whole.startswith(key + " ") or whole.endswith(" " + key))
                and len(key) > 3
            )
            noun = chunk.sort == "body" and key in whole.split() and len(words) > 1
            same = whole == key
            party = len(words) > 1 and words[1] == "Party" and key in (folded(words[0]) + "s", folded(words[0]))
            if acronym or part or noun or same or party:
                found.append(index)
                break
    return found[0] if len(found) == 1 else None


# ---- descriptions ---------------------------------------------------------------------------------------


def link_descriptions(scene: Scene) -> None:
    """ "the alliance", "the French government", "the council", "his country": bodies named by a common noun."""
    home = home_state(scene)
    for token in range(len(scene.tree)):
        if token in scene.by_token or scene.tree.pos[token] not in ("NOUN", "PROPN"):
            continue
        sort = scene.noun_sort(token)
        if sort == "body" or (sort == "site" and scene.acts(token)):
            if scene.tree.dep[token] != "compound":
                _link_body_noun(scene, token, home)
            elif sort == "body":
                _link_compound(scene, token)


def _owner(scene: Scene, head: int, first: int) -> int | None:
    """The state or body that owns, modifies or follows ("of X") the noun."""
    tree = scene.tree
    for token in range(head - 1, first - 1, -1):
        actor = scene.actor_at(token)
        if actor is not None and scene.drafts[actor].kind in ("state", "organization"):
            return actor
    for kid in tree.kids(head, "prep"):
        if tree.lower[kid] in ("of", "in", "for"):
            for inner in tree.kids(kid, "pobj"):
                actor = scene.actor_at(inner)
                if actor is not None and scene.drafts[actor].kind in ("state", "organization"):
                    return actor
    return None


def _link_body_noun(scene: Scene, head: int, home: str | None) -> None:
    tree, first = scene.tree, scene.left_edge(head)
    lemma, plural = scene.lemma(head), scene.is_plural(head) and tree.lower[head] != "authorities"
    if plural:
        return
    opening = tree.lower[first]
    definite = (
        opening in ("the", "this", "that", "its", "their", "his", "her", "our", "my")
        or tree.kid(head, "poss") is not None
    )
    owner = _owner(scene, head, first)
    state = None if owner is None or scene.drafts[owner].kind != "state" else owner
    if lemma in word_list("government"):
        if (
            state is None
            and definite
            and tree.kid(head, "poss") is None
            and len(tree.kids(head, "amod", "compound")) == 0
        ):
            state = _nearest_state(scene, head, home)
        if state is not None:
            scene.mention(first, head + 1, "description", state, "actor.state.government", head=head, confidence=0.9)
            return
    if (
        lemma in word_list("country")
        and definite
        and not scene.tree.kids(head, "amod", "compound", "poss", "prep", "relcl")
    ):
        near = _nearest_state(scene, head, None)
        if near is not None:
            scene.mention(first, head + 1, "description", near, "actor.state.country", head=head, confidence=0.7)
        return
    if lemma in word_list("ministry") and state is not None:
        scene.mention(
            first,
            head + 1,
            "description",
            _ministry(scene, first, head, state),
            "actor.organization.ministry",
            head=head,
        )
        return
    if definite or owner is not None or entity_type(tree, head) == "ORG" or tree.words[head][0].isupper():
        _link_definite(scene, first, head, owner)


def _nearest_state(scene: Scene, head: int, home: str | None) -> int | None:
    """The last state named before, in this paragraph or the one before; subjects before others; else the home state."""
    block = scene.block_of(head)
    best = None
    for index, mention in enumerate(scene.mentions):
        if mention.actor is None or mention.head >= head or scene.drafts[mention.actor].kind != "state":
            continue
        distance = block - scene.block_of(mention.head)
        if distance > 1:
            continue
        rank = (-distance, scene.tree.dep[mention.head] in ("nsubj", "nsubjpass"), mention.head)
        if best is None or rank > best[0]:
            best = (rank, index)
    if best is not None:
        return scene.mentions[best[1]].actor
    return None if home is None else scene.known(home)


def _ministry(scene: Scene, first: int, head: int, state: int) -> int:
    """The ministry of a state: the gazetteer's where it has one of that field, else one of the article's own."""
    body = scene.body_of(state)
    text = " ".join(word for word in scene.text(first, head + 1).split() if word.lower() not in ("the", "a", "its"))
    words = folded(text)
    field = next((field for field in _FIELDS if field in words or _FIELDS[field] in words), None)
    for key, known in sorted(scene.gazetteer.known.items()):
        if known.sort == "ministry" and known.country == body and field is not None:
            forms = folded(known.name) + " " + known.leader_office.lower()
            if field in forms or _FIELDS[field] in forms:
                return scene.known(key)
    for index, draft in enumerate(scene.drafts):
        if (
            draft.kind == "organization"
            and draft.of == body
            and folded(draft.name) == folded(text.replace("’s", "").replace("'s", ""))
        ):
            return index
    return scene.add(Draft(text, "organization", of=body, speaks_for_it=True))


_FIELDS = {
    "foreign": "external affairs", "defence": "defense", "interior": "home", "finance": "treasury", "trade": "commerce", "justice": "attorney",
}  # fmt: skip


def _link_compound(scene: Scene, token: int) -> None:
    """ "The alliance chief": a body noun before another noun, only where it stands for a body that was named."""
    first = token
    while first > 0 and scene.tree.tag[first - 1] in ("JJ", "NN", "NNP") and scene.tree.head[first - 1] == token:
        first -= 1
    found = _best_body(scene, first, token, None)
    if found is not None:
        scene.mention(first, token + 1, "description", found, "actor.description.body", head=token, confidence=0.8)


def _link_definite(scene: Scene, first: int, head: int, owner: int | None) -> None:
    """Link a definite body noun to the organization that it fits best; make a body of its own where none does."""
    if owner is not None and scene.drafts[owner].kind == "organization" and scene.lemma(head) in word_list("organ"):
        scene.mention(first, head + 1, "description", owner, "actor.description.organ", head=head, confidence=0.8)
        return
    found = _best_body(scene, first, head, owner)
    if found is None:
        found = _own_body(scene, first, head, owner)
    how = "actor.unnamed.body" if scene.drafts[found].anonymous else "actor.description.body"
    scene.mention(first, head + 1, "description", found, how, head=head, confidence=0.85)


def _own_body(scene: Scene, first: int, head: int, owner: int | None) -> int:
    """The article's own actor for a phrase: named where a name or a country stands in it, else unnamed."""
    tree = scene.tree
    name = scene.text(first, head + 1)
    possessive = tree.tag[first] == "PRP$"
    if possessive and owner is not None:
        name = f"{scene.drafts[owner].name}’s {scene.text(first + 1, head + 1)}"
    elif tree.tag[first] in ("DT", "PRP$"):
        name = scene.text(first + 1, head + 1)
    capital = any(is_capital(tree.words[t]) and tree.tag[t] in ("NNP", "NNPS") for t in range(first, head + 1))
    place = scene.chunk_at.get(head + 2)
    if (
        tree.lower[head + 1 : head + 2] == ["of"]
        and place is not None
        and place.sort == "name"
        and head + 2 == place.first
    ):
        name, capital = f"{name} of {scene.text(place.first, place.end)}", True
    inside = owner is not None and any(scene.is_named_at(t, owner) for t in range(first, head))
    key = folded(name)
    for index, draft in enumerate(scene.drafts):
        if draft.kind == "organization" and folded(draft.name) == key:
            return index
    of = None if owner is None else scene.body_of(owner)
    role = scene.roles.forms.get((scene.lemma(head),))
    private = owner is not None and scene.drafts[owner].kind == "organization"
    speaks = of is not None and (private or (role is not None and role.speaks_for == "state"))
    return scene.add(Draft(name, "organization", of=of, speaks_for_it=speaks, anonymous=not (capital or inside)))


def _best_body(scene: Scene, first: int, head: int, owner: int | None) -> int | None:
    tree, lemma = scene.tree, scene.lemma(head)
    modifiers = {
        piece.lower()
        for token in range(first, head)
        for piece in pieces_of(tree.words[token])
        if piece.isalpha() and piece != "s"
    } - word_list("generic")
    last_seen: dict[int, int] = {}
    for mention in scene.mentions:
        if mention.actor is not None and mention.head < head:
            last_seen[mention.actor] = max(last_seen.get(mention.actor, -1), mention.head)
    best: tuple[tuple[int, int], int] | None = None
    tied = False
    for index, draft in enumerate(scene.drafts):
        if draft.kind != "organization" or draft.anonymous or index == owner:
            continue
        score = _fit(scene, draft, lemma, modifiers, owner, capital=tree.words[head][0].isupper())
        if score is None:
            continue
        rank = (score, last_seen.get(index, -1))
        if best is None or rank > best[0]:
            best, tied = (rank, index), False
        elif rank == best[0]:
            tied = True
    return None if best is None or tied else best[1]


def _fit(
    scene: Scene, draft: Draft, lemma: str, modifiers: set[str], owner: int | None, *, capital: bool
) -> int | None:
    """How well a description fits a named body: None not at all, else more is better."""
    owned = re.search(r"['’]s\s", draft.name) is not None
    names = {word for form in [draft.name, *draft.names] for word in folded(form).split()[-1 if owned else 0 :]}
    known = scene.gazetteer.known.get(draft.known or "")
    sorts = set(known.sort.split()) if known else set()
    if owner is not None:
        body = scene.body_of(owner)
        words = {word for form in [scene.drafts[owner].name] for word in folded(form).split()}
        adjectives = modifiers & names
        if not (draft.of == body or (known is not None and known.country == body) or words & names or adjectives):
            return None
    aliases = _lower_aliases(scene, draft.known)
    spoken = " ".join([*sorted(modifiers), lemma])
    if spoken in aliases and not capital:
        return 4
    if (
        lemma in names
        or lemma in sorts
        or (lemma in ("organization", "organisation", "body") and not sorts & {"party", "media"})
    ):
        base = 3 if lemma in names else 2
        if capital and lemma not in names:
            return None
    elif (lemma in word_list("company") and (sorts & {"company"} or (known is None and _is_company(scene, draft)))) or (
        lemma in ("newspaper", "daily", "outlet", "broadcaster") and "media" in sorts
    ):
        base = 2
    else:
        return None
    strange = modifiers - names
    if owner is not None:
        strange = {word for word in strange if not word[:1].isalpha() or word not in folded(scene.drafts[owner].name)}
        strange -= {word for word in strange if scene.gazetteer.find(word.title(), "adjective") == scene.body_of(owner)}
    if strange and not (modifiers & names):
        return None
    return base + len(modifiers & names) - len(strange)


def _lower_aliases(scene: Scene, key: str | None) -> frozenset[str]:
    """Lower-case descriptions that the gazetteer lists for a body ("alliance" for NATO), words sorted before the noun."""
    if key is None:
        return frozenset()
    return scene.aliases_of(key)


def _is_company(scene: Scene, draft: Draft) -> bool:
    return any(scene.roles.nouns.get(word.lower()) == "suffix" for word in draft.name.split())

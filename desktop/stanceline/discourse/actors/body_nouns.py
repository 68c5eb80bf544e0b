"""Bodies by description: "the alliance", "the French government", "its delegation", "his country"."""

import re

from stanceline.discourse.actors.bodies import home_state
from stanceline.discourse.actors.chunks import entity_type, is_capital
from stanceline.discourse.actors.gazetteer import folded, pieces_of
from stanceline.discourse.actors.local_bodies import council_name, home_city
from stanceline.discourse.actors.pronouns import person_meant
from stanceline.discourse.actors.scene import Draft, Scene
from stanceline.discourse.actors.words import word_list


def link_descriptions(scene: Scene) -> None:
    """ "the alliance", "the French government", "the council", "his country": bodies named by a common noun."""
    home = home_state(scene)
    for token in range(len(scene.tree)):
        if token in scene.by_token or token in scene.worn or scene.tree.pos[token] not in ("NOUN", "PROPN"):
            continue
        if token in scene.finder.unnamed and is_capital(scene.tree.words[token]):
            continue
        sort = scene.noun_sort(token)
        if _is_office_of_person(scene, token):
            continue
        if sort == "body" or (sort == "site" and (scene.acts(token) or _has_officer(scene, token))):
            if scene.tree.dep[token] != "compound":
                _link_body_noun(scene, token, home)
            elif sort == "body":
                _link_compound(scene, token)


def _has_officer(scene: Scene, token: int) -> bool:
    """`a spokeswoman for the college`: somebody is said to speak for it or to lead it."""
    tree = scene.tree
    preposition = tree.head[token]
    role = tree.head[preposition]
    told = tree.dep[token] == "pobj" and tree.lower[preposition] in ("for", "of")
    found = scene.roles.ending_at(tree.lower, role) if told and scene.noun_sort(role) == "person" else None
    return found is not None and (found[1].speaks_for == "organization" or found[1].name in word_list("officer"))


def _is_office_of_person(scene: Scene, token: int) -> bool:
    """`Nadia Haddad's office`, `the mayor's office`: it speaks as the person, who is found later."""
    owner = scene.tree.kid(token, "poss") if scene.lemma(token) == "office" else None
    if owner is None or scene.tree.tag[owner] == "PRP$":
        return False
    chunk = scene.chunk_at.get(owner)
    given = chunk is not None and scene.tree.words[chunk.first] in scene.roles.given_names
    return scene.noun_sort(owner) == "person" or (given and chunk is not None and chunk.sort == "name")


def link_offices_of_persons(scene: Scene) -> None:
    """Words of a person's office are the person's: `the mayor's office said`, `her office`."""
    for token in range(len(scene.tree)):
        if scene.lemma(token) != "office" or not scene.acts(token):
            continue
        owner = scene.tree.kid(token, "poss")
        actor = None if owner is None else scene.actor_at(owner)
        if actor is None or owner is None or scene.drafts[actor].kind != "person":
            continue
        first = min(scene.tree.subtree(owner))
        index = scene.by_token.get(token)
        if index is None:
            scene.mention(first, token + 1, "description", actor, "actor.description.office", head=token)
        elif scene.mentions[index].kind == "description" and scene.mentions[index].head == token:
            scene.relink(index, actor, "actor.description.office")


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
    named = _named_behind(scene, head)
    if named is not None:
        scene.mention(first, head + 1, "description", named, "actor.description.apposition", head=head, confidence=0.9)
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


def _named_behind(scene: Scene, head: int) -> int | None:
    """`The animal welfare group Otwarte Grzędy`, `the main opposition party, Law and Homeland,`: the body named so."""
    comma = scene.tree.words[head + 1 : head + 2] == [","]
    token = head + 1 + comma
    index = scene.by_token.get(token)
    if index is None or scene.mentions[index].kind != "name" or scene.kind_at(token) != "organization":
        return None
    actor = scene.actor_at(token)
    noun = actor is not None and scene.lemma(head) in scene.drafts[actor].nouns
    return actor if noun and scene.token_range(scene.mentions[index])[0] == token else None


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


_LATER = 2  # what a description loses that fits no body named before it
_FIELDS = {
    "foreign": "external affairs", "defence": "defense", "interior": "home", "finance": "treasury", "trade": "commerce",
    "justice": "attorney",
}  # fmt: skip


def _link_compound(scene: Scene, token: int) -> None:
    """ "The alliance chief": a body noun before another noun, only where it stands for a body that was named."""
    first = token
    while first > 0 and scene.tree.tag[first - 1] in ("JJ", "NN", "NNP") and scene.tree.head[first - 1] == token:
        first -= 1
    found = _best_body(scene, first, token, None)
    if found is None and first == token and scene.noun_sort(scene.tree.head[token]) == "person":
        found = _told_body(scene, token)
    if found is not None:
        scene.mention(first, token + 1, "description", found, "actor.description.body", head=token, confidence=0.8)


def _told_body(scene: Scene, token: int) -> int | None:
    """ "A council spokesman" behind "the parish council": the unnamed body told last with this noun."""
    lemma = scene.lemma(token)
    found = [
        (m.head, m.actor)
        for m in scene.mentions
        if m.actor is not None and m.head < token
        if (draft := scene.drafts[m.actor]).kind == "organization" and draft.anonymous
        if folded(draft.name).split()[-1:] == [lemma]
    ]
    return max(found)[1] if found else None


def _link_definite(scene: Scene, first: int, head: int, owner: int | None) -> None:
    """Link a definite body noun to the organization that it fits best; make a body of its own where none does."""
    if owner is not None and scene.drafts[owner].kind == "organization" and scene.lemma(head) in word_list("organ"):
        scene.mention(first, head + 1, "description", owner, "actor.description.organ", head=head, confidence=0.8)
        return
    of_person = scene.tree.lower[first] in ("his", "her") and scene.lemma(head) == "party"
    whole = None if of_person or owner is not None else _whole(scene, first, head)
    if whole is not None:
        scene.mention(first, head + 1, "description", whole, "actor.description.organ", head=head, confidence=0.7)
        return
    apart = of_person or _is_restricted(scene, head)
    found = None if apart else _best_body(scene, first, head, owner)
    if found is None and not apart:
        found = _near_body(scene, first, head, owner)
    if found is None and first == head - 1 and scene.lemma(head) == "commission" and _is_of_union(scene):
        found = scene.known("org:european-commission")
    if found is None:
        found = _own_body(scene, first, head, owner)
    how = "actor.unnamed.body" if scene.drafts[found].anonymous else "actor.description.body"
    scene.mention(first, head + 1, "description", found, how, head=head, confidence=0.85)


def _is_of_union(scene: Scene) -> bool:
    """Whether the article names the European Union or one of its bodies, and no state's commission is meant."""
    return any(draft.known == "org:eu" or draft.of == "org:eu" for draft in scene.drafts)


def _is_restricted(scene: Scene, head: int) -> bool:
    """ "The federation that pays him": told apart from the others by a clause without a comma."""
    return any(scene.tree.words[head + 1] != "," and kid > head for kid in scene.tree.kids(head, "relcl"))


def _whole(scene: Scene, first: int, head: int) -> int | None:
    """ "The board" behind "the hospital trust's board": the body whose organ it is; else the only body around."""
    tree, lemma = scene.tree, scene.lemma(head)
    if first != head - 1 or tree.lower[first] not in ("the", "its") or lemma not in word_list("inner_organ"):
        return None
    before = [m for m in scene.mentions if m.head < head and m.actor is not None and not scene.drafts[m.actor].known]
    told = [m for m in before if m.how == "actor.description.organ" and scene.lemma(m.head) == lemma]
    if told:
        return max(told, key=lambda m: m.head).actor
    if any(lemma in folded(draft.name).split()[-1:] for draft in scene.drafts if draft.kind == "organization"):
        return None  # a board with a name of its own
    near = {
        m.actor
        for m in before
        if m.actor is not None and 0 <= scene.block_of(head) - scene.block_of(m.head) <= 1
        if scene.drafts[m.actor].kind == "organization"
        and not set(folded(scene.drafts[m.actor].name).split()) & word_list("no_officer")
    }
    return near.pop() if len(near) == 1 else None


def _near_body(scene: Scene, first: int, head: int, owner: int | None) -> int | None:
    """The body that "the council" goes on about: one without a name told before, or the only one just named.

    "The city council ... the council"; "a spokesman for the Riverside Trust said the group".
    """
    tree, lemma = scene.tree, scene.lemma(head)
    if tree.lower[first] not in ("the", "this", "that") or owner is not None:
        return None
    extra = [tree.lower[token] for token in range(first + 1, head) if tree.pos[token] != "PUNCT"]
    extra = [word for word in extra if word not in word_list("generic")]
    last: dict[int, int] = {}
    for mention in scene.mentions:
        if mention.actor is not None and mention.head < head:
            last[mention.actor] = max(last.get(mention.actor, -1), mention.head)
    same = [
        (place, actor)
        for actor, place in last.items()
        if (draft := scene.drafts[actor]).kind == "organization" and draft.anonymous
        if folded(draft.name).split(" of ")[0].split()[-1:] == [lemma] and set(extra) <= set(folded(draft.name).split())
    ]
    if same:
        return max(same)[1]
    if lemma not in word_list("any_body") or extra:
        return None
    named = [(p, a) for a, p in last.items() if (d := scene.drafts[a]).kind == "organization" and not d.anonymous]
    near = [(p, a) for p, a in named if scene.block_of(p) == scene.block_of(head)]
    for distance in (0, 1):
        found = [actor for place, actor in near if tree.sentence[head] - tree.sentence[place] == distance]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def link_locality(scene: Scene) -> None:
    """ "the city" that speaks or decides: the city of the date line, else an unnamed body of the article."""
    tree = scene.tree
    for token in range(len(tree)):
        if token in scene.by_token or scene.lemma(token) not in word_list("locality") or scene.is_plural(token):
            continue
        first = scene.left_edge(token)
        if first != token - 1 or tree.lower[first] != "the" or not scene.acts(token) or tree.dep[token] == "poss":
            continue
        if any(tree.lower[kid] == "of" for kid in tree.kids(token, "prep")):
            continue
        city = home_city(scene)
        actor = scene.find_body(city) if city else None
        if actor is None:
            name = tree.lower[token]
            drafts = enumerate(scene.drafts)
            actor = next((i for i, d in drafts if d.anonymous and d.kind == "organization" and d.name == name), None)
            actor = scene.add(Draft(name, "organization", anonymous=True)) if actor is None else actor
        scene.mention(first, token + 1, "description", actor, "actor.description.locality", head=token, confidence=0.7)


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
    proper = None if possessive or owner is not None or not capital else _proper_part(scene, first, head)
    if proper is not None:
        return _classified(scene, *proper, head)
    place = scene.chunk_at.get(head + 2)
    if (
        tree.lower[head + 1 : head + 2] == ["of"]
        and place is not None
        and place.sort == "name"
        and head + 2 == place.first
    ):
        name, capital = f"{name} of {scene.text(place.first, place.end)}", True
    elif owner is None and scene.lemma(head) not in word_list("government"):
        name = f"{name}{_purpose(scene, head)}"
    inside = owner is not None and any(scene.is_named_at(t, owner) for t in range(first, head))
    if folded(name) in ("council", "city council") and owner is None and council_name(scene) is not None:
        name, capital = council_name(scene) or name, True
    elif len(folded(name).split()) == 1:
        capital = False  # "the Council" alone is nobody's name
    key = folded(name)
    for index, draft in enumerate(scene.drafts):
        if draft.kind == "organization" and folded(draft.name) == key:
            return index
    of = None if owner is None else scene.body_of(owner)
    if of is None and scene.lemma(head) == "council":
        of = home_city(scene)
    if of is None and capital and scene.lemma(head) == "government":
        of = _governed(scene, head)
    role = scene.roles.forms.get((scene.lemma(head),))
    private = of is not None and not of.startswith("state:")
    speaks = of is not None and (private or (role is not None and role.speaks_for == "state"))
    return scene.add(Draft(name, "organization", of=of, speaks_for_it=speaks, anonymous=not (capital or inside)))


def _purpose(scene: Scene, head: int) -> str:
    """` of commerce`, ` of addiction counsellors`: up to four plain words that say whose or for what a body is."""
    tree = scene.tree
    if tree.lower[head + 1 : head + 2] != ["of"] or tree.head[head + 1] != head:
        return ""
    below = tree.subtree(head + 1, without=frozenset({"relcl", "acl", "appos", "prep", "punct"}))
    end = head + 1 + len(below)
    plain = all(tree.words[t].islower() and tree.pos[t] in ("ADP", "ADJ", "NOUN", "DET", "CCONJ") for t in below)
    named = any(token in scene.by_token for token in below)
    bare = tree.tag[head + 2 : head + 3] != ("DT",)
    fits = below == list(range(head + 1, end)) and 1 < len(below) < 6 and bare
    return f" {scene.text(head + 1, end)}" if fits and plain and not named else ""


def _proper_part(scene: Scene, first: int, head: int) -> tuple[int, int] | None:
    """The capitalized words `[begin, end)` inside `the far-right Domovina party`, `the OZ Kovák union`."""
    tree = scene.tree
    begin = next((t for t in range(first, head) if _is_part(scene, t)), None)
    if tree.words[head][0].isupper() or scene.lemma(head) not in word_list("classifier") or begin is None:
        return None
    joins = ("-", "'", "’", "and", "of", "for")
    inner = _is_part(scene, head - 1) and all(_is_part(scene, t) or tree.words[t] in joins for t in range(begin, head))
    return (begin, head) if inner else None


def _is_part(scene: Scene, token: int) -> bool:
    return is_capital(scene.tree.words[token]) and scene.tree.tag[token] in (
        "NNP",
        "NNPS",
        "NN",
        "NNS",
        "JJ",
        "FW",
        "RB",
    )


def _classified(scene: Scene, begin: int, end: int, head: int) -> int:
    """The body named by the words before a common noun; with the noun where it is one word of the language."""
    short, name = scene.text(begin, end), scene.text(begin, head + 1)
    wanted = {folded(short), folded(name)}
    for index, draft in enumerate(scene.drafts):
        if draft.kind == "organization" and wanted & {folded(form) for form in (draft.name, *draft.names)}:
            scene.called(index, short)
            return index
    words = [scene.tree.words[t] for t in range(begin, end)]
    foreign = any(not word.isascii() for word in words) or len(words) > 1
    other, called = (name, short) if foreign else (short, name)
    return scene.add(Draft(called, "organization", names=[other], nouns={scene.lemma(head)}))


def _governed(scene: Scene, head: int) -> str | None:
    """`The Kestrel Islands government`: the place, where the name before the noun is one and no person's."""
    chunk = scene.chunk_at.get(head - 1)
    if chunk is None or chunk.sort != "name" or chunk.end != head:
        return None
    words = scene.tree.words[chunk.first : chunk.end]
    place = len(words) > 1 or scene.label_of(words[-1]) in ("GPE", "LOC")
    person = words[0] in scene.roles.given_names or scene.label_of(words[-1]) == "PERSON"
    return scene.text(chunk.first, chunk.end) if place and not person else None


def _best_body(scene: Scene, first: int, head: int, owner: int | None) -> int | None:
    tree, lemma = scene.tree, scene.lemma(head)
    modifiers = {
        piece.lower()
        for token in range(first, head)
        for piece in pieces_of(tree.words[token])
        if piece.isalpha() and piece != "s"
    } - word_list("generic")
    if scene.joined(head):
        lemma, modifiers = "cooperative", modifiers - {"co"}
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
        if index not in last_seen:
            if tree.tag[first] == "PRP$":
                continue  # "its bank" is no bank that is named later
            score -= _LATER
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
    names |= {"cooperative"} if names & word_list("cooperative") else set()
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
        or lemma in draft.nouns
        or (lemma in ("organization", "organisation", "body") and not sorts & {"party", "media"})
    ):
        base = 3 if lemma in names else 2
        if capital and lemma not in names:
            return None
    elif (lemma in word_list("company") and (sorts & {"company"} or (known is None and _is_company(scene, draft)))) or (
        lemma in ("newspaper", "daily", "outlet", "broadcaster") and "media" in sorts
    ):
        base = 2
    elif _is_like(lemma, names):
        base = 1
    else:
        return None
    strange = modifiers - names
    if owner is not None:
        strange = {word for word in strange if not word[:1].isalpha() or word not in folded(scene.drafts[owner].name)}
        strange -= {word for word in strange if scene.gazetteer.find(word.title(), "adjective") == scene.body_of(owner)}
    if strange and not (modifiers & names):
        return None
    return base + len(modifiers & names) - len(strange)


def _is_like(lemma: str, names: set[str]) -> bool:
    """Whether "the party" may be an alliance, and "the union" a federation of workers."""
    if lemma == "union":
        return bool(names & word_list("union_form")) and bool(names & word_list("workers"))
    return lemma == "party" and bool(names & word_list("party_word"))


def _lower_aliases(scene: Scene, key: str | None) -> frozenset[str]:
    """Descriptions that the gazetteer lists for a body ("alliance" for NATO), the words before the noun sorted."""
    if key is None:
        return frozenset()
    return scene.aliases_of(key)


def _is_company(scene: Scene, draft: Draft) -> bool:
    return any(scene.roles.nouns.get(word.lower()) == "suffix" for word in draft.name.split())


def link_owned(scene: Scene) -> None:
    """ "his country", "her company": the state or body of the person, once it is known whom the pronoun means."""
    for index, mention in enumerate(list(scene.mentions)):
        if mention.kind != "description" or mention.actor is None or not scene.drafts[mention.actor].anonymous:
            continue
        first, _ = scene.token_range(mention)
        owner = person_meant(scene, first) if scene.tree.lower[first] in ("his", "her") else None
        if owner is None or scene.drafts[owner].kind != "person":
            continue
        lemma = scene.lemma(mention.head)
        if lemma == "office":
            scene.relink(index, owner, "actor.description.office")
            continue
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

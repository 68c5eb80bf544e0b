"""Persons and groups that the text describes instead of naming: "the French official", "three European diplomats".

A group keeps its quantifier and frame as its name and is never merged with a country or a body. A definite
description goes back to a person by title and body first and by recency only among those that fit.
"""

from stanceline.discourse.actors.bodies import government_at, home_state
from stanceline.discourse.actors.chunks import is_capital
from stanceline.discourse.actors.employers import implied_employer
from stanceline.discourse.actors.gazetteer import folded
from stanceline.discourse.actors.identify import name_before
from stanceline.discourse.actors.offices import speaks_for
from stanceline.discourse.actors.pronouns import person_meant
from stanceline.discourse.actors.scene import SUBJECT, Draft, Scene
from stanceline.discourse.actors.words import word_list

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_LEADING = frozenset({"the", "its", "their", "his", "her", "our", "my", "your", "this", "that", "these", "those"})
_UNNAMED_ONLY = frozenset({"official", "source", "insider", "aide", "diplomat", "adviser", "advisor"})


def link_roles(scene: Scene) -> None:
    """Mentions for every noun phrase headed by a role, a human noun, or a quantity of them."""
    home = home_state(scene)
    for token in range(len(scene.tree)):
        if token in scene.by_token or scene.tree.pos[token] not in ("NOUN", "PROPN", "ADJ", "NUM", "PRON", "DET"):
            continue
        _link_noun(scene, token, home)


def _link_noun(scene: Scene, token: int, home: str | None) -> None:
    tree, sort = scene.tree, scene.noun_sort(token)
    chunk = scene.chunk_at.get(token)
    people = chunk is not None and chunk.sort == "noun"
    if people:
        if scene.is_plural(token) or tree.lower[token - 1 : token] in (["a"], ["an"]):
            _people_of(scene, token, chunk.keys[0] if chunk else "")
        return
    if tree.lower[token] in word_list("quantity_head") and tree.kid(token, "prep") is not None:
        _link_quantity(scene, token)
        return
    if tree.lower[token] in word_list("share") and tree.dep[token] in SUBJECT:
        _link_share(scene, token)
        return
    if tree.dep[token] in ("compound", "amod", "nmod") and tree.head[token] > token:
        return
    if sort == "person":
        _link_person_noun(scene, token, home)
    elif _is_group(scene, token, sort):
        _link_group(scene, token)


def _is_group(scene: Scene, token: int, sort: str) -> bool:
    """Whether the word means several people or bodies; "some" and "others" only where they act."""
    tree = scene.tree
    if sort == "people" or (sort == "party" and scene.is_plural(token)):
        return True
    if scene.is_plural(token) and (sort == "body" or scene.lemma(token) in word_list("collective")):
        return True
    pronoun = tree.lower[token] in ("others", "some", "many", "most", "several") and tree.pos[token] != "NOUN"
    counted = tree.lower[token] == "others" and tree.kid(token, "nummod") is not None
    return (pronoun or counted) and tree.dep[token] in SUBJECT


def _people_of(scene: Scene, token: int, key: str) -> None:
    """ "Germans", "two Frenchmen", "a Canadian": people of a state, never the state."""
    plural = scene.is_plural(token)
    first = scene.left_edge(token)
    name = _name(scene, first, token, token + 1)
    actor = scene.add(Draft(name, "group" if plural else "person", of=key, anonymous=True, plural=plural))
    scene.mention(first, token + 1, "description", actor, "actor.group.people", head=token, confidence=0.8)


# ---- employers ------------------------------------------------------------------------------------------


def _employer(scene: Scene, first: int, head: int) -> int | None:
    """The state or body among the modifiers, else behind "of", "at", "from", "for", "in"."""
    tree = scene.tree
    for token in range(head - 1, first - 1, -1):
        actor = scene.actor_at(token)
        if actor is None and tree.lower[token] in ("his", "her") and tree.head[token] == head:
            actor = person_meant(scene, token)  # "her spokesman": pronouns are linked later
        if actor is None:
            continue
        if scene.drafts[actor].kind in ("state", "organization"):
            return actor
        if tree.tag[token] == "PRP$" or tree.dep[token] == "poss":
            return _body_of_person(scene, actor)
    for kid in tree.kids(head, "prep"):
        if kid > head and tree.lower[kid] in ("of", "at", "from", "for", "in", "with", "to"):
            for inner in tree.kids(kid, "pobj"):
                actor = scene.actor_at(inner)
                if actor is not None and scene.drafts[actor].kind in ("state", "organization"):
                    return actor
                seat = scene.chunk_at.get(inner)
                capital = seat is not None and seat.sort == "capital" and tree.lower[kid] == "in"
                if seat is not None and capital and scene.lemma(head) in word_list("seated"):
                    return government_at(scene, seat)
    return None


def _body_of_person(scene: Scene, actor: int) -> int | None:
    """The state that a person speaks for or comes from ("his prime minister")."""
    of = scene.drafts[actor].of
    if of is None:
        return None
    found = scene.find_body(of)
    return scene.known(of) if found is None and of in scene.gazetteer.known else found


# ---- one person -----------------------------------------------------------------------------------------


def _link_person_noun(scene: Scene, head: int, home: str | None) -> None:
    tree = scene.tree
    first = scene.left_edge(head)
    if scene.is_plural(head):
        _link_group(scene, head)
        return
    if tree.lower[head] in word_list("abstract") and first == head and not is_capital(tree.words[head]):
        return  # "justice", "in general": no person
    found = scene.roles.ending_at(tree.lower, head)
    role = found[1] if found is not None and found[0] <= head - first + 1 else None
    text = (
        " ".join(tree.lower[head + 1 - found[0] : head + 1]).replace(" - ", "-") if found and role else tree.lower[head]
    )
    employer = _employer(scene, first, head)
    apposed = _apposed(scene, head)
    if apposed is not None:
        scene.mention(
            first, head + 1, "description", apposed, "actor.description.apposition", head=head, confidence=0.9
        )
        return
    opening = tree.lower[first]
    poss = tree.kid(head, "poss")
    definite = (
        opening in _DEFINITE
        or poss is not None
        or (employer is not None and opening not in ("a", "an", "another", "one"))
    )
    former = (role is not None and role.former) or any(
        tree.lower[t] in ("former", "retired", "ex") for t in range(first, head)
    )
    if definite or (is_capital(tree.words[head]) and opening not in ("a", "an")):
        actor = _antecedent(scene, first, head, text, employer, former)
        if actor is not None:
            scene.mention(first, head + 1, "description", actor, "actor.description.role", head=head, confidence=0.85)
            return
    of = None if employer is None else scene.body_of(employer)
    if of is None and definite and poss is None and role is not None and not former and text not in _UNNAMED_ONLY:
        of = implied_employer(scene, role, (home, None), head)
    gender = scene.roles.genders.get(scene.lemma(head), "")
    before = name_before(scene, first, head, gender) if definite and role is not None and of is not None else None
    if before is not None:
        named = scene.drafts[before]
        named.office, named.of, named.speaks_for_it = text, of, speaks_for(role, of, former=former)
        scene.mention(
            first, head + 1, "description", before, "actor.description.office_later", head=head, confidence=0.8
        )
        return
    if tree.dep[head] in ("attr", "oprd") or (tree.dep[head] == "appos" and scene.kind_at(tree.head[head]) == "person"):
        return  # says what somebody is, is nobody new
    end = _frame_end(scene, head)
    speaks = speaks_for(role, of, former=former)
    office = ("former " if former and not text.startswith("former") else "") + text
    draft = Draft(_name(scene, first, head, end), "person", of=of, speaks_for_it=speaks, anonymous=True, gender=gender)
    draft.office = office if role else None
    actor = scene.add(draft)
    scene.mention(first, head + 1, "description", actor, "actor.unnamed.person", head=head, confidence=0.8)


def _apposed(scene: Scene, head: int) -> int | None:
    """ "Another farmer, Lena Voss, agreed": the one person named in apposition behind the description."""
    tree = scene.tree
    found = [
        kid
        for kid in tree.kids(head, "appos")
        if kid > head and (index := scene.by_token.get(kid)) is not None and scene.mentions[index].kind == "name"
    ]
    if len(found) != 1 or scene.kind_at(found[0]) != "person":
        return None
    comma = tree.words[scene.token_range(scene.mentions[scene.by_token[found[0]]])[0] - 1]
    return scene.actor_at(found[0]) if comma in (",", "—", "–", ":", "(") else None


def _antecedent(scene: Scene, first: int, head: int, text: str, employer: int | None, former: bool) -> int | None:
    """The person meant by a definite description, None where nobody or more than one fits."""
    tree = scene.tree
    family = {text, *scene.roles.family(text), scene.lemma(head), *scene.roles.family(scene.lemma(head))}
    body = None if employer is None else scene.body_of(employer)
    state = scene.state_of(employer)
    modifiers = {
        tree.lower[t] for t in range(first, head) if tree.tag[t].startswith(("JJ", "NN"))
    } - _generic_modifiers()
    gender = scene.roles.genders.get(scene.lemma(head), "")
    fits: dict[int, int] = {}
    for index, draft in enumerate(scene.drafts):
        if draft.kind != "person" or draft.plural or (gender and draft.gender not in (gender, "")):
            continue
        office = (draft.office or "").removeprefix("former ")
        if not office and not draft.anonymous:
            continue
        if former and not (draft.office or "").startswith("former"):
            continue
        if not _same_office(scene, office, draft, family, text):
            continue
        if body is not None and draft.of != body and not (state is not None and scene.state_of(index) == state):
            continue
        words = set(folded(" ".join([draft.name, office, draft.of or ""])).split())
        if body is None and modifiers - words - set(text.split()):
            continue
        fits[index] = 2 if body is not None and draft.of == body else 1
    fits = {i: s for i, s in fits.items() if _last_before(scene, i, head) is not None or not scene.drafts[i].anonymous}
    if not fits:
        return None
    best = max(fits.values())
    choice = [index for index, score in fits.items() if score == best]
    if len(choice) == 1:
        return choice[0]
    seen = sorted(
        ((last, index) for index in choice if (last := _last_before(scene, index, head)) is not None), reverse=True
    )
    if not seen:
        return None
    # Several that fit: only one of the same paragraph, or the one named last.
    return seen[0][1] if len(seen) == 1 or scene.block_of(head) - scene.block_of(seen[0][0]) <= 1 else None


def _generic_modifiers() -> frozenset[str]:
    return frozenset(["the", "own", "new", "top", "senior", "current", "same", "veteran"])


def _same_office(scene: Scene, office: str, draft: Draft, family: set[str], text: str) -> bool:
    if not office:
        return draft.anonymous and folded(draft.name).split()[-1:] == folded(text).split()[-1:]
    role = scene.roles.forms.get(tuple(office.split()))
    names = {office, role.name if role else office}
    last = office.split()[-1]
    if text in _UNNAMED_ONLY:
        return (draft.anonymous and (last in (text, "official") or bool(names & family))) or (
            text == "diplomat" and bool(names & family)
        )
    return bool(names & family) or (last == text.split()[-1] and (" " not in text or text in office))


def _last_before(scene: Scene, actor: int, head: int) -> int | None:
    heads = [mention.head for mention in scene.mentions if mention.actor == actor and mention.head < head]
    return max(heads) if heads else None


# ---- groups ---------------------------------------------------------------------------------------------


def _link_group(scene: Scene, head: int) -> None:
    tree, first = scene.tree, scene.left_edge(head)
    if tree.lower[head] == "opposition" and (tree.kid(head, "poss") is not None or not scene.acts(head)):
        return  # an attitude, not those who hold it
    end = _frame_end(scene, head)
    name = _name(scene, first, head, end)
    bare = end == head + 1 and tree.lower[first] in _DEFINITE
    if bare:
        earlier = _earlier_group(scene, first, head)
        if earlier is None:
            earlier = _body_of_members(scene, head)
        if earlier is not None:
            scene.mention(first, end, "description", earlier, "actor.description.group", head=head, confidence=0.8)
            return
    found = scene.roles.ending_at(tree.lower, head)
    role = None if found is None else found[1]
    employer = _employer(scene, first, head)
    of = None if employer is None or _is_list(scene, head) else scene.body_of(employer)
    speaks = scene.noun_sort(head) == "person" and speaks_for(role, of)
    if of is not None and scene.lemma(head) in (
        "ally",
        "member",
        "partner",
        "neighbor",
        "neighbour",
        "rival",
        "leader",
        "state",
        "country",
    ):
        speaks = False
    key = folded(name)
    for index, draft in enumerate(scene.drafts):
        if draft.kind == "group" and folded(draft.name) == key and draft.of == of:
            scene.mention(first, end, "description", index, "actor.group.again", head=head, confidence=0.8)
            return
    draft = Draft(name, "group", of=of, speaks_for_it=speaks, anonymous=True, plural=True)
    draft.office = role.name if role and scene.noun_sort(head) == "person" else None
    actor = scene.add(draft)
    scene.mention(first, end, "description", actor, "actor.group.noun", head=head, confidence=0.8)


def _is_list(scene: Scene, head: int) -> bool:
    """Whether the frame names several bodies ("the leaders of Japan and South Korea")."""
    tree = scene.tree
    objects = [inner for kid in tree.kids(head, "prep") for inner in tree.kids(kid, "pobj")]
    return any(tree.kid(inner, "conj") is not None for inner in objects)


def _body_of_members(scene: Scene, head: int) -> int | None:
    """ "the fishers" for the one Federation of Artisanal Fishers of the article."""
    word = scene.tree.lower[head]
    found = [
        index
        for index, draft in enumerate(scene.drafts)
        if draft.kind == "organization" and draft.known is None and not draft.anonymous
        if word in folded(draft.name).split()
    ]
    return found[0] if len(found) == 1 and scene.noun_sort(head) == "person" else None


def _link_quantity(scene: Scene, head: int) -> None:
    """ "the majority of Asian countries", "some of the allies": the quantity leads, people follow."""
    tree = scene.tree
    for kid in tree.kids(head, "prep"):
        for inner in tree.kids(kid, "pobj") if tree.lower[kid] in ("of", "among") else ():
            if any(tree.words[t] in ",;" for t in range(head, inner)):
                continue
            chunk = scene.chunk_at.get(inner)
            human = scene.noun_sort(inner) in ("person", "people", "body") or scene.lemma(inner) in word_list(
                "collective"
            )
            human = human or (chunk is not None and chunk.sort == "noun")
            if not human or not (scene.is_plural(inner) or scene.noun_sort(inner) == "people"):
                continue
            first, end = scene.left_edge(head), _frame_end(scene, inner)
            name = _name(scene, first, head, end)
            single = tree.lower[head] == "one" and tree.lower[kid] == "of"
            actor = scene.add(Draft(name, "person" if single else "group", anonymous=True, plural=not single))
            scene.mention(first, end, "description", actor, "actor.group.quantity", head=head, confidence=0.8)
            scene.by_token[inner] = scene.by_token[head]
            return


def _link_share(scene: Scene, head: int) -> None:
    """ "Forty percent said they were for it": a share of those asked, who are not said again."""
    tree = scene.tree
    verb = tree.head[head]
    counted = tree.kid(head, "nummod") is not None or tree.pos[head - 1] == "NUM" if head else False
    if not counted or not (scene.acts(head) and scene.lemma(verb) in word_list("speech") | word_list("mental")):
        return
    first = scene.left_edge(head)
    actor = scene.add(Draft(scene.text(first, head + 1), "group", anonymous=True, plural=True))
    scene.mention(first, head + 1, "description", actor, "actor.group.share", head=head, confidence=0.7)


def _earlier_group(scene: Scene, first: int, head: int) -> int | None:
    """The last group before with the same noun, if the definite phrase adds nothing new."""
    wanted = set(scene.folded(first, head + 1).split()) - {"the", "these", "those"}
    lemma = scene.lemma(head)
    for mention in sorted(scene.mentions, key=lambda m: -m.head):
        if mention.head >= head or mention.actor is None:
            continue
        draft = scene.drafts[mention.actor]
        if draft.kind == "group" and scene.lemma(mention.head) == lemma and wanted <= set(folded(draft.name).split()):
            return mention.actor
    return None


def _frame_end(scene: Scene, head: int) -> int:
    """The end of a group's frame: one prepositional phrase without a verb, with its list, of at most twelve words."""
    tree, end = scene.tree, head + 1
    for kid in tree.kids(head, "prep"):
        if kid != end or tree.lower[kid] not in ("of", "from", "in", "at", "on", "for"):
            continue
        below = tree.subtree(kid, without=frozenset({"relcl", "acl", "appos"}))
        while below and tree.pos[below[-1]] in ("PUNCT", "CCONJ"):
            below.pop()
        if len(below) > 12 or any(tree.pos[token] == "VERB" for token in below):
            below = tree.subtree(kid, without=frozenset({"relcl", "acl", "appos", "conj", "cc", "punct"}))
        last = max(below)
        if (
            below == list(range(kid, last + 1))
            and len(below) < 12
            and not any(tree.pos[token] == "VERB" for token in below)
        ):
            end = last + 1
    return end


def _name(scene: Scene, first: int, head: int, end: int) -> str:
    """The phrase as a name: without a leading article, demonstrative or possessive pronoun."""
    while first < head and scene.tree.lower[first] in _LEADING | {"a", "an"}:
        if (
            scene.tree.lower[first] in ("a", "an")
            and first + 1 <= head
            and scene.tree.lower[first + 1] in ("dozen", "few", "handful", "majority")
        ):
            break
        first += 1
    return scene.text(first, end)

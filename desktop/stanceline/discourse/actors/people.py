"""Persons: which names are persons, and who is meant by a surname alone."""

import re

from stanceline.discourse.actors.bodies import find_by_short_form
from stanceline.discourse.actors.chunks import Chunk, entity_type
from stanceline.discourse.actors.gazetteer import folded, surnames_of
from stanceline.discourse.actors.names import HONORIFICS
from stanceline.discourse.actors.roles import Role
from stanceline.discourse.actors.scene import SUBJECT, Draft, Scene
from stanceline.discourse.actors.shapes import MONTHS
from stanceline.discourse.actors.shown import is_shown_person
from stanceline.discourse.actors.words import word_list

_FAMILY_FIRST_STATES = frozenset({"state:CN", "state:KR", "state:KP", "state:TW", "state:VN", "state:HK"})
_ACTIONS = frozenset({"LAW", "EVENT", "WORK_OF_ART", "PRODUCT", "DATE", "TIME", "FAC"})


def link_persons(scene: Scene) -> None:
    """Make actors of all personal names: gazetteer and full names first, then surnames, then lone unknown names."""
    rest = []
    for chunk in scene.chunks:
        if chunk.sort not in ("person", "name") or chunk.first in scene.by_token:
            continue
        if chunk.sort == "person":
            _mention(scene, chunk, scene.known(chunk.keys[0]), "actor.name.gazetteer")
        elif (
            _word_count(scene, chunk) > 1
            and chunk.first not in scene.finder.headline_tokens
            and _is_person(scene, chunk)
        ):
            _mention(scene, chunk, _full_name(scene, chunk), "actor.name.person")
        else:
            rest.append(chunk)
    for chunk in rest:
        _link_short_name(scene, chunk)


def role_before(scene: Scene, first: int) -> tuple[int, Role] | None:
    """The role of a single person that ends right before token `first`, with its number of words."""
    if first == 0 or scene.tree.sentence[first - 1] != scene.tree.sentence[first]:
        return None
    found = scene.roles.ending_at(scene.tree.lower, first - 1)
    if found is None or found[1].group or scene.is_plural(first - 1):
        return None
    # "minister of state": the noun for the person may open the role.
    sorts = (scene.noun_sort(first - 1), scene.noun_sort(first - found[0]))
    return found if "person" in sorts else None


def gender_before(scene: Scene, first: int) -> str:
    """What an honorific right before token `first` says about gender: "m", "f" or empty."""
    gender = HONORIFICS.get(scene.tree.lower[first - 1].rstrip("."), "") if first else ""
    return "" if gender == "x" else gender


def gender_of(scene: Scene, draft: Draft) -> str:
    """The gender of a person by honorific, table or given name; empty where unknown."""
    if draft.gender or not draft.name:
        return draft.gender
    given = draft.name.split()[-1 if draft.family_first else 0]
    gender = scene.roles.given_names.get(given, "")
    return gender if gender in ("m", "f") else ""


def _mention(scene: Scene, chunk: Chunk, actor: int, how: str, confidence: float = 1.0) -> None:
    scene.called(actor, _display(scene.text(chunk.first, chunk.end)))
    scene.mention(chunk.first, chunk.end, "name", actor, how, confidence=confidence)


def _display(text: str) -> str:
    """A name as people write it: `LUCINDA BAIRD-COLE` becomes `Lucinda Baird-Cole`."""
    if not text.isupper() or len(text) < 4:
        return text
    return text.title().replace("’S", "’s")


def _word_count(scene: Scene, chunk: Chunk) -> int:
    return len(scene.text(chunk.first, chunk.end).split())


def _labels(scene: Scene, chunk: Chunk) -> list[str]:
    return [entity_type(scene.tree, token) for token in range(chunk.first, chunk.end)]


def _is_titled(scene: Scene, first: int) -> bool:
    before = scene.chunk_at.get(first - 1)
    return (before is not None and before.sort in ("title", "honorific")) or role_before(scene, first) is not None


def _is_person(scene: Scene, chunk: Chunk) -> bool:
    """Weighs the model's label, given names, titles and verbs."""
    tree, labels = scene.tree, _labels(scene, chunk)
    if any(char.isdigit() or char in "&/" for char in scene.text(chunk.first, chunk.end)):
        return False
    score = 0
    given = any(form in scene.roles.given_names for form in (tree.words[chunk.first], tree.words[chunk.first].title()))
    if labels.count("PERSON") * 2 > len(labels):
        score += 3
    elif "ORG" in labels or "FAC" in labels:
        score -= 1 if given and len(labels) < 4 else 2
    elif "GPE" in labels or "LOC" in labels:
        score -= 1
    elif set(labels) & _ACTIONS:
        score -= 2
    if given:
        score += 3
    if _is_titled(scene, chunk.first) or is_shown_person(scene, chunk):
        score += 3
    head = scene.head_of(chunk)
    if (
        tree.dep[head] == "appos"
        and scene.noun_sort(tree.head[head]) == "person"
        and not scene.is_plural(tree.head[head])
    ):
        score += 3
    score += _score_context(scene, chunk)
    if any(scene.noun_sort(token) in ("body", "suffix", "site", "place") for token in range(chunk.first, chunk.end)):
        score -= 3
    if chunk.first and tree.lower[chunk.first - 1] == "the":
        score -= 4
    return score - _score_other(scene, chunk) >= 2


def _score_other(scene: Scene, chunk: Chunk) -> int:
    """What speaks for a body or a place: its own words, a describing noun behind it, "in" before it."""
    tree, lower, score = scene.tree, scene.tree.lower, 0
    if any(lower[token] in word_list("foreign_body") for token in range(chunk.first, chunk.end)):
        score += 4
    given = any(form in scene.roles.given_names for form in (tree.words[chunk.first], tree.words[chunk.first].title()))
    if not given and lower[chunk.first] in word_list("foreign_place"):
        score += 2
    if not given and scene.text(chunk.first, chunk.end) in scene.places:
        score += 3
    head = scene.head_of(chunk)
    said = [kid for kid in tree.kids(head, "appos") if kid >= chunk.end]
    verb = tree.head[head]
    if tree.dep[head] in SUBJECT and scene.lemma(verb) == "be":
        said += tree.kids(verb, "attr")
    if not given and any(scene.noun_sort(token) in ("body", "suffix", "site", "place") for token in said):
        score += 4
    return score


def _score_context(scene: Scene, chunk: Chunk) -> int:
    """What stands behind a name: "who", a role in apposition, a verb of speech."""
    tree, end, score = scene.tree, chunk.end, 0
    if end + 1 < len(tree) and tree.words[end] == ",":
        if tree.lower[end + 1] in ("who", "whose", "whom"):
            score += 4
        elif any(
            scene.noun_sort(t) == "person" and not scene.is_plural(t) for t in range(end + 1, min(end + 6, len(tree)))
        ):
            score += 2
    if scene.tree.words[end - 1] in scene.lone_speakers:
        score += 2
    return score + (1 if speaks(scene, chunk) else 0)


def speaks(scene: Scene, chunk: Chunk) -> bool:
    """Whether the name is subject of a verb of saying or thinking."""
    head = scene.tree.root_of(range(chunk.first, chunk.end))
    if head is None or scene.tree.dep[head] not in SUBJECT:
        return False
    lemma = scene.lemma(scene.tree.head[head])
    return lemma in word_list("speech") or lemma in word_list("mental")


def _is_speaker_label(scene: Scene, chunk: Chunk) -> bool:
    """`NADKARNI: Thank you`: capitals at the start of a paragraph and a colon."""
    tree = scene.tree
    if (
        chunk.end >= len(tree)
        or tree.words[chunk.end] != ":"
        or scene.text(chunk.first, chunk.end) != scene.text(chunk.first, chunk.end).upper()
    ):
        return False
    if chunk.first == 0 or scene.block_of(chunk.first - 1) != scene.block_of(chunk.first):
        return True
    return "\n" in tree.text[tree.parse.end[chunk.first - 1] : tree.parse.start[chunk.first]]


def _full_name(scene: Scene, chunk: Chunk) -> int:
    """The actor with this full name, or with this name shortened by middle names, or a new one."""
    text = _display(scene.text(chunk.first, chunk.end))
    words = folded(text).split()
    for index, draft in enumerate(scene.drafts):
        if draft.kind != "person" or draft.anonymous:
            continue
        for form in [draft.name, *draft.names]:
            other = folded(form).split()
            if other == words or (len(other) > 1 and len(words) > 1 and sorted(other) == sorted(words)):
                return index
            if (
                len(other) > 1
                and len(words) > 1
                and other[0] == words[0]
                and (other[-1] == words[-1] or _begins(other, words))
            ):
                if len(text) > len(draft.name) and not draft.known:
                    draft.names.append(draft.name)
                    draft.name = text
                return index
    return scene.add(Draft(text, "person"))


def _begins(one: list[str], other: list[str]) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) > 1 and long[: len(short)] == short


# ---- short names ----------------------------------------------------------------------------------------


def _link_short_name(scene: Scene, chunk: Chunk) -> None:
    """A surname, a short form of a body, a lone unknown name, or nothing."""
    text = scene.text(chunk.first, chunk.end)
    key, lone = folded(text), _word_count(scene, chunk) == 1
    if re.fullmatch(r"[A-Z]-[A-Z][A-Za-z.]{0,6}", text):
        return  # party and state of a lawmaker, "D-N.J."
    if key in word_list("speaker_label") and scene.tree.words[chunk.end : chunk.end + 1] == [":"]:
        return
    person = person_by_surname(scene, chunk.first, key)
    if lone and key in MONTHS and not _is_named_month(scene, chunk):
        return
    if person is not None:
        _mention(scene, chunk, person, "actor.name.surname", 0.95)
        return
    body = find_by_short_form(scene, chunk)
    if body is not None:
        scene.called(body, text)
        modifies = scene.tree.dep[chunk.end - 1] in ("amod", "compound") and scene.noun_sort(chunk.first) == "party"
        scene.mention(chunk.first, chunk.end, "adjective" if modifies else "name", body, "actor.name.short")
        return
    known = _known_surname(scene, chunk, key) if lone else None
    if known is not None:
        _mention(scene, chunk, scene.known(known), "actor.name.gazetteer_surname", 0.85)
        return
    following = scene.chunk_at.get(chunk.end)
    last = scene.tree.words[chunk.end - 1]
    many = scene.is_plural(chunk.end - 1) or (last.endswith("s") and last.lower() not in scene.roles.nouns)
    if many and (
        scene.noun_sort(chunk.end - 1) in ("party", "people")
        or (lone and scene.roles.nouns.get(last.lower().removesuffix("s")) == "person")
    ):
        return  # "seven Liberals", "Europeans", "Trustees": a group
    if chunk.first in scene.finder.headline_tokens or _is_dateline(scene, chunk):
        return
    if following is None or following.sort != "title":  # "Public Works" of "Public Works Minister" is no body
        _link_unknown(scene, chunk, text, lone)


def _is_dateline(scene: Scene, chunk: Chunk) -> bool:
    """`Cleveland (AFP) -`: a place that opens a paragraph before a bracket or dash."""
    tree = scene.tree
    opens = chunk.first == 0 or scene.block_of(chunk.first - 1) != scene.block_of(chunk.first)
    return (
        opens
        and chunk.end < len(tree)
        and tree.words[chunk.end] in ("(", "—", "–", "-")
        and bool({"GPE", "LOC", "ORG"} & set(_labels(scene, chunk)))
    )


def _is_named_month(scene: Scene, chunk: Chunk) -> bool:
    """Whether "May" is the person of that name here: a subject, a possessor, a label or titled."""
    tree, token = scene.tree, chunk.first
    if scene.finder.is_month(token):
        return False
    if tree.tag[token] == "MD":
        return True
    active = (
        tree.dep[token] in SUBJECT
        and tree.pos[tree.head[token]] in ("VERB", "AUX")
        and scene.lemma(tree.head[token]) != "be"
    )
    behind = tree.lower[token + 1 : token + 3]
    return active or _is_titled(scene, token) or behind[:1] in ([":"], ["'s"], ["’s"]) or behind == [",", "who"]


def person_by_surname(scene: Scene, first: int, key: str) -> int | None:
    """The person of the article whose surname (else given name) is `key`; of several the one meant at token `first`."""
    strong, weak = [], []
    for index, draft in enumerate(scene.drafts):
        if draft.kind != "person" or draft.anonymous:
            continue
        family_first = draft.family_first or draft.of in _FAMILY_FIRST_STATES
        full = {form for name in [draft.name, *draft.names] for form in surnames_of(name, family_first=family_first)}
        words = folded(draft.name).split()
        if key in full or key in words[1:] or (" " in key and folded(draft.name).endswith(" " + key)):
            strong.append(index)
        elif words and key == words[0]:
            weak.append(index)
    for found in (strong, weak):
        if len(found) == 1:
            return found[0]
        if found:
            return _nearest(scene, first, found)
    return None


def _nearest(scene: Scene, first: int, found: list[int]) -> int | None:
    """Of several with one surname: whom the honorific fits, else who was called by it before, else who was named last.

    Of a couple the press calls one by the surname and the other by the given name.
    """
    gender = gender_before(scene, first)
    fitting = [i for i in found if not gender or gender_of(scene, scene.drafts[i]) in (gender, "")]
    if len(fitting) == 1:
        return fitting[0]
    own = [mention for mention in scene.mentions if mention.actor in fitting]
    alone = [
        mention.actor
        for mention in own
        if mention.how == "actor.name.surname" and scene.tree.dep[mention.head] != "compound"
    ]
    if alone and not gender:
        return max(sorted(set(alone), key=str), key=alone.count)
    before = [(mention.head, mention.actor) for mention in own if mention.head < first]
    if before:
        return max(before)[1]
    counts = sorted(fitting, key=lambda i: (-sum(mention.actor == i for mention in own), i))
    return counts[0] if counts else None


def _known_surname(scene: Scene, chunk: Chunk, key: str) -> str | None:
    """A lone surname that exactly one person of the tables bears whose state or body the article names."""
    if len(key) < 2 or key in MONTHS or ("ORG" in _labels(scene, chunk) and not speaks(scene, chunk)):
        return None
    people = (scene.gazetteer.known[known] for known in scene.gazetteer.surnames.get(key, ()))
    known_keys = scene.gazetteer.surnames.get(key, ())
    fitting = [known.key for known in people if any(term.of in scene.by_key for term in known.terms)]
    plain = chunk.first and scene.tree.lower[chunk.first - 1].rstrip(".") in HONORIFICS  # "Mr. Abbott" of the minutes
    if not fitting and len(known_keys) == 1 and key not in word_list("common_surname") and not plain:
        # A head of state or government needs no introduction.
        terms = scene.gazetteer.known[known_keys[0]].terms
        fitting = list(known_keys) if any(term.office.lower() in word_list("head_office") for term in terms) else []
    return fitting[0] if len(fitting) == 1 else None


def _link_unknown(scene: Scene, chunk: Chunk, text: str, lone: bool) -> None:
    """A name that nothing else explains: a person who speaks or bears a title, a body that acts, else nobody."""
    labels = _labels(scene, chunk)
    titled = _is_titled(scene, chunk.first) or _is_speaker_label(scene, chunk) or is_shown_person(scene, chunk)
    label = max(sorted(set(labels)), key=labels.count) or (scene.label_of(text) if lone else "")
    articled = chunk.first > 0 and scene.tree.lower[chunk.first - 1] == "the"
    numbered = chunk.end < len(scene.tree) and scene.tree.words[chunk.end][0].isdigit()
    if not titled and (
        (any(char.isdigit() for char in text) and lone) or (set(labels) & _ACTIONS and not speaks(scene, chunk))
    ):
        return
    acts = scene.acts(scene.head_of(chunk)) or _is_told_of(scene, chunk, label)
    lone_speaker = lone and (speaks(scene, chunk) or acts) and label not in ("GPE", "LOC", "NORP", "ORG")
    placed = chunk.first > 0 and scene.tree.tag[chunk.first - 1] == "IN" and not acts
    if not titled and _stands_before_role(scene, chunk):
        return  # "Elmwood mayor Donna Fry": the town or body of the office
    if scene.noun_sort(chunk.end - 1) == "party" and scene.tree.lower[chunk.first - 1 : chunk.first] in (["a"], ["an"]):
        return  # "Peter Hale, a Conservative": a member
    if lone and text in scene.things and not titled:
        if acts or label == "ORG":
            scene.mention(chunk.first, chunk.end, "name", _other_body(scene, text), "actor.name.entity", confidence=0.7)
        return
    if (
        lone
        and not titled
        and chunk.end < len(scene.tree)
        and scene.tree.words[chunk.end] == "."
        and "." not in text
        and label == ""
    ):
        return
    other = not titled and not lone and _score_other(scene, chunk) > 2
    if titled or (not articled and not numbered and not other and ((label == "PERSON" and not placed) or lone_speaker)):
        _mention(scene, chunk, _full_name(scene, chunk), "actor.name.lone" if lone else "actor.name.person", 0.8)
    elif (
        (other and acts)
        or (label == "ORG" and (acts or not lone or text.isupper()))
        or (acts and (articled or label in ("GPE", "LOC", "NORP")))
    ):
        scene.mention(chunk.first, chunk.end, "name", _other_body(scene, text), "actor.name.entity", confidence=0.7)


def _is_told_of(scene: Scene, chunk: Chunk, label: str) -> bool:
    """`Mälarbanken, which has asked`, `E-Farm is offering`: an unknown name that has or does something."""
    tree, head, end = scene.tree, scene.head_of(chunk), chunk.end
    if label in ("GPE", "LOC", "NORP", "DATE", "TIME", "PERSON", "FAC") or chunk.first in scene.finder.headline_tokens:
        return False
    if tree.lower[end : end + 2] in ([",", "which"], [",", "whose"]) and tree.dep[head] in SUBJECT:
        return True
    verb = tree.head[head]
    lemma = scene.lemma(verb)
    does = tree.pos[verb] == "VERB" and tree.kid(verb, "dobj", "xcomp", "ccomp") is not None
    return tree.dep[head] == "nsubj" and does and lemma not in word_list("place_verb")


def _stands_before_role(scene: Scene, chunk: Chunk) -> bool:
    """Whether an office and then a name follow right behind, with nothing between."""
    owned = scene.tree.tag[chunk.end : chunk.end + 1] == ("POS",)
    found = scene.roles.starting_at(scene.tree.lower, chunk.end + owned, len(scene.tree))
    if owned and found is not None:
        return found[1].name in word_list("local_office")  # "Wolfsberg's mayor, Hanna Gruber"
    if found is None or found[1].group or scene.noun_sort(chunk.end + found[0] - 1) != "person":
        return False
    behind = scene.chunk_at.get(chunk.end + found[0])
    return behind is not None and behind.sort in ("name", "person")


def _other_body(scene: Scene, text: str) -> int:
    key = folded(text)
    for index, draft in enumerate(scene.drafts):
        if (
            draft.kind == "organization"
            and not draft.anonymous
            and key in (folded(form) for form in [draft.name, *draft.names])
        ):
            return index
    return scene.add(Draft(text, "organization"))

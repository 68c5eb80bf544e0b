"""Persons: which names are persons, who is meant by a surname, and what offices the text gives them."""

from dataclasses import dataclass

from stanceline.discourse.bodies import find_by_short_form, home_state
from stanceline.discourse.gazetteer import folded, surnames_of
from stanceline.discourse.names import HONORIFICS, MONTHS, Chunk, entity_type
from stanceline.discourse.roles import Role
from stanceline.discourse.scene import Draft, Scene
from stanceline.discourse.words import word_list

_SUBJECT = ("nsubj", "nsubjpass")
_MODIFIER_TAGS = ("JJ", "NN", "NNP", "NNPS", "NNS", "POS", "PRP$", "HYPH", "VBN", "CD", "VBG")
_FORMER = frozenset({"former", "ex", "retired", "late", "onetime", "then", "outgoing"})


@dataclass(frozen=True, slots=True)
class Title:
    """An office read beside a name: its tokens `[first, end)`, its role, the employer's actor, and whether it is past."""

    first: int
    end: int
    role: Role
    text: str
    employer: int | None
    former: bool


def link_persons(scene: Scene) -> None:
    """Make actors of all personal names: gazetteer and full names first, then surnames, then lone unknown names."""
    names = [chunk for chunk in scene.chunks if chunk.sort in ("person", "name") and chunk.first not in scene.by_token]
    rest = []
    for chunk in names:
        if chunk.sort == "person":
            _mention(scene, chunk, scene.known(chunk.keys[0]), "actor.name.gazetteer")
        elif _word_count(scene, chunk) > 1 and _is_person(scene, chunk):
            _mention(scene, chunk, _full_name(scene, chunk), "actor.name.person")
        else:
            rest.append(chunk)
    for chunk in rest:
        _link_short_name(scene, chunk)


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


def _is_person(scene: Scene, chunk: Chunk) -> bool:
    """Weighs the model's label, given names, titles and verbs."""
    tree, labels = scene.tree, _labels(scene, chunk)
    score = 0
    if labels.count("PERSON") * 2 > len(labels):
        score += 3
    elif "ORG" in labels or "FAC" in labels:
        score -= 2
    elif "GPE" in labels or "LOC" in labels:
        score -= 1
    if tree.words[chunk.first] in scene.roles.given_names or tree.words[chunk.first].title() in scene.roles.given_names:
        score += 3
    if chunk.first and (scene.chunk_at.get(chunk.first - 1) or Chunk(0, 0, "name")).sort in ("title", "honorific"):
        score += 3
    elif _role_before(scene, chunk.first) is not None:
        score += 2
    if _apposition_after(scene, chunk) is not None:
        score += 2
    if _speaks(scene, chunk):
        score += 1
    if any(scene.noun_sort(token) in ("body", "suffix") for token in range(chunk.first, chunk.end)):
        score -= 3
    if tree.words[chunk.end - 1].isdigit() or any(tree.words[t] in "&/" for t in range(chunk.first, chunk.end)):
        score -= 3
    return score >= 2


def _speaks(scene: Scene, chunk: Chunk) -> bool:
    head = scene.tree.root_of(range(chunk.first, chunk.end))
    if head is None or scene.tree.dep[head] not in _SUBJECT:
        return False
    lemma = scene.lemma(scene.tree.head[head])
    return lemma in word_list("speech") or lemma in word_list("mental")


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
                and (other[-1] == words[-1] or _contains(other, words))
            ):
                if len(text) > len(draft.name) and not draft.known:
                    draft.names.append(draft.name)
                    draft.name = text
                return index
    return scene.add(Draft(text, "person"))


def _contains(one: list[str], other: list[str]) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) > 1 and long[: len(short)] == short


def _family_first(scene: Scene, draft: Draft) -> bool:
    return draft.family_first or draft.of in ("state:CN", "state:KR", "state:KP", "state:TW", "state:VN", "state:HK")


def _link_short_name(scene: Scene, chunk: Chunk) -> None:
    """A surname, a short form of a body, a lone unknown name, or nothing."""
    tree = scene.tree
    text = scene.text(chunk.first, chunk.end)
    lone = _word_count(scene, chunk) == 1
    if lone and tree.lower[chunk.first] in MONTHS and scene.finder.is_month(chunk.first):
        return
    person = _person_by_surname(scene, chunk, folded(text))
    if person is not None:
        _mention(scene, chunk, person, "actor.name.surname", 0.95)
        return
    body = find_by_short_form(scene, chunk)
    if body is not None:
        scene.called(body, text)
        scene.mention(chunk.first, chunk.end, "name", body, "actor.name.short")
        return
    known = _known_surname(scene, chunk, folded(text)) if lone else None
    if known is not None:
        _mention(scene, chunk, scene.known(known), "actor.name.gazetteer_surname", 0.85)
        return
    _link_unknown(scene, chunk, text, lone)


def _person_by_surname(scene: Scene, chunk: Chunk, key: str) -> int | None:
    strong, weak = [], []
    for index, draft in enumerate(scene.drafts):
        if draft.kind != "person" or draft.anonymous:
            continue
        full = {
            form
            for name in [draft.name, *draft.names]
            for form in surnames_of(name, family_first=_family_first(scene, draft))
        }
        words = folded(draft.name).split()
        if key in full or key in words[1:] or (" " in key and folded(draft.name).endswith(" " + key)):
            strong.append(index)
        elif words and key == words[0]:
            weak.append(index)
    for found in (strong, weak):
        if len(found) == 1:
            return found[0]
        if found:
            return _nearest(scene, chunk, found)
    return None


def _nearest(scene: Scene, chunk: Chunk, found: list[int]) -> int | None:
    """Of several with one surname: whom the honorific fits, else the one named last before."""
    gender = _gender_before(scene, chunk)
    fitting = [i for i in found if not gender or _gender(scene, scene.drafts[i]) in (gender, "")]
    last = [(m.head, m.actor) for m in scene.mentions if m.actor in fitting and m.head < chunk.first]
    return max(last)[1] if last else None


def _gender_before(scene: Scene, chunk: Chunk) -> str:
    before = scene.tree.lower[chunk.first - 1].rstrip(".") if chunk.first else ""
    gender = HONORIFICS.get(before, "")
    return "" if gender == "x" else gender


def _gender(scene: Scene, draft: Draft) -> str:
    if draft.gender:
        return draft.gender
    given = draft.name.split()[-1 if draft.family_first else 0] if draft.name else ""
    gender = scene.roles.given_names.get(given, "")
    return gender if gender in ("m", "f") else ""


def _known_surname(scene: Scene, chunk: Chunk, key: str) -> str | None:
    """A lone surname that exactly one person of the tables bears whose state or body the article names."""
    keys = scene.gazetteer.surnames.get(key, ())
    if key in MONTHS or ("ORG" in _labels(scene, chunk) and not _speaks(scene, chunk)):
        return None
    fitting = []
    for known in (scene.gazetteer.known[k] for k in keys):
        if any(term.of in scene.by_key for term in known.terms):
            fitting.append(known.key)
    return fitting[0] if len(fitting) == 1 else None


def _link_unknown(scene: Scene, chunk: Chunk, text: str, lone: bool) -> None:
    tree, labels = scene.tree, _labels(scene, chunk)
    before = scene.chunk_at.get(chunk.first - 1)
    titled = before is not None and before.sort in ("title", "honorific")
    label = max(sorted(set(labels)), key=labels.count)
    organization = label == "ORG" and not titled
    if titled or label == "PERSON" or (lone and _speaks(scene, chunk) and label not in ("GPE", "LOC", "NORP")):
        if organization and any(c.isdigit() for c in text):
            return
        if lone and label not in ("PERSON", "") and not titled and not _speaks(scene, chunk):
            return
        _mention(scene, chunk, _full_name(scene, chunk), "actor.name.lone" if lone else "actor.name.person", 0.8)
    elif organization or (label in ("GPE", "LOC", "FAC", "") and _speaks(scene, chunk) and not lone):
        actor = _other_body(scene, chunk, text)
        scene.mention(chunk.first, chunk.end, "name", actor, "actor.name.entity", confidence=0.7)
    elif label == "GPE" and _speaks(scene, chunk):
        actor = _other_body(scene, chunk, text)
        scene.mention(chunk.first, chunk.end, "name", actor, "actor.name.place", confidence=0.6)
    elif tree.lower[chunk.first] in MONTHS:
        return


def _other_body(scene: Scene, chunk: Chunk, text: str) -> int:
    key = folded(text)
    for index, draft in enumerate(scene.drafts):
        if (
            draft.kind == "organization"
            and not draft.anonymous
            and key in (folded(form) for form in [draft.name, *draft.names])
        ):
            return index
    return scene.add(Draft(text, "organization"))


# ---- offices --------------------------------------------------------------------------------------------


def link_titles(scene: Scene) -> None:
    """Read titles before names, appositions around them and brackets behind them; give each person office and body."""
    home = home_state(scene)
    for mention in list(scene.mentions):
        if mention.kind != "name" or mention.actor is None or scene.drafts[mention.actor].kind != "person":
            continue
        first, end = scene.token_range(mention)
        draft = scene.drafts[mention.actor]
        chunk = Chunk(first, end, "name")
        draft.gender = draft.gender or _gender_before(scene, chunk) or _gender(scene, draft)
        for title in (
            _title_before(scene, first),
            _apposition_after(scene, chunk),
            _apposition_before(scene, chunk),
            _attribute(scene, chunk),
        ):
            if title is not None:
                _give_office(scene, draft, title, home, first)
                if title.end <= first:
                    mark = title.first
                    scene.mention(mark, title.end, "title", mention.actor, "actor.title.before", head=title.end - 1)
        if draft.of is None:
            _give_affiliation(scene, draft, end)
    for draft in scene.drafts:
        if draft.kind == "person" and draft.known and draft.of is None:
            _give_term(scene, draft)


def _role_before(scene: Scene, first: int) -> tuple[int, Role] | None:
    """The role that ends right before token `first`, with its number of words."""
    if first == 0 or scene.tree.sentence[first - 1] != scene.tree.sentence[first]:
        return None
    found = scene.roles.ending_at(scene.tree.lower, first - 1)
    if found is None or scene.noun_sort(first - 1) != "person" or found[1].group:
        return None
    return found


def _title_before(scene: Scene, first: int) -> Title | None:
    tree = scene.tree
    before = first
    if before and tree.lower[before - 1].rstrip(".") in HONORIFICS:
        before -= 1
    found = _role_before(scene, before)
    if found is None:
        return None
    size, role = found
    return _title(scene, before - size, before, role)


def _title(scene: Scene, first: int, end: int, role: Role) -> Title:
    """Widen a role to the left over its modifiers and look there for the employer."""
    tree, employer, former = scene.tree, None, role.former
    left = first
    while left > 0 and tree.sentence[left - 1] == tree.sentence[first] and first - left < 8:
        token = left - 1
        chunk = scene.chunk_at.get(token)
        if (
            chunk is not None
            and scene.actor_at(token) is not None
            and scene.kind_at(token) in ("state", "organization")
        ):
            if employer is None:
                employer = scene.actor_at(token)
            left = chunk.first
        elif (tree.tag[token] in _MODIFIER_TAGS and chunk is None) or (
            chunk is not None and chunk.sort in ("title", "body", "adjective")
        ):
            former = former or tree.lower[token].rstrip("-") in _FORMER - {"outgoing", "then"}
            if employer is None and tree.tag[token] == "PRP$":
                employer = scene.actor_at(token)
            if employer is None and scene.kind_at(token) in ("state", "organization"):
                employer = scene.actor_at(token)
            left = token
        else:
            break
    if employer is None and left > 1 and tree.lower[left - 1] in ("the", "a", "an"):
        left -= 1
    words = [w for w in (tree.lower[t] for t in range(first, end))]
    return Title(left, end, role, " ".join(words).replace(" - ", "-"), employer or _employer_after(scene, end), former)


def _employer_after(scene: Scene, token: int) -> int | None:
    """The state or body behind "of", "for", "at", "from" right after a role."""
    tree = scene.tree
    if token >= len(tree) or tree.lower[token] not in ("of", "for", "at", "from", "in", "with", "to"):
        return None
    for step in range(token + 1, min(token + 7, len(tree))):
        actor = scene.actor_at(step)
        if actor is not None and scene.drafts[actor].kind in ("state", "organization"):
            return actor
        if tree.tag[step] not in ("DT", *_MODIFIER_TAGS) and tree.lower[step] not in ("of", "and"):
            return None
    return None


def _apposition_after(scene: Scene, chunk: Chunk) -> Title | None:
    """`Luc Tessier, its digital minister`: a singular role phrase behind a comma."""
    tree = scene.tree
    if chunk.end + 1 >= len(tree) or tree.words[chunk.end] not in (",", "(", "—", "–"):
        return None
    return _role_phrase(scene, chunk.end + 1)


def _role_phrase(scene: Scene, begin: int) -> Title | None:
    """A noun phrase that starts at `begin` and is headed by a singular role."""
    tree, token, former = scene.tree, begin, False
    while token < len(tree) and token - begin < 10 and tree.sentence[token] == tree.sentence[begin]:
        following = tree.tag[token + 1] if token + 1 < len(tree) else ""
        if scene.noun_sort(token) == "person" and following not in ("NN", "NNS", "HYPH", "POS", "NNP", "NNPS"):
            found = scene.roles.ending_at(tree.lower, token)
            if scene.is_plural(token) or found is None or found[1].group:
                return None
            size, role = found
            employer = next(
                (
                    actor
                    for step in range(token, begin - 1, -1)
                    if (actor := scene.actor_at(step)) is not None
                    and scene.drafts[actor].kind in ("state", "organization")
                ),
                None,
            )
            former = former or role.former
            text = " ".join(tree.lower[token + 1 - size : token + 1]).replace(" - ", "-")
            return Title(
                begin,
                token + 1,
                role,
                text,
                employer if employer is not None else _employer_after(scene, token + 1),
                former,
            )
        former = former or tree.lower[token] in _FORMER - {"then", "outgoing"}
        if tree.tag[token] not in ("DT", *_MODIFIER_TAGS) or (
            scene.kind_at(token) == "person" and tree.tag[token] != "PRP$"
        ):
            return None
        token += 1
    return None


def _apposition_before(scene: Scene, chunk: Chunk) -> Title | None:
    """`its director, Nadia Sorensen`: a role phrase before a comma."""
    tree = scene.tree
    if chunk.first < 2 or tree.words[chunk.first - 1] not in (",", "—", "–"):
        return None
    head = tree.root_of(range(chunk.first, chunk.end))
    anchor = tree.head[head] if head is not None and tree.dep[head] == "appos" else chunk.first - 2
    if (
        scene.noun_sort(anchor) != "person"
        or scene.is_plural(anchor)
        or (anchor in scene.by_token and scene.kind_at(anchor) == "person")
    ):
        return None
    found = scene.roles.ending_at(tree.lower, anchor)
    if found is None or found[1].group:
        return None
    return _title(scene, anchor + 1 - found[0], anchor + 1, found[1])


def _attribute(scene: Scene, chunk: Chunk) -> Title | None:
    """`Sefanaia Rokobaro is a negotiator for Fiji`: a role said of a subject."""
    tree = scene.tree
    head = tree.root_of(range(chunk.first, chunk.end))
    if head is None or tree.dep[head] != "nsubj" or scene.lemma(tree.head[head]) != "be":
        return None
    attribute = tree.kid(tree.head[head], "attr")
    if attribute is None or scene.noun_sort(attribute) != "person" or scene.is_plural(attribute):
        return None
    title = _role_phrase(scene, scene.left_edge(attribute))
    past = tree.lower[tree.head[head]] in ("was", "were")
    if title is None or not past:
        return title
    return Title(title.first, title.end, title.role, title.text, title.employer, True)


def _give_office(scene: Scene, draft: Draft, title: Title, home: str | None, first: int) -> None:
    of = None if title.employer is None else scene.body_of(title.employer)
    if title.role.speaks_for == "state" and of is None:
        state = _state_in_paragraph(scene, first) if draft.of is None else None
        of = None if state is None else scene.body_of(state)
        of = of or (home if draft.of is None else None)
    if draft.office is not None and draft.of is not None and (of is None or (of != draft.of and not title.former)):
        return
    if title.former and draft.office is not None:
        return
    if draft.office is not None and of is None:
        return
    draft.office = ("former " if title.former and not title.text.startswith("former") else "") + title.text
    draft.of = of
    draft.speaks_for_it = of is not None and not title.former and _speaks_for(scene, title.role, of)


def _speaks_for(scene: Scene, role: Role, of: str) -> bool:
    if role.former or role.speaks_for == "self":
        return False
    if role.speaks_for == "unknown":
        return role.name in ("leader", "head of state", "leaders")
    return True


def _state_in_paragraph(scene: Scene, before: int) -> int | None:
    """The only state that the paragraph has named up to this token; a subject among several."""
    block = scene.block_of(before)
    states: dict[int, bool] = {}
    for mention in scene.mentions:
        if mention.actor is not None and mention.head <= before and scene.block_of(mention.head) == block:
            if scene.drafts[mention.actor].kind == "state":
                subject = scene.tree.dep[mention.head] in _SUBJECT
                states[mention.actor] = states.get(mention.actor, False) or subject
    if len(states) == 1:
        return next(iter(states))
    subjects = [actor for actor, subject in states.items() if subject]
    return subjects[0] if len(subjects) == 1 else None


def _give_affiliation(scene: Scene, draft: Draft, end: int) -> None:
    """`Hank Dufresne of the Chamber of Commerce`, `Lucinda Baird-Cole (Jamaica)`: a body without a role."""
    tree = scene.tree
    if end + 1 >= len(tree):
        return
    actor, told = None, False
    if tree.words[end] == "(":
        actor = scene.actor_at(end + 1)
        told = draft.office is not None
    elif tree.lower[end] in ("of", "from", "for") or (
        tree.words[end] == "," and tree.lower[end + 1] in ("of", "from", "for")
    ):
        actor = _employer_after(scene, end if tree.words[end] != "," else end + 1)
    if actor is None or scene.drafts[actor].kind not in ("state", "organization"):
        return
    body = scene.drafts[actor]
    sort = scene.gazetteer.known[body.known].sort if body.known else ""
    draft.of = scene.body_of(actor)
    private = body.kind == "organization" and sort not in (
        "parliament",
        "party",
        "think tank",
        "media",
        "court",
        "military",
    )
    role = scene.roles.forms.get(tuple((draft.office or "").split()))
    draft.speaks_for_it = private if role is None else told and _speaks_for(scene, role, draft.of)


def _give_term(scene: Scene, draft: Draft) -> None:
    """The office that the tables know, where the article's own date or the bodies it names single one out."""
    known = scene.gazetteer.known[draft.known or ""]
    day = scene.article.published
    terms = [
        term
        for term in known.terms
        if day is None or (term.begin <= day[:10] and (not term.end or day[:10] < term.end))
    ]
    if not terms:
        return
    named = [term for term in terms if term.of in scene.by_key] or terms
    if day is None and len({term.of for term in named}) > 1:
        return
    term = named[-1]
    draft.office = draft.office or term.office.lower()
    draft.of = term.of
    found = scene.roles.ending_at(term.office.lower().split(), len(term.office.split()) - 1)
    draft.speaks_for_it = found is None or _speaks_for(scene, found[1], term.of)

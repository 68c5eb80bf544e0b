"""Offices: titles before names, appositions around them, clauses and brackets behind them; and for whom they speak."""

from dataclasses import dataclass, replace

from stanceline.discourse.actors.bodies import home_body, home_state
from stanceline.discourse.actors.chunks import Chunk
from stanceline.discourse.actors.employers import implied_employer
from stanceline.discourse.actors.gazetteer import folded
from stanceline.discourse.actors.local_bodies import department_of, place_name
from stanceline.discourse.actors.names import HONORIFICS
from stanceline.discourse.actors.people import gender_before, gender_of, role_before
from stanceline.discourse.actors.roles import Role
from stanceline.discourse.actors.scene import Draft, Scene
from stanceline.discourse.actors.words import word_list

_MODIFIER_TAGS = ("JJ", "NN", "NNP", "NNPS", "NNS", "POS", "PRP$", "HYPH", "VBN", "CD", "VBG")
LEADS = {
    "chair": "chair", "head": "head", "lead": "leader", "direct": "director", "manage": "manager",
    "own": "owner", "found": "founder", "represent": "delegate", "run": "head", "edit": "editor",
}  # fmt: skip
_OPEN_BODIES = ("parliament", "party", "think tank", "media", "court", "military")


@dataclass(frozen=True, slots=True)
class Title:
    """An office beside a name: its tokens `[first, end)`, its role, the employer's actor, and whether it is past."""

    first: int
    end: int
    role: Role
    text: str
    employer: int | None
    former: bool


def link_titles(scene: Scene) -> None:
    """Give each person the offices that stand beside the name, and the body; then what the tables know."""
    homes = (home_state(scene), home_body(scene))
    for mention in list(scene.mentions):
        if mention.kind != "name" or mention.actor is None or scene.drafts[mention.actor].kind != "person":
            continue
        first, end = scene.token_range(mention)
        draft, chunk = scene.drafts[mention.actor], Chunk(first, end, "name")
        draft.gender = draft.gender or gender_before(scene, first) or gender_of(scene, draft)
        for title in _titles(scene, chunk):
            _give_office(scene, draft, title, homes, first)
            if title.end <= first and title.end - 1 not in scene.by_token:
                scene.mention(title.first, title.end, "title", mention.actor, "actor.title.before", head=title.end - 1)
        if draft.of is None:
            _give_affiliation(scene, draft, end)
    for draft in scene.drafts:
        if draft.kind == "person" and draft.known and draft.of is None:
            _give_term(scene, draft)


def role_words(scene: Scene, first: int, end: int) -> str:
    """A role's tokens in lower case, hyphens closed up."""
    return " ".join(scene.tree.lower[first:end]).replace(" - ", "-")


def speaks_for(role: Role | None, of: str | None, *, former: bool = False) -> bool:
    """Whether words of somebody in this role count for `of`.

    Officers of bodies speak for a body, not for the state whose adjective stands before them ("German union leader");
    spokespersons do, and governors for their region.
    """
    if role is None or of is None or former or role.former or role.speaks_for == "self":
        return False
    if role.speaks_for == "organization" and of.startswith("state:"):
        return role.name in word_list("voice") or ("-" in of and role.name in word_list("local_office"))
    return role.speaks_for != "unknown" or role.name == "leader"


def _titles(scene: Scene, chunk: Chunk) -> list[Title]:
    readers = (_title_before, _apposition_before, _apposition_after, _attribute, _relative_clause)
    return [title for reader in readers if (title := reader(scene, chunk)) is not None]


# ---- before the name ------------------------------------------------------------------------------------


def _title_before(scene: Scene, chunk: Chunk) -> Title | None:
    """`French President Emmanuel Macron`, `Spokesman: Samir Benhadid`."""
    tree, before = scene.tree, chunk.first
    while before and (
        tree.lower[before - 1].rstrip(".") in HONORIFICS or (tree.words[before - 1] == ":" and before > 1)
    ):
        before -= 1
    found = role_before(scene, before)
    worn = scene.chunk_at.get(before - 1)
    if found is None and worn is not None and worn.sort == "title" and worn.end == before:
        # "Secretary of State for Transport Ann Bell"
        size_role = scene.roles.starting_at(tree.lower, worn.first, before)
        if size_role is not None:
            return _widened(scene, worn.first, worn.first + size_role[0], size_role[1])
    if found is None:
        return _title_of_body(scene, before)
    return _widened(scene, before - found[0], before, found[1])


def _title_of_body(scene: Scene, before: int) -> Title | None:
    """`Deputy leader of Orne Borough Council Joan Hart`."""
    chunk, tree = scene.chunk_at.get(before - 1), scene.tree
    if chunk is None or chunk.end != before or chunk.sort not in ("organization", "state") or chunk.first < 2:
        return None
    step = chunk.first - 1
    step -= tree.lower[step] == "the"
    found = role_before(scene, step) if tree.lower[step] == "of" else None
    return None if found is None else _widened(scene, step - found[0], step, found[1])


def _widened(scene: Scene, first: int, end: int, role: Role) -> Title:
    """Widen a role to the left over its modifiers and look there, then behind it, for the employer."""
    tree, employer, former, left = scene.tree, None, role.former, first
    while left > 0 and tree.sentence[left - 1] == tree.sentence[first] and first - left < 8:
        token = left - 1
        chunk, kind = scene.chunk_at.get(token), scene.kind_at(token)
        if not (tree.tag[token] in _MODIFIER_TAGS or chunk is not None) or (
            kind == "person" and tree.tag[token] != "PRP$"
        ):
            break
        if (chunk is not None and chunk.sort == "honorific") or not _leans_right(scene, token, first):
            break
        if employer is None and kind in ("state", "organization") and not _is_party_of(scene, role, token):
            employer = scene.actor_at(token)
        former = former or tree.lower[token].rstrip("-") in word_list("former")
        left = chunk.first if chunk is not None else token
    if left > 0 and tree.lower[left - 1] in ("the", "a", "an"):
        left -= 1
    if employer is None:
        employer = _employer_after(scene, end)
    if employer is None:
        employer = place_of(scene, role, end)
    if employer is None and tree.words[left - 1 : left] == ["("] and left > 1:
        employer = _body_at(scene, left - 2)
    if employer is None:
        employer = _name_before(scene, role, first)
    if employer is None:
        employer = _compound_body(scene, role, left, first)
    return Title(left, end, role, role_words(scene, first, end), employer, former)


def _is_party_of(scene: Scene, role: Role, token: int) -> bool:
    """`Labour finance minister Per Strand`: the party of one who speaks for the state."""
    actor = scene.actor_at(token)
    draft = None if actor is None else scene.drafts[actor]
    if draft is None or role.speaks_for != "state" or role.name in word_list("party_office"):
        return False
    sort = scene.gazetteer.known[draft.known].sort if draft.known else ""
    return sort == "party" or "Party" in draft.name.split()


def _leans_right(scene: Scene, token: int, role: int) -> bool:
    """Whether a word before a role belongs to it and not to what stands before ("refugees President Obama")."""
    tree = scene.tree
    head = tree.head[token]
    if tree.tag[token] in ("POS", "HYPH"):
        return True
    return head > token if not scene.is_plural(token) else head >= role


def _employer_after(scene: Scene, token: int) -> int | None:
    """The state or body behind "of", "for", "at", "from" right after a role or a name."""
    tree = scene.tree
    if token >= len(tree) or tree.lower[token] not in ("of", "for", "at", "from", "in", "with", "to", "on"):
        return None
    for step in range(token + 1, min(token + 7, len(tree))):
        actor = scene.actor_at(step)
        if actor is not None and scene.drafts[actor].kind in ("state", "organization"):
            owned = _body_at(scene, tree.head[step]) if tree.tag[step + 1 : step + 2] == ("POS",) else None
            return actor if owned is None else owned
        if tree.lower[step] in ("at", "for") and tree.lower[token] in ("of", "for", "on", "in") and step > token + 1:
            return _employer_after(scene, step)
        if tree.tag[step] not in ("DT", *_MODIFIER_TAGS) and tree.lower[step] not in ("of", "and"):
            return None
    return None


def place_of(scene: Scene, role: Role, token: int) -> int | None:
    """`governor of Salta`: an unknown place becomes the body that its governor or mayor speaks for."""
    tree = scene.tree
    if role.name not in word_list("local_office") or token + 1 >= len(tree) or tree.lower[token] != "of":
        return None
    chunk = scene.chunk_at.get(token + 1)
    if chunk is None or chunk.sort != "name" or chunk.first in scene.by_token:
        return None
    return scene.place(chunk, place_name(scene, scene.text(chunk.first, chunk.end), role.name))


def _name_before(scene: Scene, role: Role, first: int) -> int | None:
    """`Elmwood Mayor Donna Fry`, `Elmwood Police Chief Al Ruiz`, `Unite general secretary Joan Hart`."""
    owner = first - 1 if scene.tree.tag[first - 1] == "POS" else first
    chunk = scene.chunk_at.get(owner - 1)
    if chunk is None or chunk.sort != "name" or chunk.end != owner or chunk.first in scene.by_token:
        return None
    text = scene.text(chunk.first, chunk.end)
    if scene.tree.lower[chunk.first] in word_list("rank") | word_list("former"):
        return None
    if role.name in word_list("local_office"):
        return scene.place(chunk, place_name(scene, text, role.name))
    department = department_of(scene, text, role.name)
    if department is not None:
        return scene.find_body(department)
    town = scene.label_of(scene.tree.words[chunk.first]) in ("GPE", "LOC") or text in scene.things
    if role.name not in word_list("officer") or town or role.speaks_for != "organization":
        return None
    return scene.place(chunk)


def _compound_body(scene: Scene, role: Role, left: int, first: int) -> int | None:
    """`School board president Janet Holm`: the body of the article's own that the modifiers name."""
    token = first - 1
    heads = role.speaks_for == "organization" or role.name in ("president", "leader", "secretary")
    sort = scene.noun_sort(token) if token >= left else ""
    if not heads or sort not in ("body", "people", "site") or scene.lemma(token) in word_list("government"):
        return None
    named = _named_with(scene, scene.lemma(token))
    if named is not None and token == first - 1 and token - left <= 1:
        return named
    if token in scene.by_token or scene.lemma(token) in word_list("country") | {"cabinet", "party", "opposition"}:
        return None
    begin = left + 1 if scene.tree.lower[left] in ("the", "a", "an") else left
    name = scene.text(begin, token + 1)
    if begin == token or any(word in word_list("rank") for word in name.lower().split()):
        return None
    drafts = enumerate(scene.drafts)
    actor = next((i for i, d in drafts if d.kind == "organization" and folded(d.name) == folded(name)), None)
    if actor is None:
        actor = scene.add(Draft(name, "organization", anonymous=True))
    scene.mention(begin, token + 1, "description", actor, "actor.unnamed.body", head=token, confidence=0.8)
    return actor


def _named_with(scene: Scene, noun: str) -> int | None:
    """The one named body of the article with this noun in its name or beside it."""
    found = [
        index
        for index, draft in enumerate(scene.drafts)
        if draft.kind == "organization" and not draft.anonymous
        if noun in draft.nouns or noun in folded(draft.name).split()
    ]
    return found[0] if len(found) == 1 else None


def _apposition_before(scene: Scene, chunk: Chunk) -> Title | None:
    """`its director, Nadia Sorensen`: a role phrase before a comma."""
    tree, first = scene.tree, chunk.first
    while first and (tree.words[first - 1] == "." or tree.lower[first - 1].rstrip(".") in HONORIFICS):
        first -= 1  # "its chairman, Sir Colin Wray"
    if first < 2 or tree.words[first - 1] not in (",", "—", "–"):
        return None
    head = scene.head_of(chunk)
    anchors = [tree.head[head]] if tree.dep[head] == "appos" else []
    anchors += [token for token in range(first - 2, max(first - 9, -1), -1) if scene.noun_sort(token) == "person"][:1]
    for anchor in anchors:
        if scene.noun_sort(anchor) != "person" or scene.is_plural(anchor) or scene.kind_at(anchor) == "person":
            continue
        found = scene.roles.ending_at(tree.lower, anchor)
        between = scene.text(anchor + 1, first - 1) if anchor + 1 < first - 1 else ""
        if between and tree.lower[anchor + 1] not in ("of", "for", "at", "from", "in", "to", "on"):
            continue
        if (
            found is None
            or found[1].group
            or "," in between
            or any(tree.pos[t] == "VERB" for t in range(anchor + 1, first))
        ):
            continue
        return _widened(scene, anchor + 1 - found[0], anchor + 1, found[1])
    return None


# ---- behind the name ------------------------------------------------------------------------------------


def _apposition_after(scene: Scene, chunk: Chunk) -> Title | None:
    """`Luc Tessier, its digital minister`: a singular role phrase behind a comma."""
    tree = scene.tree
    if chunk.end + 1 >= len(tree) or tree.words[chunk.end] not in (",", "(", "—", "–"):
        return None
    aged = tree.words[chunk.end + 1].isdigit() and tree.words[chunk.end + 2 : chunk.end + 3] == [","]
    return role_phrase(scene, chunk.end + (3 if aged else 1))


def role_phrase(scene: Scene, begin: int) -> Title | None:
    """A noun phrase that starts at `begin` and is headed by a singular role."""
    tree, former = scene.tree, False
    for token in range(begin, min(begin + 10, len(tree))):
        if tree.sentence[token] != tree.sentence[begin]:
            return None
        following = tree.tag[token + 1] if token + 1 < len(tree) else ""
        if scene.noun_sort(token) == "person" and following not in ("NN", "NNS", "HYPH", "POS", "NNP", "NNPS"):
            return _phrase_at(scene, begin, token, former=former)
        former = former or tree.lower[token] in word_list("former")
        chunk = scene.chunk_at.get(token)
        if chunk is not None and chunk.sort == "organization":
            continue  # "Friends of Lake Orne's chair"
        if tree.tag[token] not in ("DT", *_MODIFIER_TAGS) or (
            scene.kind_at(token) == "person" and tree.tag[token] != "PRP$"
        ):
            return None
    return None


def _phrase_at(scene: Scene, begin: int, head: int, *, former: bool) -> Title | None:
    found = scene.roles.ending_at(scene.tree.lower, head)
    if scene.is_plural(head) or found is None or found[1].group:
        return None
    size, role = found
    employer = next((a for t in range(head, begin - 1, -1) if (a := _body_at(scene, t)) is not None), None)
    if employer is None:
        employer = _employer_after(scene, head + 1)
    if employer is None and scene.tree.words[head + 1 : head + 2] == [","]:
        employer = _listed_body(scene, head + 2)
    return Title(begin, head + 1, role, role_words(scene, head + 1 - size, head + 1), employer, former or role.former)


def _listed_body(scene: Scene, token: int) -> int | None:
    """`(chair, Friends of Lake Orne)`: the body between a comma and a bracket, a comma or the end of the line."""
    chunk, tree = scene.chunk_at.get(token), scene.tree
    if chunk is None or chunk.sort != "organization" or chunk.first != token:
        return None
    behind = tree.text[tree.parse.end[chunk.end - 1] :][:1]
    return scene.actor_at(chunk.end - 1) if behind in (")", ",", "\n", "") else None


def _body_at(scene: Scene, token: int) -> int | None:
    actor = scene.actor_at(token)
    return actor if actor is not None and scene.drafts[actor].kind in ("state", "organization") else None


def _attribute(scene: Scene, chunk: Chunk) -> Title | None:
    """`Sefanaia Rokobaro was a negotiator for Fiji`: a role said of a subject, past where the verb is."""
    tree, head = scene.tree, scene.head_of(chunk)
    verb = tree.head[head]
    if tree.dep[head] != "nsubj" or scene.lemma(verb) != "be":
        return None
    attribute = tree.kid(verb, "attr")
    if attribute is None or scene.noun_sort(attribute) != "person" or scene.is_plural(attribute):
        return None
    title = role_phrase(scene, scene.left_edge(attribute))
    return replace(title, former=True) if title is not None and tree.lower[verb] in ("was", "were") else title


def _relative_clause(scene: Scene, chunk: Chunk) -> Title | None:
    """`May Okafor, who chairs Parents for Safer Screens`."""
    tree = scene.tree
    for who in range(chunk.end, min(chunk.end + 2, len(tree))):
        if tree.lower[who] != "who":
            continue
        verb = tree.head[who]
        speaks = _spoken_for(scene, verb)
        office = "spokesperson" if speaks is not None else LEADS.get(scene.lemma(verb))
        target = speaks if speaks is not None else tree.kid(verb, "dobj") if office else None
        perfect = any(tree.lower[t] == "has" for t in tree.kids(verb, "aux"))
        past = tree.tag[verb] in ("VBD", "VBN") and not perfect and scene.lemma(verb) != "found"
        if office is None or target is None or past:
            return None
        found = scene.roles.forms.get((office,))
        below = [target, *(t for t in tree.subtree(target) if t != target)]
        employer = next((a for t in below if (a := _body_at(scene, t)) is not None), None)
        if found is not None and employer is not None:
            return Title(who, target + 1, found, office, employer, False)
    return None


def _spoken_for(scene: Scene, verb: int) -> int | None:
    """`Rita Vance, who speaks for the tenants`: whom she speaks for."""
    tree = scene.tree
    if scene.lemma(verb) != "speak" or tree.tag[verb] in ("VBD", "VBN"):
        return None
    return next(
        (t for kid in tree.kids(verb, "prep") if tree.lower[kid] == "for" for t in tree.kids(kid, "pobj")), None
    )


# ---- what the office means ------------------------------------------------------------------------------


def _give_office(scene: Scene, draft: Draft, title: Title, homes: tuple[str | None, str | None], first: int) -> None:
    draft.gender = draft.gender or scene.roles.genders.get(title.text.rsplit(" ", 1)[-1], "")
    if title.text == "representative" and scene.tree.words[title.end - 1].islower():
        title = replace(title, role=scene.roles.forms[("spokesperson",)])  # with a capital one of a parliament
    of = None if title.employer is None else scene.body_of(title.employer)
    if of is None and not title.former:
        title = _as_told_before(scene, title)
    if of is None and draft.of is None and not title.former:
        bare = _is_bare(scene, title)
        of = implied_employer(scene, title.role, homes, first, bare=bare)
    if of is None and draft.of is None and title.role.name in word_list("voice"):
        of = _of_whom(scene, title, homes[0])
    if draft.office is not None and (of is None or title.former or (draft.of is not None and of != draft.of)):
        return
    if draft.office is not None and draft.of is not None and draft.speaks_for_it:
        return
    draft.office = ("former " if title.former and not title.text.startswith("former") else "") + title.text
    draft.of = of
    draft.speaks_for_it = speaks_for(title.role, of, former=title.former)


def _of_whom(scene: Scene, title: Title, home: str | None) -> str | None:
    """`The prime minister's spokesman, Al Vella`: the state of the office that owns the voice."""
    owner = title.first - 2
    if owner < 0 or scene.tree.tag[owner + 1] != "POS":
        return None
    found = scene.roles.ending_at(scene.tree.lower, owner)
    state = found is not None and found[1].speaks_for == "state" and not found[1].former and not found[1].group
    return home if state else None


def _as_told_before(scene: Scene, title: Title) -> Title:
    """`wrote to the health secretary. The secretary, Amy Frost, ...`: the longer office told before."""
    tree = scene.tree
    if tree.lower[title.first] != "the" or " " in title.text or title.end - title.first != 2:
        return title
    for token in range(title.first - 1, -1, -1):
        if scene.block_of(token) < scene.block_of(title.first) - 1:
            break
        found = scene.roles.ending_at(tree.lower, token) if tree.lower[token] == title.text else None
        if found is not None and found[0] > 1:
            return replace(title, role=found[1], text=role_words(scene, token + 1 - found[0], token + 1))
    return title


def _is_bare(scene: Scene, title: Title) -> bool:
    """Whether nothing but an article, ranks and fields stands before the role; "a" only before a spokesperson."""
    size = len(title.text.replace("-", " ").split())
    voice = title.role.name in word_list("voice")
    free = word_list("rank") | word_list("office_field") | ({"the", "a", "an"} if voice else {"the"})
    words = [scene.tree.lower[t] for t in range(title.first, title.end) if scene.tree.words[t] != "-"]
    before = words[: max(0, len(words) - size)]
    return all(word in free or scene.roles.nouns.get(word) in ("body", "site") for word in before)


def _give_affiliation(scene: Scene, draft: Draft, end: int) -> None:
    """`Hank Dufresne of the Chamber of Commerce`, `Lucinda Baird-Cole (Jamaica)`: a body without a role."""
    tree = scene.tree
    if end + 1 >= len(tree):
        return
    actor = None
    bracket = tree.words[end] == "("
    if bracket:
        chunk = scene.chunk_at.get(end + 1)
        closed = chunk is not None and tree.words[chunk.end : chunk.end + 1] == [")"]
        actor = scene.actor_at(end + 1) if closed else None
    elif tree.lower[end] in ("of", "from", "for", "at"):
        actor = _employer_after(scene, end)
    elif tree.words[end] == "," and tree.lower[end + 1] in ("of", "from", "for", "at"):
        actor = _employer_after(scene, end + 1)
    role = scene.roles.forms.get(tuple((draft.office or "").split()))
    if actor is None and role is not None:
        actor = place_of(scene, role, end)
    if actor is None or scene.drafts[actor].kind not in ("state", "organization"):
        return
    body = scene.drafts[actor]
    sort = scene.gazetteer.known[body.known].sort if body.known else ""
    draft.of = scene.body_of(actor)
    if role is None:
        # At a table of states a name with a country in brackets is its delegate; "a man from Chile" is not.
        draft.speaks_for_it = (body.kind == "organization" and not is_open_body(body.name, sort)) or bracket
    else:
        draft.speaks_for_it = speaks_for(role, draft.of)


def is_open_body(name: str, sort: str) -> bool:
    """Whether those who belong to the body speak for themselves: universities, parties, parliaments, the press."""
    return sort in _OPEN_BODIES or any(word in word_list("open_body") for word in name.lower().split())


def _give_term(scene: Scene, draft: Draft) -> None:
    """The office that the tables know, where the article's own date or the bodies it names single one out."""
    known, day = scene.gazetteer.known[draft.known or ""], scene.article.published
    terms = [t for t in known.terms if day is None or (t.begin <= day[:10] and (not t.end or day[:10] < t.end))]
    named = [term for term in terms if term.of in scene.by_key] or terms
    if not named or (day is None and len({term.of for term in named}) > 1):
        return
    words = named[-1].office.lower().split()
    sure = day is not None or (
        len({term.office for term in known.terms}) == 1 and " ".join(words) in word_list("head_office")
    )
    draft.office = draft.office or " ".join(words)
    draft.of = named[-1].of
    found = scene.roles.ending_at(words, len(words) - 1)
    draft.speaks_for_it = sure and (found is None or speaks_for(found[1], draft.of))

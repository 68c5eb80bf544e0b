"""Whom a person speaks for where no title beside the name says so.

"Friends of Lake Orne, chaired by Joan Hart", "Joan Hart has led the guild since May", "the chamber's Ruth Bell",
"speaking for the union, Al Ruiz said", and what stands under a letter: "Joan Hart / Chair, Friends of Lake Orne".
"""

import re

from stanceline.discourse.actors.bodies import find_by_short_form
from stanceline.discourse.actors.chunks import Chunk, is_capital
from stanceline.discourse.actors.offices import LEADS, is_open_body, role_phrase, speaks_for
from stanceline.discourse.actors.scene import SUBJECT, Draft, Scene
from stanceline.discourse.actors.words import word_list

_BRIEFING = re.compile(r"(?i)\b(?:briefing|press conference|news conference|media call|question time)\b")
_QUESTION = re.compile(r"(?m)^(?:Q|QUESTION|Question)\s?(?:\([^()\n]{1,60}\))?:")
_HEADER = 3
_BODIES = ("state", "organization")

Found = tuple[str | None, int]
"""An office (None for a mere affiliation) and the index of the body."""


def link_affiliations(scene: Scene) -> None:
    """Give persons without a body the one that stands around any of their names."""
    for mention in list(scene.mentions):
        if mention.kind != "name" or mention.actor is None:
            continue
        draft = scene.drafts[mention.actor]
        if draft.kind != "person" or draft.known or draft.of is not None or (draft.office or "").startswith("former"):
            continue
        first, end = scene.token_range(mention)
        chunk = Chunk(first, end, "name")
        for reader in (_agent, _leads, _signature, _spoken_for, _possessor, _briefer):
            found = reader(scene, chunk)
            if found is not None and found[1] != mention.actor:
                _give(scene, draft, *found, voice=reader is _spoken_for)
                break


def _give(scene: Scene, draft: Draft, office: str | None, body: int, *, voice: bool = False) -> None:
    role = scene.roles.forms.get(tuple((office or draft.office or "").split()))
    draft.of = scene.body_of(body)
    draft.office = draft.office or office
    own = scene.drafts[body]
    sort = scene.gazetteer.known[own.known].sort if own.known else ""
    free = voice or (own.kind == "organization" and not is_open_body(own.name, sort))
    draft.speaks_for_it = speaks_for(role, draft.of) if role is not None else free


def _body(scene: Scene, token: int) -> int | None:
    actor = scene.actor_at(token)
    return actor if actor is not None and scene.drafts[actor].kind in ("state", "organization") else None


def _agent(scene: Scene, chunk: Chunk) -> Found | None:
    """`The chamber, led by Ruth Bell`: the body that the participle belongs to."""
    tree, head = scene.tree, scene.head_of(chunk)
    by = tree.head[head]
    verb = tree.head[by]
    office = LEADS.get(scene.lemma(verb))
    if tree.lower[by] != "by" or tree.tag[verb] != "VBN" or office is None:
        return None
    body = _body(scene, tree.head[verb]) if tree.dep[verb] in ("acl", "amod", "advcl") else None
    return None if body is None else (office, body)


def _leads(scene: Scene, chunk: Chunk) -> Found | None:
    """`Joan Hart leads the guild`, `has chaired it since May`, `speaks for the union`; what she did once is past."""
    tree, head = scene.tree, scene.head_of(chunk)
    verb = tree.head[head]
    perfect = tree.tag[verb] == "VBN" and any(tree.lower[t] in ("has", "'s", "’s") for t in tree.kids(verb, "aux"))
    if tree.dep[head] != "nsubj" or not (tree.tag[verb] in ("VBZ", "VBP") or perfect):
        return None
    if scene.lemma(verb) == "speak":
        objects = [t for kid in tree.kids(verb, "prep") if tree.lower[kid] == "for" for t in tree.kids(kid, "pobj")]
        office: str | None = "spokesperson"
    else:
        objects, office = tree.kids(verb, "dobj"), LEADS.get(scene.lemma(verb))
    body = next((found for token in objects if (found := _body(scene, token)) is not None), None)
    return None if office is None or body is None else (office, body)


def _possessor(scene: Scene, chunk: Chunk) -> Found | None:
    """`Greenpeace's June Takamoto`."""
    first = chunk.first
    if first < 2 or scene.tree.tag[first - 1] != "POS":
        return None
    body = scene.actor_at(first - 2)
    return (None, body) if body is not None and scene.drafts[body].kind == "organization" else None


def _spoken_for(scene: Scene, chunk: Chunk) -> Found | None:
    """`Ruth Bell, on behalf of the chamber`, `representing the union`; `speaking for the guild, Al Ruiz said`."""
    tree, start = scene.tree, scene.tree.sentence_tokens(chunk.first).start
    if tree.words[chunk.first - 1 : chunk.first] == [","] and chunk.first - start < 14:
        found = _behalf(scene, start, chunk.first - 1, fronted=True)
        if found is not None:
            return None, found
    comma = tree.words[chunk.end : chunk.end + 1] == [","]
    found = _behalf(scene, chunk.end + comma, min(chunk.end + 12, len(tree)), fronted=False)
    return None if found is None else (None, found)


def _behalf(scene: Scene, begin: int, stop: int, *, fronted: bool) -> int | None:
    """The body behind words for speaking in its name that stand at `begin`."""
    lower = scene.tree.lower[begin : begin + 3]
    openings: tuple[tuple[str, ...], ...] = (("on", "behalf", "of"), ("speaking", "for"), ("representing",), ("for",))
    for words in openings if fronted else openings[:3]:
        if tuple(lower[: len(words)]) == words:
            inner = range(begin + len(words), stop)
            if fronted and any(scene.tree.words[t] == "," for t in inner):
                return None
            bodies = (scene.actor_at(t) for t in inner[:8])
            return next((b for b in bodies if b is not None and scene.drafts[b].kind in _BODIES), None)
    return None


def _signature(scene: Scene, chunk: Chunk) -> Found | None:
    """A name that fills its line, and in the next line an office, a body, or both."""
    tree = scene.tree
    before = tree.text[: tree.parse.start[chunk.first]]
    after = tree.text[tree.parse.end[chunk.end - 1] :]
    alone = (not before or before.endswith("\n")) and after.startswith("\n") and chunk.end < len(tree)
    if not alone or after[1:2] in ("", "\n"):
        return None
    title = role_phrase(scene, chunk.end)
    line = after[1:].partition("\n")[0]
    end = tree.parse.end[chunk.end - 1] + 1 + len(line)
    inside = [t for t in range(chunk.end, min(chunk.end + 14, len(tree))) if tree.parse.end[t] <= end]
    bodies = (scene.actor_at(t) for t in inside)
    body = next((b for b in bodies if b is not None and scene.drafts[b].kind == "organization"), None)
    verb = any(tree.pos[t] in ("VERB", "AUX") or tree.dep[t] in SUBJECT for t in inside)
    if body is None or verb or line.endswith((".", "?", "!")):
        return None
    return (None if title is None else title.text), body


def _briefer(scene: Scene, chunk: Chunk) -> Found | None:
    """Who answers the questions of a briefing that the first lines call one body's."""
    text, tree = scene.tree.text, scene.tree
    answers = tree.text[tree.parse.end[chunk.end - 1] :].startswith(":")
    if not answers or len(_QUESTION.findall(text)) < 2:
        return None
    end = scene.article.blocks[min(_HEADER, len(scene.article.blocks)) - 1].span.end
    if _BRIEFING.search(text, 0, end) is None:
        return None
    header = [m for m in scene.mentions if m.end <= end and m.end <= tree.parse.start[chunk.first]]
    bodies = {m.actor for m in header if m.actor is not None and scene.drafts[m.actor].kind == "organization"}
    return ("spokesperson", bodies.pop()) if len(bodies) == 1 else None


def link_behind_names(scene: Scene) -> None:
    """Make bodies of unknown names behind an office: `chief executive of Nordtek`, `spokesman for Ryaldo`."""
    for chunk in scene.chunks:
        if chunk.sort != "name" or chunk.first in scene.by_token:
            continue
        if _is_employer(scene, chunk) or _is_affiliation(scene, chunk):
            known = find_by_short_form(scene, chunk)
            if known is None:
                scene.place(chunk)
            else:  # "president of Halden" in a story on Halden College
                scene.mention(chunk.first, chunk.end, "name", known, "actor.name.short", confidence=0.8)


def _is_affiliation(scene: Scene, chunk: Chunk) -> bool:
    """`Ruth Bell of Unison`, `Ruth Bell (Unison)`, `Unison's Ruth Bell`: what the model takes for a body."""
    words, first, end = scene.tree.words, chunk.first, chunk.end
    if scene.label_of(words[end - 1]) != "ORG" and not (words[first].isupper() and len(words[first]) > 2):
        return False
    behind = scene.tree.tag[end : end + 1] == ("POS",) and _is_full_name(scene, scene.chunk_at.get(end + 1))
    bracket = words[first - 1 : first] == ["("] and words[end : end + 1] == [")"]
    linked = first > 1 and (bracket or scene.tree.lower[first - 1] in ("of", "from", "for", "at"))
    return behind or (linked and _is_full_name(scene, scene.chunk_at.get(first - 2)))


def _is_full_name(scene: Scene, chunk: Chunk | None) -> bool:
    if chunk is None or chunk.sort not in ("name", "person") or chunk.end - chunk.first < 2:
        return False
    return (
        scene.tree.words[chunk.first] in scene.roles.given_names
        or scene.label_of(scene.tree.words[chunk.end - 1]) == "PERSON"
    )


def _is_employer(scene: Scene, chunk: Chunk) -> bool:
    tree, words = scene.tree, scene.tree.words
    given = words[chunk.first] in scene.roles.given_names
    label = scene.label_of(words[chunk.end - 1])
    lone = chunk.end - chunk.first == 1
    if given or chunk.first < 2:
        return False
    step = chunk.first - 1
    step -= tree.lower[step] == "the"
    field = lone and (tree.lower[chunk.first] in word_list("office_field") or is_capital(words[step - 1]))
    if tree.lower[step] not in ("of", "at", "for") or (field and label != "ORG"):
        return False  # "Director of Competitions"
    if label == "PERSON" and tree.lower[step] == "for":
        return False  # one may speak for a person, but is director of none
    role = _role_left(scene, step - 1) or (_role_left(scene, step - 3) if tree.lower[step - 2] in _FIELDS else None)
    if lone and label in ("GPE", "LOC", "NORP"):
        return role is not None and role in word_list("company_officer")
    return role is not None and role in word_list("officer") | word_list("voice")


_FIELDS = frozenset({"of", "for", "on"})


def _role_left(scene: Scene, token: int) -> str | None:
    found = scene.roles.ending_at(scene.tree.lower, token) if token >= 0 else None
    return None if found is None or found[1].group else found[1].name

"""The body of an office that stands without one: "President Ellen Marsh" in a story about one college.

A minister belongs to the state of the paragraph or article, an officer to the body that the text has just spoken
of. An office that only one sort of body has ("dean", "police chief") never goes to another.
"""

import re

from stanceline.discourse.actors.gazetteer import folded
from stanceline.discourse.actors.local_bodies import home_city, home_department
from stanceline.discourse.actors.roles import Role
from stanceline.discourse.actors.scene import SUBJECT, Draft, Scene
from stanceline.discourse.actors.words import word_list

_NEEDS = {
    "dean": "college_word", "headteacher": "school_word", "superintendent": "school_word", "governor": "bank_word",
    "deputy governor": "bank_word", "police chief": "police_word", "fire chief": "fire_word",
    "chancellor": "college_word", "general secretary": "union_word", "shop steward": "union_word",
    "church leader": "church_word", "co-leader": "party_word", "party leader": "party_word",
}  # fmt: skip
_HEADS = frozenset({"president", "vice president", "chancellor", "chief negotiator", "delegate"})


def implied_employer(
    scene: Scene, role: Role, homes: tuple[str | None, str | None], first: int, *, bare: bool = False
) -> str | None:
    """A minister without a country belongs to the paragraph's or article's state, an officer to its main body."""
    if role.name == "mayor" or role.name in word_list("city_office"):
        return home_city(scene)
    if role.speaks_for == "state" and not role.group:
        return _state_or_body(scene, role, homes, first, bare=bare)
    if role.name in word_list("voice") and scene.tree.lower[max(0, first - 2) : first].count("government"):
        return _seat_in_front(scene, first) or homes[1]
    officer = role.speaks_for == "organization" or role.name == "leader"
    if officer and bare and role.name in word_list("officer"):
        near = _body_in_front(scene, role, first, home=homes[1])
        return near or (homes[1] if role.name not in _NEEDS else home_department(scene, role.name))
    return None


def _state_or_body(
    scene: Scene, role: Role, homes: tuple[str | None, str | None], first: int, *, bare: bool
) -> str | None:
    seat = _seat_in_front(scene, first)
    if seat is not None:
        return seat
    heads_bodies = bare and role.name in _HEADS
    nearest = _nearest_headed(scene, first) if heads_bodies else None
    if nearest is not None:
        return nearest
    state = _state_in_paragraph(scene, first)
    if state is not None:
        return scene.body_of(state)
    if heads_bodies:
        body = _body_in_front(scene, role, first)
        if body is not None:
            return body
    return homes[0]


def _nearest_headed(scene: Scene, first: int) -> str | None:
    """The college, union or club named last before, with no state named since: it has a president, too."""
    block = scene.block_of(first)
    last: tuple[int, int] | None = None
    for mention in scene.mentions:
        if mention.actor is None or mention.head >= first or not 0 <= block - scene.block_of(mention.head) <= 1:
            continue
        kind = scene.drafts[mention.actor].kind
        if kind in ("state", "organization") and (last is None or mention.head > last[0]):
            last = (mention.head, mention.actor)
    if last is None or scene.drafts[last[1]].kind == "state" or scene.drafts[last[1]].anonymous:
        return None
    draft = scene.drafts[last[1]]
    headed = set(folded(draft.name).split()) & word_list("headed_body")
    return scene.body_of(last[1]) if headed and draft.known is None else None


def _seat_in_front(scene: Scene, before: int) -> str | None:
    """`In Belgrade, the foreign minister said`: the state of the capital that opens the sentence."""
    start = scene.tree.sentence_tokens(before).start
    chunk = scene.chunk_at.get(start + 1)
    opens = scene.tree.lower[start] == "in" and chunk is not None and chunk.sort == "capital"
    return chunk.keys[0] if opens and chunk is not None and chunk.end <= before else None


def _state_in_paragraph(scene: Scene, before: int) -> int | None:
    """The only state that the paragraph has named up to this token; a subject among several; a ministry's state."""
    block = scene.block_of(before)
    states: dict[int, bool] = {}
    for mention in scene.mentions:
        if mention.actor is None or mention.head > before or scene.block_of(mention.head) != block:
            continue
        actor = _state_behind(scene, mention.actor)
        if actor is not None:
            states[actor] = states.get(actor, False) or scene.tree.dep[mention.head] in SUBJECT
    if len(states) == 1:
        return next(iter(states))
    subjects = [actor for actor, subject in states.items() if subject]
    return subjects[0] if len(subjects) == 1 else None


def _state_behind(scene: Scene, actor: int) -> int | None:
    """The actor itself where it is a state, the state of a ministry, else None."""
    draft = scene.drafts[actor]
    if draft.kind == "state":
        return actor
    ministry = draft.kind == "organization" and draft.speaks_for_it and (draft.of or "").startswith("state:")
    return scene.known(draft.of) if ministry and draft.of in scene.gazetteer.known else None


def _body_in_front(scene: Scene, role: Role, first: int, home: str | None = None) -> str | None:
    """The only body that the text has just named: in the sentence, the paragraph up to here, or the one before.

    Of several the subject of the sentence before. Courts, parliaments and the press have officers of their own.
    """
    tree, block, sentence = scene.tree, scene.block_of(first), scene.tree.sentence[first]
    near: dict[int, list[int]] = {}
    for mention in scene.mentions:
        if mention.actor is None or mention.head >= first or not 0 <= block - scene.block_of(mention.head) <= 1:
            continue
        draft = scene.drafts[mention.actor]
        if draft.kind == "organization" and _may_have(scene, draft, role):
            near.setdefault(mention.actor, []).append(mention.head)
    here = [a for a, heads in near.items() if any(scene.block_of(h) == block for h in heads)]
    if not here and home is not None and role.name not in _NEEDS:
        return home  # the body that the whole article is about goes before one of the paragraph above
    pool = here or list(near) or _only_one_before(scene, role, first)
    if len(pool) > 1:
        pool = [a for a in pool if any(tree.sentence[h] == sentence - 1 and tree.dep[h] in SUBJECT for h in near[a])]
    return scene.body_of(pool[0]) if len(pool) == 1 else None


def _only_one_before(scene: Scene, role: Role, first: int) -> list[int]:
    """The only body of the article up to here, where no other could have the officer."""
    bodies = {
        m.actor
        for m in scene.mentions
        if m.actor is not None and m.head < first and scene.drafts[m.actor].kind == "organization"
    }
    found = sorted(b for b in bodies if _may_have(scene, scene.drafts[b], role))
    return found if len(found) == 1 else []


def _may_have(scene: Scene, draft: Draft, role: Role) -> bool:
    """Whether a body of this name may have somebody in the role."""
    words = set(folded(" ".join([draft.name, *sorted(draft.nouns)])).split())
    needed = _NEEDS.get(role.name)
    if needed is not None:
        union = role.name in ("police chief", "fire chief") and words & {"union", "federation", "association"}
        central = needed != "bank_word" or re.search(r"^(?:The )?Bank of|[Cc]entral [Bb]ank|Reserve", draft.name)
        return bool(words & word_list(needed)) and not union and bool(central)
    if role.name in word_list("voice") | {"spokesperson"}:
        return True
    sort = scene.gazetteer.known[draft.known].sort if draft.known else ""
    return sort not in ("parliament", "court", "media", "ministry", "government") and not words & word_list(
        "no_officer"
    )

"""What the text calls a body beside its name: "Football club Hartwell United", "Ryaldo, a carrier".

The noun serves later descriptions ("the club"), and makes a body of a name that could be a person's.
"""

from stanceline.discourse.actors.chunks import Chunk
from stanceline.discourse.actors.scene import Draft, Scene
from stanceline.discourse.actors.words import word_list


def link_described(scene: Scene) -> None:
    """Give bodies the nouns that stand beside their names, and make bodies of bare names that have such a noun."""
    for chunk in scene.chunks:
        if chunk.sort == "name" and chunk.first not in scene.by_token:
            _link_bare(scene, chunk)
        elif chunk.sort == "organization" and (actor := scene.actor_at(chunk.end - 1)) is not None:
            _learn(scene, chunk, actor)


def _link_bare(scene: Scene, chunk: Chunk) -> None:
    given = scene.tree.words[chunk.first] in scene.roles.given_names
    nouns = set() if given else _nouns_beside(scene, chunk)
    if not nouns:
        return
    text = scene.text(chunk.first, chunk.end)
    drafts = enumerate(scene.drafts)
    actor = next((i for i, d in drafts if d.kind == "organization" and text in (d.name, *d.names)), None)
    actor = scene.add(Draft(text, "organization")) if actor is None else actor
    scene.drafts[actor].nouns |= nouns
    for other in scene.chunks:
        if other.sort == "name" and other.first not in scene.by_token and scene.text(other.first, other.end) == text:
            scene.mention(other.first, other.end, "name", actor, "actor.name.described", confidence=0.85)
    _learn(scene, chunk, actor)


def _learn(scene: Scene, chunk: Chunk, actor: int) -> None:
    """Keep the nouns; a definite description in apposition is a mention of its own."""
    scene.drafts[actor].nouns |= _nouns_beside(scene, chunk)
    before = _noun_before(scene, chunk)
    society = before is not None and scene.lemma(before) == "society"  # else read as a group of people
    noun = before if society else _apposed_noun(scene, chunk)
    if noun is not None and noun not in scene.by_token:
        first = scene.left_edge(noun)
        if first not in scene.by_token:
            scene.mention(first, noun + 1, "description", actor, "actor.description.apposition", head=noun)


def _nouns_beside(scene: Scene, chunk: Chunk) -> set[str]:
    found = {scene.lemma(t) for t in (_noun_before(scene, chunk), _apposed_noun(scene, chunk)) if t is not None}
    return found | {scene.lemma(t) for t in _nouns_behind(scene, chunk)}


def _is_body_noun(scene: Scene, token: int) -> bool:
    body = (
        scene.noun_sort(token) in ("body", "site")
        or scene.lemma(token) == "society"
        or scene.lemma(token) in word_list("company_noun")
    )
    return body and not scene.is_plural(token)


def _noun_before(scene: Scene, chunk: Chunk) -> int | None:
    """`Rail operator Nordtog`: a common noun for a body right before the name and part of its phrase."""
    token, tree = chunk.first - 1, scene.tree
    if token < 0 or tree.sentence[token] != tree.sentence[chunk.first] or not _is_body_noun(scene, token):
        return None
    inside = chunk.first <= tree.head[token] < chunk.end and tree.dep[token] in ("compound", "nmod", "amod", "nsubj")
    inside = inside or (tree.head[scene.head_of(chunk)] == token and tree.dep[scene.head_of(chunk)] == "appos")
    inside = inside or tree.head[scene.head_of(chunk)] == tree.head[token] != scene.head_of(chunk)
    common = tree.words[token].islower() or token == tree.sentence_tokens(token).start
    return token if inside and common and token not in scene.by_token else None


def _apposed_noun(scene: Scene, chunk: Chunk) -> int | None:
    """`The developer, Crane Partners`: the noun before the comma that the name explains."""
    head, tree = scene.head_of(chunk), scene.tree
    noun = tree.head[head]
    comma = chunk.first >= 2 and tree.words[chunk.first - 1] == "," and tree.dep[head] == "appos"
    owns = scene.lemma(noun) in word_list("owner_noun") and scene.label_of(tree.words[chunk.end - 1]) == "ORG"
    return noun if comma and noun == chunk.first - 2 and (owns or _is_body_noun(scene, noun)) else None


def _nouns_behind(scene: Scene, chunk: Chunk) -> list[int]:
    """`Ryaldo, a carrier,` and `Ryaldo is a carrier`."""
    head, tree = scene.head_of(chunk), scene.tree
    said = [kid for kid in tree.kids(head, "appos") if kid >= chunk.end and tree.words[chunk.end] == ","]
    verb = tree.head[head]
    if tree.dep[head] == "nsubj" and scene.lemma(verb) == "be":
        said += tree.kids(verb, "attr")
    return [t for t in said if _is_body_noun(scene, t) and tree.pos[t] == "NOUN"]

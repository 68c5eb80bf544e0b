"""Bodies that show what they are by what the text goes on to call them.

"Skyward wants a second runway. The company has filed plans": the name is a company's. "The trust had balloted its
members": the supporters' trust named elsewhere. "Campaign group Save Our Tower": a name of common words.
"""

from stanceline.discourse.actors.chunks import Chunk, is_capital
from stanceline.discourse.actors.gazetteer import folded
from stanceline.discourse.actors.people import role_before
from stanceline.discourse.actors.scene import SUBJECT, Draft, Scene
from stanceline.discourse.actors.words import word_list

_NEAR_SENTENCES = 2
_LONGEST_NAME = 7
_OPENING = 1


def link_called_back(scene: Scene) -> None:
    """Make bodies of bare names that a definite noun for a company or club takes up in the sentences behind."""
    for token in range(1, len(scene.tree)):
        if scene.lemma(token) not in word_list("taken_up") or token in scene.by_token or scene.is_plural(token):
            continue
        if scene.tree.lower[token - 1] != "the" or scene.tree.kid(token, "prep", "relcl") is not None:
            continue
        chunk = _taken_up(scene, token)
        if chunk is not None:
            _link_all(scene, chunk, scene.lemma(token))


def _taken_up(scene: Scene, token: int) -> Chunk | None:
    """The bare name that is subject or possessor one or two sentences before, where no other body stands between."""
    tree, sentence = scene.tree, scene.tree.sentence[token]
    for chunk in reversed([c for c in scene.chunks if c.end <= token]):
        if not 0 < sentence - tree.sentence[chunk.first] <= _NEAR_SENTENCES:
            if tree.sentence[chunk.first] == sentence:
                continue
            return None
        if chunk.sort == "organization" or scene.kind_at(chunk.end - 1) == "organization":
            return None
        head = scene.head_of(chunk)
        if chunk.sort == "name" and tree.dep[head] in (*SUBJECT, "poss") and _may_be_body(scene, chunk):
            return chunk
    return None


def _may_be_body(scene: Scene, chunk: Chunk) -> bool:
    """Whether nothing in the article tells a person: no given name, title, "who", longer name or label."""
    tree, text = scene.tree, scene.text(chunk.first, chunk.end)
    if chunk.first in scene.by_token or tree.words[chunk.first] in scene.roles.given_names:
        return False
    words = text.split()
    label = scene.label_of(words[-1])
    if label in ("GPE", "LOC", "NORP", "DATE") or text in scene.things:
        return False
    if label == "PERSON" and (len(words) > 1 or tree.sentence[chunk.first] > _OPENING):
        return False  # a surname alone does not open an article
    for other in scene.chunks:
        if other.sort != "name" or scene.text(other.first, other.end).split()[-1] != words[-1]:
            continue
        before = scene.chunk_at.get(other.first - 1)
        titled = before is not None and before.sort in ("title", "honorific")
        behind = tree.lower[other.end : other.end + 2]
        longer = other.end - other.first > chunk.end - chunk.first
        if titled or longer or behind == [",", "who"] or role_before(scene, other.first) is not None:
            return False
    return True


def _link_all(scene: Scene, chunk: Chunk, noun: str) -> None:
    text = scene.text(chunk.first, chunk.end)
    actor = scene.add(Draft(text, "organization", nouns={noun}))
    for other in scene.chunks:
        if other.sort == "name" and other.first not in scene.by_token and scene.text(other.first, other.end) == text:
            scene.mention(other.first, other.end, "name", actor, "actor.name.called_back", confidence=0.8)


def link_campaigns(scene: Scene) -> None:
    """ "Campaign group Save Our Tower", "the initiative No More Noise": names made of common words."""
    for token in range(len(scene.tree) - 2):
        if scene.lemma(token) in word_list("campaign") and not scene.is_plural(token) and token not in scene.by_token:
            end, first = _campaign_end(scene, token + 1), token + 1
            if end is None:
                end, first = _apposed_end(scene, token + 2), token + 2
            if end is not None:
                _name_campaign(scene, first, end, scene.lemma(token))


def _name_campaign(scene: Scene, first: int, end: int, noun: str) -> None:
    """Make the body and mention it wherever the article spells the words like this."""
    tree, name = scene.tree, scene.text(first, end)
    words = [tree.words[token] for token in range(first, end)]
    actor = scene.add(Draft(name, "organization", nouns={noun}))
    for begin in range(len(tree) - len(words) + 1):
        stop = begin + len(words)
        if tree.words[begin] == words[0] and [tree.words[t] for t in range(begin, stop)] == words:
            scene.mention(begin, stop, "name", actor, "actor.name.campaign", confidence=0.9)
            for inside in range(begin, stop):
                scene.by_token[inside] = len(scene.mentions) - 1


def _apposed_end(scene: Scene, first: int) -> int | None:
    """`The main opposition party, Law and Homeland,`: two names joined by "and" between commas are one."""
    tree, end = scene.tree, first
    if first >= len(tree) or tree.words[first - 1] != "," or tree.words[first] in scene.roles.given_names:
        return None
    stop = min(tree.sentence_tokens(first).stop, first + _LONGEST_NAME)
    while end < stop and (is_capital(tree.words[end]) or tree.lower[end] in ("and", "&")):
        end += 1
    joined = any(tree.lower[t] in ("and", "&") for t in range(first, end))
    closed = end < len(tree) and tree.words[end] in (",", ".", ";")
    known = any(c.sort in ("state", "organization") for t in range(first, end) if (c := scene.chunk_at.get(t)))
    return end if joined and closed and not known and is_capital(tree.words[end - 1]) else None


def _campaign_end(scene: Scene, first: int) -> int | None:
    """The end of a capitalized phrase of several words that is neither one name nor a person."""
    tree, end = scene.tree, first
    sentence = tree.sentence_tokens(first - 1)
    shouted = first in scene.finder.headline_tokens or first - 1 in scene.finder.headline_tokens
    if shouted or tree.words[first] in scene.roles.given_names or scene.finder.title_at(first, sentence) is not None:
        return None
    while end < min(sentence.stop, first + _LONGEST_NAME) and is_capital(tree.words[end]):
        end += 1
        linked = tree.lower[end : end + 1] and tree.lower[end] in word_list("connector")
        if linked and end + 1 < sentence.stop and is_capital(tree.words[end + 1]):
            end += 1
    chunk = scene.chunk_at.get(first)
    whole = chunk is not None and (chunk.end >= end or chunk.sort not in ("name", "body"))
    common = any(tree.lower[t] in word_list("campaign_word") for t in range(first, end))
    return end if end - first > 1 and common and not whole else None


def join_short_bodies(scene: Scene) -> None:
    """Let "the trust" be the supporters' trust, where the article has one body whose name ends so."""
    for index, draft in enumerate(scene.drafts):
        if draft.kind != "organization" or not draft.anonymous or draft.known or " " in folded(draft.name):
            continue
        longer = [other for other in range(len(scene.drafts)) if other != index and _ends_with(scene, other, index)]
        if len(longer) == 1 and _is_definite(scene, index):
            _join(scene, index, longer[0])


def _ends_with(scene: Scene, other: int, short: int) -> bool:
    draft = scene.drafts[other]
    if draft.kind != "organization" or draft.known or not any(m.actor == other for m in scene.mentions):
        return False
    words = folded(draft.name).split(" of ")[0].split()
    return len(words) > 1 and words[-1] == folded(scene.drafts[short].name)


def _is_definite(scene: Scene, actor: int) -> bool:
    firsts = [scene.token_range(m)[0] for m in scene.mentions if m.actor == actor and m.kind == "description"]
    return bool(firsts) and all(scene.tree.lower[first] in ("the", "this", "that") for first in firsts)


def _join(scene: Scene, short: int, longer: int) -> None:
    for index, mention in enumerate(scene.mentions):
        if mention.actor == short:
            scene.relink(index, longer, "actor.description.body")
    for draft in scene.drafts:
        if draft.of == scene.drafts[short].name:
            draft.of = scene.body_of(longer)

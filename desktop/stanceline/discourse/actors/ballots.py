"""Who votes without being told of otherwise: names in roll calls ("Ayes: Brandt, Kowal"), "two against", "44 percent".

A lone surname that neither speaks nor acts is nobody elsewhere; in a roll call it is one of those who vote. A bare
number before a side word counts those whom its sentence counted before: "Ten ministers voted for it and two against".
"""

import re
from collections.abc import Iterator

from stanceline.discourse.actors.gazetteer import folded
from stanceline.discourse.actors.names import HONORIFICS
from stanceline.discourse.actors.people import person_by_surname
from stanceline.discourse.actors.scene import Draft, Scene
from stanceline.discourse.actors.words import word_list

_LONGEST = 60
_SIDES = frozenset({"for", "against", "opposed", "abstained", "abstaining", "aye", "nay", "yes", "no"})
_COUNTED = ("voted", "was", "were", "is", "are", "voting", "spoke")
_NAME = re.compile(r"[^\W\d_][\w’'-]{1,30}")
_TITLES = frozenset({"members", "councillors", "councilors", "senators", "commissioners", "supervisors", "aldermen"})
_PERCENT = frozenset({"percent", "%", "cent", "per", "pc"})


def link_ballots(scene: Scene) -> None:
    """Mentions for names in roll calls, for counted voters and for shares of those asked, where there are none yet."""
    _name_shares(scene)
    for token in range(len(scene.tree)):
        for name in _called(scene, token):
            _link_name(scene, name)
        if scene.tree.pos[token] == "NUM" and token not in scene.by_token:
            _link_count(scene, token)


# ---- roll calls ----------------------------------------------------------------------------------------


def _called(scene: Scene, token: int) -> Iterator[int]:
    """The tokens of names that a roll call lists at `token`: behind "Ayes:", or right before "aye"."""
    tree = scene.tree
    lower, word = tree.lower, tree.lower[token]
    if word in word_list("roll_call") and lower[token + 1 : token + 2] == [":"] and tree.words[token][0].isupper():
        listed = []
        for place in range(token + 2, min(len(tree), token + _LONGEST)):
            if scene.block_of(place) != scene.block_of(token) or tree.words[place] in (".", ";", "("):
                break
            listed += [place] if _is_lone(scene, place) else []
        formal = word.endswith("s") or any(_title(tree.words[place - 1]) for place in listed)
        yield from listed if formal else ()
    elif word in word_list("roll_answer") and token and _is_lone(scene, token - 1):
        row = tree.sentence_tokens(token)
        if sum(lower[t] in word_list("roll_answer") and tree.words[t - 1][0].isupper() for t in row[1:]) > 1:
            yield token - 1


def _is_lone(scene: Scene, token: int) -> bool:
    """Whether a capitalized word stands by itself: a stop, "and", an answer or another name's title around it."""
    tree = scene.tree
    word = tree.words[token]
    if not word[0].isupper() or _NAME.fullmatch(word) is None or _title(word) or scene.noun_sort(token) == "party":
        return False
    chunk = scene.chunk_at.get(token)
    if chunk is not None and (chunk.end - chunk.first != 1 or chunk.sort in ("state", "organization", "adjective")):
        return False
    after, before = tree.words[token + 1 : token + 2], tree.lower[token - 1 : token] if token else []
    closed = not after or after[0] in (",", ".", ";", ")") or after[0].lower() in word_list("roll_answer") | {"and"}
    opened = not before or before[0] in (",", ":", "and", ".", ";") or _title(before[0])
    return closed and opened


def _title(word: str) -> bool:
    key = word.rstrip(".").lower()
    return key in HONORIFICS or key in _TITLES


def _link_name(scene: Scene, token: int) -> None:
    """The person of this surname, else a new one; a name that already has an actor keeps it."""
    if scene.actor_at(token) is not None:
        return
    text = scene.tree.words[token]
    actor = person_by_surname(scene, token, folded(text))
    actor = scene.add(Draft(text, "person")) if actor is None else actor
    scene.called(actor, text)
    if token in scene.by_token:
        scene.relink(scene.by_token[token], actor, "actor.name.roll_call")
    else:
        scene.mention(token, token + 1, "name", actor, "actor.name.roll_call", head=token, confidence=0.9)


# ---- counts --------------------------------------------------------------------------------------------


def _link_count(scene: Scene, token: int) -> None:
    """ "Ten ministers voted for it and two against"; "44 percent were against"."""
    tree = scene.tree
    end = token + 1
    while end < len(tree) and tree.lower[end] in _PERCENT and end - token < 3:
        end += 1
    if end >= len(tree) or tree.sentence[end] != tree.sentence[token]:
        return
    share = end > token + 1
    if not _takes_side(scene, end):
        return
    counted = _asked_before(scene, token) if share else _counted_before(scene, token)
    if counted is None:
        return
    name = f"{scene.text(token, end)} {counted}"
    actor = scene.add(Draft(name, "group", anonymous=True, plural=True))
    head = end - 1
    scene.mention(token, end, "description", actor, "actor.group.ballot", head=head, confidence=0.7)


def _takes_side(scene: Scene, end: int) -> bool:
    lower = scene.tree.lower
    place = end + (1 if lower[end] in _COUNTED else 0)
    inside = lower[place : place + 2] in (["in", "favor"], ["in", "favour"])
    return inside or (place < len(lower) and lower[place] in _SIDES)


def _counted_before(scene: Scene, token: int) -> str | None:
    """The noun of the group that the sentence counted before: "ministers" of "Ten ministers"."""
    tree = scene.tree
    for place in range(token - 1, tree.sentence_tokens(token)[0] - 1, -1):
        index = scene.by_token.get(place)
        if index is None or scene.mentions[index].actor is None:
            continue
        mention = scene.mentions[index]
        draft = scene.drafts[mention.actor or 0]
        first, stop = scene.token_range(mention)
        if draft.kind == "group" and tree.pos[first] == "NUM" and scene.is_plural(mention.head):
            return scene.text(mention.head, stop)
    return None


def _asked_before(scene: Scene, token: int) -> str | None:
    """ "of residents", where a share before in the sentence told who was asked."""
    row = scene.tree.sentence_tokens(token)
    before = [m for m in scene.mentions if row[0] <= m.head < token and m.actor is not None]
    for mention in sorted(before, key=lambda m: -m.head):
        first, stop = scene.token_range(mention)
        rest = scene.tree.lower[first:stop]
        shared = any(word in _PERCENT for word in rest)
        if shared and "of" in rest and scene.drafts[mention.actor or 0].kind == "group":
            return scene.text(first + rest.index("of"), stop)
    return None


def _name_shares(scene: Scene) -> None:
    """ "41 percent opposed it": of those of whom the sentence told another share before."""
    for mention in sorted(scene.mentions, key=lambda m: m.head):
        if mention.how != "actor.group.share" or mention.actor is None:
            continue
        asked = _asked_before(scene, scene.token_range(mention)[0])
        draft = scene.drafts[mention.actor]
        if asked is not None and not draft.names:
            draft.names, draft.name = [draft.name], f"{draft.name} {asked}"

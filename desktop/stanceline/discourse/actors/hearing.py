"""Whom a "he" or "she" means by who speaks: the same speaker again, the one spoken of, the subject that follows."""

from stanceline.discourse.actors.scene import SUBJECT, Scene
from stanceline.discourse.actors.words import word_list


def speaker_again(scene: Scene, token: int) -> int | None:
    """`"It is a bad law," she added`: who uttered the last quotation of the paragraph, of this one where none did."""
    tree, verb = scene.tree, scene.tree.head[token]
    if scene.quotes[token] or tree.dep[token] not in SUBJECT or scene.lemma(verb) not in word_list("speech"):
        return None
    if not _beside_quote(scene, token):
        return None
    block = scene.block_of(token)
    for mention in sorted(scene.mentions, key=lambda m: -m.head):
        if mention.head >= token or mention.actor is None or scene.drafts[mention.actor].kind != "person":
            continue
        if scene.block_of(mention.head) != block or scene.quotes[mention.head]:
            continue
        speech = tree.dep[mention.head] in SUBJECT and scene.lemma(tree.head[mention.head]) in word_list("speech")
        if speech and _beside_quote(scene, mention.head):
            return mention.actor
        if mention.kind == "name" and tree.dep[mention.head] in SUBJECT:
            return None  # somebody else was named since
    return None


def _beside_quote(scene: Scene, token: int) -> bool:
    """Whether the sentence of the token, or the words right before it, are in quotation marks."""
    sentence = scene.tree.sentence_tokens(token)
    return any(scene.quotes[t] for t in sentence) or (sentence.start > 0 and scene.quotes[sentence.start - 1] > 0)


def told_of(scene: Scene, token: int, gender: str) -> int | None:
    """`"He should apologize," Monroe said of Victor Hale`: the person after "said of", for a quotation before it."""
    tree, quote = scene.tree, scene.quotes[token]
    if not quote:
        return None
    for later in range(token + 1, min(token + 60, len(tree) - 1)):
        if scene.quotes[later] and scene.quotes[later] != quote:
            return None
        if scene.quotes[later] or tree.lower[later] not in ("of", "about"):
            continue
        verb = tree.head[later]
        if scene.lemma(verb) not in ("say", "remark", "write", "ask", "joke", "quip"):
            continue
        for kid in tree.kids(later, "pobj"):
            actor = scene.actor_at(kid)
            if actor is not None and scene.drafts[actor].kind == "person":
                return actor if scene.drafts[actor].gender in (gender, "") else None
    return None


def subject_behind(scene: Scene, token: int, gender: str) -> int | None:
    """`While she supports the park, Rosa Calderon said`: the subject that the opening clause leans on."""
    tree = scene.tree
    verb = tree.head[token]
    if tree.dep[token] not in SUBJECT or tree.dep[verb] != "advcl" or tree.head[verb] < verb:
        return None
    found = {
        actor
        for kid in tree.kids(tree.head[verb], *SUBJECT)
        if kid > token and (actor := scene.actor_at(kid)) is not None and scene.drafts[actor].kind == "person"
    }
    if len(found) != 1:
        return None
    actor = found.pop()
    return actor if scene.drafts[actor].gender in (gender, "") else None

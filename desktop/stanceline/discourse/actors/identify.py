"""Names that come late: "the alliance's envoy said ... Lene Haugstad told reporters", and descriptions that come after.

Newspapers introduce people by office and name them a sentence later, or name them and give the office in the next
sentence. Both are read only where nobody else stands between.
"""

from stanceline.discourse.actors.people import gender_of
from stanceline.discourse.actors.scene import SUBJECT, Draft, Scene
from stanceline.records import Mention

_NEAR_SENTENCES = 2


def link_late_names(scene: Scene) -> None:
    """Join a described person with the name that follows within two sentences."""
    for index, draft in enumerate(list(scene.drafts)):
        if not (draft.anonymous and draft.kind == "person" and draft.office and draft.of and not draft.plural):
            continue
        own = sorted((m for m in scene.mentions if m.actor == index), key=lambda m: m.head)
        if not own or own[0].kind != "description" or not _is_definite(scene, own[0]):
            continue
        late = _late_name(scene, own[-1] if own[-1].kind == "description" else own[0], draft)
        if late is not None:
            _join(scene, index, late)


def _is_definite(scene: Scene, mention: Mention) -> bool:
    first, _ = scene.token_range(mention)
    return scene.tree.lower[first] not in ("a", "an", "another", "one", "some")


def _late_name(scene: Scene, described: Mention, draft: Draft) -> int | None:
    """The only person named behind the description who was not there before and has no office of their own."""
    tree, sentence = scene.tree, scene.tree.sentence[described.head]
    for mention in sorted(scene.mentions, key=lambda m: m.head):
        if mention.head <= described.head or mention.actor is None or mention.kind != "name":
            continue
        found = scene.drafts[mention.actor]
        if found.kind != "person":
            continue
        first = min(m.head for m in scene.mentions if m.actor == mention.actor)
        new = first == mention.head and found.office is None and found.of is None
        subject = tree.dep[mention.head] in SUBJECT
        near = tree.sentence[mention.head] - sentence <= _NEAR_SENTENCES and tree.sentence[mention.head] > sentence
        fits = not draft.gender or gender_of(scene, found) in ("", draft.gender)
        return mention.actor if new and subject and near and fits else None
    return None


def _join(scene: Scene, described: int, named: int) -> None:
    source, target = scene.drafts[described], scene.drafts[named]
    target.office, target.of, target.speaks_for_it = source.office, source.of, source.speaks_for_it
    for index, mention in enumerate(scene.mentions):
        if mention.actor == described:
            scene.relink(index, named, "actor.description.late_name")


def name_before(scene: Scene, first: int, head: int, gender: str) -> int | None:
    """The person without an office who was subject of the sentence before, for a description that opens a sentence."""
    tree = scene.tree
    sentence = scene.tree.sentence_tokens(head)
    if first != sentence.start or tree.dep[head] not in SUBJECT:
        return None
    found = {
        mention.actor
        for mention in scene.mentions
        if mention.actor is not None
        and mention.kind == "name"
        and tree.sentence[mention.head] == tree.sentence[head] - 1
        and scene.block_of(mention.head) == scene.block_of(head)
        and scene.drafts[mention.actor].kind == "person"
    }
    if len(found) != 1:
        return None
    actor = next(iter(found))
    draft = scene.drafts[actor]
    subject = any(
        tree.dep[m.head] in SUBJECT
        for m in scene.mentions
        if m.actor == actor and tree.sentence[m.head] == tree.sentence[head] - 1
    )
    free = draft.office is None and draft.of is None and (not gender or gender_of(scene, draft) in ("", gender))
    return actor if subject and free else None

"""Pronouns, with abstention: whoever is not clearly meant is not meant.

`he` and `she` look for one person of that gender in the sentence and the paragraph; `it` and `its` for one state
or body; `they` and `their` for one plural subject of the same paragraph.
"""

from dataclasses import dataclass

from stanceline.discourse.actors.hearing import speaker_again, subject_behind, told_of
from stanceline.discourse.actors.scene import SUBJECT, Scene
from stanceline.discourse.actors.words import word_list

_HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "their", "them", "theirs", "themselves"})


@dataclass(frozen=True, slots=True)
class _Option:
    actor: int
    head: int
    subject: bool


def link_people(scene: Scene) -> None:
    """Link he, she and they, left to right, so that a pronoun can lead to the next."""
    for token in range(len(scene.tree)):
        word = scene.tree.lower[token]
        if scene.tree.pos[token] != "PRON" or token in scene.by_token:
            continue
        if word in _HE:
            actor, how = _person(scene, token, _HE[word])
        elif word in _THEY:
            actor, how = _group(scene, token)
        else:
            continue
        if actor is not None and word in _HE and not scene.drafts[actor].gender:
            scene.drafts[actor].gender = _HE[word]
        scene.mention(token, token + 1, "pronoun", actor, how, head=token, confidence=0.8 if actor is not None else 0.0)


def person_meant(scene: Scene, token: int) -> int | None:
    """The person whom a possessive "his" or "her" that belongs to a longer mention most likely means."""
    return _person(scene, token, _HE[scene.tree.lower[token]])[0]


def body_meant(scene: Scene, token: int) -> int | None:
    """The state or body that an "its" that belongs to a longer mention most likely means."""
    return _body(scene, token)[0]


def link_bodies(scene: Scene) -> None:
    """Link it and its, and `their` where a party or body with a plural name is subject of its sentence."""
    for token in range(len(scene.tree)):
        if scene.tree.lower[token] == "their" and token not in scene.by_token:
            body = _plural_body(scene, token)
            if body is not None:
                scene.mention(token, token + 1, "pronoun", body, "actor.pronoun.subject", head=token, confidence=0.7)
        if scene.tree.lower[token] in _IT and scene.tree.pos[token] == "PRON" and token not in scene.by_token:
            actor, how = _body(scene, token)
            if actor is not None:
                scene.mention(token, token + 1, "pronoun", actor, how, head=token, confidence=0.7)


def _options(scene: Scene, token: int, kinds: tuple[str, ...], blocks: int) -> list[_Option]:
    """Actors of the kinds mentioned before `token` within the paragraph or `blocks` before it, last first."""
    found = []
    block = scene.block_of(token)
    for mention in scene.mentions:
        if mention.actor is None or mention.head >= token or mention.kind == "adjective":
            continue
        if scene.drafts[mention.actor].kind not in kinds or not 0 <= block - scene.block_of(mention.head) <= blocks:
            continue
        found.append(_Option(mention.actor, mention.head, _is_subject(scene, mention.head)))
    return sorted(found, key=lambda option: -option.head)


def _is_subject(scene: Scene, token: int) -> bool:
    tree = scene.tree
    while tree.dep[token] in ("compound", "conj", "appos", "flat", "nmod") and tree.head[token] != token:
        token = tree.head[token]
    return tree.dep[token] in SUBJECT


def _person(scene: Scene, token: int, gender: str) -> tuple[int | None, str]:
    tree = scene.tree
    barred = _barred(scene, token)
    options = [
        option
        for option in _options(scene, token, ("person",), 1)
        if scene.drafts[option.actor].gender in (gender, "") and option.actor not in barred
    ]
    if not scene.quotes[token]:
        # Whoever is only spoken of inside a quotation is seldom whom the writer goes on about.
        options = [option for option in options if not scene.quotes[option.head]] or options
    named = told_of(scene, token, gender)
    if named is not None:
        return named, "actor.pronoun.told_of"
    if not options:
        later = subject_behind(scene, token, gender)
        return later, "actor.pronoun.none" if later is None else "actor.pronoun.ahead"
    again = speaker_again(scene, token)
    if again is not None and any(option.actor == again for option in options):
        return again, "actor.pronoun.speaker_again"
    sentence, block = tree.sentence[token], scene.block_of(token)
    governing = _subject_above(scene, token)
    if governing is not None and any(option.actor == governing for option in options):
        return governing, "actor.pronoun.subject"
    for near, how in (
        ([o for o in options if tree.sentence[o.head] == sentence], "actor.pronoun.sentence"),
        (
            [o for o in options if sentence - tree.sentence[o.head] == 1 and scene.block_of(o.head) == block],
            "actor.pronoun.before",
        ),
        ([o for o in options if scene.block_of(o.head) == block], "actor.pronoun.paragraph"),
        (options, "actor.pronoun.paragraph_before"),
    ):
        chosen = _choose(scene, near, gender)
        if chosen is not None:
            return chosen, how
        if near:
            return None, "actor.pronoun.ambiguous"
    return None, "actor.pronoun.none"


def _barred(scene: Scene, token: int) -> set[int]:
    """Who cannot be meant: for "him" the subject of its own clause, and whoever utters the words around it."""
    tree, found = scene.tree, set[int]()
    if tree.tag[token] == "PRP" and tree.lower[token] in ("him", "her"):
        clause = tree.head[token]
        while tree.pos[clause] == "ADP" and tree.head[clause] != clause:
            clause = tree.head[clause]
        found |= _subjects(scene, clause)
    bare = tree.tag[tree.head[token]] in ("VB", "VBG") and tree.kid(tree.head[token], "mark") is None
    if bare and tree.dep[token] in SUBJECT and scene.lemma(tree.head[tree.head[token]]) in word_list("causative"):
        found |= _subjects(scene, tree.head[tree.head[token]])
    first = scene.block_start(token)
    label = scene.by_token.get(first)
    if label is not None and scene.mentions[label].kind in ("name", "title") and scene.is_label(scene.mentions[label]):
        actor = scene.mentions[label].actor
        found |= set() if actor is None else {actor}
    if scene.quotes[token]:
        found |= _utterers(scene, token)
    return found


def _subjects(scene: Scene, verb: int) -> set[int]:
    return {actor for kid in scene.tree.kids(verb, *SUBJECT) if (actor := scene.actor_at(kid)) is not None}


def _utterers(scene: Scene, token: int) -> set[int]:
    """Subjects of verbs of speech outside the quotation, in the sentences that it touches or that stand beside it."""
    tree, quote, block = scene.tree, scene.quotes[token], scene.block_of(token)
    inside = [t for t in range(len(tree)) if scene.quotes[t] == quote]
    near = range(tree.sentence[inside[0]] - 1, tree.sentence[inside[-1]] + 2)
    verbs = [
        t
        for t in range(max(0, inside[0] - 80), min(len(tree), inside[-1] + 80))
        if tree.sentence[t] in near
        and scene.block_of(t) == block
        and not scene.quotes[t]
        and scene.lemma(t) in word_list("speech")
    ]
    return set().union(*(_subjects(scene, verb) for verb in verbs))


def _choose(scene: Scene, options: list[_Option], gender: str) -> int | None:
    """The only person; else the only one known to be of the gender; else the only subject."""
    known = [option for option in options if scene.drafts[option.actor].gender == gender]
    subjects = [option for option in options if option.subject]
    for some in (options, known, subjects, [option for option in known if option.subject]):
        actors = {option.actor for option in some}
        if len(actors) == 1:
            return actors.pop()
    return None


def _subject_above(scene: Scene, token: int) -> int | None:
    """The person who is subject of a clause that holds the pronoun's own clause ("the head said he wanted")."""
    tree = scene.tree
    own = tree.head[token]
    for above in tree.ancestors(token):
        for kid in tree.kids(above, *SUBJECT):
            outer = above != own or tree.dep[token] == "poss"
            if kid < token and outer and scene.kind_at(kid) == "person":
                return scene.actor_at(kid)
    return None


def _body(scene: Scene, token: int) -> tuple[int | None, str]:
    tree = scene.tree
    if tree.lower[token] == "it" and (_is_empty(scene, token) or _is_object(scene, token)):
        return None, "actor.pronoun.empty"
    options = _options(scene, token, ("state", "organization"), 0)
    sentence = tree.sentence[token]
    for above in tree.ancestors(token):
        for kid in tree.kids(above, *SUBJECT):
            if kid < token and scene.kind_at(kid) in ("state", "organization"):
                own = above == tree.head[token] or tree.dep[token] not in SUBJECT
                if tree.lower[token] == "it" and _thing_between(scene, kid, token):
                    return None, "actor.pronoun.ambiguous"
                if tree.lower[token] in ("its", "itself") or not own:
                    return scene.actor_at(kid), "actor.pronoun.subject"
    for above in tree.ancestors(token) if tree.lower[token] == "it" and tree.dep[token] in SUBJECT else ():
        body = _body_of_speaker(scene, above, token)
        if body is not None:
            return body, "actor.pronoun.speaker"
    same = list(dict.fromkeys(o.actor for o in options if tree.sentence[o.head] == sentence))
    if len(same) == 1 and tree.lower[token] == "its":
        return same[0], "actor.pronoun.sentence"
    if (tree.dep[token] in SUBJECT or tree.lower[token] == "its") and not same and not _has_other_subject(scene, token):
        before = [o for o in options if tree.sentence[o.head] == sentence - 1]
        subjects = list(dict.fromkeys(o.actor for o in before if o.subject))
        everyone = list(dict.fromkeys(o.actor for o in before))
        sure = len(everyone) == 1 or tree.lower[token] == "its" or _speaks(scene, token)
        if len(subjects) == 1 and sure and (tree.lower[token] == "its" or _acts(scene, token)):
            return subjects[0], "actor.pronoun.before"
        if len(everyone) == 1 and _acts(scene, token):
            return everyone[0], "actor.pronoun.before"
    around = {o.actor for o in options}
    if tree.lower[token] == "its" and scene.noun_sort(tree.head[token]) == "person" and len(around) == 1:
        return around.pop(), "actor.pronoun.paragraph"  # "its director": the only body of the paragraph has one
    return None, "actor.pronoun.none"


def _body_of_speaker(scene: Scene, verb: int, token: int) -> int | None:
    """ "A spokesman for the Guild said that it ...": the one body in the phrase of a speaker for it."""
    tree = scene.tree
    if verb == tree.head[token] or scene.lemma(verb) not in word_list("speech"):
        return None
    for kid in tree.kids(verb, *SUBJECT):
        below = tree.subtree(kid)
        role = any(scene.lemma(t) in word_list("spokesperson") for t in below)
        bodies = {a for t in below if (a := scene.actor_at(t)) is not None and scene.drafts[a].kind == "organization"}
        if kid < token and role and len(bodies) == 1:
            return bodies.pop()
    return None


def _is_object(scene: Scene, token: int) -> bool:
    """Whether `it` stands behind a verb that does not report ("finds it worthy", "Mali rejects it")."""
    tree, verb = scene.tree, token - 1
    if verb < 0 or tree.pos[verb] != "VERB":
        return False
    return (
        scene.lemma(verb) not in word_list("speech") | word_list("mental") or tree.kid(verb, "ccomp", "xcomp") is None
    )


def _has_other_subject(scene: Scene, token: int) -> bool:
    """Whether the sentence has spoken of a thing before ("Opening a post costs little, but it takes time")."""
    tree = scene.tree
    first = tree.sentence_tokens(token).start
    return any(
        tree.dep[t] in (*SUBJECT, "csubj") and scene.actor_at(t) is None and tree.pos[t] in ("NOUN", "VERB")
        for t in range(first, token)
    )


def _inanimate_plural(scene: Scene, token: int) -> bool:
    """Whether "they" may be the things of the sentence before: "searched the offices. They were empty"."""
    tree, verb = scene.tree, scene.tree.head[token]
    passive = tree.dep[token] == "nsubjpass"
    if not (passive or scene.lemma(verb) in ("be", "have", "seem", "remain", "cost")) or tree.kid(verb, "ccomp"):
        return False
    return any(
        scene.is_plural(t) and scene.actor_at(t) is None and tree.dep[t] in ("dobj", "pobj", "nsubjpass", "conj")
        for t in range(token - 1, -1, -1)
        if tree.sentence[t] in (tree.sentence[token], tree.sentence[token] - 1)
    )


def _plural_body(scene: Scene, token: int) -> int | None:
    """A body with a plural name ("Conservatives") that is the only actor named before in the sentence."""
    tree = scene.tree
    before = [
        m
        for m in scene.mentions
        if m.head < token and m.actor is not None and tree.sentence[m.head] == tree.sentence[token]
    ]
    actors = {m.actor for m in before}
    if len(actors) == 1 and scene.is_plural(before[0].head) and scene.kind_at(before[0].head) == "organization":
        return before[0].actor
    return None


def _acts(scene: Scene, token: int) -> bool:
    lemma = scene.lemma(scene.tree.head[token])
    return lemma in word_list("speech") or lemma in word_list("mental") or lemma in word_list("policy")


def _speaks(scene: Scene, token: int) -> bool:
    return scene.lemma(scene.tree.head[token]) in word_list("speech") | word_list("mental")


def _thing_between(scene: Scene, subject: int, token: int) -> bool:
    """Whether a thing is subject between a body and its `it`: "says the painting is safe, though it has not"."""
    tree = scene.tree
    active = tree.dep[token] == "nsubj"
    if active and (_speaks(scene, token) or scene.lemma(tree.head[token]) in word_list("policy")):
        return False
    return any(
        tree.dep[t] in SUBJECT and tree.pos[t] == "NOUN" and scene.actor_at(t) is None
        for t in range(subject + 1, token)
    )


def _is_empty(scene: Scene, token: int) -> bool:
    """Whether `it` stands for nothing ("it is clear that", "it rained")."""
    tree, head = scene.tree, scene.tree.head[token]
    if tree.dep[token] not in SUBJECT:
        return False
    return (
        scene.lemma(head) in ("be", "seem", "appear", "rain", "snow", "happen", "matter", "take")
        and tree.kid(head, "ccomp", "xcomp", "acomp", "csubj", "attr") is not None
    )


def _group(scene: Scene, token: int) -> tuple[int | None, str]:
    tree, block, sentence = scene.tree, scene.block_of(token), scene.tree.sentence[token]
    if tree.dep[token] in SUBJECT and _inanimate_plural(scene, token):
        return None, "actor.pronoun.ambiguous"
    options = [o for o in _options(scene, token, ("group", "organization", "state"), 1) if _is_many(scene, o)]
    for above in list(tree.ancestors(token))[1:]:
        governing = _subjects(scene, above) & {option.actor for option in options}
        several = [kid for kid in tree.kids(above, *SUBJECT) if kid < token and tree.kid(kid, "conj") is not None]
        if several and tree.dep[tree.head[token]] in ("ccomp", "xcomp"):
            return None, "actor.pronoun.ambiguous"  # two together, whom no single actor stands for
        if len(governing) == 1:
            return governing.pop(), "actor.pronoun.subject"
    same = [o for o in options if tree.sentence[o.head] == sentence and scene.block_of(o.head) == block]
    near = _soft_break(scene, token)
    before = [o for o in options if sentence - tree.sentence[o.head] == 1 and (scene.block_of(o.head) == block or near)]
    for some, how in ((same, "actor.pronoun.sentence"), (before, "actor.pronoun.before")):
        everyone = {option.actor for option in some}
        subjects = {option.actor for option in some if option.subject}
        for actors in (everyone, subjects):
            if len(actors) == 1:
                return actors.pop(), how
        if some:
            return None, "actor.pronoun.ambiguous"
    return None, "actor.pronoun.none"


def _is_many(scene: Scene, option: _Option) -> bool:
    """A group, or a plural noun that stands for a state or body ("the authorities", "the Americans")."""
    if scene.drafts[option.actor].plural:
        return True
    mention = scene.mentions[scene.by_token[option.head]]
    return scene.is_plural(option.head) and mention.kind in ("description", "metonym")


def _soft_break(scene: Scene, token: int) -> bool:
    """Whether only a line end, no blank line, parts the pronoun's one-sentence paragraph from the one before."""
    blocks, block = scene.article.blocks, scene.block_of(token)
    if block == 0 or blocks[block - 1].kind != "body":
        return False
    gap = scene.article.text[blocks[block - 1].span.end : blocks[block].span.start]
    first = next((i for i in range(len(scene.tree)) if scene.block_of(i) == block), None)
    sentences = {scene.tree.sentence[i] for i in range(len(scene.tree)) if scene.block_of(i) == block - 1}
    return gap.count("\n") == 1 and first == token and len(sentences) == 1

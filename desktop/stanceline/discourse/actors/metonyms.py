"""When a capital or a palace stands for those who govern there.

Only as subject, agent or possessor of speaking, thinking and deciding, or where somebody urges or presses it;
"reports from Paris" and "an office in Tokyo" are places.
"""

from stanceline.discourse.actors.scene import Scene
from stanceline.discourse.actors.words import word_list


def stands_for_government(scene: Scene, token: int) -> bool:
    """Whether the place named at `token` acts, speaks, owns a policy or is spoken to."""
    tree = scene.tree
    opens = token == 0 or scene.block_of(token - 1) != scene.block_of(token)
    if opens and tree.words[token + 1 : token + 2] in (["("], ["—"], ["–"], ["-"]):
        return False  # a date line
    while tree.dep[token] == "conj" and tree.head[token] != token:
        token = tree.head[token]
    label, head = tree.dep[token], tree.head[token]
    if _owns_policy(scene, token):
        return True
    if label in ("nsubj", "nsubjpass"):
        return _subject_acts(scene, head, passive=label == "nsubjpass")
    if label == "poss":
        place = tree.dep[head] == "pobj" and tree.lower[tree.head[head]] in ("at", "near", "outside", "inside")
        if place:
            return False
        return tree.lemma[head].lower() not in word_list("city") and tree.lower[head] not in word_list("city")
    if label in ("dobj", "dative", "iobj"):
        return scene.lemma(head) in word_list("pressure")
    if label == "pobj":
        return _object_of_preposition(scene, head)
    if label == "compound" and head > token:
        return tree.lower[head] in (
            "government",
            "authorities",
            "officials",
            "official",
            "administration",
            "spokesman",
            "leadership",
        )
    return False


def _owns_policy(scene: Scene, token: int) -> bool:
    """`La Paz, whose signature is indispensable`: a possessor in its own relative clause."""
    tree = scene.tree
    for clause in tree.kids(token, "relcl"):
        for whose in range(token + 1, clause):
            if tree.lower[whose] == "whose" and tree.head[whose] < len(tree):
                return scene.lemma(tree.head[whose]) in word_list("possessed_policy")
    return False


def _subject_acts(scene: Scene, verb: int, *, passive: bool) -> bool:
    tree = scene.tree
    lemma = scene.lemma(verb)
    if tree.pos[verb] not in ("VERB", "AUX"):
        return tree.lower[verb] in word_list("attitude")
    if passive:
        return lemma in word_list("pressure") or lemma in word_list("mental")
    if lemma in ("be", "seem", "appear", "remain", "become", "look", "sound", "get", "stay"):
        for kid in tree.kids(verb, "acomp", "attr", "prep", "advmod", "prt", "oprd", "xcomp", "ccomp"):
            if tree.lower[kid] in word_list("attitude") or tree.tag[kid] == "VBG" or scene.noun_sort(kid) == "person":
                return True
            if tree.dep[kid] == "xcomp":
                return True
        return lemma == "be" and tree.tag[verb] == "VBG"
    if lemma in ("have", "do", "can", "could", "would", "will", "should", "must", "may", "might"):
        return tree.kid(verb, "dobj") is not None and not any(
            tree.lower[k] in word_list("city") for k in tree.kids(verb, "dobj")
        )
    if lemma in word_list("speech") or lemma in word_list("mental") or lemma in word_list("policy"):
        return True
    return (
        lemma not in word_list("place_verb")
        and tree.tag[verb] != "VBG"
        and tree.kid(verb, "dobj", "ccomp", "xcomp") is not None
    )


def _object_of_preposition(scene: Scene, preposition: int) -> bool:
    tree = scene.tree
    word, governor = tree.lower[preposition], tree.head[preposition]
    if tree.dep[preposition] == "agent":
        return scene.lemma(governor) not in word_list("place_verb")
    related = scene.lemma(governor) in word_list("relation") or tree.lower[governor] in word_list("relation")
    if word in ("with", "between", "against", "towards", "toward"):
        return related or (word in ("against",) and tree.pos[governor] in ("NOUN", "VERB", "ADJ"))
    if word == "from" and any(scene.lemma(kid) in word_list("relation") for kid in tree.kids(governor, "dobj")):
        return True  # "drew criticism from Berlin"
    if word in ("on", "to", "from", "by", "of"):
        if (
            word == "of"
            and governor > 0
            and tree.lower[governor] in ("criticism", "support", "suspicious", "wary", "patience", "approval")
        ):
            return True
        if word == "to" and tree.lower[governor] == "according":
            return True
        return related and word != "of"
    return False

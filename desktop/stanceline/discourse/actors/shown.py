"""What shows that an unknown name is a person's whatever the language model calls it: an age, a relative's noun."""

import re

from stanceline.discourse.actors.chunks import Chunk, entity_type
from stanceline.discourse.actors.scene import Scene
from stanceline.discourse.actors.shapes import MONTHS
from stanceline.discourse.actors.words import word_list

_AGE = re.compile(r"(?:, (?:aged |age )?|[ ]\((?:aged )?)(?:[5-9]|[1-9]\d|10[0-4])(?=[,:;.)])(?!\.\d|,\d)")
_LONGEST_AGE = 14


def is_shown_person(scene: Scene, chunk: Chunk) -> bool:
    """Whether an age stands behind the name or "her son", "my neighbor" before it."""
    words = scene.text(chunk.first, chunk.end)
    if any(char.isdigit() for char in words) or words.lower() in MONTHS:
        return False
    if any(scene.noun_sort(token) not in ("", "person") for token in range(chunk.first, chunk.end)):
        return False
    return _has_age(scene, chunk) or _is_relative(scene, chunk.first) or _says(scene, chunk)


def _has_age(scene: Scene, chunk: Chunk) -> bool:
    """`Gregor, 41, driver`, `Sunna, 19:`, but not "in Marlow, 12, and in Tarn, 9"."""
    tree = scene.tree
    if chunk.first and tree.lower[chunk.first - 1] in ("in", "at", "the", "to", "near"):
        return False
    end = tree.parse.end[chunk.end - 1]
    return _AGE.match(tree.text[end : end + _LONGEST_AGE]) is not None


def _is_relative(scene: Scene, first: int) -> bool:
    """`her son Makoto`, `My neighbor Per-Olof`: a noun for a person that somebody has, right before the name."""
    tree, noun = scene.tree, first - 1
    if noun < 1 or tree.sentence[noun] != tree.sentence[first] or tree.tag[noun] != "NN":
        return False
    if scene.noun_sort(noun) != "person" or scene.left_edge(noun) == noun:
        return False
    return any(tree.tag[token] in ("PRP$", "POS") for token in range(scene.left_edge(noun), noun))


def _says(scene: Scene, chunk: Chunk) -> bool:
    """`Giselle Ramkissoon said`: a name of two words or three that says something and that is labeled as no body."""
    tree, head = scene.tree, scene.head_of(chunk)
    if not 2 <= len(scene.text(chunk.first, chunk.end).split()) <= 3 or tree.dep[head] != "nsubj":
        return False
    labels = {entity_type(tree, token) for token in range(chunk.first, chunk.end)}
    plain = not labels & {"ORG", "GPE", "LOC", "NORP"} and tree.lower[chunk.first - 1 : chunk.first] != ["the"]
    ends = tree.words[chunk.end - 1]
    verb = tree.lower[tree.head[head]]
    return plain and verb in word_list("plain_said") and ends[-1:] != "s" and tree.head[head] == chunk.end

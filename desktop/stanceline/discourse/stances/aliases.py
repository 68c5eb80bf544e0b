"""Aliases of proposals as patterns: a head noun, its modifiers, and what else may stand for each of them.

A state may stand in any of its forms (Japan, Japanese, Tokyo), words in either spelling and number.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from stanceline.discourse.actors.gazetteer import load_gazetteer, plain
from stanceline.discourse.stances.lexicon import words
from stanceline.records import Proposal

FULL, PART = 1.0, 0.9
_SHORT_NAME = 2
ROOT = 5
"""Letters by which a verb meets the noun made from it: expand, expansion."""
_NOMINAL = ("ion", "ment", "al", "ance", "anc", "ing", "ure", "ur")
_AGENTIVE = ("er", "ur", "al", "ag", "ing")
"""Endings that leave the verb's own stem when cut off: merger, closure, removal."""
WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")


class Near(NamedTuple):
    """A word of the phrase around a noun: its stem, whether it names something, is a proper noun, and hangs loosely.

    Loose words stand behind "in", "at" and the like and may tell place or time, not what the noun is.
    """

    word: str
    naming: bool
    proper: bool
    loose: bool


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to name a proposal: stems of the head noun and of its modifiers, each with what may stand for it.

    Where the head is part of a name ("Asian Cup"), `telling` are the places of the modifiers that are not.
    """

    head: str
    modifiers: tuple[frozenset[str], ...]
    telling: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """A proposal made ready for matching. `heads` are the stems of alias heads that can stand for it alone.

    `names` are those that also belong to a longer name ("Asian Cup"), which without more is another thing.
    """

    proposal: Proposal
    aliases: tuple[Alias, ...]
    heads: frozenset[str]
    carriers: frozenset[str]
    vocabulary: frozenset[str]
    names: frozenset[str]
    common: frozenset[str]


@dataclass(frozen=True, slots=True)
class Heads:
    """Alias heads of all targets with their aliases, and every stem that can name or carry one.

    `by_verb` holds the first letters of longer heads: who wants to expand an airport wants its expansion.
    `telling` are for each target its common words that no other target has: "the toll plan" can be but one.
    """

    by_head: Mapping[str, tuple[tuple[int, Alias], ...]]
    by_verb: Mapping[str, tuple[tuple[int, Alias], ...]]
    wanted: frozenset[str]
    roots: frozenset[str]
    telling: tuple[frozenset[str], ...]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A crude stem: one for `Lanes` and `lane`, `centre` and `center`, `dredge` and `dredging`."""
    text = plain(word).lower().replace("'s", "").strip("'.-")
    if len(text) > 6 and text.endswith("ing"):
        text = text[:-3]
    elif len(text) > 4 and text.endswith("ies"):
        text = text[:-3] + "y"
    elif len(text) > 4 and text.endswith(("sses", "shes", "ches", "xes", "zes")):
        text = text[:-2]
    elif len(text) > 3 and text.endswith("s") and not text.endswith(("ss", "us", "is")):
        text = text[:-1]
    if len(text) > 5 and text.endswith(("tre", "bre")):
        return text[:-2] + "er"
    return text[:-1] if len(text) > 4 and text.endswith("e") else text


@cache
def plain_stems() -> frozenset[str]:
    """Stems of adjectives that tell nothing about which plan is meant ("new", "proposed")."""
    return frozenset(stem(word) for word in words("plain") | words("lesser"))


@cache
def state_forms() -> Mapping[str, frozenset[str]]:
    """For each single-word form of a state all its single-word forms, its capital's included."""
    gazetteer = load_gazetteer()
    by_key: dict[str, set[str]] = {}
    for forms in gazetteer.forms.values():
        for form in forms:
            for key in form.keys:
                if key.startswith("state:") and len(form.pieces) == 1 and form.sort != "metonym":
                    by_key.setdefault(key, set()).add(stem(form.pieces[0]))
    found: dict[str, set[str]] = {}
    for key in sorted(by_key):
        for name in by_key[key]:
            found.setdefault(name, set()).update(by_key[key])
    return {name: frozenset(forms) for name, forms in found.items()}


def read_alias(text: str) -> Alias | None:
    """The head and modifiers of an alias; None where it holds no word that could carry it."""
    found = [match.group() for match in WORD.finditer(text)]
    first: list[str] = []
    for word in found:
        if word.lower() in words("splitter") and first:
            break
        if word.lower() not in words("small"):
            first.append(word)
    states = state_forms()
    heads = [word for word in first if stem(word) not in states] or first
    if not heads:
        return None
    head = heads[-1]
    rest = [word for word in found if word.lower() not in words("small") and word is not head]
    kept = list({stem(word): word for word in reversed(rest) if stem(word)}.values())[::-1]
    telling = [place for place, word in enumerate(kept) if not word[0].isupper()]
    is_name = head[0].isupper() and len(telling) < len(kept)
    return Alias(stem(head), tuple(forms_of(stem(word)) for word in kept), tuple(telling) if is_name else ())


def forms_of(word: str) -> frozenset[str]:
    parts = [part for part in word.split("-") if len(part) > 1 and part != "only"]
    forms = state_forms().get(word, frozenset({word})) | _verbs_of(word)
    return forms | (frozenset(parts) if len(parts) > 1 else frozenset())


def _verbs_of(word: str) -> frozenset[str]:
    """The stems of the verb whose participle a word is: the reader of a text takes "assisted" for "assist"."""
    if len(word) > 5 and word.endswith("ed"):
        return frozenset({stem(word[:-2]), stem(word[:-1])})
    if 4 < len(word) < 7 and word.endswith("ing"):
        base = word[:-3]
        return frozenset({stem(base + "e"), base[:-1] + "ie" if base.endswith("y") else stem(base)})
    return frozenset()


def own_names(target: Target) -> frozenset[str]:
    """The stems of a proposal's names that are proper names and no states: Mesquite, Bozkaya."""
    return frozenset(
        word
        for word in target.vocabulary - target.common - target.carriers - plain_stems()
        if word not in state_forms() and len(word) > _SHORT_NAME and word.isalpha()
    )


def make_target(proposal: Proposal) -> Target:
    """A proposal's aliases and title, made ready for matching."""
    found = [alias for text in (*proposal.aliases, proposal.title) if (alias := read_alias(text)) is not None]
    aliases = tuple(dict.fromkeys(found))
    vocabulary = frozenset(form for alias in aliases for forms in (*alias.modifiers, {alias.head}) for form in forms)
    general = frozenset(stem(word) for word in words("carrier"))
    carriers = frozenset(stem(word) for carrier in proposal.carriers for word in carrier.split()[-1:]) | general
    heads = frozenset(alias.head for alias in aliases if alias.head not in general and not alias.telling)
    names = frozenset(alias.head for alias in aliases if alias.telling)
    texts = [match.group() for text in (*proposal.aliases, proposal.title) for match in WORD.finditer(text)]
    common = frozenset(stem(word) for word in texts if word[0].islower() or word[0].isdigit()) & vocabulary
    return Target(proposal, aliases, heads, carriers, vocabulary, names, common)


def how_well(alias: Alias, near: Sequence[Near], target: Target) -> float:
    """How well the phrase around a head fits an alias: 0 where it does not or names another thing."""
    present = {item.word for item in near}
    hits = [place for place, forms in enumerate(alias.modifiers) if forms & present]
    known = target.vocabulary | plain_stems()
    foreign = [item.word for item in near if item.naming and item.word not in known]
    if any(word in state_forms() for word in foreign) and len(hits) < len(alias.modifiers):
        return 0.0
    if len(hits) == len(alias.modifiers):
        return 0.0 if foreign and not alias.modifiers else FULL
    if alias.telling and not any(place in alias.telling for place in hits):
        return 0.0  # "the Asian Cup" is not "a biennial Asian Cup".
    enough = len(hits) * 2 >= len(alias.modifiers) or not foreign
    return PART if hits and enough else 0.0


def verb_root(head: str) -> str | None:
    """The first letters of the verb that a noun was made from; None where it does not look made from one."""
    for ending in _AGENTIVE:
        if head.endswith(ending) and 4 <= len(head) - len(ending) <= ROOT:
            return head[: -len(ending)]
    return head[:ROOT] if head.endswith(_NOMINAL) and len(head) > ROOT + 1 else None


def index_heads(targets: Sequence[Target]) -> Heads:
    """An index of all alias heads, and of every stem that can name or carry a target."""
    found: dict[str, list[tuple[int, Alias]]] = {}
    for number, target in enumerate(targets):
        for alias in target.aliases:
            found.setdefault(alias.head, []).append((number, alias))
    carriers = {word for target in targets for word in target.carriers}
    verbs: dict[str, list[tuple[int, Alias]]] = {}
    for head, aliases in found.items():
        root = verb_root(head)
        for beginning in {word[:ROOT] for word in _verbs_of(head)} | ({root} if root is not None else set()):
            verbs.setdefault(beginning, []).extend(pair for pair in aliases if pair[1].modifiers)
    by_head, by_verb = ({key: tuple(pairs) for key, pairs in group.items()} for group in (found, verbs))
    shared = [frozenset(w for other in targets if other is not t for w in other.vocabulary) for t in targets]
    telling = tuple(t.common - others - t.carriers - plain_stems() for t, others in zip(targets, shared, strict=True))
    return Heads(by_head, by_verb, frozenset(found) | carriers, frozenset(verbs), telling)

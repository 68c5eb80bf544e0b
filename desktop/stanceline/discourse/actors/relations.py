"""How somebody who is told by whom he belongs to is called: "her mother" is named "Ruth Aldane's mother".

A reader of the table of actors has no sentence around the name, so "mother" or "embassy" alone says nothing.
"""

import re
from functools import cache

from stanceline.discourse.actors.gazetteer import load_gazetteer
from stanceline.discourse.actors.pronouns import body_meant, person_meant
from stanceline.discourse.actors.roles import load_roles
from stanceline.discourse.actors.scene import Draft, Scene
from stanceline.discourse.actors.words import word_list

_OWN = re.compile(r"own (?=\w)")
_PLACE_OWNER = re.compile(r"(\w{3,20})['’]s (?:own |main )?(?=\w)")
_PART = re.compile(
    r"(?P<count>[\w,.-]{1,20}(?: [\w-]{1,12}){0,3}) of (?P<owner>the|its|their|his|her|these|those) (?P<rest>\S.*)"
)
_RANKS = frozenset({"last", "first", "most", "least", "next"})
_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ASKED_BACK = 2
"""From so many paragraphs on that are one question, the text is an interview, in which "my" is not the author's."""


def name_by_owners(scene: Scene) -> None:
    """Give the unnamed the name of their owner, and parts of a body the name of the body."""
    for index, draft in enumerate(scene.drafts):
        if draft.anonymous and draft.known is None:
            name = _named(draft, _owner_of(scene, index))
            if not any(other != index and name in (one.name, *one.names) for other, one in enumerate(scene.drafts)):
                draft.name = name


def _named(draft: Draft, owner: Draft | None) -> str:
    """The name of an actor with its owner, as it is where the owner adds nothing."""
    name, noun = draft.name, draft.name.split(" of ")[0].split()[-1].lower()
    part = _PART.fullmatch(name)
    if part is not None:
        return _part_name(part, owner)
    if owner is None:
        return _without_place(name) if draft.kind == "organization" else name
    bare = _OWN.sub("", name, count=1) if name.startswith("own ") else name
    called = owner.name.split(" (")[0]
    if draft.kind == "organization":
        if owner.kind == "organization":
            return f"{bare} of {_article(called)}{called}"
        if owner.kind == "state":
            return f"{_adjectives().get(owner.known or '', called)} {bare}"
        return f"{_genitive(owner)} {bare}" if noun in word_list("persons_body") else name
    if owner.kind == "person" and (draft.speaks_for_it or (draft.kind == "group" and noun not in word_list("kin"))):
        return name
    return f"{_genitive(owner)} {bare}"


def _genitive(owner: Draft) -> str:
    name = owner.name.split(" (")[0]
    return name + ("'" if name.endswith("s") and owner.kind == "organization" else "'s")


def _article(name: str) -> str:
    """The article before a body's name that ends in a common noun ("the European Union") or opens with one."""
    noun = load_roles().nouns.get(name.split()[-1].lower(), "")
    return "the " if noun in ("body", "site") or " of " in name else ""


@cache
def _adjectives() -> dict[str, str]:
    """For each state the first adjective of the tables."""
    found: dict[str, str] = {}
    for forms in load_gazetteer().forms.values():
        for form in forms:
            if form.sort == "adjective":
                for key in form.keys:
                    found.setdefault(key, " ".join(form.pieces))
    return found


def _without_place(name: str) -> str:
    """`island's community board` as the community board: everything there is of the island."""
    match = _PLACE_OWNER.match(name)
    if match is None or match[1].lower() not in word_list("place_owner"):
        return name
    rest = name[match.end() :]
    return name if rest.split()[0].endswith("est") else rest


# ---- owners -----------------------------------------------------------------------------------------------


def _owner_of(scene: Scene, index: int) -> Draft | None:
    """The named owner, where the first mention of the actor opens with "her", "its" or "my", or counts them."""
    own = (mention for mention in scene.mentions if mention.actor == index)
    first = min(own, key=lambda mention: (mention.start, -mention.end), default=None)
    if first is None or first.kind != "description" or scene.lemma(first.head) == "author":
        return None
    begin, end = scene.token_range(first)
    token = next((t for t in range(begin, end) if scene.tree.tag[t] == "PRP$"), None)
    if token is None or not (token == begin or _PART.fullmatch(scene.drafts[index].name)):
        return None
    meant = _meant(scene, token)
    if meant is None or meant == index or scene.drafts[meant].anonymous or scene.drafts[meant].kind == "group":
        return None
    return scene.drafts[meant]


def _meant(scene: Scene, token: int) -> int | None:
    """The actor whom a possessive pronoun means."""
    start, word = scene.tree.parse.start[token], scene.tree.lower[token]
    if word == "my":
        own = (mention.actor for mention in scene.mentions if mention.how == "actor.pronoun.author")
        return None if scene.quotes[token] or _is_interview(scene) else next(own, None)
    linked = next((m.actor for m in scene.mentions if m.start == start and m.kind == "pronoun"), None)
    if linked is not None or word not in ("his", "her", "its"):
        return linked
    return body_meant(scene, token) if word == "its" else person_meant(scene, token)


def _is_interview(scene: Scene) -> bool:
    prose = [block.span.quote(scene.article.text).strip() for block in scene.article.prose()]
    return sum(text.endswith("?") for text in prose) >= _ASKED_BACK


# ---- parts ------------------------------------------------------------------------------------------------


def _part_name(part: re.Match[str], owner: Draft | None) -> str:
    """`twenty-three of the 35 councillors` as 23 councillors, `nine of its members` as nine Civic Forum members."""
    words = part["rest"].split()
    while len(words) > 1 and _is_count(words[0]):
        words = words[1:]
    picked = any(word.endswith(("est", "'s", "’s")) or word in _RANKS or _is_count(word) for word in words)
    if picked or not _is_count(part["count"]):
        return part[0]
    if part["owner"] in ("its", "their", "his", "her"):
        if owner is None:
            return part[0]
        if owner.kind == "person" or part["count"].lower() == "one":
            return " ".join([part["count"], "of", _genitive(owner), *words])
        words = [owner.name.split(" (")[0], *words]
    return " ".join([_digits(part["count"]), *words])


def _is_count(text: str) -> bool:
    words = text.lower().replace("-", " ").split()
    known = {*_SMALL, *_TENS, "hundred", "and"}
    return bool(words) and all(word in known or word.replace(",", "").isdigit() for word in words)


def _digits(count: str) -> str:
    """Numbers of several words in digits, others as they are."""
    words = count.lower().replace("-", " ").split()
    if len(words) < 2 or any(word.replace(",", "").isdigit() for word in words):
        return count
    total = 0
    for word in words:
        if word == "hundred":
            total = max(total, 1) * 100
        elif word in _TENS:
            total += 10 * (_TENS.index(word) + 2)
        elif word in _SMALL:
            total += _SMALL.index(word)
    return str(total)

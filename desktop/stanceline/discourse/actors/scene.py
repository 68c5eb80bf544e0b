"""The working state of one article while its actors are found: drafts, mentions by token, and noun phrase tools."""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import Literal

from stanceline.discourse.actors.chunks import Chunk
from stanceline.discourse.actors.gazetteer import Gazetteer, folded, load_gazetteer
from stanceline.discourse.actors.names import NameFinder
from stanceline.discourse.actors.roles import Roles, load_roles
from stanceline.discourse.actors.words import word_list
from stanceline.reading.article import Article, Span
from stanceline.reading.parse import Tree
from stanceline.records import ActorKind, LocalActor, Mention

MentionKind = Literal["name", "title", "description", "metonym", "adjective", "pronoun"]
SUBJECT = ("nsubj", "nsubjpass")
LEFT_LABELS = ("det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "case", "npadvmod", "advmod")


DATE_LINE = re.compile(r"([A-Z][A-Z .’'-]{2,30}?)(?:, [A-Z][A-Za-z.]{1,14})? {0,2}(?:\([^()\n]{1,40}\) ?)?[—–-] ?")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")  # the stamp of a live blog is no part of a name
_PERSON_NOUN = re.compile(r"[a-z]{3,20}(?:man|men|woman|women|person|persons|keeper|keepers|smith|smiths|ist|ists)")


@cache
def _aliases() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for lower, forms in load_gazetteer().forms.items():
        for form in forms:
            if form.sort == "alias" or (form.sort == "name" and len(lower) > 1 and form.pieces[-1].islower()):
                for key in form.keys:
                    found.setdefault(key, set()).add(" ".join([*sorted(lower[:-1]), lower[-1]]))
    return {key: frozenset(words) for key, words in found.items()}


@dataclass
class Draft:
    """An actor that still grows while the article is read."""

    name: str
    kind: ActorKind
    names: list[str] = field(default_factory=list)
    known: str | None = None
    office: str | None = None
    of: str | None = None
    speaks_for_it: bool = False
    anonymous: bool = False
    gender: str = ""
    plural: bool = False
    family_first: bool = False
    nouns: set[str] = field(default_factory=set)  # what the text says it is: "charity", "developer"

    def frozen(self) -> LocalActor:
        """The finished record."""
        names = tuple(dict.fromkeys([self.name, *self.names]))
        return LocalActor(
            self.name,
            self.kind,
            names,
            self.known,
            self.office,
            self.of,
            self.speaks_for_it and self.of is not None,
            self.anonymous,
        )


class Scene:
    """One article: its tree, chunks, drafts and mentions."""

    def __init__(self, article: Article, tree: Tree) -> None:
        self.article, self.tree = article, tree
        self.gazetteer: Gazetteer = load_gazetteer()
        self.roles: Roles = load_roles()
        self.finder = NameFinder(tree, self.gazetteer, self.roles)
        self.chunks: list[Chunk] = self.finder.find()
        self.drafts: list[Draft] = []
        self.mentions: list[Mention] = []
        self.by_token: dict[int, int] = {}
        self.by_key: dict[str, int] = {}
        self.decided: dict[tuple[str, str], bool] = {}  # answers about the whole article, asked once

    @cached_property
    def worn(self) -> frozenset[int]:
        """The tokens of titles of several words right before a name: "State" in `Secretary of State John Marwood`."""
        names = {chunk.first for chunk in self.chunks if chunk.sort == "name"}
        titles = [chunk for chunk in self.chunks if chunk.sort == "title" and chunk.end in names]
        return frozenset(t for chunk in titles if chunk.end - chunk.first > 2 for t in range(chunk.first, chunk.end))

    @cached_property
    def chunk_at(self) -> dict[int, Chunk]:
        """The chunk that covers a token."""
        return {token: chunk for chunk in self.chunks for token in range(chunk.first, chunk.end)}

    @cached_property
    def _labels(self) -> dict[str, str]:
        votes: dict[str, Counter[str]] = {}
        for word, entity in zip(self.tree.words, self.tree.parse.entity, strict=True):
            if entity:
                votes.setdefault(word, Counter())[entity[2:]] += 1
        return {word: min(found, key=lambda label: (-found[label], label)) for word, found in votes.items()}

    @cached_property
    def lone_speakers(self) -> frozenset[str]:
        """Single words that are subjects of saying or thinking: surnames, mostly."""
        verbs = word_list("speech") | word_list("mental")
        return frozenset(
            self.tree.words[chunk.first]
            for chunk in self.chunks
            if chunk.end - chunk.first == 1 and chunk.sort == "name"
            if self.tree.dep[chunk.first] in SUBJECT and self.lemma(self.tree.head[chunk.first]) in verbs
        )

    @cached_property
    def quotes(self) -> list[int]:
        """For each token the number of its quotation, 0 outside; a quotation ends with its paragraph."""
        found, number, inside, block = [], 0, False, -1
        for token, word in enumerate(self.tree.words):
            if self.block_of(token) != block:
                block, inside = self.block_of(token), False
            opens = word == "“" or (word in ('"', "``") and not inside)
            if opens:
                number, inside = number + 1, True
            found.append(number if inside else 0)
            if not opens and word in ("”", '"', "''"):
                inside = False
        return found

    def block_start(self, token: int) -> int:
        """The first token of the paragraph that `token` stands in."""
        block = self.tree.parse.block
        return bisect_left(block, block[token])

    def is_label(self, mention: Mention) -> bool:
        """Whether a mention is a speaker's label: a colon, or a bracket and a colon, right behind it."""
        return re.match(r"(?: ?\([^()\n]{0,60}\))?:", self.tree.text[mention.end : mention.end + 70]) is not None

    @cached_property
    def dateline_places(self) -> frozenset[str]:
        """Towns that open a paragraph in capitals before a dash, as written there."""
        lines = (self.article.text[block.span.start : block.span.end] for block in self.article.prose())
        return frozenset(match[1].strip() for line in lines if (match := DATE_LINE.match(line)) is not None)

    @cached_property
    def things(self) -> frozenset[str]:
        """Words for things or places: "Salta, which owns", "in Salta", "the governor of Salta"."""
        words, lower, found = self.tree.words, self.tree.lower, set[str]()
        for token, word in enumerate(words):
            owned = (
                lower[token - 1 : token] == ["of"]
                and lower[token - 2 : token - 1]
                and lower[token - 2] in word_list("place_head")
            )
            if owned or lower[token - 1 : token] == ["in"] or words[token + 1 : token + 3] == [",", "which"]:
                found.add(word)
        return frozenset(found)

    @cached_property
    def places(self) -> frozenset[str]:
        """Names of several words that stand behind a preposition of place and are never called "who" or titled."""
        lower, found, people = self.tree.lower, set[str](), set[str]()
        for chunk in self.chunks:
            if chunk.sort != "name" or chunk.end - chunk.first < 2:
                continue
            behind = lower[chunk.end : chunk.end + 2]
            before = lower[chunk.first - 1] if chunk.first else ""
            if behind[:1] in (["'s"], ["’s"]) or behind == [",", "who"]:
                people.add(self.text(chunk.first, chunk.end))
            elif before in ("in", "near", "outside", "around", "across", "throughout"):
                found.add(self.text(chunk.first, chunk.end))
        return frozenset(found - people)

    def label_of(self, word: str) -> str:
        """The entity label that the model gives this word most often in the article, empty for none."""
        return self._labels.get(word, "")

    # ---- actors -----------------------------------------------------------------------------------------

    def add(self, draft: Draft) -> int:
        """A new actor; its index."""
        self.drafts.append(draft)
        index = len(self.drafts) - 1
        if draft.known:
            self.by_key[draft.known] = index
        return index

    def known(self, key: str) -> int:
        """The index of the gazetteer's actor, made on first use."""
        if key not in self.by_key:
            entry = self.gazetteer.known[key]
            of = entry.parent
            self.add(
                Draft(entry.name, entry.kind, known=key, of=of, speaks_for_it=of is not None, gender=entry.gender,
                      family_first=entry.family_first)
            )  # fmt: skip
        return self.by_key[key]

    def called(self, index: int, form: str) -> None:
        """Remember one more way in which the article names the actor."""
        draft = self.drafts[index]
        if form != draft.name and form not in draft.names:
            draft.names.append(form)

    def place(self, chunk: Chunk, called: str | None = None) -> int:
        """The body that governs an unknown place, made on first use and mentioned wherever the place is named.

        `called` is the body's own name where it is more than the place's ("Province of Salta").
        """
        name = self.text(chunk.first, chunk.end)
        actor = next(
            (i for i, d in enumerate(self.drafts) if d.kind == "organization" and {name, called} & {d.name, *d.names}),
            None,
        )
        if actor is None:
            actor = self.add(Draft(called or name, "organization"))
        elif called and self.drafts[actor].name == name and not self.drafts[actor].known:
            self.drafts[actor].name = called
        self.called(actor, name)
        for other in self.chunks:
            if other.sort == "name" and other.first not in self.by_token and self.text(other.first, other.end) == name:
                self.mention(other.first, other.end, "name", actor, "actor.name.place", confidence=0.7)
        return actor

    def body_of(self, index: int) -> str | None:
        """What `LocalActor.of` says for something that belongs to this actor: its key, else its name."""
        draft = self.drafts[index]
        return draft.known or draft.name

    def state_of(self, index: int | None) -> str | None:
        """The key or name of the state that an actor is or belongs to, None for none."""
        seen = set()
        while index is not None and index not in seen:
            seen.add(index)
            draft = self.drafts[index]
            if draft.kind == "state":
                return self.body_of(index)
            if draft.of is None and draft.known and self.gazetteer.known[draft.known].country:
                return self.gazetteer.known[draft.known].country
            index = self.find_body(draft.of) if draft.of else None
            if index is None and draft.of and draft.of.startswith("state:"):
                return draft.of
            if index is None and draft.of in self.gazetteer.known:
                entry = self.gazetteer.known[draft.of]
                return entry.parent or entry.country
        return None

    def find_body(self, of: str | None) -> int | None:
        """The actor that a key or name in `of` stands for, None where the article has no such actor."""
        if of is None:
            return None
        if of in self.by_key:
            return self.by_key[of]
        return next((i for i, draft in enumerate(self.drafts) if draft.known is None and draft.name == of), None)

    # ---- mentions ---------------------------------------------------------------------------------------

    def mention(self, first: int, end: int, kind: MentionKind, actor: int | None, how: str, *, head: int | None = None,
                confidence: float = 1.0) -> int:  # fmt: skip
        """A new mention over the tokens `[first, end)`; its index. Its head is the highest token where not given."""
        parse = self.tree.parse
        if head is None:
            head = self.tree.root_of(range(first, end))
            head = end - 1 if head is None else head
        self.mentions.append(Mention(parse.start[first], parse.end[end - 1], head, kind, actor, how, confidence))
        index = len(self.mentions) - 1
        self.by_token[head] = index
        for token in range(first, end):
            self.by_token.setdefault(token, index)
        return index

    def token_range(self, mention: Mention) -> tuple[int, int]:
        """The tokens `[first, end)` of a mention."""
        tokens = self.tree.tokens_in(Span(mention.start, mention.end))
        return tokens.start, tokens.stop

    def relink(self, mention: int, actor: int | None, how: str) -> None:
        """Let a mention name another actor."""
        self.mentions[mention] = replace(self.mentions[mention], actor=actor, how=how)

    def actor_at(self, token: int) -> int | None:
        """The actor of the mention whose head is `token` or that covers it."""
        index = self.by_token.get(token)
        return None if index is None else self.mentions[index].actor

    def is_named_at(self, token: int, actor: int) -> bool:
        """Whether a name, adjective or metonym of the actor stands at the token."""
        index = self.by_token.get(token)
        return (
            index is not None
            and self.mentions[index].actor == actor
            and self.mentions[index].kind in ("name", "adjective", "metonym")
        )

    def kind_at(self, token: int) -> str | None:
        """The kind of actor at a token, None where there is none."""
        actor = self.actor_at(token)
        return None if actor is None else self.drafts[actor].kind

    def aliases_of(self, key: str) -> frozenset[str]:
        """Lower-case descriptions that the gazetteer lists for a body ("alliance" for NATO), modifiers sorted."""
        return _aliases().get(key, frozenset())

    # ---- noun phrases -----------------------------------------------------------------------------------

    def left_edge(self, head: int) -> int:
        """The first token of the noun phrase before its head."""
        tree, first = self.tree, head
        for kid in reversed([kid for kid in tree.kids(head, *LEFT_LABELS) if kid < head]):
            # What stands before a dash between blanks is a dateline or another phrase: "ACCRA - Ghana's parliament".
            edge = min(tree.subtree(kid))
            edge = max([edge, *(i + 1 for i in range(edge, first) if self._is_dash(i))])
            if tree.sentence[edge] == tree.sentence[head] and not any(
                tree.words[i] in ',;:“”"' or _CLOCK.fullmatch(tree.words[i]) for i in range(edge, first)
            ):
                first = min(first, edge)
        if self.roles.nouns.get(self.joined(head)):  # "the co-op": the parser hangs the article on the first piece
            first = min(first, head - 2)
            first -= first > 0 and tree.tag[first - 1] in ("DT", "PRP$")
        return first

    def _is_dash(self, token: int) -> bool:
        """Whether a dash stands apart from the words around it."""
        parse = self.tree.parse
        apart = token > 0 and parse.end[token - 1] < parse.start[token]
        return apart and self.tree.words[token] in ("-", "–", "—", "--")

    def text(self, first: int, end: int) -> str:
        """The words of `[first, end)` with single blanks."""
        tree = self.tree
        return " ".join(tree.text[tree.parse.start[first] : tree.parse.end[end - 1]].split())

    def folded(self, first: int, end: int) -> str:
        """The words of `[first, end)` as a key for comparing."""
        return folded(self.text(first, end))

    def block_of(self, token: int) -> int:
        """The paragraph of a token."""
        return self.tree.parse.block[token]

    def head_of(self, chunk: Chunk) -> int:
        """The highest token of a chunk."""
        head = self.tree.root_of(range(chunk.first, chunk.end))
        return chunk.end - 1 if head is None else head

    def acts(self, token: int) -> bool:
        """Whether the noun speaks, thinks or decides: subject or agent of such a verb, or a possessor."""
        tree = self.tree
        while tree.dep[token] in ("conj", "appos") and tree.head[token] != token:
            token = tree.head[token]
        label, head = tree.dep[token], tree.head[token]
        if label in SUBJECT:
            lemma = self.lemma(head)
            if lemma == "do" and token > head and tree.lower[head - 1] in ("as", "so", "nor", "neither"):
                return True  # "as did Y", "so did Y"
            listed = any(lemma in word_list(name) for name in ("speech", "mental", "policy"))
            return listed or (
                lemma in ("be", "have", "do") and label == "nsubj" and tree.kid(head, "acomp") is not None
            )
        if label == "poss":
            return tree.lower[head] not in word_list("city")
        return label == "pobj" and (tree.dep[head] == "agent" or tree.lower[tree.head[head]] == "according")

    def is_plural(self, token: int) -> bool:
        """Whether a noun is plural by its tag or, for names, never."""
        return self.tree.tag[token] in ("NNS", "NNPS")

    def lemma(self, token: int) -> str:
        """The lemma in lower case."""
        return self.tree.lemma[token].lower()

    def joined(self, token: int) -> str:
        """The word with what a hyphen joins to it from the left ("co-op"), in lower case; empty for others."""
        tree = self.tree
        inside = token > 1 and tree.words[token - 1] == "-" and tree.sentence[token - 2] == tree.sentence[token]
        if not inside or tree.parse.end[token - 2] + 1 != tree.parse.start[token]:
            return ""
        return f"{tree.lower[token - 2]}-{tree.lower[token]}"

    def noun_sort(self, token: int) -> str:
        """What kind of noun a token is ("person", "people", "body", ...), empty for others."""
        nouns = self.roles.nouns
        found = nouns.get(self.joined(token)) or nouns.get(self.tree.lower[token]) or nouns.get(self.lemma(token), "")
        if not found and self.tree.tag[token] == "NNPS":
            found = nouns.get(self.tree.lower[token].removesuffix("s"), "")  # "Trustees" has no lemma as a name
        if not found and self.tree.tag[token] in ("NN", "NNS") and _PERSON_NOUN.fullmatch(self.tree.lower[token]):
            return "person"
        return found

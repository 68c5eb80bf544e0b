"""Tells which actor a source is: the one named at its head, the one named right behind it, or a new one."""

import re

from stanceline.discourse.actors.cast import Cast
from stanceline.discourse.statements.page import Draft, Page, Source
from stanceline.discourse.statements.speaker_labels import NO_SPEAKERS
from stanceline.reading.article import Span
from stanceline.records import LocalActor, Mention


def speakers_of(cast: Cast) -> dict[int, int]:
    """The head tokens of mentions of those who can speak, with the actor."""
    found: dict[int, int] = {}
    for mention in cast.mentions:
        if mention.actor is not None and cast.named(mention.actor).kind != "state":
            found[mention.head] = mention.actor
    return found


def persons_of(cast: Cast) -> dict[int, int]:
    """The same for persons, by name or by a pronoun in the singular."""
    return {
        mention.head: mention.actor
        for mention in cast.mentions
        if mention.actor is not None
        and cast.named(mention.actor).kind == "person"
        and mention.kind in ("name", "pronoun")
    }


def actor_of_source(page: Page, cast: Cast, draft: Draft) -> tuple[Cast, int | None]:
    """The index of the source among the actors.

    People whom the cast does not list are added: as anonymous ones, by name where they sign.
    """
    source = draft.source
    if source is None:
        return cast, None
    if draft.rule == "say.label.signature":
        mention = cast.mention_at(source.head)
        if mention is not None and source.span.contains(Span(mention.start, mention.end)):
            return cast, mention.actor
        return _with_source(page, cast, source, source.span, signed=True)
    if draft.rule in ("say.label.paragraph", "say.label.quotation"):
        return _labeled(page, cast, source)
    tree = page.tree
    found = _named_beside(page, cast, source)
    if found is None and tree.tag[source.head] == "MD":
        found = _by_surname(cast, tree.words[source.head])
    if found is not None or cast.mention_at(source.head) is not None:
        return cast, found
    if page.lexicon.find("speaker", tree.lemma[source.head]) is None or tree.pos[source.head] != "NOUN":
        return cast, None
    tokens = tree.subtree(source.head, without=frozenset(("relcl", "acl", "appos", "advcl", "punct")))
    return _with_source(page, cast, source, page.span_of(tokens[0], tokens[-1]) or source.span)


def _named_beside(page: Page, cast: Cast, source: Source) -> int | None:
    """The actor at the source's head; where that is nobody by name, the person named right behind.

    So for "its chief executive, Lena Voss" and "one of its members, Lena Voss".
    """
    tree = page.tree
    found = cast.actor_of(source.head)
    if tree.pos[source.head] == "PRON" or (found is not None and not cast.named(found).anonymous):
        return found
    within = tree.tokens_in(source.span)
    beside = [kid for kid in within if tree.dep[kid] == "appos" and cast.actor_of(kid) is not None]
    if found is not None:
        apposed = tree.kids(source.head, "appos")
        beside = [kid for kid in within if kid > source.head and _is_by_name(cast, kid, person=kid not in apposed)]
    return cast.actor_of(beside[0]) if beside else found


def _labeled(page: Page, cast: Cast, source: Source) -> tuple[Cast, int | None]:
    """Whom a speaker's label means: a mention there, the one person with that surname, or somebody new by that name."""
    found = _named_beside(page, cast, source)
    name = _TAIL.split(source.span.quote(page.article.text).strip())[0].rstrip(".")
    mention = cast.mention_at(source.head)
    behind = mention is not None and mention.start >= source.span.start + len(name)
    beside = found is not None and cast.named(found).anonymous and behind  # "Petra, courier": the role is not the name
    if mention is not None and not beside:
        return cast, found
    found = _by_surname(cast, name.title() if name.isupper() else name)
    words = name.lower().replace(".", " ").split()
    if found is not None or not words or not _NAMING.fullmatch(name) or words[0] in NO_SPEAKERS | _TURNS:
        return cast, found
    first = page.tree.tokens_in(source.span)
    if any(page.tree.pos[token] in ("VERB", "AUX", "PRON", "DET") for token in first[: len(words)]):
        return cast, None
    return _with_source(page, cast, source, Span(source.span.start, source.span.start + len(name)), signed=True)


_TAIL = re.compile(r"[,(]")
_NAMING = re.compile(r"[^\W\d_][\w.’'-]{1,30}(?: [\w.’'-]{1,30}){0,3} ?")
_TURNS = frozenset({"q", "a", "question", "questions", "answer", "answers"})


def _by_surname(cast: Cast, surname: str) -> int | None:
    """The one person with that surname or given name, where the parse takes the name for a verb."""
    fits = [
        index
        for index, actor in enumerate(cast.actors)
        if actor.kind == "person" and not actor.anonymous and surname in actor.name.split()
    ]
    return fits[0] if len(fits) == 1 else None


def _is_by_name(cast: Cast, token: int, *, person: bool) -> bool:
    mention = cast.mention_at(token)
    if mention is None or mention.actor is None or mention.kind != "name" or mention.head != token:
        return False
    actor = cast.named(mention.actor)
    return actor.kind != "state" and not actor.anonymous and (actor.kind == "person" or not person)


def _with_source(page: Page, cast: Cast, source: Source, span: Span, *, signed: bool = False) -> tuple[Cast, int]:
    name = " ".join(span.quote(page.article.text).split())
    plural = page.tree.tag[source.head] == "NNS" and not signed
    nameless = not signed or name.lower().startswith("anon")
    actor = LocalActor(name, "group" if plural else "person", (name,), anonymous=nameless)
    mention = Mention(
        span.start, span.end, source.head, "name" if signed else "description", None, "statement.source", 0.7
    )
    return cast.with_actor(actor, mention)


def further_actors(page: Page, cast: Cast, source: Source | None, first: int | None) -> tuple[int, ...]:
    """Who else says it: Sweden in "Norway and Sweden said ..."; each actor once, in the order of the text."""
    if source is None or first is None:
        return ()
    tree, found, head = page.tree, list[int](), source.head
    within = page.tree.tokens_in(source.span)
    while head in within:
        following = next((kid for kid in tree.kids(head, "conj") if kid in within), None)
        if following is None:
            break
        head = following
        actor = cast.actor_of(head)
        if actor is not None and actor != first and actor not in found:
            found.append(actor)
    return tuple(found)

"""What the names of rules mean, for a reader: whose position, on what, and by which words."""

from __future__ import annotations

from collections.abc import Mapping

from stanceline.ui.words import say

_HELD: Mapping[str, str] = {
    "actor.name": "named here", "actor.title": "named here with a title",
    "actor.pronoun.author": "the author speaks", "actor.pronoun.speaker": "the one who speaks here",
    "actor.pronoun.subject": "the subject before it", "actor.pronoun.sentence": "named in the same sentence",
    "actor.pronoun.before": "the only one named before whom it can mean",
    "actor.pronoun.paragraph": "the one whom the paragraph is about",
    "actor.pronoun.relative": "named right before", "actor.pronoun.ahead": "named right after",
    "actor.pronoun": "the one whom the pronoun most likely means",
    "actor.metonym": "a place that stands for its government here",
    "actor.state": "a word for that state's government or people",
    "actor.description.office": "known by the office", "actor.description": "known by this description",
    "actor.organization": "known by this description", "actor.group": "a group, as the article names it",
    "actor.unnamed": "the article gives no name", "statement.source": "the source of these words",
}  # fmt: skip
_MEANT: Mapping[str, str] = {
    "alias": "a name of it", "head": "the noun of one of its names", "carrier": "a noun that stands for it here",
    "pronoun": "a pronoun for what was named last", "ellipsis": "left out here: what was spoken of last",
    "described": "described in words of its names", "topic": "what this passage is about",
    "retold": "told once more in other words", "echo": "the proposal of the position that it answers",
    "argument": "an argument that is listed for or against it", "ally": "somebody who has taken a side on it",
    "decision": "what was decided about it", "nearby": "its words stand in the same sentence",
    "main": "what the article is mainly about",
}  # fmt: skip
_READ: Mapping[str, str] = {
    "stance.verb": "the verb “%1” and what it governs", "stance.noun": "the noun “%1” and what hangs on it",
    "stance.adj": "the adjective “%1” and what it is said of", "stance.prep": "the words “%1”",
    "stance.idiom": "the turn of phrase “%1”", "stance.outcome": "what it is said to bring",
    "stance.officer": "who speaks for a body carries its position", "stance.open": "it is kept open: “%1”",
    "stance.echo": "a position that answers another: “%1”", "stance.turn": "an earlier position is given up: “%1”",
    "stance.linear": "a small model weighed the words of the sentence; the boxed ones counted most",
    "stance.scorer": "a small model weighed the words of the sentence; the boxed ones counted most",
    "user": "set by you",
}  # fmt: skip


def _longest(table: Mapping[str, str], rule: str) -> tuple[str, str]:
    """The entry whose name is the longest beginning of a rule's, and the rest of it; two empty texts without."""
    parts = rule.split(".")
    for count in range(len(parts), 0, -1):
        found = table.get(".".join(parts[:count]))
        if found is not None:
            return found, ".".join(parts[count:])
    # "actor.pronoun.speaker_again" is a kind of "actor.pronoun.speaker".
    head, _, last = rule.rpartition(".")
    return _longest(table, f"{head}.{last.rpartition('_')[0]}") if "_" in last else ("", "")


def held_words(rule: str) -> str:
    """How the words at the holder's place came to mean the holder; empty for unknown rules."""
    parts = rule.split(".")
    if len(parts) > 2 and "_" in parts[-1]:
        exact = f"{'.'.join(parts[:-1])}.{parts[-1].split('_')[0]}"
        if exact in _HELD:
            return say(_HELD[exact])
    return say(_longest(_HELD, rule)[0])


def meant_words(how: str) -> str:
    """How the words at the target's place came to mean the proposal; empty for unknown manners."""
    return say(_MEANT.get(how, ""))


def read_words(rule: str) -> str:
    """What a rule reads, with the words that it is made for; the rule itself where nothing is known of it."""
    words, rest = _longest(_READ, rule)
    if not words:
        return rule
    made_for = rest.split(".")[0].replace("-", " ")
    return say(words).replace("“%1”", f"“{made_for}”" if made_for else "").strip().rstrip(":")

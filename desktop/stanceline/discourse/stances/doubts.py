"""Who or what is too vaguely told for a side to be put down to somebody: nothing is shown.

Measured on invented debates, fewer than two in five of the sides were right that were put down to somebody who
has no name but one bare noun ("members", "the council", but not "farmers"), to the writer of an unsigned text, or to
a body that only the headline describes ("Nebraska panel advances ..."), which the text below calls by its name.
The same holds of some ways to tell what the side is on, and of a side of somebody without a name on something that
only the paragraph tells ("most residents are against").
"""

from stanceline.discourse.stances.confidence import is_loose, is_unnamed
from stanceline.discourse.stances.lexicon import words
from stanceline.discourse.stances.targets import Link
from stanceline.reading.article import Article
from stanceline.reading.parse import Parse
from stanceline.records import ActorRow, Predication, StanceRow

_AUTHOR = "the author"
_DETERMINERS = frozenset({"own", "whose", "even", "the", "a", "an"})
_HINTS = "stance.hint."
_LEADS = ("decision", "argument")
_PEOPLE = frozenset({"them", "they", "these", "those", "that"})
_MANNERS = {
    "stance.echo.otherwise": ("echo",),
    "stance.noun.own-plan": ("carrier", "pronoun", "topic"),
    "stance.verb.withdraw": ("topic", "ellipsis"),
    "stance.verb.expect": ("retold", "topic", "ellipsis"),
    "stance.outcome.quoted-epithet": ("topic",),
}
"""Rules of whose readings by these links fewer than two in five were right."""
_ENDS = (".", "!", "?", '."', ".”", "!”", "?”", '!"', '?"')


def is_doubtful(row: StanceRow, holder: ActorRow, article: Article) -> bool:
    """Whether a stance should be left out because of how its holder is told, or what suggests it.

    What is only suggested needs a holder with a name, unless a reaction to a decision or an argument leads to it.
    """
    if holder.decided_by == "user" or row.decided_by == "user":
        return False
    vague = is_loose(row.rule) or not (row.explicit or row.rule.rpartition("/")[2] in _LEADS)
    if vague and is_unnamed(holder.name):
        return True
    return is_nobody(holder) or (holder.kind in ("group", "organization") and _is_only_headline(holder, article))


def is_shaky(parse: Parse, predication: Predication, link: Link) -> bool:
    """Whether a link to a proposal is by words that more often mean something else: people ("I love them"), a deed."""
    if link.how in _MANNERS.get(predication.rule, ()):
        return True
    if link.how == "topic" and predication.rule.startswith(_HINTS):
        return True
    tokens = predication.object_tokens
    return link.how == "topic" and bool(tokens) and all(parse.lemma[t].lower() in _PEOPLE for t in tokens)


def is_nobody(holder: ActorRow) -> bool:
    """Whether an actor's name says nothing of who it is."""
    told = [word for word in holder.name.split() if word.lower() not in _DETERMINERS]
    if len(told) == 1 and holder.kind != "state" and (told[0].islower() or holder.kind == "group"):
        return _says_nothing(told[0].lower())
    return holder.name == _AUTHOR


def _says_nothing(noun: str) -> bool:
    """Whether a noun alone leaves open who is meant: one of many ("the mayor"), or some of anything ("members").

    Several of a kind are a group of its own ("farmers").
    """
    several = noun.endswith(("s", "men", "people", "children")) and not noun.endswith("ss")
    return noun in words("anyone") or (not several and noun not in words("kin"))


def _is_only_headline(holder: ActorRow, article: Article) -> bool:
    """Whether an article mentions somebody nowhere but in its headline, and not by a proper name alone."""
    prose = article.prose()
    if len(prose) < 2 or article.text[prose[0].span.start : prose[0].span.end].rstrip().endswith(_ENDS):
        return False
    end = prose[0].span.end
    own = [mention for mention in holder.mentions if mention.article == article.id]
    return bool(own) and all(mention.start < end for mention in own)

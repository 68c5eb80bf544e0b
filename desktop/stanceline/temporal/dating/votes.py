"""Elections and referendums that an article speaks of without their names: "polling day", "the ballot in Tessel"."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from stanceline.reading.parse import Tree
from stanceline.temporal.dating.country_votes import is_word_for_election, of_kind
from stanceline.temporal.references.events import ReferenceEvent, ReferenceIndex, plain_words

FEW: Final = 3
_VOTES: Final = frozenset(
    ["election", "elections", "vote", "ballot", "poll", "polls", "referendum", "plebiscite", "runoff", "primary"]
)
_DEFINITE: Final = frozenset(["the", "this", "their", "its"])
_NOT_PUBLIC: Final = frozenset(
    ["council", "committee", "board", "senate", "chamber", "confidence", "union", "strike", "shareholders", "opinion",
     "commons", "security", "commission", "deputies", "lawmakers", "cabinet"]
)  # fmt: skip
_GENERAL: Final = _VOTES | frozenset(
    ["general", "regional", "local", "national", "presidential", "parliamentary", "legislative", "state", "federal",
     "municipal", "european", "assembly", "parliament", "council", "first", "second", "round", "early", "snap", "day",
     "independence", "city", "island", "town", "county", "province", "district", "mayoral", "may", "june", "march"]
)  # fmt: skip
_PREFIX: Final = 5
"""Letters that a place and its adjective share (Scotland, Scottish have fewer; "Morvania", "Morvanian" more)."""
_NAMED: Final = re.compile(r"[^\W\d_]\w+")


class VoteFinder:
    """Finds votes of the tables that the words of one article describe."""

    def __init__(
        self, plain: Sequence[str], tree: Tree, index: ReferenceIndex, general: Sequence[ReferenceEvent] = ()
    ) -> None:
        """`general` are the shipped elections that fit the article, asked where no row of the user's does."""
        self.plain, self.tree = plain, tree
        self.words = frozenset(word[:_PREFIX] for word in plain if len(word) >= _PREFIX) | {w for w in plain if w}
        self.own = tuple(event for event in votes_of(index) if self._is_told(event))
        self.general = tuple(general) if not self.own else ()

    def _is_told(self, event: ReferenceEvent) -> bool:
        """Whether the article has a word of the event's name that is not of votes in general: a place, a subject."""
        return any(word[:_PREFIX] in self.words for word in distinctive_words(event))

    def word_for_vote(self, first: int, last: int) -> int | None:
        """The word for a public vote: a definite one, polling day, or that people went to the polls."""
        plain, lower = self.plain, self.tree.lower
        if not self.own:
            found = (n for n in range(first, last) if is_word_for_election(plain, first, n, last))
            return next(found, None) if self.general else None
        for token in range(first, last):
            word = plain[token]
            if word == "day" and plain[token - 1] in ("polling", "election", "voting"):
                return token
            if word == "polls" and any(other in ("voters", "people", "electorate") for other in plain[first:token]):
                return token
            if word in _VOTES and any(other in _DEFINITE for other in lower[max(first, token - 4) : token]):
                near = frozenset(plain[max(first, token - 4) : token + 4])
                if not near & (_NOT_PUBLIC - frozenset(w for e in self.own for w in distinctive_words(e))):
                    return token
        return None

    def events(self, first: int, last: int) -> tuple[ReferenceEvent, ...]:
        """The votes that a sentence can mean: those whose own words stand in it, else those of the article."""
        if not self.own:
            meant = of_kind(self.general, frozenset(self.plain[first:last]))
            return meant if len(meant) <= FEW else ()
        here = {word[:_PREFIX] for word in self.plain[first:last]}
        near = tuple(event for event in self.own if any(word[:_PREFIX] in here for word in distinctive_words(event)))
        found = near or self.own
        return found if len(found) <= FEW else ()


@lru_cache(maxsize=4)
def votes_of(index: ReferenceIndex) -> tuple[ReferenceEvent, ...]:
    """The votes of a user's own rows; the shipped ones of a country are too many to be meant without a name."""
    return tuple(
        event
        for event in index.references
        if not event.series.startswith(("Election", "Anchor", "US "))
        and event.took_place()
        and set(plain_words(f"{event.series} {event.name}").split()) & _VOTES
    )


@lru_cache(maxsize=4096)
def distinctive_words(event: ReferenceEvent) -> frozenset[str]:
    """The words of a vote's names and places that other votes lack."""
    parts = (event.name, *event.aliases, event.city, event.country)
    words = {plain_words(word) for part in parts for word in _NAMED.findall(part)}
    return frozenset(word for word in words if len(word) >= 4 and word not in _GENERAL)

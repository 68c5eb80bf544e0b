"""Who is in an article: names, offices, groups, descriptions and pronouns, each mention linked to its actor.

The passes run from what is sure to what leans on it: names of states and bodies, bodies by description, persons,
their titles, persons and groups by description, pronouns. A mention that fits two actors keeps `actor` None.
"""

from dataclasses import dataclass, replace
from functools import cached_property

from stanceline.discourse.actors.affiliations import link_affiliations, link_behind_names
from stanceline.discourse.actors.author import link_author
from stanceline.discourse.actors.ballots import link_ballots
from stanceline.discourse.actors.bodies import link_acronyms, link_names, link_parties
from stanceline.discourse.actors.body_nouns import (
    link_descriptions,
    link_locality,
    link_offices_of_persons,
    link_owned,
)
from stanceline.discourse.actors.called_back import join_short_bodies, link_called_back, link_campaigns
from stanceline.discourse.actors.described import link_described
from stanceline.discourse.actors.groups import link_roles
from stanceline.discourse.actors.identify import link_late_names
from stanceline.discourse.actors.offices import link_titles
from stanceline.discourse.actors.people import link_persons
from stanceline.discourse.actors.pronouns import link_bodies, link_people
from stanceline.discourse.actors.relations import name_by_owners
from stanceline.discourse.actors.scene import Scene
from stanceline.reading.article import Article
from stanceline.reading.parse import Tree
from stanceline.records import LocalActor, Mention


@dataclass(frozen=True)
class Cast:
    """The actors of one article and where they are mentioned; mentions are in text order.

    `cover` holds for each token of a mention the index of the smallest mention around it.
    """

    actors: tuple[LocalActor, ...]
    mentions: tuple[Mention, ...]
    tokens: tuple[tuple[int, int], ...]

    @cached_property
    def _heads(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for index, mention in enumerate(self.mentions):
            found.setdefault(mention.head, index)
        return found

    @cached_property
    def _cover(self) -> dict[int, int]:
        found: dict[int, int] = {}
        order = sorted(range(len(self.mentions)), key=lambda i: (self.tokens[i][1] - self.tokens[i][0], i))
        for index in order:
            for token in range(*self.tokens[index]):
                found.setdefault(token, index)
        return found

    def mention_at(self, token: int) -> Mention | None:
        """The mention whose head is `token`, else the smallest that covers it, else None."""
        index = self._heads.get(token)
        index = self._cover.get(token) if index is None else index
        return None if index is None else self.mentions[index]

    def actor_of(self, token: int) -> int | None:
        """The index of the actor mentioned at `token`, None where there is none or the rules abstain."""
        mention = self.mention_at(token)
        return None if mention is None else mention.actor

    def named(self, index: int) -> LocalActor:
        """The actor with this index."""
        return self.actors[index]

    def with_actor(
        self, actor: LocalActor, mention: Mention, tokens: tuple[int, int] | None = None
    ) -> tuple["Cast", int]:
        """This cast with one more actor and its mention, and the actor's index.

        `tokens` is the mention's token range, its head alone where not given.
        """
        index = len(self.actors)
        mentions = (*self.mentions, replace(mention, actor=index))
        ranges = (*self.tokens, tokens or (mention.head, mention.head + 1))
        return Cast((*self.actors, actor), mentions, ranges), index


def find_cast(article: Article, tree: Tree) -> Cast:
    """All actors that the article names or describes, with every mention of them."""
    scene = Scene(article, tree)
    if len(tree) == 0:
        return Cast((), (), ())
    link_names(scene)
    link_campaigns(scene)
    link_described(scene)
    link_parties(scene)
    link_acronyms(scene)
    link_called_back(scene)
    link_behind_names(scene)
    link_descriptions(scene)
    link_locality(scene)
    link_bodies(scene)
    link_persons(scene)
    link_bodies(scene)  # again: "its" may mean a body that has just been told from a person
    link_titles(scene)
    link_affiliations(scene)
    link_roles(scene)
    link_ballots(scene)
    link_people(scene)
    link_offices_of_persons(scene)
    link_late_names(scene)
    link_author(scene)
    link_owned(scene)
    join_short_bodies(scene)
    name_by_owners(scene)
    return _finish(scene)


def _finish(scene: Scene) -> Cast:
    """Mentions in text order, actors in order of first mention; actors without any mention are left out."""
    order = sorted(range(len(scene.mentions)), key=lambda i: (scene.mentions[i].start, -scene.mentions[i].end, i))
    number: dict[int, int] = {}
    for index in order:
        actor = scene.mentions[index].actor
        if actor is not None:
            number.setdefault(actor, len(number))
    mentions = []
    tokens = []
    for index in order:
        mention = scene.mentions[index]
        mentions.append(replace(mention, actor=None if mention.actor is None else number[mention.actor]))
        span = scene.token_range(mention)
        tokens.append(span)
    actors = [scene.drafts[actor].frozen() for actor in number]
    return Cast(tuple(actors), tuple(mentions), tuple(tokens))

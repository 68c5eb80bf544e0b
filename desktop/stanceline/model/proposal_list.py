"""The proposals of a project as its list shows them: in order, whose each is, and what was found on it."""

from dataclasses import dataclass
from typing import Literal

from stanceline.model.project import Project
from stanceline.records import Proposal

Origin = Literal["own", "changed", "given"]
"""Added by a person; changed by one; as the project began with it."""


@dataclass(frozen=True, slots=True)
class ListedProposal:
    """One row: `stances` said outright or suggested, by `actors` in `articles`; `is_named` where any article does."""

    proposal: Proposal
    origin: Origin
    stances: int = 0
    actors: int = 0
    articles: int = 0
    is_named: bool = False


def listed_proposals(project: Project | None) -> tuple[ListedProposal, ...]:
    """Every proposal of the project in its order, with what its present analysis holds."""
    if project is None:
        return ()
    given = {proposal.id for proposal in project.given_proposals}
    named = {proposal.id for proposal in project.analysis.proposals}
    return tuple(_listed(project, proposal, given, named) for proposal in project.proposals)


def _listed(project: Project, proposal: Proposal, given: set[str], named: set[str]) -> ListedProposal:
    is_decided = project.decided("proposal", proposal.id) is not None
    origin: Origin = "given" if not is_decided else "changed" if proposal.id in given else "own"
    rows = [row for row in project.analysis.stances if row.proposal == proposal.id]
    actors, articles = len({row.holder for row in rows}), len({row.article for row in rows})
    return ListedProposal(proposal, origin, len(rows), actors, articles, proposal.id in named)


def moved(order: tuple[str, ...], ident: str, by: int) -> tuple[str, ...]:
    """The order with one proposal moved up (negative) or down; the same where it cannot move."""
    if ident not in order:
        return order
    at = order.index(ident)
    to = min(max(at + by, 0), len(order) - 1)
    rest = [other for other in order if other != ident]
    return (*rest[:to], ident, *rest[to:])

"""On which proposals a person can say where somebody stands, and under which keys such decisions are kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from stanceline.records import StanceRow, StatementRow
from stanceline.ui.dialogs.dialogs import StanceChoice
from stanceline.ui.index import Index


@dataclass(frozen=True)
class Offered:
    """Who is meant, the proposals to choose from, and the decision's key for each of them."""

    who: str
    choices: tuple[StanceChoice, ...]
    keys: Mapping[str, str]


def decision_key(row: StanceRow) -> str:
    """The key of a decision about a stance: one that a person read into a statement hangs on the statement."""
    return f"statement:{row.statement}|{row.proposal}" if row.rule == "user" else row.id


def stance_choices(index: Index, key: str) -> Offered | None:
    """What can be set on a mark; None where it is an event, a statement without a source, or about no proposal.

    A stance has its own proposal. A statement has all of them: those it carries a stance on come first.
    """
    finding = index.finding(key)
    if isinstance(finding, StanceRow):
        known = index.proposals.get(finding.proposal)
        choice = _choice(finding, known.title if known else finding.proposal)
        return Offered(index.actor_name(finding.holder), (choice,), {finding.proposal: decision_key(finding)})
    if not isinstance(finding, StatementRow) or finding.source is None:
        return None
    carried = {row.proposal: row for row in index.stances_of_statement.get(finding.id, ())}
    titles = {proposal.id: proposal.title for proposal in index.analysis.proposals}
    if not titles:
        return None
    ordered = sorted(titles, key=lambda ident: (ident not in carried, titles[ident].casefold(), ident))
    choices, keys = [], {}
    for ident in ordered:
        row = carried.get(ident)
        choices.append(_choice(row, titles[ident]) if row else StanceChoice(ident, titles[ident]))
        keys[ident] = decision_key(row) if row else f"statement:{finding.id}|{ident}"
    holder = next(iter(carried.values())).holder if carried else finding.source
    return Offered(index.actor_name(holder), tuple(choices), keys)


def _choice(row: StanceRow, title: str) -> StanceChoice:
    return StanceChoice(row.proposal, title, row.stance, row.decided_by == "user")

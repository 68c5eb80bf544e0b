"""Counts stances into the cells of the matrix: one actor, one proposal, one article or all together.

Sources of the rules: Leifeld's Discourse Network Analyzer (one record a holder, target, stance and document) and
the weighting of political claims by who vouches for them. What is said and what a reader must infer are never
counted together: a cell is explicit where anything explicit is known, else it is a suggestion. Over all articles, what
several of them copy from each other (`copies`) counts once; each article's own cell has it all the same.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial

from stanceline.discourse.stances.cell_rules import UNDATED_SHARE, CellRules
from stanceline.discourse.stances.turns import Turn, is_turned, sign, turns_of, weighted_median
from stanceline.memory import Memory
from stanceline.records import ActorRow, CellRow, Proposal, StanceLabel, StanceRow
from stanceline.temporal.timex import DAY_S, format_instant

OWN_RULES = CellRules()
FIRSTHAND = ("first_hand", "observed")
_HEARSAY_CEILING = 0.75
_LABELS: Mapping[int, StanceLabel] = {
    -2: "oppose", -1: "lean_oppose", 0: "neutral", 1: "lean_support", 2: "support",
}  # fmt: skip
_DEPUTY = re.compile(r"\b(?:deputy|vice|assistant|acting|former)\b")
_HEAD = re.compile(
    r"\b(?:president|prime minister|premier|chancellor|king|queen|emperor|pope|secretary[ -]general|director[ -]general"
    r"|head|leader|chair(?:man|woman)?|chief executive|mayor|governor|taoiseach)\b"
)
_MINISTER = re.compile(r"\b(?:minister|secretary|commissioner|director)\b")


@dataclass(frozen=True, slots=True)
class _Vote:
    """One stance with what it weighs in the cell at hand. `tier` 0 is the actor's own word or its head's."""

    row: StanceRow
    weight: float
    tier: int


def count_cells(
    stances: Sequence[StanceRow],
    actors: Sequence[ActorRow],
    proposals: Sequence[Proposal],
    memory: Memory | None = None,
    rules: CellRules = OWN_RULES,
) -> tuple[CellRow, ...]:
    """Cells for each article and, with `article` None, for all together; articles by id, proposals as given.

    A stance counts for its holder and for everybody above it in the `parent` chain; those between the holder and
    the top have a cell only where they hold a stance themselves. Stances on proposals
    that are not among `proposals` are left out. With `memory`, cells whose stances are the same objects as before are
    not counted again.
    """
    memory = Memory() if memory is None else memory
    rules = memory.same("cell rules", rules)
    order = {proposal.id: place for place, proposal in enumerate(proposals)}
    known = {actor.id: actor for actor in actors}
    groups: dict[tuple[bool, str, int, str], list[StanceRow]] = defaultdict(list)
    sides = side_takers(stances, actors, proposals)
    for row in stances:
        if row.proposal not in order or row.holder not in known:
            continue
        for actor in chain_of(row.holder, known):
            groups[False, row.article, order[row.proposal], actor].append(row)
            groups[True, "", order[row.proposal], actor].append(row)
    cells = []
    for (pooled, _, _, actor), rows in sorted(groups.items(), key=lambda item: item[0]):
        if is_between(actor, rows, known):
            continue
        interests = [_is_interested(row, sides) for row in rows]
        counting = partial(count_cell, rows, known[actor], interests, known, rules, is_pooled=pooled)
        inputs = (pooled, rules, known[actor], *rows, *interests, *(known[row.holder] for row in rows))
        cells.append(memory.recall("cell", inputs, counting))
    return tuple(cells)


def count_cell(
    rows: Sequence[StanceRow],
    actor: ActorRow,
    interests: Sequence[bool],
    known: Mapping[str, ActorRow],
    rules: CellRules,
    *,
    is_pooled: bool,
) -> CellRow:
    """The cell of an actor's stances on one proposal; `interests` tells for each whether those who report it have taken
    a side themselves."""
    pairs = zip(rows, interests, strict=True)
    votes = [_weigh(row, actor.id, known, rules, is_interested=is_interested) for row, is_interested in pairs]
    return _cell(actor.id, rows[0].proposal, None if is_pooled else rows[0].article, votes, rules)


def side_takers(
    stances: Sequence[StanceRow], actors: Sequence[ActorRow], proposals: Sequence[Proposal]
) -> frozenset[tuple[str, str]]:
    """(holder, proposal) of those that take a side in their own words or by what they do."""
    known, named = {actor.id for actor in actors}, {proposal.id for proposal in proposals}
    return frozenset(
        (row.holder, row.proposal)
        for row in stances
        if takes_side(row) and row.holder in known and row.proposal in named
    )


def stance_weight(row: StanceRow, rules: CellRules, sides: Set[tuple[str, str]]) -> float:
    """What a stance weighs in a cell; `sides` from `side_takers`."""
    return _weight(row, rules, is_interested=_is_interested(row, sides))


def _is_interested(row: StanceRow, sides: Set[tuple[str, str]]) -> bool:
    """Whether somebody reports it who has taken a side."""
    return row.mode == "second_hand" and any((who, row.proposal) in sides for who in row.reported_by)


def takes_side(row: StanceRow) -> bool:
    """Whether its holder takes a side in its own words or by what it does."""
    return row.stance != 0 and row.mode in FIRSTHAND


def is_between(actor: str, rows: Sequence[StanceRow], known: Mapping[str, ActorRow]) -> bool:
    """Whether an office between a person and the state would only repeat what both show."""
    return known[actor].parent in known and all(row.holder != actor for row in rows)


def chain_of(holder: str, known: Mapping[str, ActorRow]) -> list[str]:
    """The holder and those above it, up to the top; `known` holds all actors by id."""
    chain = [holder]
    while (parent := known[chain[-1]].parent) is not None and parent in known and parent not in chain:
        chain.append(parent)
    return chain


def _weigh(
    row: StanceRow, actor: str, known: Mapping[str, ActorRow], rules: CellRules, *, is_interested: bool
) -> _Vote:
    return _Vote(row, _weight(row, rules, is_interested=is_interested), _tier(row, actor, known))


def _weight(row: StanceRow, rules: CellRules, *, is_interested: bool) -> float:
    weight = row.confidence * rules.of_mode(row.mode, is_interested=is_interested) * rules.of_certainty(row.certainty)
    # A "no comment" does not outweigh a position that the same actor has stated.
    return weight * (1.0 if row.explicit else rules.suggested) * (1.0 if row.stance else rules.silence)


def _tier(row: StanceRow, actor: str, known: Mapping[str, ActorRow]) -> int:
    if row.holder == actor:
        return 0
    office = (known[row.holder].office or "").lower()
    if _HEAD.search(office) and not _DEPUTY.search(office):
        return 0
    return 1 if _HEAD.search(office) or _MINISTER.search(office) else 2


def _cell(actor: str, proposal: str, article: str | None, votes: list[_Vote], rules: CellRules) -> CellRow:
    explicit = any(vote.row.explicit for vote in votes)
    votes = [vote for vote in votes if vote.row.explicit == explicit]
    everything = tuple(dict.fromkeys(vote.row.id for vote in votes))
    copies: set[str] = set()
    if article is None and rules.copies_once:
        copies = {vote.row.id for vote in votes if vote.row.copy_of in everything}
        votes = [vote for vote in votes if vote.row.id not in copies]
    # What counts nothing decides nothing, unless there is nothing else to tell.
    once = _once([vote for vote in votes if vote.weight > 0] or votes)
    turns: tuple[Turn, ...] = ()
    current, changed = _current(once, rules)
    if article is None and rules.window:
        current = _in_window(current, rules) or current
        turns = turns_of([vote.row for vote in once], rules, {vote.row.id: vote.weight for vote in once})
        changed = format_instant(turns[-1].when) if turns else None
    elif changed is not None:
        turns = turns_of([vote.row for vote in once], rules)
    current = _highest_first(current)
    value = weighted_median([(vote.row.stance, vote.weight) for vote in current])
    label = _label(value, current, rules)
    backing = [vote for vote in current if label == "mixed" or sign(vote.row.stance) == sign(value)] or current
    best = max(backing, key=lambda vote: (vote.weight, vote.row.id))
    return CellRow(
        actor=actor, proposal=proposal, article=article, stance=label, value=None if label == "mixed" else value,
        mode=best.row.mode, explicit=explicit, confidence=_confidence(value, label, current, backing, rules),
        changed=changed, stances=everything, copies=tuple(key for key in everything if key in copies),
        before=_before(turns, once),
    )  # fmt: skip


def _before(turns: Sequence[Turn], votes: Sequence[_Vote]) -> StanceLabel | None:
    """Where the actor stood before the last of its changes of position."""
    values = {vote.row.id: vote.row.stance for vote in votes}
    return _LABELS[values[turns[-1].before]] if turns else None


def _once(votes: list[_Vote]) -> list[_Vote]:
    """One record a holder, stance, article and day of the position: the one with most weight."""
    best: dict[tuple[str, int, str, int | None], _Vote] = {}
    for vote in votes:
        key = (vote.row.holder, vote.row.stance, vote.row.article, vote.row.begin)
        if key not in best or vote.weight > best[key].weight:
            best[key] = vote
    return list(best.values())


def _in_window(votes: list[_Vote], rules: CellRules) -> list[_Vote]:
    """The votes of the newest window, each with the share that its kernel leaves."""
    times = sorted({vote.row.begin for vote in votes if vote.row.begin is not None})
    if not times:
        return votes
    found = []
    for vote in votes:
        if vote.row.begin is None:
            share = UNDATED_SHARE
        elif rules.counts_statements:
            share = rules.share(sum(v.row.begin is not None and v.row.begin > vote.row.begin for v in votes))
        else:
            share = rules.share((times[-1] - vote.row.begin) / DAY_S)
        if share > 0:
            found.append(_Vote(vote.row, vote.weight * share, vote.tier))
    return found


def _current(votes: list[_Vote], rules: CellRules) -> tuple[list[_Vote], str | None]:
    """The votes that still stand (see `turns.replaces`), and since when where they replace one of the other kind."""
    said: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for vote in sorted((vote for vote in votes if vote.row.begin is not None), key=lambda vote: vote.row.begin or 0):
        if takes_side(vote.row):
            said[vote.row.holder][vote.row.stance].append(vote.row.begin or 0)
    standing, since = [], None
    for vote in votes:
        later = _replaced_at(vote.row, said[vote.row.holder], rules)
        if not later:
            standing.append(vote)
        elif any(is_turned(vote.row.stance, stance) for stance, _ in later):
            first = format_instant(min(when for stance, when in later if is_turned(vote.row.stance, stance)))
            since = first if since is None else max(since, first)
    return standing, since


def _replaced_at(row: StanceRow, said: Mapping[int, Sequence[int]], rules: CellRules) -> list[tuple[int, int]]:
    """The other positions that its holder took late enough after it, each with the first time."""
    if row.begin is None:
        return []
    earliest = row.begin + max(rules.replaces_after * DAY_S, 1)
    found = []
    for stance, times in said.items():
        place = bisect_left(times, earliest)
        if stance != row.stance and place < len(times):
            found.append((stance, times[place]))
    return found


def _highest_first(votes: list[_Vote]) -> list[_Vote]:
    """Without the votes of lower offices that contradict the highest one that takes a side."""
    for tier in (0, 1):
        top = [vote for vote in votes if vote.tier == tier and vote.row.stance]
        if top:
            side = sign(weighted_median([(vote.row.stance, vote.weight) for vote in top]))
            return [vote for vote in votes if vote.tier <= tier or not side or sign(vote.row.stance) != -side]
    return votes


def _label(value: float, votes: list[_Vote], rules: CellRules) -> StanceLabel:
    total = sum(vote.weight for vote in votes) or 1.0
    against = sum(vote.weight for vote in votes if vote.row.stance < 0)
    favor = sum(vote.weight for vote in votes if vote.row.stance > 0)
    if min(against, favor) >= rules.mixed_from * total and min(against, favor) > 0:
        return "mixed"
    if abs(value) < 0.5:
        return "neutral"
    if value > 0:
        return "support" if value >= 1.5 else "lean_support"
    return "oppose" if value <= -1.5 else "lean_oppose"


def _confidence(
    value: float, label: StanceLabel, current: list[_Vote], backing: list[_Vote], rules: CellRules
) -> float:
    total = sum(vote.weight for vote in current) or 1.0
    near = [vote for vote in current if abs(vote.row.stance - value) <= 1.0 or vote in backing]
    agreement = sum(vote.weight for vote in near) / total if label != "mixed" else 1.0
    doubt, hearsay = 1.0, all(vote.row.mode in ("second_hand", "attributed_guess") for vote in backing)
    # Passages of one article, or of one reader's rules, err together: each further one removes a third of its share.
    strengths = sorted((vote.row.confidence * rules.of_certainty(vote.row.certainty) for vote in backing), reverse=True)
    for place, strength in enumerate(strengths[:4]):
        doubt *= 1.0 - strength * (1.0 if place == 0 else 1 / 3)
    found = min((1.0 - doubt) * agreement, 0.97)
    return round(min(found, _HEARSAY_CEILING) if hearsay else found, 3)

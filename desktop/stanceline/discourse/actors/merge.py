"""One identity for each actor over all articles: merged, named, given its parent and its stable id.

Merging goes by gazetteer key, else by the full name with case, accents and punctuation folded, else by a surname
or short form whose body the article names and that only one actor of the corpus fits. Unnamed persons and groups
never merge across articles. Ids depend on names only, never on the order of articles or on decisions.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from stanceline.discourse.actors.gazetteer import Gazetteer, load_gazetteer, slug
from stanceline.discourse.actors.identity import Local, assign_ids
from stanceline.discourse.actors.stories import home_of_minister
from stanceline.records import ActorKind, ActorRow, Decision, Extraction, LocalActor, MentionRow

_SHOWN = ("name", "description", "metonym", "pronoun")


@dataclass(frozen=True)
class Identities:
    """The actors of a corpus, and which of them each local actor is."""

    actors: tuple[ActorRow, ...]
    ids: dict[Local, str]

    def id_of(self, article_id: str, local_index: int) -> str:
        """The id of an article's actor; raises `KeyError` for an actor that was not handed in."""
        return self.ids[article_id, local_index]


@dataclass
class _Entry:
    """All local actors that are one."""

    id: str
    kind: ActorKind
    locals: list[tuple[str, LocalActor]] = field(default_factory=list)
    mentions: list[MentionRow] = field(default_factory=list)
    used: bool = False


@dataclass(frozen=True)
class Found:
    """The actors of a corpus before anybody has decided anything: rows by id, and the id of each local actor."""

    rows: dict[str, ActorRow]
    ids: dict[Local, str]


def merge_actors(extractions: Sequence[Extraction], decisions: Sequence[Decision] = ()) -> Identities:
    """Identities over all articles, decisions laid over.

    An unnamed actor gets a row only where a statement, a position or an event refers to it; `id_of` answers for all.
    """
    return decide_actors(find_actors(extractions), decisions)


def find_actors(extractions: Sequence[Extraction]) -> Found:
    """The identities as the articles tell them."""
    items = sorted(extractions, key=lambda item: item.article.id)
    ids = assign_ids(items)
    return Found(_rows(_collect(items, ids), ids, items), ids)


def decide_actors(found: Found, decisions: Sequence[Decision]) -> Identities:
    """The identities with people's merges and names laid over."""
    return _decide(dict(found.rows), found.ids, decisions)


# ---- rows -----------------------------------------------------------------------------------------------


def _collect(items: Sequence[Extraction], ids: dict[Local, str]) -> dict[str, _Entry]:
    entries: dict[str, _Entry] = {}
    for item in items:
        article = item.article.id
        used = _referred(item)
        for index, actor in enumerate(item.actors):
            own = ids[article, index]
            entry = entries.setdefault(own, _Entry(own, "person" if own.startswith("person:") else actor.kind))
            entry.locals.append((article, actor))
            entry.used |= not actor.anonymous or index in used
        for mention in item.mentions:
            if mention.actor is not None and mention.kind in _SHOWN and mention.how != "actor.pronoun.relative":
                entries[ids[article, mention.actor]].mentions.append(MentionRow(article, mention.start, mention.end))
    return entries


def _referred(item: Extraction) -> set[int]:
    """Local actors that a statement, a position or an event of the article refers to."""
    found: set[int | None] = {statement.source for statement in item.statements}
    for predication in item.predications:
        found.update((predication.holder, *predication.reporters))
    for event in item.events:
        found.update(event.actors)
    return {index for index in found if index is not None}


def _rows(entries: dict[str, _Entry], ids: dict[Local, str], items: Sequence[Extraction]) -> dict[str, ActorRow]:
    gazetteer = load_gazetteer()
    local_ids = {
        (item.article.id, actor.name): ids[item.article.id, i] for item in items for i, actor in enumerate(item.actors)
    }
    by_article = {item.article.id: item for item in items}
    rows: dict[str, ActorRow] = {}
    wanted: list[str] = []
    for key in sorted(entries):
        entry = entries[key]
        if not entry.used:
            continue
        parent, implied = _parent(entry, local_ids, gazetteer)
        if parent is None and entry.kind == "person":
            parent = _state_of_minister(entry, by_article)
        if parent is not None:
            wanted.append(parent)
            if implied is not None and parent not in entries:
                rows.setdefault(parent, ActorRow(parent, implied, "organization", None, None, ()))
        rows[key] = _row(entry, parent, gazetteer)
    _add_parents(rows, wanted, entries, local_ids, gazetteer)
    return rows


def _state_of_minister(entry: _Entry, by_article: dict[str, Extraction]) -> str | None:
    offices = {actor.office for _, actor in entry.locals if actor.office and not actor.anonymous}
    if len(offices) != 1 or any(actor.of for _, actor in entry.locals):
        return None
    return home_of_minister(offices.pop(), [by_article[key] for key in sorted({key for key, _ in entry.locals})])


def _row(entry: _Entry, parent: str | None, gazetteer: Gazetteer) -> ActorRow:
    known = gazetteer.known.get(entry.id)
    forms = Counter(form for _, actor in entry.locals for form in (actor.name, *actor.names))
    name = (
        known.name
        if known
        else _fullest([actor.name for _, actor in entry.locals if not actor.anonymous] or [entry.locals[0][1].name])
    )
    office = Counter(actor.office for _, actor in entry.locals if actor.office).most_common()
    best = min(office, key=lambda pair: (-pair[1], pair[0]))[0] if office else None
    mentions = tuple(sorted(set(entry.mentions), key=lambda m: (m.article, m.start, m.end)))
    return ActorRow(entry.id, name, entry.kind, parent, best, mentions, tuple(sorted(set(forms) | {name})))


def _fullest(names: Iterable[str]) -> str:
    """The longest name; among equally long ones the first in the alphabet."""
    return min(names, key=lambda name: (-len(name), name))


def _parent(
    entry: _Entry, local_ids: dict[tuple[str, str], str], gazetteer: Gazetteer
) -> tuple[str | None, str | None]:
    """The id of whom the actor speaks for, and a name for it where only the name is known."""
    known = gazetteer.known.get(entry.id)
    if known is not None and known.kind != "person":
        return known.parent, None
    votes: Counter[tuple[str, str | None]] = Counter()
    for article, actor in entry.locals:
        if actor.of is None or not actor.speaks_for_it:
            continue
        if actor.of in gazetteer.known:
            votes[actor.of, None] += 1
        elif (article, actor.of) in local_ids:
            votes[local_ids[article, actor.of], None] += 1
        else:
            votes[f"org:{slug(actor.of)}", actor.of] += 1
    if not votes:
        return None, None
    best = min(votes.items(), key=lambda pair: (-pair[1], pair[0][0]))[0]
    return (None, None) if best[0] == entry.id else best


def _add_parents(
    rows: dict[str, ActorRow],
    wanted: list[str],
    entries: dict[str, _Entry],
    local_ids: dict[tuple[str, str], str],
    gazetteer: Gazetteer,
) -> None:
    """Rows for parents that no article names, up to the top."""
    queue = list(wanted)
    while queue:
        key = queue.pop()
        if key not in rows:
            if key in entries:
                parent, _ = _parent(entries[key], local_ids, gazetteer)
                rows[key] = _row(entries[key], parent, gazetteer)
            elif key in gazetteer.known:
                known = gazetteer.known[key]
                rows[key] = ActorRow(key, known.name, known.kind, known.parent, None, (), (known.name,))
        above = rows[key].parent if key in rows else None
        if above is not None and above not in rows:
            queue.append(above)
    for key in sorted(rows):
        if _has_cycle(rows, key):
            rows[key] = replace(rows[key], parent=None)


def _has_cycle(rows: dict[str, ActorRow], key: str) -> bool:
    seen, at = {key}, rows[key].parent
    while at is not None and at in rows:
        if at in seen:
            return True
        seen.add(at)
        at = rows[at].parent
    return at is not None  # a parent without a row cannot stand


# ---- decisions ------------------------------------------------------------------------------------------


def _decide(rows: dict[str, ActorRow], ids: dict[Local, str], decisions: Sequence[Decision]) -> Identities:
    merges = {
        d.key: d.value
        for d in decisions
        if d.kind == "actor_merge" and d.key in rows and d.value in rows and d.key != d.value
    }
    names = {d.key: d.value for d in decisions if d.kind == "actor_name" and d.value.strip()}
    final = {key: _follow(merges, key) for key in rows}
    for key in sorted(rows):
        stays = final[key]
        if stays != key:
            rows[stays] = _joined(rows[stays], rows[key])
    kept = []
    for key in sorted(rows):
        if final[key] != key:
            continue
        row = rows[key]
        parent = final.get(row.parent, row.parent) if row.parent else None
        row = replace(row, parent=None if parent == key else parent)
        if key in names:
            row = replace(row, name=names[key], names=tuple(sorted({*row.names, names[key]})), decided_by="user")
        kept.append(row)
    by_id = {row.id: row for row in kept}
    for key in sorted(by_id):
        if _has_cycle(by_id, key):
            by_id[key] = replace(by_id[key], parent=None)
    moved = {where: final.get(found, found) for where, found in ids.items()}
    return Identities(tuple(by_id[key] for key in sorted(by_id)), moved)


def _follow(merges: dict[str, str], key: str) -> str:
    """Where a chain of merges ends; a ring of merges ends at its smallest id."""
    seen = [key]
    while key in merges:
        key = merges[key]
        if key in seen:
            return min(seen[seen.index(key) :])
        seen.append(key)
    return key


def _joined(stays: ActorRow, goes: ActorRow) -> ActorRow:
    mentions = tuple(sorted({*stays.mentions, *goes.mentions}, key=lambda m: (m.article, m.start, m.end)))
    names = tuple(sorted({*stays.names, *goes.names}))
    return replace(stays, mentions=mentions, names=names, decided_by="user")

"""Deriving with a memory of earlier derivations gives the very same analysis as deriving afresh."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from stanceline.codec import pack
from stanceline.discourse.language import LanguageModel, verify_model
from stanceline.discourse.stances.proposals import read_proposals
from stanceline.memory import Memory
from stanceline.model.prepared import prepare
from stanceline.pipeline import derive, extract
from stanceline.reading.readers import read_text
from stanceline.records import Analysis, Decision, DecisionKind, Extraction, Proposal
from stanceline.temporal.references.events import ReferenceEvent, load_references
from stanceline.temporal.references.tables import encode_event

DEVSET = Path(__file__).parent.parent / "data" / "devset"
QUOTED = "“We are not planning to open any office anywhere this year,” the envoy told reporters on Friday."
OWN = {
    "quoted-undated": f"{QUOTED} Next week's NATO summit in Vilnius will settle it, she added.",
    "quoted-dated": f"Published: 9 July 2023\n\nThe plan met with anger.\n\n{QUOTED} Others kept silent about it.",
    "french": "Le ministre a parlé le 3 mars 2021 à Paris, et le maire est resté chez lui.",
    "two-plans": "Bus lanes are needed, said Ann Vance. She rejects the downtown toll, but backs the plan for the dam.",
}
STEPS = 12


@cache
def read() -> tuple[Extraction, ...]:
    """Articles on several debates, one of them twice, and what nobody has a proposal for."""
    model = LanguageModel(verify_model())
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted((DEVSET / "texts").glob("*.txt"))[::3]}
    texts["again"] = next(iter(texts.values())) + "\n\nNo more was known on Sunday.\n"
    return tuple(extract(read_text(text, id=key).articles[0], model) for key, text in {**texts, **OWN}.items())


@cache
def references() -> Sequence[ReferenceEvent]:
    return load_references()


@dataclass
class Work:
    """A project in the hands of somebody who changes one thing after another."""

    chance: random.Random
    extractions: list[Extraction]
    proposals: list[Proposal]
    decisions: dict[tuple[DecisionKind, str], str] = field(default_factory=dict)
    mentioned_only: bool = False

    def derive(self, memory: Memory | None) -> Analysis:
        self.chance.shuffle(self.extractions)
        decisions = [Decision(kind, key, value) for (kind, key), value in sorted(self.decisions.items())]
        # Whoever sends them anew hands in equal proposals, not the same ones.
        proposals = [replace(proposal) for proposal in self.proposals]
        return derive(
            self.extractions, proposals=proposals, references=references(), decisions=decisions,
            mentioned_only=self.mentioned_only, memory=memory,
        )  # fmt: skip

    def change(self, seen: Analysis) -> str:
        """One random change; its name."""
        names = ("articles", "date", "stance", "actor", "reject", "wording", "proposals", "undo", "counting")
        name = self.chance.choice(names)
        match name:
            case "articles" if len(self.extractions) > 2 and self.chance.random() < 0.5:
                self.extractions.pop(self.chance.randrange(len(self.extractions)))
            case "articles":
                have = {extraction.article.id for extraction in self.extractions}
                self.extractions += [each for each in read() if each.article.id not in have][:2]
            case "date":
                self.decisions["article_date", self.chance.choice(seen.articles).id] = "2023-07-09"
            case "reject" if seen.events:
                rows = [("event", row.id) for row in seen.events] + [("statement", row.id) for row in seen.statements]
                self.decisions["reject", ":".join(self.chance.choice(rows))] = ""
            case "stance":
                self._decide_stance(seen)
            case "actor" if len(seen.actors) > 1:
                one, other = self.chance.sample(seen.actors, 2)
                self.decisions["actor_merge", one.id] = other.id
                self.decisions["actor_name", other.id] = "Somebody Else"
            case "wording" if self.proposals:
                self._reword(self.chance.randrange(len(self.proposals)))
            case "proposals":
                self.chance.shuffle(self.proposals)
                self.proposals = self.proposals[1:] or list(debates())
                self.mentioned_only = not self.mentioned_only
            case "counting":
                settings = (
                    ("second_hand", "0.1"), ("window", "2"), ("replaces_after", "0"), ("copies_once", "False"),
                )  # fmt: skip
                setting = self.chance.choice(settings)
                self.decisions["setting", f"cells.{setting[0]}"] = setting[1]
            case "undo" if self.decisions:
                del self.decisions[self.chance.choice(sorted(self.decisions))]
            case _:
                event = replace(references()[0], name="envoys' summit", start=19_540, end=19_541)
                self.decisions["reference", "own"] = encode_event(event)
        return name

    def _decide_stance(self, seen: Analysis) -> None:
        if seen.stances and self.chance.random() < 0.5:
            self.decisions["stance", self.chance.choice(seen.stances).id] = "2"
        elif seen.statements and self.proposals:
            statement, proposal = self.chance.choice(seen.statements), self.chance.choice(self.proposals)
            self.decisions["stance", f"statement:{statement.id}|{proposal.id}"] = "-1"

    def _reword(self, number: int) -> None:
        old, other = self.proposals[number], self.chance.choice(debates())
        added = self.chance.choice(other.aliases)
        self.proposals[number] = self.chance.choice(
            (
                replace(old, aliases=(*old.aliases, added)),
                replace(old, aliases=old.aliases[1:] or (added,)),
                replace(old, carriers=("scheme", "plan")),
                replace(old, proposers=("Ann Vance", "NATO", "Mauritania")),
                replace(old, arguments_against=("salt in the wells", "loss of parking spaces")),
            )
        )


@cache
def debates() -> tuple[Proposal, ...]:
    return read_proposals(DEVSET / "proposals.json")


def content(analysis: Analysis, memory: Memory | None) -> dict[str, bytes]:
    """All tables and all columns made of them, as bytes."""
    columns = prepare(analysis, memory)
    packed = {table.name: pack(getattr(analysis, table.name)) for table in fields(analysis)}
    return packed | {column.name: _bytes(getattr(columns, column.name)) for column in fields(columns)}


def _bytes(column: Any) -> bytes:
    return column.dtype.str.encode() + column.tobytes() if hasattr(column, "dtype") else pack(list(column))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_memory_never_shows_in_the_result(seed: int) -> None:
    chance = random.Random(seed)
    work = Work(chance, list(read())[: chance.randint(3, 14)], list(debates())[: chance.randint(1, 12)])
    memory, done = Memory(), ["begin"]
    for _ in range(STEPS):
        remembered, fresh = work.derive(memory), work.derive(None)
        assert content(remembered, memory) == content(fresh, None), done
        done.append(work.change(fresh))


@pytest.mark.slow
def test_what_did_not_change_is_the_same_object() -> None:
    work, memory = Work(random.Random(0), list(read()), list(debates())), Memory()
    before = work.derive(memory)
    work.decisions["stance", before.stances[0].id] = "2"
    after = work.derive(memory)
    assert after.stances != before.stances
    for table in ("articles", "timexes", "actors", "statements", "events"):
        assert getattr(after, table) is getattr(before, table), table


@pytest.mark.slow
def test_memory_is_bounded_by_what_was_asked_for_lately() -> None:
    work, memory, sizes = Work(random.Random(0), list(read())[:6], list(debates())), Memory(), []
    for number in range(12):
        work.proposals[0] = replace(work.proposals[0], aliases=(f"bus lanes of sort {number}",))
        work.derive(memory)
        sizes.append(len(memory))
    assert max(sizes[6:]) < 1.1 * max(sizes[:6])


@pytest.mark.slow
def test_words_that_an_article_lacks_are_not_tried_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    work, memory = Work(random.Random(0), list(read()), list(debates())[4:6]), Memory()
    work.derive(memory)
    tried: list[Extraction] = []

    def reads(extraction: Extraction, *_: object) -> tuple[()]:
        tried.append(extraction)
        return ()

    monkeypatch.setattr("stanceline.stages.assess_article", reads)
    work.proposals.append(Proposal("reef", "Coral nursery", aliases=("coral nursery",)))
    work.derive(memory)
    assert tried == []
    work.proposals[0] = replace(work.proposals[0], aliases=(*work.proposals[0].aliases, "coral nursery"))
    work.derive(memory)
    assert tried == []
    work.proposals[0] = replace(work.proposals[0], aliases=(*work.proposals[0].aliases, "Port Ellery plan"))
    work.derive(memory)
    assert tried

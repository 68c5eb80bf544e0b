"""Which stances are copies of another article's, and what that does to the cells."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from stanceline.discourse.language import LanguageModel, verify_model
from stanceline.discourse.stances.cell_rules import CellRules
from stanceline.discourse.stances.cells import count_cells
from stanceline.discourse.stances.copies import MOST_COMPARED, Passage, keys_of, mark_copies, passage_of
from stanceline.memory import Memory
from stanceline.pipeline import derive, extract
from stanceline.reading.article import Article
from stanceline.reading.parse import EMPTY_PARSE
from stanceline.reading.readers import read_text
from stanceline.records import Analysis, Decision, Extraction, Proposal, StanceRow
from stanceline.temporal.timex import DAY_S
from tests.unit.test_discourse_cells import ACTORS, PROPOSAL, STANCE

BEFORE = "Hundreds of people came to the town hall of Old Ferry on Tuesday to hear what will become of their river."
SAID = "Mayor Ann Arden rejected the bridge in front of the crowd, saying that the town could not carry the cost alone."
AFTER = "The province wants to begin building next spring and has set aside most of the money that it takes."
WIRE = f"{BEFORE} {SAID} {AFTER}"
QUOTED = "“We will never build this bridge, as long as I am the mayor of this town,” Arden said."


def told(text: str, sentence: str, id: str = "a", **changes: Any) -> tuple[StanceRow, Extraction]:
    """A stance whose evidence is a sentence of an article."""
    start = text.index(sentence)
    row = replace(STANCE, id=f"{id}:{start}", article=id, stance=-2, evidence=(start, start + len(sentence)), **changes)
    return row, Extraction(Article(id, text, ""))


def marked(*pairs: tuple[StanceRow, Extraction], **published: int) -> dict[str, str | None]:
    """By article of each stance the id of the one that it repeats."""
    found = mark_copies([row for row, _ in pairs], [extraction for _, extraction in pairs], published)
    return {row.article: row.copy_of for row in found}


def passage(text: str, sentence: str) -> Passage:
    row, extraction = told(text, sentence)
    return passage_of(extraction.article.text, EMPTY_PARSE, row.evidence)


LIGHT = SAID.replace("in front of the crowd", "before the crowd")
SPELLED = WIRE.replace("building next spring", "construction next spring").replace(SAID, LIGHT)
REPORTED = (
    "Nobody at the ferry had expected much of this evening, and the skippers whom we met at noon were of two minds. "
    "One of them has crossed here for forty years."
)
COPIES = {
    "the same text": (WIRE, SAID),
    "another headline": (f"Mayor against bridge\n\nOld Ferry, Tuesday\n\n{WIRE}", SAID),
    "tail cut off": (f"{BEFORE} {SAID}", SAID),
    "head cut off": (f"{SAID} {AFTER}", SAID),
    "only the sentence, inside own reporting": (f"{REPORTED}\n\n{SAID}\n\nThat was no surprise to them.", SAID),
    "small edits": (SPELLED, LIGHT),
    "end of the sentence cut": (WIRE.replace(" alone.", "."), SAID.replace(" alone.", ".")),
    "other paragraphs and case": (f"{BEFORE}\n\n{SAID.upper()}\n\n{AFTER}", SAID.upper()),
}
OTHERS = {
    "other words": (f"{BEFORE} The mayor of the town said no to a bridge that nobody could pay. {AFTER}",
                    "The mayor of the town said no to a bridge that nobody could pay."),
    "another sentence of the same story": (WIRE, AFTER),
    "half of the words": (f"{SAID[:50]}, but would hear those who favor it. {AFTER}",
                          f"{SAID[:50]}, but would hear those who favor it."),
}  # fmt: skip


@pytest.mark.parametrize(("text", "sentence"), COPIES.values(), ids=COPIES)
def test_copies_are_found_whatever_became_of_the_rest(text: str, sentence: str) -> None:
    one, other = passage(WIRE, SAID), passage(text, sentence)
    assert one.is_copy_of(other)
    assert other.is_copy_of(one)
    assert marked(told(WIRE, SAID), told(text, sentence, "b"), a=1, b=2) == {"a": None, "b": told(WIRE, SAID)[0].id}


@pytest.mark.parametrize(("text", "sentence"), OTHERS.values(), ids=OTHERS)
def test_other_words_are_no_copy(text: str, sentence: str) -> None:
    assert not passage(WIRE, SAID).is_copy_of(passage(text, sentence))


def test_the_same_quotation_in_other_reporting_is_no_copy() -> None:
    one = f"{BEFORE} {QUOTED} {AFTER}"
    assert passage(one, QUOTED).is_copy_of(passage(f"Mayor says no\n\n{one}", QUOTED))
    for own in (
        f"{REPORTED} {QUOTED} He shook his head.",
        f"{REPORTED}\n\n{QUOTED.replace('Arden said', 'the mayor told the crowd on Tuesday')}",
    ):
        assert not passage(one, QUOTED).is_copy_of(passage(own, own[own.index("“") : own.index("”") + 5]))


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "‘’"])
def test_long_quotations_count_as_quoted_in_any_marks(marks: str) -> None:
    speech = f"{marks[0]}{SAID[:-1]}, and {AFTER[:-1].lower()},{marks[1]} said the mayor."
    assert not passage(f"{BEFORE} {speech}", speech).is_copy_of(passage(f"{REPORTED} {speech}", speech))
    # The first paragraph of two has no closing mark.
    if marks == "“”":
        opened = f"“{SAID}\n\n“{AFTER}”"
        assert not passage(f"{BEFORE}\n\n{opened}", SAID).is_copy_of(passage(f"{REPORTED}\n\n{opened}", SAID))


@pytest.mark.parametrize(
    "changes", [{"stance": 2}, {"stance": 0}, {"holder": "person:b"}, {"proposal": "tunnel"}, {"explicit": False},
                {"begin": 60 * DAY_S}, {"article": "a"}],
)  # fmt: skip
def test_who_what_side_and_time_must_be_the_same(changes: dict[str, Any]) -> None:
    one, extraction = told(WIRE, SAID, begin=DAY_S)
    other, second = told(WIRE, SAID, "b", begin=2 * DAY_S)
    assert marked((one, extraction), (other, second))["b"] == one.id
    assert set(marked((one, extraction), (replace(other, **changes), second)).values()) == {None}


def test_who_has_no_name_is_the_same_in_the_same_words() -> None:
    rows = [told(WIRE, SAID, id, holder=f"group:some-diplomats@{id}") for id in "ab"]
    assert marked(*rows)["b"] == rows[0][0].id
    elsewhere = (replace(rows[1][0], holder="group:some-diplomats@state:XX"), rows[1][1])
    assert marked(rows[0], elsewhere)["b"] is None


def test_the_earliest_is_the_one_that_is_copied() -> None:
    rows = [told(WIRE, SAID, id, begin=DAY_S) for id in "abc"]
    first = rows[2][0].id
    assert marked(*rows, a=3, b=2, c=1) == {"a": first, "b": first, "c": None}
    late = (replace(rows[2][0], begin=None), rows[2][1])
    assert marked(*rows[:2], late, a=3, b=2, c=1) == {"a": rows[1][0].id, "b": None, "c": rows[1][0].id}
    decided = (replace(rows[0][0], decided_by="user"), rows[0][1])
    assert marked(decided, *rows[1:], a=3, b=2, c=1)["a"] is None


def test_a_near_copy_always_shares_a_key() -> None:
    chance, words = random.Random(0), [f"w{number}" for number in range(12)]
    alike = 0
    for _ in range(3000):
        one = [chance.choice(words) for _ in range(chance.randint(1, 14))]
        other = [word if chance.random() < 0.85 else chance.choice(words) for word in one][: chance.randint(1, 14)]
        a, b = (passage(text, text) for text in (" ".join(one), " ".join(other)))
        if len(a.pairs & b.pairs) >= 0.6 * len(a.pairs | b.pairs):
            alike += 1
            numbers = {word: chance.randint(1, 9) for word in sorted(a.pairs | b.pairs)}
            assert set(keys_of(a.pairs, numbers)) & set(keys_of(b.pairs, numbers))
    assert alike > 500


def test_the_work_grows_with_the_stances_not_with_their_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    whole = Passage.is_copy_of

    def counting(self: Passage, other: Passage) -> bool:
        nonlocal compared
        compared += 1
        return whole(self, other)

    monkeypatch.setattr(Passage, "is_copy_of", counting)
    chance, rows = random.Random(1), []
    for number in range(400):
        own = " ".join(f"w{chance.randrange(5000)}" for _ in range(9))
        sentence = f"Mayor Ann Arden rejected the bridge in front of the crowd and {own}."
        rows.append(told(f"{own} {sentence} {own}", sentence, f"a{number}"))
    assert set(marked(*rows).values()) == {None}
    assert compared < 400
    # What everybody quotes is not compared with all who quoted it before; a copy of the newest is found all the same.
    quoting = []
    for number in range(300):
        own = " ".join(f"w{chance.randrange(5000)}" for _ in range(45))
        quoting.append(told(f"{own}. {QUOTED} {own}.", QUOTED, f"a{number:03}"))
    newest = told(quoting[-1][1].article.text, QUOTED, "b")
    compared = 0
    found = marked(*quoting, newest)
    assert found.pop("b") == quoting[-1][0].id
    assert set(found.values()) == {None}
    assert compared <= 300 * MOST_COMPARED


# ---- cells ---------------------------------------------------------------------------------------------------


def cells_of(rows: Sequence[StanceRow], rules: CellRules | None = None) -> Mapping[str | None, Any]:
    found = count_cells(rows, ACTORS, (PROPOSAL,), rules=rules or CellRules())
    return {cell.article: cell for cell in found}


def test_copies_count_once_over_all_articles_and_in_each_of_their_own() -> None:
    against = [told(WIRE, SAID, id) for id in "abc"]
    favor = told(f"{REPORTED} {AFTER}", AFTER, "d")
    pairs = [*against, (replace(favor[0], stance=2), favor[1])]
    rows = mark_copies([row for row, _ in pairs], [extraction for _, extraction in pairs], {})
    once, all_of_them = cells_of(rows), cells_of(rows, CellRules(copies_once=False, mixed_from=0.3))
    assert once[None].stance == "mixed"
    assert cells_of(rows, CellRules(mixed_from=0.3))[None].stance == "mixed"
    assert (all_of_them[None].stance, all_of_them[None].value) == ("oppose", -2)
    assert (once[None].copies, all_of_them[None].copies) == (tuple(row.id for row in rows[1:3]), ())
    assert {cell.copies for article, cell in once.items() if article} == {()}
    assert once[None].stances == all_of_them[None].stances == tuple(row.id for row in rows)
    assert {key: cell.stance for key, cell in once.items() if key} == {
        "a": "oppose", "b": "oppose", "c": "oppose", "d": "support",
    }  # fmt: skip
    alone = cells_of([row for row in rows if row.article in "ad"])[None]
    assert (once[None].confidence, once[None].value) == (alone.confidence, alone.value)


def test_a_copy_whose_first_is_in_another_cell_counts_there() -> None:
    (one, first), (other, second) = (told(WIRE, SAID, id, holder="state:XX") for id in "ab")
    rows = mark_copies([one, other], [first, second], {})
    assert rows[1].copy_of == one.id
    moved = [replace(rows[0], holder="person:c"), rows[1]]
    cells = [cell for cell in count_cells(moved, ACTORS, (PROPOSAL,)) if cell.article is None]
    assert {cell.actor: cell.stance for cell in cells} == {"state:XX": "oppose", "person:c": "oppose"}


def test_a_copy_alone_is_no_second_witness() -> None:
    pairs = [told(WIRE, SAID, id) for id in "ab"]
    rows = mark_copies([row for row, _ in pairs], [extraction for _, extraction in pairs], {})
    first, once = cells_of(rows[:1])[None], cells_of(rows)[None]
    assert once.confidence == first.confidence < cells_of(rows, CellRules(copies_once=False))[None].confidence


# ---- with a memory, and from texts --------------------------------------------------------------------------


def test_only_what_changed_is_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs, memory, made = [told(WIRE, SAID, id) for id in "abc"], Memory(), []
    rows, extractions = [row for row, _ in pairs], [extraction for _, extraction in pairs]

    def counting(*given: Any) -> Passage:
        made.append(given)
        return passage_of(*given)

    monkeypatch.setattr("stanceline.discourse.stances.copies.passage_of", counting)
    before = mark_copies(rows, extractions, {}, memory)
    memory.begin_round()
    again = mark_copies(rows, extractions, {}, memory)
    assert len(made) == 3
    assert all(one is other for one, other in zip(before, again, strict=True))
    memory.begin_round()
    other = mark_copies([*rows[:2], replace(rows[2], stance=2)], extractions, {}, memory)
    assert len(made) == 3
    assert [row.copy_of for row in other] == [None, rows[0].id, None]


@cache
def model() -> LanguageModel:
    return LanguageModel(verify_model())


STORY = (
    "Residents of Old Ferry heard on Tuesday what is to become of their river. Mayor Ann Arden rejected the Old Ferry "
    "bridge in front of several hundred people, saying that the town could not carry the cost alone. The province "
    "wants to begin building next spring and has set aside most of the money."
)
TEXTS = {
    "gazette": f"Published: 8 May 2024\n\nMayor against bridge\n\n{STORY}",
    "herald": f"Published: 7 May 2024\n\n{STORY}",
    "mirror": f"Published: 8 May 2024\n\n{REPORTED}\n\n{STORY[75:300]}.",
    "own": f"Published: 9 May 2024\n\n{REPORTED} Mayor Ann Arden opposes the Old Ferry bridge, she told us yesterday.",
}
BRIDGE = Proposal("bridge", "Old Ferry bridge", aliases=("Old Ferry bridge",))


@cache
def read() -> tuple[Extraction, ...]:
    return tuple(extract(read_text(text, id=key).articles[0], model()) for key, text in TEXTS.items())


def analysis(*decisions: Decision, backwards: bool = False) -> Analysis:
    return derive(read()[::-1] if backwards else read(), proposals=(BRIDGE,), decisions=decisions)


@pytest.mark.slow
def test_a_story_in_three_papers_counts_once() -> None:
    found = analysis()
    assert {row.article for row in found.stances} == set(TEXTS)
    (first,) = [row.id for row in found.stances if row.article == "herald"]
    assert {row.article: row.copy_of for row in found.stances} == {
        "gazette": first, "herald": None, "mirror": first, "own": None,
    }  # fmt: skip
    assert analysis(backwards=True) == found
    # A person's word makes the copy another position.
    turned = analysis(Decision("stance", next(row.id for row in found.stances if row.article == "mirror"), "2"))
    assert {row.article for row in turned.stances if row.copy_of} == {"gazette"}
    gone = analysis(Decision("reject", f"stance:{first}", ""))
    assert sum(row.copy_of is not None for row in gone.stances) == 1

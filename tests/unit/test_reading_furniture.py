import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from stanceline.paths import sample_folder
from stanceline.reading.furniture import furniture_rule, load_rules, mark_blocks

GOLDEN = Path(__file__).parents[1] / "golden" / "furniture.jsonl"
CASES = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["line"][:40])
def test_line_is_told_from_prose(case: dict[str, Any]) -> None:
    assert furniture_rule(case["line"], case["zone"]) == case["rule"]


def test_each_rule_covers_its_own_example() -> None:
    rows = (sample_folder().parent / "resources/rules/furniture.tsv").read_text(encoding="utf-8").splitlines()[1:]
    for row in rows:
        name, zone, _, example = row.split("\t")
        assert furniture_rule(example, "middle" if zone == "any" else "top") == name, example
    assert len(load_rules().names) == len(rows)


def test_seed_furniture_is_marked_and_everything_else_is_prose() -> None:
    text = (sample_folder() / "000_4ae00a725297815d.txt").read_text(encoding="utf-8")
    blocks = mark_blocks(text)
    furniture = [block.span.quote(text) for block in blocks if block.kind == "furniture"]
    assert furniture == [
        "Posted by",
        "Check your BMI",
        "Laura Kayali reports from Paris, and Stuart Lau reports from Brussels.",
    ]
    assert blocks[0].kind == "title"
    assert blocks[0].span.quote(text).startswith("Macron blocks NATO outpost")


@pytest.mark.parametrize(
    "text",
    [
        "One line only",
        "A headline\n\nFirst paragraph of some length, with a full stop at its end, and more.\n\nBy Someone Else",
        "# Heading\r\n\r\n> A quoted line that goes on for a while, with a full stop at its end.\r\n",
        "---\ntitle: T\n---\n\n# T\n\nText of the article, of some length, with a full stop at its end. And more.\n",
        "   \n\n",
        "",
    ],
)
def test_blocks_cover_all_but_blank_space_in_order(text: str) -> None:
    blocks = mark_blocks(text)
    position = 0
    for block in blocks:
        assert text[position : block.span.start].strip() == ""
        assert block.span.quote(text).strip() == block.span.quote(text) != ""
        position = block.span.end
    assert text[position:].strip() == ""


def test_hard_wrapped_paragraphs_are_one_block_each() -> None:
    text = (
        "The council met on Monday to discuss the plan that the mayor had\n"
        "put forward in May, and after three hours of debate it decided to\n"
        "put off the vote until the week after next.\n\n"
        "The mayor said that she was disappointed but that she understood\n"
        "the council's reasons, and promised to come back with a shorter\n"
        "paper.\n"
    )
    assert [block.kind for block in mark_blocks(text)] == ["body", "body"]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = (sample_folder() / "002_2fe6c1df8b5d4f97.txt").read_text(encoding="utf-8")
    blocks = mark_blocks(text)
    assert len(blocks) == len(text.splitlines())
    assert {block.kind for block in blocks} == {"body"}


def test_headline_known_from_outside_is_found_in_the_text() -> None:
    body = "The alliance is split over a plan to open an outpost in Tokyo, officials said."
    blocks = mark_blocks(f"Menu\n\nAllies split over outpost\n\n{body}", title="Allies  split over outpost")
    assert [block.kind for block in blocks[:2]] == ["furniture", "title"]


def test_marking_grows_with_length_only() -> None:
    line = "Share | " * 40 + "\n" + "By Name Name Name and Name Name " * 8 + "\n" + "x" * 400 + "\n"
    assert calls_of(lambda: mark_blocks(line * 400)) < 2.1 * calls_of(lambda: mark_blocks(line * 200))


def calls_of(work: Callable[[], object]) -> int:
    """How many calls some work makes: what a clock would tell, on any day."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls

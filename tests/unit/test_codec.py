"""Extractions as bytes: the same back, the same bytes again, and damage said so."""

import dataclasses

import pytest

from stanceline.codec import CodecError, decode_article, decode_extraction, encode_extraction, text_digest
from stanceline.reading.article import Article, Block, Problem, Span
from stanceline.reading.parse import Parse
from stanceline.records import EventClause, Extraction, LocalActor, Mention, PathStep, Predication, Statement
from stanceline.temporal.timex import Candidate, Clue, Interval, Timex

ARTICLE = Article(
    "a", "Öl — it fell.", "sha", "a.txt", "Title", "Paper", None, None, "en", "2023-07-12", "text", Span(0, 2),
    (Block(Span(0, 13), "body"),),
)  # fmt: skip
EXTRACTION = Extraction(
    article=ARTICLE,
    parse=Parse(
        "m", (0, 5), (2, 7), ("öl", "it"), ("NOUN", "PRON"), ("NN", "PRP"), ("nsubj", "ROOT"), (1, 1), ("", ""),
        (0, 0), (0, 0),
    ),
    candidates=(Candidate(0, 2, "Öl", "DATE", "r", (("a", "b"),), None, "past"),),
    hints=("past",),
    spoken=(None,),
    clues=(Clue("weekday", "r", 0, 2, True, (("x", "y"),)),),
    mentions=(Mention(0, 2, 0, "name", 0, "r", 0.5),),
    actors=(LocalActor("Öl", "organization", ("Öl",), known="org:oil"),),
    statements=(Statement(0, (0, 2), None, ((5, 13),), "direct", "r", timex=0),),
    predications=(
        Predication(0, None, -2, ((0, 2),), (0,), (PathStep(0, 2, "x: -2"),), (0, 13), "r", "first_hand", "direct"),
    ),
    events=(EventClause("It fell", (8, 12), (5, 13), "past", (0,), "r", kin=("fall",)),),
    problems=(Problem("p", "says", "a.txt", "a"),),
    foreign=(Timex(0, 2, "Öl", "DATE", "2023", None, "2023", Interval(0, 9), "year", "de.x", "none"),),
)  # fmt: skip


def test_an_extraction_comes_back_the_same() -> None:
    content = encode_extraction(EXTRACTION)
    assert decode_extraction(content) == EXTRACTION
    assert encode_extraction(decode_extraction(content)) == content
    assert decode_article(content) == ARTICLE


def test_every_field_is_kept() -> None:
    assert all(getattr(EXTRACTION, field.name) for field in dataclasses.fields(Extraction))


@pytest.mark.parametrize("cut", [0, 3, 8, 40, -1])
def test_cut_off_bytes_are_said_so(cut: int) -> None:
    with pytest.raises(CodecError):
        decode_extraction(encode_extraction(EXTRACTION)[:cut])


def test_any_damaged_byte_is_said_so() -> None:
    content = encode_extraction(EXTRACTION)
    for place in range(8, len(content), 7):
        damaged = content[:place] + bytes([content[place] ^ 0x5A]) + content[place + 1 :]
        with pytest.raises(CodecError):
            decode_extraction(damaged)


def test_equal_words_have_equal_digests() -> None:
    assert text_digest("one  two\n") == text_digest("one two")
    assert text_digest("one two") != text_digest("one too")

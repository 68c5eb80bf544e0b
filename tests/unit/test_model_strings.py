"""Strings in arrays: as a list, chosen from, searched, looked up and sent, with every kind of letter."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stanceline.model.search import fold, query_words, search
from stanceline.model.strings import Blob, Places, Strings

WORDS = ["Zürich", "", "toll", "the toll of Zürich", "ünder", "to", "o", "東京", "toll"]
texts = st.lists(st.text(alphabet="abt ü東", max_size=8), max_size=30)


def test_they_are_like_the_list() -> None:
    found = Strings.of(WORDS)
    assert found == WORDS
    assert len(found) == len(WORDS)
    assert [found[n] for n in range(len(WORDS))] == WORDS
    assert found[-1] == "toll"
    assert found[2:5] == WORDS[2:5]
    assert list(found[::-2]) == WORDS[::-2]
    assert "東京" in found
    assert found != WORDS[:-1]
    assert Strings.of([]) == []
    with pytest.raises(IndexError):
        found[len(WORDS)]


@given(texts, st.data())
def test_a_choice_is_a_choice_of_the_list(listed: list[str], data: st.DataObject) -> None:
    found = Strings.of(listed)
    numbers = data.draw(st.lists(st.integers(0, max(len(listed) - 1, 0)), max_size=20 if listed else 0, unique=True))
    chosen = found.take(np.array(numbers, np.int64))
    assert chosen == [listed[n] for n in numbers]
    twice = chosen.take(np.arange(len(numbers))[::-1])
    assert twice == [listed[n] for n in numbers][::-1]
    assert Strings.unpacked(*chosen.packed()) == chosen


@given(texts, st.lists(st.text(alphabet="abt ü東", min_size=1, max_size=4), min_size=1, max_size=4))
def test_search_finds_what_a_search_of_the_list_finds(listed: list[str], words: list[str]) -> None:
    found = Strings.of(listed)
    # One after the other on the same strings: what was found for one word must not mislead another.
    for word in [*words, *(word[:1] for word in words)]:
        assert found.holding(word).tolist() == [word in text for text in listed]
        assert search(found, word).tolist() == search(listed, word).tolist()


def test_a_word_typed_letter_by_letter_is_found_among_what_was_found() -> None:
    listed = ["summit in may", "sum of all", "a summer", "nothing", "mmit", ""]
    found = Strings.of([fold(text) for text in listed])
    for length in range(1, 7):
        word = "summit"[:length]
        assert found.holding(word).tolist() == [word in text for text in listed]
    assert len(found.blob._found) <= 5
    assert query_words('"in may" sum') == ("in may", "sum")
    assert search(found, '"in may" sum').tolist() == [True, False, False, False, False, False]


def test_no_word_is_found_across_two_strings() -> None:
    assert Strings.of(["sum", "mit"]).holding("mm").tolist() == [False, False]


@given(texts, texts)
def test_each_string_is_found_by_its_words(listed: list[str], asked: list[str]) -> None:
    found = Strings.of(listed)
    last = {text: number for number, text in enumerate(listed)}
    wanted = [*listed, *asked]
    assert found.numbers_of(wanted).tolist() == [last.get(text, -1) for text in wanted]
    places = Places(listed)
    assert places.of(wanted) == [last[text] for text in wanted if text in last]
    assert [places.get(text) for text in wanted] == [last.get(text) for text in wanted]


def test_a_string_that_was_not_chosen_has_no_place() -> None:
    chosen = Strings.of(["a", "b", "c", "d"]).take(np.array([3, 1]))
    assert chosen.numbers_of(["d", "b", "a", "x"]).tolist() == [0, 1, -1, -1]


def test_strings_with_one_hash_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Blob, "_hashes", lambda blob: np.zeros(len(blob), np.uint64))
    assert Strings.of(["a", "b", "c"]).numbers_of(["a", "c", "d"]).tolist() == [0, 2, -1]


@pytest.mark.parametrize("starts", [[], [0, 5], [1, 4], [0, 3, 2, 4], [0, -1, 4]])
def test_what_does_not_fit_is_not_taken(starts: list[int]) -> None:
    with pytest.raises(ValueError, match="one after the other"):
        Strings.unpacked(b"abcd", np.array(starts, "<i8").tobytes())


def test_bytes_that_are_no_text_do_no_harm() -> None:
    found = Strings.unpacked(b"\xff\xfea", np.array([0, 1, 3], "<i8").tobytes())
    assert list(found) == ["�", "�a"]


def test_a_million_take_what_their_letters_take() -> None:
    found = Strings.of([f"m{number}" for number in range(1000)])
    assert found.nbytes < 1000 * (4 + 4) + 8

"""Search finds words whatever their case and accents."""

import pytest

from stanceline.model.search import fold, query_words, search


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [True, True, True]),
        ("macron", [True, False, False]),
        ("MACRON office", [True, False, False]),
        ("erdogan", [False, True, False]),
        ("straße", [False, False, True]),
        ('"the office"', [True, False, False]),
        ("“office the”", [False, False, False]),
        ("don't", [False, False, True]),
    ],
)
def test_every_word_must_occur(query: str, found: list[bool]) -> None:
    texts = [fold("Macron blocks the office"), fold("Erdoğan’s visit"), fold("They don’t want the STRASSE")]
    assert search(texts, query).tolist() == found


def test_quotes_keep_words_together() -> None:
    assert query_words('one "two three" four') == ("one", "two three", "four")

"""Word lists for finding actors, from `resources/lexicons/actors_words.tsv`."""

from functools import cache

from stanceline.discourse.actors.tables import cells, read_table


@cache
def _lists() -> dict[str, frozenset[str]]:
    table = read_table("lexicons/actors_words.tsv", "list", "words")
    return {row["list"]: frozenset(cells(row["words"])) for row in table}


def word_list(name: str) -> frozenset[str]:
    """The lower-case words or lemmas of one list; raises `KeyError` for a list that does not exist."""
    return _lists()[name]

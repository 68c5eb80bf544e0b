"""Small word lists: inside the code as one string of words, or by name from `resources/rules/timex_lists.tsv`."""

from functools import lru_cache
from typing import Final

from stanceline import StancelineError, paths

LISTS: Final = "rules/timex_lists.tsv"


def word_set(text: str) -> frozenset[str]:
    """The words of a string as a set."""
    return frozenset(text.split())


def word_list(text: str) -> tuple[str, ...]:
    """The words of a string in order."""
    return tuple(text.split())


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    found = {}
    for line in paths.resource(LISTS).read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            name, _, words = line.partition("\t")
            found[name] = frozenset(words.split(","))
    return found


def listed(name: str) -> frozenset[str]:
    """The lower-case words of a shipped list. Raises `StancelineError` where there is no list of that name."""
    try:
        return _lists()[name]
    except KeyError:
        raise StancelineError(f"timex_lists.tsv has no list called {name!r}") from None

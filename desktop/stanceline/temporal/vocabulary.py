"""Small word lists inside the code, written as one string of words."""


def word_set(text: str) -> frozenset[str]:
    """The words of a string as a set."""
    return frozenset(text.split())


def word_list(text: str) -> tuple[str, ...]:
    """The words of a string in order."""
    return tuple(text.split())

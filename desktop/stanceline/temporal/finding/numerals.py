"""Reads numbers as news text writes them: `21`, `1,500`, `2 1/2`, `twenty-four`, `two and a half`, `a couple of`."""

from collections.abc import Sequence

from stanceline.temporal.vocabulary import word_list, word_set

_ONES = word_list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = word_list("twenty thirty forty fifty sixty seventy eighty ninety")
SMALL = {word: number for number, word in enumerate(_ONES)} | {w: (n + 2) * 10 for n, w in enumerate(_TENS)}
_BIG = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_FIXED = {"a": 1.0, "an": 1.0, "couple": 2.0, "dozen": 12.0, "pair": 2.0, "both": 2.0}
VAGUE = word_set("few several some many numerous various recent coming future countless hundreds thousands dozens")


def read_count(words: Sequence[str]) -> str:
    """The number as text: `24`, `2.5`, or `X` for one that is not said.

    `words` are lower-case tokens; those that carry no number (`of`, hyphens) are passed over.
    """
    total, current, seen = 0.0, 0.0, False
    for word in words:
        if word in VAGUE:
            return "X"
        if word in ("half", "quarter", "quarters", "third"):
            share = {"half": 0.5, "third": 1 / 3}.get(word, 0.25 if word == "quarter" else 0.75)
            current, seen = current + share, True
        elif word in _BIG:
            current = max(current, 1.0) * _BIG[word]
            if _BIG[word] >= 1_000:
                total, current = total + current, 0.0
            seen = True
        else:
            value = _simple(word)
            if value is None:
                continue
            if word in ("a", "an") and seen:
                continue
            if word in _FIXED and word not in ("a", "an"):
                current = max(current, 1.0) * value if word == "dozen" else value
            else:
                current += value
            seen = True
    return written(total + current) if seen else "X"


ORDINALS = {
    word: number
    for number, word in enumerate(
        word_list(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        1,
    )
}
"""The ordinals in one word from the first to the twentieth."""
_PARTS_OF_ORDINALS = ORDINALS | {"thirtieth": 30, "twenty": 20, "thirty": 30, "twenty-first": 21}


def read_ordinal(words: Sequence[str]) -> str:
    """The number of an ordinal in words, `twenty-third` as one token or three."""
    return str(sum(_PARTS_OF_ORDINALS.get(word, 0) for word in words))


def _simple(word: str) -> float | None:
    if word in SMALL:
        return float(SMALL[word])
    if word in _FIXED:
        return _FIXED[word]
    if word[:1].isdigit():
        head, _, below = word.replace(",", "").partition("/")
        try:
            return float(head) / float(below) if below else float(head)
        except (ValueError, ZeroDivisionError):
            return None
    return None


def written(number: float) -> str:
    """A number without a needless fraction: `2`, `2.5`."""
    return str(int(number)) if number == int(number) else f"{number:.4g}"


def read_year_words(words: Sequence[str]) -> int | None:
    """A year in words, `nineteen ninety-seven` or `two thousand five`, or None."""
    numbers = [SMALL.get(word, _BIG.get(word)) for word in words if word not in ("-", "and")]
    if any(number is None for number in numbers):
        return None
    values = [number for number in numbers if number is not None]
    if len(values) >= 2 and values[1] == 1_000:
        return values[0] * 1_000 + sum(values[2:]) if values[0] in (1, 2) else None
    if len(values) >= 2 and values[1] == 100:
        return values[0] * 100 + sum(values[2:]) if 10 <= values[0] <= 20 else None
    if values and 10 <= values[0] <= 20 and 10 <= sum(values[1:]) <= 99:
        return values[0] * 100 + sum(values[1:])
    return None

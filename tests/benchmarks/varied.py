"""News articles repeated to any size, no copy like another: digits and names differ in each.

AQUAINT where the corpora are at hand, else the repository's own texts.
"""

import os
import random
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from stanceline.temporal.timex import parse_day
from tests.hostile import material

ROOT = Path(__file__).resolve().parent.parent.parent
CORPORA = "STANCELINE_CORPORA"
"""Environment variable with the folder of the public corpora."""
_WRITTEN = 19_723
"""Day of writing (1 January 2024) of texts that come without one."""
_DIGITS = re.compile(r"\d+")
_NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
_SYLLABLES = ("ba", "den", "kor", "li", "mo", "nas", "per", "ri", "sol", "tu", "vin", "zar")


def sources() -> tuple[str, list[tuple[str, int]]]:
    """What the texts are called, and each text with its day of writing."""
    folder = os.environ.get(CORPORA)
    if folder:
        return "AQUAINT, digits and names varied", [
            _read(path) for path in sorted(Path(folder).glob("timeml/aquaint/*.tml"))
        ]
    paths = [path for name in ("seeds", "tests/data/devset/texts") for path in sorted((ROOT / name).glob("*.txt"))]
    texts = [(path.read_text(encoding="utf-8"), _WRITTEN) for path in paths]
    return "sample and development corpus, digits and names varied", texts


def _read(path: Path) -> tuple[str, int]:
    root = ElementTree.parse(path).getroot()
    text, stamp = root.find(".//TEXT"), root.find(".//DCT/TIMEX3")
    assert text is not None
    assert stamp is not None
    return "".join(text.itertext()), parse_day(stamp.get("value", "")) or _WRITTEN


def varied_articles(size: int) -> Iterator[tuple[str, int]]:
    """Articles with their days of writing, until there are `size` characters; the same ones each time."""
    _, texts = sources()
    copy, length = 0, 0
    while length < size:
        for number, (text, day) in enumerate(texts):
            source = random.Random(f"{copy} {number}")
            made = vary(text, source)
            length += len(made)
            # Days of writing move as well, so that no day is looked up twice in a row.
            yield made, day + source.randrange(-2000, 2000)
            if length >= size:
                return
        copy += 1


@cache
def _known_words() -> frozenset[str]:
    return frozenset(word for words in material().words for word in words.split())


def vary(text: str, source: random.Random) -> str:
    """The text with other digits that mean the same kind of thing (a day, a year) and with invented names.

    Words that the rules know keep their form.
    """
    words = _known_words()
    names: dict[str, str] = {}

    def name(match: re.Match[str]) -> str:
        if match[0].lower() in words:
            return match[0]
        if match[0] not in names:
            made = "".join(source.choice(_SYLLABLES) for _ in range(source.randrange(2, 5)))
            names[match[0]] = made.capitalize()
        return names[match[0]]

    return _NAME.sub(name, _DIGITS.sub(lambda match: _number(match[0], source), text))


def _number(written: str, source: random.Random) -> str:
    number = int(written[:9])
    if len(written) == 4 and 1900 <= number < 2100:
        return written[:2] + f"{source.randrange(100):02d}"
    if len(written) <= 2 and 1 <= number <= 12:
        return str(source.randrange(1, 13)).zfill(len(written))
    if len(written) <= 2 and number <= 28:
        return str(source.randrange(13, 29))
    return written[0] + "".join(source.choice("0123456789") for _ in written[1:])

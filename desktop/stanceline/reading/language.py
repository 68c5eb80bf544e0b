"""Which language a text is in, told offline; English is recognized without loading anything."""

import re

ENGLISH = "en"
_SAMPLE = 6000
_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        "the of and to in that is was for with said on by has have had not from which would will be been as at are "
        "were their they this it an but or who he she his her its",
    )
)


def guess_language(text: str) -> str | None:
    """An ISO 639-1 code, or None where the text is too short to tell (under 40 letters and no English word)."""
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample.lower())
    letters = sum(map(len, words))
    common = sum(word in _FUNCTION_WORDS for word in words)
    if "the" in words and common * 5 >= len(words):
        return ENGLISH
    if letters < 40:
        return ENGLISH if common * 4 >= len(words) > 0 else None
    import py3langid

    return str(py3langid.classify(sample)[0])


def is_english(language: str | None) -> bool:
    """Whether language analysis applies: English in any spelling of the code, or unknown."""
    return language is None or language.lower().partition("-")[0].partition("_")[0] in ("en", "eng", "english")

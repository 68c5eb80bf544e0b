"""What stands in the phrase of a noun: its modifiers, and how far it points at something known."""

from collections.abc import Mapping

from stanceline.discourse.stances.aliases import Near
from stanceline.discourse.stances.lexicon import words
from stanceline.reading.parse import Parse

_DESCRIPTION = 22
_WITHIN = frozenset(
    {
        "amod",
        "compound",
        "poss",
        "nmod",
        "nummod",
        "prep",
        "pobj",
        "npadvmod",
        "advmod",
        "conj",
        "appos",
        "acl",
        "dobj",
        "pcomp",
        "punct",
    }
)
_DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "such", "its", "their", "his", "her", "our", "any", "both"}
)
_LOOSE = frozenset({"in", "at", "during", "after", "before", "by", "since", "under"})
_CONTENT = frozenset({"of", "for", "to", "on", "about", "with"})


class Nouns:
    """The phrases of one article. `stems` give the stem of each of its lemmas."""

    def __init__(self, parse: Parse, stems: Mapping[str, str]) -> None:
        self._parse, self._stems = parse, stems

    def modifiers(self, token: int, *, owners: bool = True) -> list[Near]:
        """The words of the phrase around a head, with or without the persons whose it is ("Minister Hauge's bill")."""
        parse, found = self._parse, []
        lowest, highest = max(0, token - 9), min(len(parse), token + 13)
        for place in range(lowest, highest):
            if place == token or parse.sentence[place] != parse.sentence[token]:
                continue
            if parse.pos[place] in ("PUNCT", "DET", "ADP", "PRON", "PART", "AUX"):
                continue
            if not owners and self._is_owner(place, token):
                continue
            hangs = self.hangs_on(place, token)
            if hangs is not None:
                proper = parse.pos[place] == "PROPN"
                naming = hangs and (proper or (parse.dep[place] in ("compound", "nmod") and place < token))
                loose = not hangs or self._is_loose(place, token)
                found.append(Near(self._stems[parse.lemma[place]], naming, proper, loose))
        return found

    def _is_owner(self, place: int, token: int) -> bool:
        parse = self._parse
        for _ in range(3):
            if parse.dep[place] == "poss" and parse.head[place] == token:
                return parse.entity[place].endswith("-PERSON") or parse.pos[place] == "NOUN"
            if parse.dep[place] != "compound":
                return False
            place = parse.head[place]
        return False

    def is_undetermined(self, token: int) -> bool:
        """Whether a noun has no determiner: "recommended approval"."""
        parse, near = self._parse, range(max(0, token - 4), token)
        bare = not any(parse.head[p] == token and parse.dep[p] in ("det", "nummod", "amod", "compound") for p in near)
        return bare and parse.tag[token] == "NN"

    def is_more_time(self, token: int) -> bool:
        """Whether a noun is a span of time to wait: "another six months", "a year more", "three more weeks"."""
        parse = self._parse
        word, before = parse.lemma[token].lower(), parse.lemma[token - 1].lower() if token else ""
        if word == "more":
            return before in words("spans")
        near = range(max(0, token - 4), min(len(parse), token + 2))
        more = any(parse.lemma[p].lower() in ("more", "another", "extra", "additional") for p in near)
        return more and word in words("spans")

    def _is_loose(self, place: int, token: int) -> bool:
        while place != token:
            if self._parse.dep[place] == "prep" and self._parse.lemma[place].lower() in _LOOSE:
                return True
            place = self._parse.head[place]
        return False

    def hangs_on(self, place: int, token: int) -> bool | None:
        """Whether `place` is in the phrase of `token`: False for "open an office in Japan", None for not at all."""
        parse = self._parse
        verb = parse.head[token] if parse.dep[token] in ("dobj", "nsubjpass") and parse.head[token] < token else -1
        for _ in range(5):
            if parse.dep[place] not in _WITHIN:
                return None
            if parse.head[place] == verb and parse.dep[place] == "prep" and place > token:
                return False
            place = parse.head[place]
            if place == token:
                return True
        return None

    def reaches(self, place: int, token: int) -> bool:
        """Whether `place` hangs on `token`, at most six steps down."""
        for _ in range(6):
            if place == token:
                return True
            place = self._parse.head[place]
        return False

    def phrase(self, token: int) -> list[int]:
        """The places of a noun's or verb's own phrase, without itself."""
        parse = self._parse
        row = range(max(0, token - 9), min(len(parse), token + _DESCRIPTION))
        same = [p for p in row if p != token and parse.sentence[p] == parse.sentence[token]]
        return [p for p in same if self.reaches(p, token)]

    def is_definite(self, token: int) -> bool:
        """Whether a noun has a determiner that points at something known."""
        parse = self._parse
        for place in range(token - 1, max(-1, token - 7), -1):
            if parse.sentence[place] != parse.sentence[token]:
                break
            if parse.head[place] == token and parse.dep[place] in ("det", "poss", "amod", "predet"):
                if parse.lemma[place].lower() in _DEFINITE or parse.dep[place] == "poss":
                    return True
                if parse.dep[place] == "det":
                    return False
        return False

    def is_both(self, token: int) -> bool:
        """Whether a noun means two plans together: "both proposals", "the two plans"."""
        parse, before = self._parse, range(max(0, token - 3), token)
        return parse.tag[token] == "NNS" and any(
            parse.head[place] == token and parse.lemma[place].lower() in ("both", "two") for place in before
        )

    def has_content(self, token: int) -> bool:
        """Whether a carrier says itself what it is a plan for."""
        parse = self._parse
        for place in range(max(0, token - 3), min(len(parse), token + 4)):
            if parse.head[place] != token:
                continue
            if parse.dep[place] == "compound" or (parse.dep[place] == "acl" and parse.tag[place] == "VB"):
                return True
            if parse.dep[place] == "prep" and parse.lemma[place].lower() in _CONTENT:
                return True
        return False

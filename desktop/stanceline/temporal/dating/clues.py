"""What an article's own words say about the day it was written, before any calendar of events is consulted.

Runs where the article is parsed. Tense and clause come from the parse; quoted words count for nothing, because
their day is not the article's.
"""

import csv
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from stanceline import paths
from stanceline.reading.article import Article, Span
from stanceline.reading.parse import Tree
from stanceline.temporal.dating.facts import (
    is_firm_future,
    is_near_plan,
    is_near_story,
    is_own_time,
    is_past_fact,
    is_real,
)
from stanceline.temporal.dating.stated import own_dates
from stanceline.temporal.references.events import plain_words
from stanceline.temporal.timex import DAY_S, UNKNOWN_TIME, Candidate, Clue, Direction, parse_day
from stanceline.temporal.values.normalizer import resolve_all

_DEICTIC: Final = re.compile(
    r"(?i)\b(the day after tomorrow|the day before yesterday|tomorrow|yesterday|last night|today|tonight|this (?:morning|afternoon|evening))"  # noqa: E501
    r"(?: (?:morning|afternoon|evening|night))?,? \(?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
    # "The fair is open today, Friday and Saturday" lists days.
    r"(?!['’]s|(?:,| and| or| through| to|,? and|[–-])? ?(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_EDGE_OF_MONTH: Final = re.compile(
    r"(?i)\b(tomorrow|yesterday|today),? \(?the (first|last) day of (january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\b"
)
_THROUGH_NIGHT: Final = re.compile(
    r"(?i)\b(?:began|started|opened|convened|sat) (?:on |late on |late )?(mon|tues|wednes|thurs|fri|satur|sun)day"
    r"(?: (?:morning|afternoon|evening|night))?\b[^.!?\n]{0,80}?\b(?:past|until|at|after|before|around) "
    r"[^.!?\n]{1,20}? (this morning)\b"
)
_SHIFTS: Final = {
    "the day after tomorrow": 2, "tomorrow": 1, "yesterday": -1, "last night": -1, "the day before yesterday": -2,
}  # fmt: skip
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_QUOTED: Final = re.compile(
    r"„[^„“”]{1,3000}[“”]|“[^“”]{1,3000}(?:”|$)|\"[^\"]{1,3000}(?:\"|$)|«[^«»]{1,3000}»"
    r"|(?<!\w)‘(?:[^‘’]|’(?=\w)){1,1500}’|(?<!\w)'(?=[A-Za-z])(?:[^'\n]|'(?=\w)){1,400}'(?!\w)"
)
_OTHER_YEARS: Final = re.compile(r"(?i)\b(?:fiscal|financial|tax|school|academic|fy|season|model)\b|\bFY")
"""Years that begin at another time than the calendar's."""
_WITHIN: Final = ("", "in", "on", "at", "during", "since")
_FUTURE_WORDS: Final = frozenset(["will", "shall", "'ll", "’ll", "wo"])
_SAYING: Final = frozenset(["say", "tell", "predict", "forecast", "think", "believe", "hope", "expect", "estimate"])
_VERBAL: Final = ("VERB", "AUX")
PLANNED: Final = frozenset(["plan", "schedule", "slate", "set", "expect", "due", "intend", "bind", "prepare"])
"""Verbs whose date is that of what is planned, whatever their tense."""


def quoted_spans(article: Article) -> list[Span]:
    """Stretches between quotation marks, block by block; an unclosed one runs to the end of its block."""
    return [
        Span(match.start(), match.end())
        for block in article.blocks
        for match in _QUOTED.finditer(article.text, block.span.start, block.span.end)
    ]


def is_inside(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether one of the ordered `spans` covers the range."""
    place = bisect_right(spans, start, key=lambda span: span.start) - 1
    return place >= 0 and spans[place].end >= end


def governing_verb(tree: Tree, token: int) -> int | None:
    """The nearest verb above a token (itself, where it is one)."""
    if tree.pos[token] in _VERBAL:
        return token
    return next((above for above in tree.ancestors(token) if tree.pos[above] in _VERBAL), None)


def is_plain_future(tree: Tree, verb: int) -> bool:
    """Whether the verb itself is in the future tense ("will attend"), no would, no may."""
    return any(tree.lower[kid] in _FUTURE_WORDS for kid in tree.kids(verb, "aux", "auxpass"))


def is_plain_past(tree: Tree, verb: int) -> bool:
    """Whether the verb tells of what has happened: past tense or perfect, without modal and without negation."""
    words = [tree.lower[kid] for kid in tree.kids(verb, "aux", "auxpass")]
    if tree.kid(verb, "neg") is not None:
        return False
    # In "could be signed and closed" the second verb only looks like a past tense.
    chain = verb
    while True:
        if any(tree.tag[kid] == "MD" for kid in tree.kids(chain, "aux")):
            return False
        if tree.dep[chain] != "conj" or tree.pos[tree.head[chain]] not in _VERBAL:
            break
        chain = tree.head[chain]
    # The parser takes the past tense for a participle at times ("the text that leaders issued on Tuesday").
    if tree.tag[verb] == "VBD" or (tree.tag[verb] == "VBN" and not words and tree.kid(verb, "nsubj") is not None):
        return True
    return tree.tag[verb] in ("VBN", "VBG") and any(word in ("was", "were", "has", "have", "had") for word in words)


def find_clues(
    article: Article, tree: Tree, candidates: Sequence[Candidate], hints: Sequence[Direction]
) -> tuple[Clue, ...]:
    """All clues of one article, in text order; independent of other articles and of reference events."""
    quotes = quoted_spans(article)
    prose = _Prose(article, tree, quotes)
    found = [*_date_lines(article), *_deictics(prose), *_candidates(prose, candidates, hints), *_offices(prose)]
    return tuple(sorted(found, key=lambda clue: (clue.start, clue.end, clue.kind)))


@dataclass(frozen=True, slots=True)
class _Prose:
    article: Article
    tree: Tree
    quotes: list[Span]

    def speaks_here(self, start: int, end: int) -> bool:
        """Whether the article's own voice speaks at this place: prose outside quotation marks."""
        return bool(self.tree.tokens_in(Span(start, end))) and not is_inside(self.quotes, start, end)


def _date_lines(article: Article) -> Iterator[Clue]:
    for own in own_dates(article):
        kind = "dateline" if own.is_dateline else "date_line"
        if own.month_day and not own.is_revision:
            args = (("month", str(own.month_day[0])), ("day", str(own.month_day[1])))
            yield Clue("month_day", f"dating.{kind}", own.start, own.end, True, args)
        elif len(own.days) > 1:
            days = tuple(("day", str(day)) for day in own.days)
            yield Clue("one_of_days", f"dating.{kind}", own.start, own.end, True, days)


def _deictics(prose: _Prose) -> Iterator[Clue]:
    text = prose.article.text
    for match in _DEICTIC.finditer(text):
        if prose.speaks_here(*match.span()):
            shift = _SHIFTS.get(match[1].lower(), 0)
            weekday = (_WEEKDAYS.index(match[2].lower()) - shift) % 7 + 1
            args = (("weekday", str(weekday)),)
            sure = _counts_from_writing(prose.tree, match, shift)
            yield Clue("own_weekday", "dating.day_and_weekday", match.start(), match.end(), sure, args)
    for match in _THROUGH_NIGHT.finditer(text):
        if prose.speaks_here(*match.span()):
            day_before = _WEEKDAYS.index(f"{match[1].lower()}day") + 1
            next_day = (("weekday", str(day_before % 7 + 1)),)
            yield Clue("own_weekday", "dating.through_the_night", match.start(), match.end(), False, next_day)
    for match in _EDGE_OF_MONTH.finditer(text):
        if prose.speaks_here(*match.span()):
            month = _MONTHS.index(match[3].lower()) + 1
            shift = _SHIFTS.get(match[1].lower(), 0)
            edge = (("month", str(month)), ("edge", match[2].lower()), ("shift", str(shift)))
            sure = _counts_from_writing(prose.tree, match, shift)
            yield Clue("month_edge", "dating.edge_of_month", match.start(), match.end(), sure, edge)


def _counts_from_writing(tree: Tree, match: re.Match[str], shift: int) -> bool:
    """Whether a day word counts from the day of writing; in a story "tomorrow" goes with a past tense or "would"."""
    token = tree.root_of(tree.tokens_in(Span(match.start(1), match.end(1))))
    verb = governing_verb(tree, token) if token is not None else None
    if verb is None:
        return True
    helpers = {tree.lower[kid] for kid in tree.kids(verb, "aux", "auxpass")}
    if helpers & {"would", "had"}:
        return False
    return not (shift > 0 and (is_plain_past(tree, verb) or helpers & {"was", "were"}))


def _candidates(prose: _Prose, candidates: Sequence[Candidate], hints: Sequence[Direction]) -> Iterator[Clue]:
    told = [
        (candidate, hint)
        for candidate, hint in zip(candidates, hints, strict=True)
        if prose.speaks_here(candidate.start, candidate.end)
    ]
    # In a look back the day may be one of a year that is named somewhere else.
    has_years = any(_names_years(c) and len(prose.tree.tokens_in(Span(c.start, c.end))) > 0 for c in candidates)
    absolute = resolve_all(prose.article.text, [candidate for candidate, _ in told], UNKNOWN_TIME)
    for (candidate, hint), timex in zip(told, absolute, strict=True):
        args = dict(candidate.args)
        family, span = args.get("family"), (candidate.start, candidate.end)
        if (
            family == "weekday"
            and (hint == "past" or _is_told(prose, candidate, hint))
            and not {"rel", "ref", "wrel", "m", "nth"} & args.keys()
        ):
            yield Clue("past_weekday", "dating.weekday", *span, False, (("weekday", args["w"]),))
        elif family == "deictic" and args.get("n") == "-1" and hint != "future":
            yield Clue("yesterday", "dating.yesterday", *span, False)
        elif family == "date" and "w" in args and "y" not in args and args.get("w", "").isdigit():
            parts = (("month", args["m"]), ("day", args["d"]), ("weekday", args["w"]))
            sure = not has_years and _is_news(prose, candidate, hint)
            yield Clue("weekday_date", "dating.weekday_and_date", *span, sure, parts)
        # A range may belong to what is decided ("a delay, from 2018 to 2020").
        if timex.interval is not None and timex.anchor == "none" and family not in ("yearrange", "monthrange"):
            first, last = timex.interval.begin // DAY_S, (timex.interval.end - 1) // DAY_S
            yield from _bounds(prose, candidate, hint, first, last)


def _bounds(prose: _Prose, candidate: Candidate, hint: Direction, first: int, last: int) -> Iterator[Clue]:
    """A complete date in the past: not written before it. One still to come: not written after it."""
    tree = prose.tree
    token = tree.root_of(tree.tokens_in(Span(candidate.start, candidate.end)))
    adverbial = _as_adverbial(tree, token) if token is not None else None
    if adverbial is None:
        return
    verb, preposition = adverbial
    if _is_in_name(tree, candidate) or _OTHER_YEARS.search(candidate.text):
        return
    span = (candidate.start, candidate.end)
    days = (("first", str(first)), ("last", str(last)))
    if hint == "past" and is_plain_past(tree, verb) and preposition in _WITHIN and is_real(tree, verb):
        sure = is_past_fact(tree, verb) and is_own_time(tree, verb, _place(tree, candidate))
        sure = sure and not is_near_story(tree, verb)
        told = (*days, ("plan", "yes")) if is_near_plan(tree, verb) else days
        yield Clue("not_before", "dating.past_date", *span, sure, told)
    elif hint == "future" and is_plain_future(tree, verb) and preposition in (*_WITHIN, "by", "until", "before"):
        sure = is_firm_future(tree, verb) and not is_near_story(tree, verb)
        yield Clue("not_after", "dating.future_date", *span, sure, days)


def _is_told(prose: _Prose, candidate: Candidate, hint: Direction) -> bool:
    """ "Agreed on Tuesday": the verb looks ahead, its tense back."""
    tree = prose.tree
    token = tree.root_of(tree.tokens_in(Span(candidate.start, candidate.end)))
    verb = governing_verb(tree, token) if hint == "unknown" and token is not None else None
    return (
        verb is not None
        and tree.lemma[verb] not in PLANNED
        and is_plain_past(tree, verb)
        and not tree.kids(verb, "xcomp")
    )


def _is_news(prose: _Prose, candidate: Candidate, hint: Direction) -> bool:
    """Whether a date surely lies near the day of writing: it is still to come, or something was said on it.

    "On Sunday, 7 December, planes attacked" may look back many years without a word that says so.
    """
    tree = prose.tree
    verb = governing_verb(tree, _place(tree, candidate))
    if verb is None or is_near_story(tree, verb):
        return False
    if hint == "future":
        return is_plain_future(tree, verb) and is_firm_future(tree, verb)
    return False


def _names_years(candidate: Candidate) -> bool:
    args = dict(candidate.args)
    return "y" in args or args.get("family") in ("yearwords", "decade", "century", "yearrange")


def _place(tree: Tree, candidate: Candidate) -> int:
    return tree.tokens_in(Span(candidate.start, candidate.end))[0]


def _is_in_name(tree: Tree, candidate: Candidate) -> bool:
    """ "In Vision 2030", "at Expo 2025": a bare year behind a name belongs to the name."""
    first = _place(tree, candidate)
    return (
        dict(candidate.args).get("family") == "year" and first > 0 and tree.pos[first - 1] in ("PROPN", "NOUN", "NUM")
    )


def _as_adverbial(tree: Tree, token: int) -> tuple[int, str] | None:
    """The verb that an expression says the time of, with the preposition (empty for none); None elsewhere.

    Only so is a bare number a year ("flight 1944", "room 2024"), and only so does the verb's tense tell of it.
    """
    preposition = ""
    if tree.dep[token] == "pobj":
        token = tree.head[token]
        preposition = tree.lower[token]
    above = tree.head[token]
    if tree.pos[above] not in _VERBAL or tree.dep[token] not in ("prep", "npadvmod", "advmod"):
        return None
    # "The ministry says 2031, the minister said in 2032": the year is what was said, not when.
    if tree.lemma[above] in _SAYING and not tree.kids(above, "ccomp", "xcomp", "dobj", "parataxis"):
        return None
    return (above, preposition) if preposition or tree.dep[token] == "npadvmod" else None


# ---- offices -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Term:
    person: str
    office: str
    begin: int | None
    end: int | None


@cache
def _terms() -> dict[tuple[str, ...], list[_Term]]:
    """Terms of office by the words of the holder's name."""
    found: dict[tuple[str, ...], list[_Term]] = {}
    with paths.resource("actors/offices.tsv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            begin = _edge_day(row["begin"], "-01-01", "-01")
            end = _edge_day(row["end"], "-12-31", "-28") if row["end"] else None
            term = _Term(row["person"], plain_words(row["office"]), begin, end)
            for name in (row["person"], *filter(None, row["variants"].split("|"))):
                words = tuple(plain_words(name).split())
                if len(words) >= 2:
                    found.setdefault(words, []).append(term)
    return found


def _edge_day(written: str, of_year: str, of_month: str) -> int | None:
    return parse_day(written + {4: of_year, 7: of_month}.get(len(written), "")) if written else None


def _offices(prose: _Prose) -> Iterator[Clue]:
    """A full name with its title before it ("French President Emmanuel Macron") bounds the day by the term."""
    tree, terms = prose.tree, _terms()
    words = [plain_words(word) for word in tree.words]
    firsts = {name[0] for name in terms}
    seen: set[tuple[str, str]] = set()
    for token, word in enumerate(words):
        if word not in firsts:
            continue
        for length in (4, 3, 2):
            name = tuple(words[token : token + length])
            if len(name) < length:
                continue  # The text ends here: the shorter name has its own turn.
            titles = " ".join(words[max(tree.sentence_tokens(token)[0], token - 6) : token])
            for office in dict.fromkeys(term.office for term in terms.get(name, ())):
                key = (" ".join(name), office)
                if key not in seen and _titled(titles, office) and prose.speaks_here(*_span(tree, token, length)):
                    seen.add(key)
                    yield _office_clue(tree, token, length, office, terms[name], titles)


def _span(tree: Tree, token: int, length: int) -> tuple[int, int]:
    return tree.parse.start[token], tree.parse.end[token + length - 1]


def _titled(titles: str, office: str) -> bool:
    spoken = [_neutral(word) for word in titles.split()]
    words = [_neutral(word) for word in office.split() if len(word) > 3]
    if not words or not spoken or spoken[-1] != words[-1] or any(word not in spoken for word in words):
        return False
    return all(word in words for word in spoken if word in ("vice", "deputy", "elect", "acting", "assistant"))


def _neutral(word: str) -> str:
    return re.sub(r"(?:wo)?man$", "person", word) if word.startswith(("spokes", "chair")) else word


def _office_clue(tree: Tree, token: int, length: int, office: str, terms: Sequence[_Term], titles: str) -> Clue:
    held = [term for term in terms if term.office == office]
    begins = [term.begin for term in held if term.begin is not None]
    is_former = any(word in titles.split() for word in ("former", "ex", "then", "late"))
    ends = [term.end for term in held]
    args = [("name", held[0].person), ("office", office)]
    if begins:
        args.append(("first", str(min(begins))))
    if not is_former and all(end is not None for end in ends):
        args.append(("last", str(max(end for end in ends if end is not None))))
    # Tables of terms have gaps before 2000: a term weighs, but rules nothing out.
    return Clue("office", "dating.office", *_span(tree, token, length), False, tuple(args))

"""Finds date expressions with the rule tables: spans, families and what their values depend on, but no values yet.

The text is typed once (`rules.RuleBook.tokenize`); rules are tried only inside stretches of known words that
hold a word of time, and each match has a bounded length, so the work grows with the text and nothing else.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import lru_cache

from stanceline.reading.article import Span
from stanceline.temporal.finding.contrasts import mark_contrasts
from stanceline.temporal.finding.cues import is_told_of, read_cue
from stanceline.temporal.finding.grammar import OTHER, RuleError
from stanceline.temporal.finding.guards import GUARDS, PREPOSITIONS, Match
from stanceline.temporal.finding.habit import mark_habits
from stanceline.temporal.finding.lists import share_lists
from stanceline.temporal.finding.merging import merge_neighbors
from stanceline.temporal.finding.national import find_countries
from stanceline.temporal.finding.numerals import read_count, read_ordinal
from stanceline.temporal.finding.rules import Rule, RuleBook, Tokens, rule_book
from stanceline.temporal.timex import Candidate
from stanceline.temporal.vocabulary import word_set

_WEAK = word_set(
    "int day month2 yy number tens ones big vague ordinal quarterord approx bound qual rel last this next "
    "fewrel early edge dash every beside within frac bignum ordn open close clockdot national"
)
_STRONG_LITERALS = word_set(
    "tonight overnight noon midnight midday lunchtime future past fiscal financial current moment present "
    "possible while time term weekday period midyear midweek then bc bce b ad ce half thousand twenty"
)
_TURNED_BY_TENSE = word_set(
    "weekday month date nthday season quarter half holiday weekdayrange dayrange monthrange nthweek nthweekday "
    "nthweekend weekof duration later clock monthhalf edgeunit"
)


@lru_cache(maxsize=1)
def _stretches() -> tuple[re.Pattern[str], re.Pattern[str]]:
    book = rule_book()
    check_guards(book.rules)
    literal = _STRONG_LITERALS | book.holiday_words
    strong = book.alphabet.matching(lambda name: name[1:] in literal if name[0] == "=" else name not in _WEAK)
    return re.compile(f"[^{OTHER}]+"), re.compile(f"[{strong}]")


def check_guards(rules: Sequence[Rule]) -> None:
    """Raise `RuleError` with line and nearest name where a rule has a guard that does not exist."""
    for rule in rules:
        for name in rule.guards:
            if name not in GUARDS:
                near = get_close_matches(name, GUARDS, 1)
                hint = f" Did you mean {near[0]}?" if near else f" There are: {', '.join(sorted(GUARDS))}."
                raise RuleError(f"timex_rules.tsv, line {rule.line}, rule {rule.name}: no guard {name!r}.{hint}")


def find_candidates(text: str, *, skip: Sequence[Span] = ()) -> tuple[Candidate, ...]:
    """All date expressions of a text, in order, not overlapping; none that touches a span of `skip`.

    English only. A leading preposition is outside the span, a modifier ("early", "about") inside. Linear in the
    length of the text.
    """
    book = rule_book()
    tokens = book.tokenize(text)
    found = find_countries(text, [_candidate(book, tokens, *match) for match in _matches(book, tokens)])
    members = share_lists(text, merge_neighbors(text, found))
    return tuple(_outside(mark_contrasts(text, mark_habits(text, members)), skip))


def _outside(found: Sequence[Candidate], skip: Sequence[Span]) -> Iterator[Candidate]:
    spans = sorted(skip)
    at = 0
    for candidate in found:
        while at < len(spans) and spans[at].end <= candidate.start:
            at += 1
        if at == len(spans) or spans[at].start >= candidate.end:
            yield candidate


def _matches(book: RuleBook, tokens: Tokens) -> Iterator[tuple[Rule, re.Match[str]]]:
    stretch, strong = _stretches()
    for run in stretch.finditer(tokens.signatures):
        at, limit = run.span()
        hit = strong.search(tokens.signatures, at, limit)
        while hit is not None:
            best = _longest(book, tokens, at, limit)
            at = best[1].end() if best else at + 1
            if best:
                yield best
            if at > hit.start():
                hit = strong.search(tokens.signatures, at, limit)


def _longest(book: RuleBook, tokens: Tokens, at: int, limit: int) -> tuple[Rule, re.Match[str]] | None:
    signatures = tokens.signatures
    tried = []
    for rule in book.starting(signatures[at], signatures[at + 1 : min(at + 2, limit)]):
        match = rule.pattern.match(signatures, at, limit)
        if match is not None:
            tried.append((-match.end(), rule.order, rule, match))
    if len(tried) > 1:
        tried.sort(key=lambda entry: entry[:2])
    for _, _, rule, match in tried:
        if all(GUARDS[name](Match(tokens, match.start(), match.end())) for name in rule.guards):
            return rule, match
    return None


def _is_turned(rule: Rule) -> bool:
    return rule.family in _TURNED_BY_TENSE or rule.name == "en.weekend.the"


def _candidate(book: RuleBook, tokens: Tokens, rule: Rule, match: re.Match[str]) -> Candidate:
    args = dict(rule.args)
    for group, (name, kind) in rule.kinds.items():
        first, last = match.span(group)
        if first < 0 or first == last:
            continue
        words = tokens.words[first:last]
        if kind == "%ordword":
            args[name] = read_ordinal(words)
        elif kind in ("%num", "number"):
            args[name] = read_count(words)
        elif kind.startswith("%"):
            args[name] = "X" if kind == "%vague" else " ".join(words)
        elif kind in ("dayord", "ordn"):
            args[name] = words[0].rstrip("stndrh")
        else:
            args[name] = book.value(words[0], kind)
    if rule.family == "yearwords":
        args["text"] = " ".join(tokens.words[match.start() : match.end()])
    mod = args.pop("mod", None)
    args["family"] = rule.family
    before = Match(tokens, match.start(), match.end()).before()
    if before in PREPOSITIONS:
        args["prep"] = before
    start, end = tokens.starts[match.start()], tokens.end(match.end() - 1)
    direction = read_cue(tokens, match.start(), match.end()) if _is_turned(rule) else "unknown"
    if direction == "past" and rule.family in ("month", "date") and is_told_of(tokens, match.start()):
        args["told"] = "1"
    return Candidate(
        start, end, tokens.text[start:end], rule.type, rule.name, tuple(sorted(args.items())), mod, direction
    )


def warm_up() -> None:
    """Load the rule tables now rather than with the first text."""
    rule_book()
    _stretches()

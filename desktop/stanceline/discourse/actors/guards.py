"""Capitals that name nobody: datelines, party and place behind a lawmaker's name, a state's abbreviation."""

import re

from stanceline.discourse.actors.words import word_list
from stanceline.reading.article import Span
from stanceline.reading.parse import Tree

_DATELINE = re.compile(
    r"[A-Z][A-Z.’'-]{1,20}(?: [A-Z][A-Z.’'-]{1,20}){0,3}"
    r"(?:, ?[A-Z][A-Za-z.]{1,14}(?: \d{1,2})?){0,2} ?(?:\([^()\n]{1,40}\))? ?(?:—|–|--|-) "
)
_ABBREVIATED = re.compile(r"[A-Z][a-z]{2,15}(?: [A-Z][a-z]{2,15})?, ([A-Z][a-z]{1,4}\.)")


def unnamed_tokens(tree: Tree) -> frozenset[int]:
    """Tokens that have a capital letter and yet name no person and no body of their own."""
    return frozenset({*_datelines(tree), *_party_tags(tree), *_seats(tree), *_brief_tags(tree), *_abbreviations(tree)})


def _datelines(tree: Tree) -> list[int]:
    """`SALINA, Kan. —` and `CLEVELAND (AFP) -` at the start of a paragraph."""
    found: list[int] = []
    for token in range(len(tree)):
        if token and tree.parse.block[token] == tree.parse.block[token - 1]:
            continue
        match = _DATELINE.match(tree.text, tree.parse.start[token])
        if match is not None:
            found += tree.tokens_in(Span(match.start(), match.end()))
    return found


def _party_tags(tree: Tree) -> list[int]:
    """`Reyes, R-Ashford,` and `Holm (D-Cedar Falls)`: party and place of whoever stands before."""
    found: list[int] = []
    for match in re.finditer(r"(?:, |\()([A-Z]{1,3}-[A-Z][A-Za-z.’']{1,20}(?: [A-Z][a-z]{1,20}){0,2})", tree.text):
        tokens = tree.tokens_in(Span(match.start(1), match.end(1)))
        behind = tree.text[match.end() : match.end() + 1]
        if match[1].partition("-")[0] in _PARTIES and behind in (",", ")", ".", ";", ""):
            found += tokens
    return found


_SEAT = re.compile(r"[a-zA-Z] \(([A-Z][\w’'—–, -]{2,60}\.)\)")


def _seats(tree: Tree) -> list[int]:
    """`Priya Nadkarni (Brampton North, Lib.)`: seat and party of whoever stands before the bracket."""
    found: list[int] = []
    for match in _SEAT.finditer(tree.text):
        seat, comma, party = match[1].rpartition(", ")
        if comma and len(party) < 10 and party[0].isupper() and all(word[0].isupper() for word in seat.split()):
            found += tree.tokens_in(Span(match.start(1), match.end(1)))
    return found


def _brief_tags(tree: Tree) -> list[int]:
    """`Joan Hart (Lab)`: a party's short form in brackets behind a name."""
    found: list[int] = []
    for match in re.finditer(r"[A-Z][a-zé’'-]{1,20} \(([A-Z][A-Za-z]{0,6}(?: Dem)?)\)", tree.text):
        if match[1].lower() in word_list("party_tag"):
            found += tree.tokens_in(Span(match.start(1), match.end(1)))
    return found


_PARTIES = frozenset({"R", "D", "I", "L", "G", "DFL", "Con", "Lab", "LD"})


def _abbreviations(tree: Tree) -> list[int]:
    """`in Salina, Kan., on Monday`: a state behind its town."""
    found: list[int] = []
    for match in _ABBREVIATED.finditer(tree.text):
        if match[1].lower().rstrip(".") in word_list("state_abbreviation"):
            found += tree.tokens_in(Span(match.start(1), match.end(1)))
    for token, word in enumerate(tree.words[:-1]):
        short = len(word) > 3 and word.endswith(".") and word[:-1].lower() in word_list("state_abbreviation")
        behind = tree.words[token + 1][0].islower() and tree.pos[token + 1] in ("NOUN", "ADJ")
        if short and word[0].isupper() and behind:
            found.append(token)  # "Kan. lawmakers"
    return found

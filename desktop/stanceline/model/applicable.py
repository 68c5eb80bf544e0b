"""Cells that a person has said do not apply: a proposal that is none of an actor's business, kept with the project."""

from collections.abc import Iterable
from dataclasses import replace

from stanceline.model.marks import Corpus
from stanceline.records import Decision

_PREFIX = "not_applicable/"


def setting_of(actor: str, proposal: str) -> str:
    """Name of the setting that says so of an actor and a proposal; its value is "True"."""
    return f"{_PREFIX}{proposal}/{actor}"


def inapplicable(decisions: Iterable[Decision]) -> frozenset[tuple[str, str]]:
    """Actor and proposal of all such cells."""
    found = set()
    for decision in decisions:
        if decision.kind == "setting" and decision.key.startswith(_PREFIX) and decision.value == "True":
            proposal, _, actor = decision.key.removeprefix(_PREFIX).partition("/")
            found.add((actor, proposal))
    return frozenset(found)


def with_inapplicable(corpus: Corpus, decisions: Iterable[Decision]) -> Corpus:
    """The corpus with the cells that do not apply."""
    found = inapplicable(decisions)
    return replace(corpus, inapplicable=found) if found else corpus

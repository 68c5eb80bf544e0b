"""A problem in four parts, as its list shows it: where, what, what follows from it, what helps."""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath

from stanceline.reading.article import Problem
from stanceline.ui.words import say

_LINE = re.compile(r"^(?:(?P<file>.*?)[:,] )?line (?P<line>\d+)\b(?: \([^)]*\):)?[:,]? ?")
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“])")
_NOT_READ, _LINE_NOT_READ = "The file is left out.", "This line is left out."
_FOLLOWS = {
    "duplicate": "The project has its text once.",
    "encoding": "Read, perhaps with wrong letters.", "not-english": "Dates are read, stances are not.",
    "long": "Stances are read in its first part alone.", "date.doubtful": "The date stays as it is written.",
    "date.contradiction": "The stronger signs gave the day.", "outdated": "The article shows nothing until it is read.",
    "project": "This part of the project is left out.", "reference": "It dates no article.",
    "model": "No article can be read.", "unwritable": "The text was not added.",
}  # fmt: skip
_FIXES = {
    "date.doubtful": "Look at the passage, and set the article's date if it is wrong.",
    "date.contradiction": "Set the article's date if you know it.", "outdated": "Retry, or add the article again.",
    "duplicate": "Nothing to do.",
}  # fmt: skip
"""For problems that say themselves nothing of what helps."""


@dataclass(frozen=True)
class ProblemParts:
    """One line of the list. `where` is short, the path itself stands in the tooltip."""

    where: str
    what: str
    follows: str
    fix: str


def parts_of(problem: Problem) -> ProblemParts:
    """The parts of one problem, from its own words and its code."""
    says = " ".join(problem.says.split())
    for name in filter(None, (problem.path, problem.article)):
        says = says.removeprefix(f"{name}: ").removeprefix(f"{name}, ")
    where = PurePath(problem.path).name if problem.path else problem.article or ""
    line = _LINE.match(says)
    if line is not None:
        where = say("%1, line %2").replace("%1", where).replace("%2", line["line"])
        says = says[line.end() :]
    first, *rest = _SENTENCE.split(says)
    fix = " ".join(rest) or say(_FIXES.get(problem.code, ""))
    if problem.code == "date.contradiction" and rest:
        first, fix = says, say(_FIXES[problem.code])
    follows = _FOLLOWS.get(problem.code, _NOT_READ if line is None else _LINE_NOT_READ)
    return ProblemParts(where, first[:1].upper() + first[1:], say(follows), fix)


def digest_of(problem: Problem) -> str:
    """What a problem is remembered by where it is to be ignored."""
    told = "\0".join((problem.code, problem.says, problem.path or "", problem.article or ""))
    return sha256(told.encode()).hexdigest()[:16]


def details_of(problem: Problem) -> str:
    """A problem as a line of tab-separated text, for a report: where, code, all that is said."""
    return f"{problem.path or problem.article or ''}\t{problem.code}\t{problem.says}"

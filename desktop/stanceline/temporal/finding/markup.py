"""The expressions that histories are marked up with, before their values are told.

The annotators of histories (WikiWars' TIMEX2, TIMEX3) take both ends of a range as expressions of their own, joined by
a word or a dash, and a part of a day as belonging to its day. A range is taken apart before it is read, because the
story goes on from its end. `values.timeml` does so afterwards for news, which keeps "15-17 September" whole.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from stanceline.temporal.timex import Candidate

_CONNECTOR = re.compile(r"\s?[-–—]\s?|\s(?:to|and|through|until|or)\s(?:the\s)?")
_PARTED: Final = frozenset({"date", "nthday", "anaphoric", "holiday", "weekday"})
_PART_OF = re.compile(
    r"\b(?:(?:the )?(?:(?P<edge>early|late) )?(?P<part>morning|afternoon|evening|night) of"
    r"|(?P<light>dawn|daybreak|sunrise|dusk|nightfall|sunset)(?: on| of)?) (?:the )?$",
    re.IGNORECASE,
)
_PARTS: Final = {
    "morning": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "afternoon": "AF",
    "evening": "EV", "dusk": "EV", "nightfall": "EV", "sunset": "EV", "night": "NI",
}  # fmt: skip
_LONGEST_PART: Final = 24


def mark_as_history(text: str, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates with ranges taken apart and "the night of 3 May", "dawn the next day" made one expression each."""
    marked: list[Candidate] = []
    for candidate in candidates:
        for one in _ends(candidate):
            widened = _with_part(text, one)
            while marked and marked[-1].end > widened.start:
                marked.pop()
            marked.append(widened)
    return tuple(marked)


def _ends(candidate: Candidate) -> Iterator[Candidate]:
    """Both ends of a range, each with its span and arguments; anything else as it is."""
    args = dict(candidate.args)
    connector = next(iter(_CONNECTOR.finditer(candidate.text)), None)
    bounds = _bounds(args)
    if connector is None or bounds is None:
        yield candidate
        return
    kept = {name: args[name] for name in ("prep",) if name in args}
    cut = candidate.start + connector.start(), candidate.start + connector.end()
    spans = ((candidate.start, cut[0]), (cut[1], candidate.end))
    for (start, end), bound, prep in zip(spans, bounds, (kept, {"prep": "to"}), strict=True):
        text = candidate.text[start - candidate.start : end - candidate.start]
        yield replace(candidate, start=start, end=end, text=text, args=tuple(sorted({**bound, **prep}.items())))


def _bounds(args: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]] | None:
    """The arguments of the first and the last date of a range; None for what is no range of days, months or years."""
    year = {name: args[name] for name in ("y", "yrel") if name in args}
    match args["family"]:
        case "dayrange":
            first = {"family": "date"} | year | {name: value for name, value in args.items() if name in ("m", "d", "w")}
            return first, {"family": "date", "m": args["m"], "d": args["d2"], **year}
        case "monthrange":
            last = {"y": args["y2"]} if "y2" in args else year
            if "y2" not in args and "y" in year and int(args["m"]) > int(args["m2"]):
                year = {"y": str(int(args["y"]) - 1)}
            return {"family": "month", "m": args["m"], **year}, {"family": "month", "m": args["m2"], **last}
        case "yearrange" if "bc" in args:
            return {"family": "yearbc", "bc": args["bc"]}, {"family": "yearbc", "bc": args["bc2"]}
        case "yearrange" if "y2" in args:
            begin, end = args["y"], args["y2"]
            return {"family": "year", "y": begin}, {"family": "year", "y": begin[: -len(end)] + end}
    return None


def _with_part(text: str, candidate: Candidate) -> Candidate:
    args = dict(candidate.args)
    if candidate.type != "DATE" or args["family"] not in _PARTED:
        return candidate
    match = _PART_OF.search(text, max(0, candidate.start - _LONGEST_PART), candidate.start)
    if match is None:
        return candidate
    args["part"] = _PARTS[(match["part"] or match["light"]).lower()]
    start = match.start()
    whole = text[start : candidate.end]
    return replace(candidate, start=start, text=whole, type="TIME", args=tuple(sorted(args.items())))

"""`stanceline timexes`: date expressions of articles as JSON Lines, without the language model."""

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stanceline.cli.options import common_options, references_option
from stanceline.cli.output import DONE, NOTHING_DONE, WITH_PROBLEMS, Console, write_problems, write_whole

if TYPE_CHECKING:
    from stanceline.reading.article import Article
    from stanceline.temporal.references.events import ReferenceEvent
    from stanceline.temporal.timex import DocumentTime, Timex

_DESCRIPTION = """\
Finds date expressions and places them on the calendar, one JSON line an article.

Uses the dates that articles were given or state, and infers none: without one, relative expressions
stay open. With --references, expressions that count from an event are resolved by the shipped events
and those of the file. A range in words (from 2013 to 2017) gives a row for each end, as TimeML marks
it; in narrative mode so does one with a dash. Texts in other languages than English give their
complete dates only.
"""
_EXAMPLE = """example:
  stanceline timexes articles/ --mode news -o dates.jsonl
"""


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser(
        "timexes",
        help="find date expressions only",
        description=_DESCRIPTION,
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[common_options(), references_option()],
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="article files, folders, or JSON Lines")
    parser.add_argument(
        "--mode",
        choices=("news", "narrative"),
        default="news",
        help="news counts from the article's day, narrative from the date that the story has got to (default: news)",
    )
    parser.add_argument("-o", "--output", required=True, metavar="OUT.jsonl", help="the file to write")
    parser.add_argument("--stats", action="store_true", help="end standard error with a line of JSON figures")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Returns 0, 1 where something could not be read, 2 where nothing could."""
    from stanceline.reading.readers import read_paths

    console = Console(quiet=arguments.quiet, verbose=arguments.verbose)
    events = _events(arguments.references)
    # One line an article: nothing is counted over the corpus, so repeated texts do no harm.
    result = read_paths([Path(path) for path in arguments.paths], keep_repeated=True)
    console.problems(result.problems)
    write_problems(arguments.problems, result.problems)
    if not result.articles:
        console.say("Nothing could be read.")
        return NOTHING_DONE
    load_s = _load()
    started = time.perf_counter()
    lines = list(_lines(result.articles, arguments.mode, events))
    seconds = time.perf_counter() - started
    write_whole(Path(arguments.output), "".join(line + "\n" for line in lines).encode())
    if arguments.stats:
        characters = sum(len(article.text) for article in result.articles)
        figures = {"articles": len(result.articles), "characters": characters}
        timing = {"load_seconds": round(load_s, 4), "seconds": round(seconds, 4)}
        sys.stderr.write(json.dumps({**figures, **timing}) + "\n")
    return WITH_PROBLEMS if result.problems else DONE


def _load() -> float:
    started = time.perf_counter()
    from stanceline.temporal.finding.tagger import warm_up

    warm_up()
    return time.perf_counter() - started


def _events(names: list[str]) -> "Sequence[ReferenceEvent]":
    """The shipped events and those of the files; none where no file is named, which is faster."""
    if not names:
        return ()
    from stanceline.temporal.references.events import load_references
    from stanceline.temporal.references.tables import encode_event, read_tables, with_own

    own = read_tables([Path(name) for name in names])
    return with_own(load_references(), {event.id: encode_event(event) for event in own})


def _lines(articles: "tuple[Article, ...]", mode: Any, events: "Sequence[ReferenceEvent]") -> Iterator[str]:
    from stanceline.temporal.dating.stated import known_date
    from stanceline.temporal.timex import UNKNOWN_TIME, format_day
    from stanceline.temporal.values.timeml import as_annotated

    for article in articles:
        known = known_date(article) or UNKNOWN_TIME
        row = {
            "doc": article.id,
            "published": None if known.day is None else format_day(known.day),
            "published_basis": known.basis,
            "timexes": [_row(timex) for timex in as_annotated(_timexes(article, known, mode, events))],
        }
        yield json.dumps(row, ensure_ascii=False)


def _timexes(
    article: "Article", known: "DocumentTime", mode: Any, events: "Sequence[ReferenceEvent]"
) -> "tuple[Timex, ...]":
    from stanceline.temporal.anchors.passages import days_of_passages, find_passages
    from stanceline.temporal.anchors.spoken import counted_from
    from stanceline.temporal.complete_dates import resolve_other_language
    from stanceline.temporal.finding.markup import mark_as_history
    from stanceline.temporal.finding.tagger import find_candidates
    from stanceline.temporal.values.normalizer import resolve_all

    if article.language not in (None, "en"):
        return resolve_other_language(article.text, article.language or "")
    candidates = find_candidates(article.text)
    if mode == "narrative":
        candidates = mark_as_history(article.text, candidates)
    found = resolve_all(article.text, candidates, known, mode=mode, events=events)
    own = days_of_passages(find_passages(article, candidates), found, known.day) if mode == "news" else {}
    if not own:
        return found
    said_on = {number: day for number, (day, _) in own.items()}
    found = resolve_all(article.text, candidates, known, events=events, said_on=said_on)
    return tuple(counted_from(timex, own[n][1]) if n in own else timex for n, timex in enumerate(found))


def _row(timex: "Timex") -> dict[str, Any]:
    begin, end = timex.interval.written() if timex.interval is not None else (None, None)
    return {
        "start": timex.start,
        "end": timex.end,
        "text": timex.text,
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        "begin": begin,
        "end_exclusive": end,
        "granularity": timex.granularity,
        "rule": timex.rule,
    }

"""Options that several commands take."""

import argparse

from stanceline import __version__


def common_options() -> argparse.ArgumentParser:
    """Options that every command takes, as a parent parser."""
    parent = argparse.ArgumentParser(add_help=False)
    parent.add_argument("--version", action="version", version=f"stanceline {__version__}")
    parent.add_argument("-q", "--quiet", action="store_true", help="print errors only")
    parent.add_argument("-v", "--verbose", action="store_true", help="say what is being done")
    parent.add_argument("--problems", metavar="FILE", help="write all problems to FILE as JSON")
    return parent


def corpus_options() -> argparse.ArgumentParser:
    """Options of the commands that read and assess articles, as a parent parser."""
    parent = argparse.ArgumentParser(add_help=False)
    parent.add_argument(
        "--proposal",
        action="append",
        default=[],
        metavar="ID_OR_FILE",
        help="a shipped proposal by its id, or a proposal file (TOML or JSON); may be given several times. "
        "Without it: every shipped proposal that the articles mention",
    )
    _add_references(parent)
    parent.add_argument("--published", metavar="DATE", help="the day that all articles were published, YYYY-MM-DD")
    parent.add_argument("--workers", type=int, default=2, metavar="N", help="worker processes (default: 2)")
    return parent


def references_option() -> argparse.ArgumentParser:
    """The option of the commands that read dates only, as a parent parser."""
    parent = argparse.ArgumentParser(add_help=False)
    _add_references(parent)
    return parent


def _add_references(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--references",
        action="append",
        default=[],
        metavar="FILE",
        help="a table of reference events (CSV, TSV or JSON) that adds to the shipped one; may be given several times",
    )

"""The commands for scripts: `analyze`, `suggest`, `timexes`, `export`, `doctor`."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from stanceline import StancelineError, __version__
from stanceline.cli.output import INTERRUPTED, NOTHING_DONE

COMMANDS = ("analyze", "suggest", "timexes", "export", "doctor")

_EXAMPLES = """examples:
  stanceline                               open the window
  stanceline articles/                     open the window on a folder of articles
  stanceline analyze articles/ -o out.json read, date and assess articles without a window
  stanceline export case.stanceline --what both --format pdf -o case.pdf
"""


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole program; paths without a command open the window."""
    parser = argparse.ArgumentParser(
        prog="stanceline",
        usage="stanceline [-h] [--version] [--profile DIR] [--new-instance] [PATH ...]\n       stanceline COMMAND ...",
        description="Who stands where on a contested plan, since when, and in whose words. "
        "Without a command, opens the window on PATHs: a .stanceline project, article files or folders. "
        "A window that is open already takes them in, unless --new-instance is given.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"stanceline {__version__}")
    commands = parser.add_subparsers(prog="stanceline", title="commands", metavar="COMMAND", dest="command")
    for name in COMMANDS:
        # Each command registers itself; only the one that runs imports what it needs.
        import_module(f"stanceline.cli.{name}").add_parser(commands)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 with problems, 2 nothing done, 130 interrupted."""
    arguments = build_parser().parse_args(argv)
    if arguments.command is None:
        build_parser().print_help(sys.stderr)
        return NOTHING_DONE
    try:
        status: int = arguments.run(arguments)
    except StancelineError as error:
        sys.stderr.write(f"stanceline: {error}\n")
        return NOTHING_DONE
    except KeyboardInterrupt:
        sys.stderr.write("stanceline: interrupted\n")
        return INTERRUPTED
    except BrokenPipeError:
        return NOTHING_DONE
    return status

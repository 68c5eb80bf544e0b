"""Opens the window, or runs a command; prepares frozen worker processes first."""

import multiprocessing
import os
import sys
from collections.abc import Sequence

_NOTHING_DONE = 2
_COMMANDS = frozenset({"analyze", "suggest", "timexes", "export", "doctor"})
_ANSWERED_WITHOUT_WINDOW = frozenset({"-h", "--help", "--version"})
_NO_DISPLAY = (
    "stanceline: there is no display to open the window on. Start it on a desktop, or use the commands "
    "(stanceline --help), which need none.\n"
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit status."""
    multiprocessing.freeze_support()
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and (arguments[0] in _COMMANDS or arguments[0] in _ANSWERED_WITHOUT_WINDOW):
        from stanceline.cli.main import main as run_command

        return run_command(arguments)
    return _open_window(arguments)


def _open_window(arguments: list[str]) -> int:
    try:
        paths, profile, is_new_instance = window_options(arguments)
    except ValueError as error:
        sys.stderr.write(f"stanceline: {error}. See stanceline --help.\n")
        return _NOTHING_DONE
    if profile is not None:
        os.environ["STANCELINE_PROFILE"] = profile
    if not has_display():
        sys.stderr.write(_NO_DISPLAY)
        return _NOTHING_DONE
    # Idle threads of the linear algebra library would spin beside the first frame.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from stanceline.ui.app import run

    return run(paths, is_new_instance=is_new_instance)


def window_options(arguments: Sequence[str]) -> tuple[list[str], str | None, bool]:
    """Paths, profile folder and whether a window of its own is wanted; options stand anywhere before `--`.

    Raises ValueError for an option that does not exist, or that lacks its value. Written by hand: argparse takes
    longer to import than the first frame's tool bar to paint.
    """
    paths: list[str] = []
    profile, is_new_instance = None, False
    left = iter(arguments)
    for argument in left:
        if argument == "--":
            paths.extend(left)
        elif argument == "--new-instance":
            is_new_instance = True
        elif argument == "--profile":
            profile = next(left, None)
            if profile is None:
                raise ValueError("--profile needs a folder")
        elif argument.startswith("-"):
            raise ValueError(f"unknown option {argument}")
        else:
            paths.append(argument)
    return paths, profile, is_new_instance


def has_display() -> bool:
    """Whether Qt has something to draw on; asked before Qt is loaded, since Qt ends the process where it has not."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())

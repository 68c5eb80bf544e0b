"""Options of the window's own command line."""

import pytest

from stanceline.__main__ import window_options


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ([], ([], None, False)),
        (["--new-instance", "a.txt", "--profile", "p", "b"], (["a.txt", "b"], "p", True)),
        (["--profile", "p", "--", "--new-instance", "-x"], (["--new-instance", "-x"], "p", False)),
    ],
)
def test_options_stand_anywhere(arguments: list[str], wanted: tuple[list[str], str | None, bool]) -> None:
    assert window_options(arguments) == wanted


@pytest.mark.parametrize(("arguments", "says"), [(["-x"], "unknown option -x"), (["--profile"], "needs a folder")])
def test_wrong_options_are_told(arguments: list[str], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        window_options(arguments)

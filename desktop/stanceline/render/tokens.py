"""Color tokens of the figure, read from `resources/theme`; no Qt, no arrays: the first frame needs them."""

import re
import tomllib
from functools import cache

from stanceline.paths import resource

STANCE_COLORS = ("blue-orange", "purple-orange", "grayscale")
"""Choices of stance colors; the first one stands in the themes themselves."""
STANCE_TOKENS = ("oppose", "lean_oppose", "neutral", "lean_support", "support")
"""Tokens of the stances -2 to 2, in this order; the text on each is `on_` and the token."""

# The files are flat tables of colors. Parsing them as TOML takes longer than painting the first frame's tool bar.
_TABLE = re.compile(r"^\[([\w-]+)\]", re.MULTILINE)
_TOKEN = re.compile(r'^(\w+) = "(#[0-9A-Fa-f]{6})"', re.MULTILINE)
_DARK = re.compile(r"^dark = true$", re.MULTILINE)


@cache
def read_tables(file: str) -> dict[str, dict[str, str]]:
    """Table name -> token -> `#RRGGBB` of one file of flat tables."""
    parts = _TABLE.split(_text(file))
    return {name: dict(_TOKEN.findall(text)) for name, text in zip(parts[1::2], parts[2::2], strict=True)}


@cache
def is_dark(theme: str) -> bool:
    """Whether a theme is drawn on a dark ground."""
    return _DARK.search(_text(theme)) is not None


@cache
def _text(file: str) -> str:
    return resource(f"theme/{file}.toml").read_text(encoding="utf-8")


def figure_tokens(theme: str, stance_colors: str = STANCE_COLORS[0], *, swap_sides: bool = False) -> dict[str, str]:
    """Token -> `#RRGGBB` for a theme with the given stance colors.

    `swap_sides` exchanges the colors of in favor and against, for places where one of them is a party's.
    """
    colors = dict(read_tables(theme)["colors"])
    if stance_colors != STANCE_COLORS[0]:
        chosen = tomllib.loads(_text("palettes"))[stance_colors]["dark" if is_dark(theme) else "light"]
        for token, fill, text in zip(STANCE_TOKENS, chosen["fill"], chosen["text"], strict=True):
            colors[token], colors[f"on_{token}"] = fill, text
    if swap_sides:
        plain = dict(colors)
        for token, other in zip(STANCE_TOKENS, reversed(STANCE_TOKENS), strict=True):
            colors[token], colors[f"on_{token}"] = plain[other], plain[f"on_{other}"]
    return colors

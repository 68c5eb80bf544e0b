"""Named colors of a theme, read from `resources/theme`.

Views and painters ask for tokens ("surface", "support", "text_muted") and never for a color of their own.
"""

from dataclasses import dataclass, field
from functools import cache

from PySide6.QtGui import QColor

from stanceline import StancelineError
from stanceline.model.marks import MIXED, NO_STANCE
from stanceline.model.marks import STANCE_SIGNS as STANCE_SIGNS
from stanceline.render.tokens import STANCE_COLORS, STANCE_TOKENS, figure_tokens, is_dark

THEMES = ("light", "dark", "contrast-light", "contrast-dark", "print")
STANCE_WORDS = {
    -2: "Opposes",
    -1: "Leans against",
    0: "Neutral",
    1: "Leans in favor",
    2: "Supports",
    MIXED: "Mixed",
    NO_STANCE: "No statement",
}


class PaletteError(StancelineError):
    """A theme or token that does not exist was asked for."""


@dataclass(frozen=True)
class Palette:
    """The colors of one theme: `palette["surface"]` is "#rrggbb", `palette.color("surface")` a QColor."""

    name: str
    is_dark: bool
    colors: dict[str, str]
    _made: dict[str, QColor] = field(default_factory=dict, repr=False, compare=False)

    def __getitem__(self, token: str) -> str:
        try:
            return self.colors[token]
        except KeyError:
            known = ", ".join(sorted(self.colors))
            raise PaletteError(f"The theme {self.name} has no color {token!r}; it has {known}.") from None

    def color(self, token: str) -> QColor:
        """The token as a QColor, made once; do not alter it."""
        made = self._made.get(token)
        if made is None:
            made = self._made[token] = QColor(self[token])
        return made

    def stance(self, stance: int) -> QColor:
        """Fill of a stance -2..2; mixed and no stance have no fill of their own and give the neutral one."""
        return self.color(STANCE_TOKENS[stance + 2] if -2 <= stance <= 2 else "neutral")

    def on_stance(self, stance: int) -> QColor:
        """Color of text on the fill of a stance -2..2."""
        return self.color("on_" + (STANCE_TOKENS[stance + 2] if -2 <= stance <= 2 else "neutral"))


@cache
def load_palette(name: str = "light", stance_colors: str = "blue-orange", *, swap_sides: bool = False) -> Palette:
    """The theme `name` (one of `THEMES`) with the given stance colors (one of `STANCE_COLORS`).

    `swap_sides` exchanges the colors of in favor and against, for places where one of them is a party's.
    Raises `PaletteError` for unknown names.
    """
    if name not in THEMES:
        raise PaletteError(f"There is no theme {name!r}; choose one of {', '.join(THEMES)}.")
    if stance_colors not in STANCE_COLORS:
        raise PaletteError(f"There are no stance colors {stance_colors!r}; choose one of {', '.join(STANCE_COLORS)}.")
    return Palette(name, is_dark(name), figure_tokens(name, stance_colors, swap_sides=swap_sides))

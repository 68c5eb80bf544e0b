"""The list of all preferences: what each is called, on which page it stands, which values it takes.

One row a preference. The dialog, the settings file and the tests are made from it: to add one, write a constant,
put it into `PREFERENCES` beside what belongs together, read it with `Settings.get`, and follow `Settings.changed`.
"""

from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

T = TypeVar("T", bool, str, float)

Page = Literal["looks", "timeline", "files"]
Kind = Literal["bool", "choice", "number", "text"]

PAGES: dict[Page, tuple[str, str]] = {
    "looks": ("Looks", "matrix"), "timeline": ("Timeline", "overview"), "files": ("Files", "open"),
}  # fmt: skip
"""Title and icon of each page, in order."""


@dataclass(frozen=True)
class Preference(Generic[T]):
    """One preference. Texts are English, put into the user's language where they are shown."""

    key: str
    page: Page
    label: str
    kind: Kind
    default: T
    tip: str = ""
    """A sentence below the field: what changes, and for whom it is good."""
    choices: tuple[tuple[str, str], ...] = ()
    """Values of a choice with their words."""
    low: float = 0.0
    high: float = 0.0
    step: float = 1.0
    suffix: str = ""
    at_once: bool = True
    """False where the program has to be started again; the dialog says so."""

    def read(self, stored: object) -> T:
        """What was kept in the settings file as a value, or the default where it is none (any more)."""
        value: Any = None
        if self.kind == "bool":
            value = {"true": True, "false": False}.get(str(stored).lower())
        elif self.kind == "number":
            value = _number(stored)
            value = value if value is not None and self.low <= value <= self.high else None
        elif self.kind == "choice":
            value = stored if stored in [known for known, _ in self.choices] else None
        elif isinstance(stored, str):
            value = stored
        return self.default if value is None else value


def _number(stored: object) -> float | None:
    try:
        return float(str(stored))
    except ValueError:
        return None


THEME: Preference[str] = Preference(
    "theme", "looks", "Theme", "choice", "system", "As the system also follows its wish for more contrast.", (
        ("system", "As the system"), ("light", "Light"), ("dark", "Dark"),
        ("contrast-light", "High contrast, light"), ("contrast-dark", "High contrast, dark"),
    ),
)  # fmt: skip
STANCE_COLORS: Preference[str] = Preference(
    "stance_colors", "looks", "Stance colors", "choice", "blue-orange",
    "All three can be told apart with any kind of color vision; the signs stay in every one.", (
        ("blue-orange", "Blue and orange"), ("purple-orange", "Purple and orange"), ("grayscale", "Grayscale"),
    ),
)  # fmt: skip
SWAP_SIDES: Preference[bool] = Preference(
    "swap_sides", "looks", "Swap the colors of the sides", "bool", False,
    "For places where one of the colors is a party's.",
)  # fmt: skip
SCALE: Preference[float] = Preference(
    "scale", "looks", "Interface scale", "number", 100.0,
    "Text, rows, cells, icons and targets, on top of the system's own scale.", low=100, high=300, step=25, suffix=" %",
    at_once=False,
)  # fmt: skip
REDUCED_MOTION: Preference[bool] = Preference(
    "reduced_motion", "looks", "Reduce motion", "bool", False,
    "Nothing glides, fades or unrolls; a playback goes step by step.",
)  # fmt: skip
ROW_HEIGHT: Preference[float] = Preference(
    "row_height", "timeline", "Row height", "number", 40.0, "Also by Ctrl+Shift and the wheel over the timeline.",
    low=24, high=96, step=4, suffix=" px",
)  # fmt: skip

COLUMN_WIDTH: Preference[float] = Preference(
    "column_width", "timeline", "Width of the matrix's columns", "number", 0.0,
    "0 lets the program choose; from 96 px on a cell shows how the position went. Also by dragging a column's edge.",
    low=0, high=320, step=2, suffix=" px",
)  # fmt: skip
MATRIX_TOTALS: Preference[bool] = Preference(
    "matrix_totals", "timeline", "Bars of totals beside the matrix", "bool", False,
    "How many stances each row and each column has, divided by side.",
)  # fmt: skip
SINGLE_KEYS: Preference[bool] = Preference(
    "single_keys", "timeline", "Single keys act in the timeline", "bool", True,
    "F, T, +, − and ? without Ctrl. Turn them off if you speak to your computer.",
)  # fmt: skip
TRACE_KEYS: Preference[bool] = Preference(
    "trace_keys", "timeline", "W, A, S, D zoom and pan", "bool", False,
    "By the places of these keys on the keyboard, whatever letters they bear.",
)  # fmt: skip
WHEEL_ZOOMS: Preference[bool] = Preference(
    "wheel_zooms", "timeline", "The wheel alone zooms", "bool", False,
    "The wheel with Ctrl then scrolls.",
)  # fmt: skip
LAYOUT: Preference[str] = Preference(
    "layout", "timeline", "Layout", "choice", "rows", "", (
        ("rows", "Stances beside the timeline"), ("stacked", "Matrix below the timeline"),
    ),
)  # fmt: skip
AXIS_PLACE: Preference[str] = Preference(
    "axis_place", "timeline", "Time axis", "choice", "top", "", (
        ("top", "Above the rows"), ("bottom", "Below the rows"), ("both", "Above and below"),
    ),
)  # fmt: skip
WEEK_NUMBERS: Preference[bool] = Preference(
    "week_numbers", "timeline", "Week numbers", "bool", False, "Weeks on the time axis are numbered (ISO 8601).",
)  # fmt: skip
ISO_DATES: Preference[bool] = Preference(
    "iso_dates", "timeline", "Dates as 2024-05-12", "bool", False,
    "Year, month, day, everywhere: on the axis, in lists and in exports.",
)  # fmt: skip
PUBLICATION_TICKS: Preference[bool] = Preference(
    "publication_ticks", "timeline", "Publication ticks", "bool", False,
    "A tick below each mark shows on which day it was reported.",
)  # fmt: skip
COVERAGE: Preference[str] = Preference(
    "coverage", "timeline", "Coverage", "choice", "auto",
    "Periods from which no articles are loaded are hatched: silence there says nothing.", (
        ("auto", "Where it says something"), ("on", "Always"), ("off", "Never"),
    ),
)  # fmt: skip

CHANGED_FILES: Preference[str] = Preference(
    "changed_files", "files", "A file that was added before and has changed", "choice", "ask",
    "An update keeps your corrections of the article.", (
        ("ask", "Ask what to do"), ("update", "Update its article"), ("both", "Keep both texts"),
        ("skip", "Skip it"),
    ),
)  # fmt: skip

FILTERED_MARKS: Preference[str] = Preference(
    "filtered_marks", "timeline", "What filters take away", "choice", "hide",
    "Dimmed marks stay as pale ones, so that it can be seen what a filter leaves out.", (
        ("hide", "Is hidden"), ("dim", "Is dimmed"),
    ),
)  # fmt: skip

PREFERENCES: tuple[Preference[Any], ...] = (
    THEME,
    STANCE_COLORS,
    SWAP_SIDES,
    SCALE,
    REDUCED_MOTION,
    ROW_HEIGHT,
    COLUMN_WIDTH,
    MATRIX_TOTALS,
    SINGLE_KEYS,
    TRACE_KEYS,
    WHEEL_ZOOMS,
    LAYOUT,
    AXIS_PLACE,
    WEEK_NUMBERS,
    ISO_DATES,
    PUBLICATION_TICKS,
    COVERAGE,
    CHANGED_FILES,
    FILTERED_MARKS,
)

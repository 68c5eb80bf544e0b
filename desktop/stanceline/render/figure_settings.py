"""What a figure shows and how large it is, as a value that can be kept as JSON: for presets, files and commands."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Literal

import msgspec

from stanceline import StancelineError

What = Literal["timeline", "matrix", "both"]
AxisPlace = Literal["top", "bottom", "both", "none"]
RowsWanted = Literal["all", "visible", "stance", "pinned", "first"]
RowHeight = Literal["fill", "compact", "comfortable", "cards"]
PagesBy = Literal["none", "year", "quarter", "month", "days", "count"]

PRESETS: dict[str, tuple[int, int | None, float]] = {
    "slide": (1920, 1080, 144.0),
    "slide-4k": (3840, 2160, 288.0),
    "report-a4": (3508, 2480, 300.0),
    "report-a3": (4961, 3508, 300.0),
    "poster-a0": (14043, 9933, 300.0),
    "web": (3200, 1800, 192.0),
    "journal": (1063, None, 300.0),
    "social": (1200, 675, 96.0),
}
"""Name -> width and height in px (None: what the rows need), dots per inch."""
ROW_PX: dict[RowHeight, float] = {"compact": 28.0, "comfortable": 40.0, "cards": 64.0}
LEAST_PX, MOST_PX = (200, 150), 30_000
LEAST_DPI, MOST_DPI = 36.0, 2400.0
LEAST_PT, MOST_PT = 4.0, 48.0
MOST_ROWS, MOST_PAGES = 100_000, 400
_LONGEST = 1 << 20
_PLACE = frozenset({"begin_s", "end_s", "today_s", "note", "data_date", "window", "origin"})
"""Fields that belong to one view or project, not to a look."""


class FigureError(StancelineError):
    """Settings that no figure can be made from."""


@dataclass(frozen=True)
class FigureSettings:
    """What a figure shows and how large it is.

    `height_px` None takes the height that the rows need. `begin_s` and `end_s` None show the time around the stances.
    `font_pt` is the size of labels on paper; None takes one with which all rows fill the page. `window` are
    the rows (first, end) that count as visible; `row_count` those of `rows="first"`. `pages_number` is the number of
    days of `pages_by="days"` and the number of pages of "count". `note` says which filters are in force, `data_date`
    how new the newest article is. `origin` is JSON that is embedded in the file (see `model.origin`).
    """

    what: What = "both"
    width_px: int = 1920
    height_px: int | None = None
    dpi: float = 144.0
    theme: str = "print"
    stance_colors: str = "blue-orange"
    swap_sides: bool = False
    title: str = ""
    note: str = ""
    data_date: str = ""
    begin_s: float | None = None
    end_s: float | None = None
    today_s: float | None = None
    rows: RowsWanted = "all"
    row_count: int = 20
    window: tuple[int, int] | None = None
    font_pt: float | None = None
    density: RowHeight = "fill"
    axis: AxisPlace = "top"
    legend: bool = True
    caption: bool = True
    sources: bool = True
    filters: bool = True
    transparent: bool = False
    outline_text: bool = False
    coverage: bool = False
    publication_ticks: bool = False
    week_numbers: bool = False
    pages_by: PagesBy = "none"
    pages_number: int = 2
    origin: str = ""

    def sized(self, preset: str) -> "FigureSettings":
        """The same with the size of a preset. Raises `FigureError` for unknown names."""
        if preset not in PRESETS:
            raise FigureError(f"There is no preset {preset!r}; choose one of {', '.join(PRESETS)}.")
        width, height, dpi = PRESETS[preset]
        return replace(self, width_px=width, height_px=height, dpi=dpi)

    def checked(self) -> "FigureSettings":
        """The same where all of it is within bounds. Raises `FigureError`."""
        height = self.height_px if self.height_px is not None else LEAST_PX[1]
        if self.width_px < LEAST_PX[0] or height < LEAST_PX[1] or not self.dpi > 0:
            raise FigureError(
                "The figure is too small. Use at least 200 x 150 px and a positive number of dots per inch."
            )
        if self.width_px > MOST_PX or height > MOST_PX or not LEAST_DPI <= self.dpi <= MOST_DPI:
            raise FigureError(
                f"The figure is too large, or its resolution is. Use at most {MOST_PX} px a side and "
                f"{LEAST_DPI:g} to {MOST_DPI:g} dots per inch."
            )
        if self.font_pt is not None and not LEAST_PT <= self.font_pt <= MOST_PT:
            raise FigureError(f"A font size of {self.font_pt:g} pt cannot be read. Use {LEAST_PT:g} to {MOST_PT:g} pt.")
        if self.pages_number < 1 or self.row_count < 1:
            raise FigureError("The numbers of rows and of pages must be at least 1.")
        return self


def look_of(settings: FigureSettings) -> dict[str, Any]:
    """Everything but what belongs to one view, as plain values for JSON."""
    return {name: value for name, value in msgspec.to_builtins(settings).items() if name not in _PLACE}


def with_look(settings: FigureSettings, look: Mapping[str, Any]) -> FigureSettings:
    """The settings with the values of a look laid over them. Raises `FigureError` for what is no look."""
    known = {field.name for field in fields(FigureSettings)} - _PLACE
    unknown = sorted(set(look) - known)
    if unknown:
        raise FigureError(f"There is no setting {unknown[0]!r}; there are {', '.join(sorted(known))}.")
    try:
        made = msgspec.convert({**msgspec.to_builtins(settings), **look}, FigureSettings)
    except msgspec.ValidationError as error:
        raise FigureError(f"These settings cannot be used: {error}.") from error
    return made.checked()


def read_look(content: bytes) -> dict[str, Any]:
    """A look from a JSON file's bytes. Raises `FigureError`."""
    if len(content) > _LONGEST:
        raise FigureError("The file of settings is too large. Give a JSON object of settings.")
    try:
        found = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise FigureError(f"The file of settings is not JSON: {error}.") from error
    if not isinstance(found, dict):
        raise FigureError('The file of settings must hold a JSON object, such as {"theme": "dark", "font_pt": 8}.')
    with_look(FigureSettings(), found)
    return found

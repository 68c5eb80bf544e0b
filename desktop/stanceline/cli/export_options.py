"""Options of `stanceline export` and the settings that they add up to; no Qt in here."""

import argparse
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stanceline import StancelineError
from stanceline.temporal.timex import DAY_S, days_from_civil, parse_day

if TYPE_CHECKING:
    from stanceline.render.charts import ChartKind
    from stanceline.render.figure_settings import FigureSettings

PICTURES = ("timeline", "matrix", "both")
TABLES = ("events", "statements")
CHARTS: "dict[str, ChartKind]" = {"chart-stances": "stance", "chart-sides": "sides", "chart-sources": "coverage"}
PICTURE_FORMATS = ("png", "svg", "pdf", "jpeg", "webp", "tiff")
DATA_FORMATS = ("html", "csv", "json", "ics", "timelinejs")
TABLE_FORMATS = ("csv", "json")
CHART_FORMATS = (*PICTURE_FORMATS, "csv")
_ENDINGS = {"jpg": "jpeg", "tif": "tiff", "htm": "html"}
_SIZE = re.compile(r"(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?|auto)(px|mm)?")
_PAGES = re.compile(r"(\d+)(d?)")
_MM_PER_INCH = 25.4


class ExportUsageError(StancelineError):
    """Options of `stanceline export` that do not go together."""


def add_look_options(parser: Any) -> None:
    """Everything that says what a figure looks like; None where nothing is said, so that a settings file may."""
    group = parser.add_argument_group("figures")
    group.add_argument("--preset", metavar="NAME", help="size by name: slide, slide-4k, report-a4, report-a3, ...")
    group.add_argument(
        "--settings", metavar="FILE", help='JSON with settings, such as {"theme": "dark", "font_pt": 8}; options win'
    )
    group.add_argument("--size", metavar="WxH", help="size as 1920x1080, 297x210mm or 90xautomm: width x height")
    group.add_argument("--width", type=int, metavar="PX", help="width in pixels (default: 1920)")
    group.add_argument("--height", type=int, metavar="PX", help="height in pixels (default: what the rows need)")
    group.add_argument("--dpi", type=float, metavar="N", help="pixels per inch (default: 144)")
    group.add_argument("--theme", choices=("light", "dark", "print"), help="colors (default: print)")
    group.add_argument("--palette", choices=("blue-orange", "purple-orange", "grayscale"), help="colors of the stances")
    group.add_argument("--swap-sides", action="store_true", default=None, help="exchange the colors of the sides")
    group.add_argument(
        "--rows", metavar="ROWS", help="all, stance (those that take one) or a number: the first so many (default: all)"
    )
    group.add_argument("--font", type=float, metavar="PT", help="size of labels on paper (default: what fits)")
    group.add_argument(
        "--row-height", choices=("fill", "compact", "comfortable", "cards"), help="height of the rows (default: fill)"
    )
    group.add_argument("--axis", choices=("top", "bottom", "both", "none"), help="where the axis stands (default: top)")
    group.add_argument(
        "--pages", metavar="BY", help="split over pages: year, quarter, month, 90d (days a page) or 4 (pages)"
    )
    group.add_argument(
        "--title", metavar="TEXT", help="title above the figure (default: the proposals; an empty text leaves it out)"
    )
    for name, says in (
        ("legend", "the legend"), ("sources", "the numbered sources"), ("caption", "the source caption"),
        ("filters", "filters and data date"),
    ):  # fmt: skip
        group.add_argument(f"--no-{name}", action="store_true", default=None, help=f"leave {says} out")
    group.add_argument("--no-metadata", action="store_true", help="do not embed the view")
    group.add_argument(
        "--outline-text", action="store_true", default=None, help="in SVG draw letters as shapes, for other programs"
    )
    group.add_argument("--transparent", action="store_true", default=None, help="no background")


def format_of(arguments: argparse.Namespace) -> str:
    """The file format that was asked for. Raises `ExportUsageError` where `--what` cannot be written so."""
    ending = Path(arguments.output).suffix.lstrip(".").lower()
    name: str = arguments.format or _ENDINGS.get(ending, ending)
    fitting: tuple[str, ...] = TABLE_FORMATS
    if arguments.what not in TABLES:
        fitting = CHART_FORMATS if arguments.what in CHARTS else (*PICTURE_FORMATS, *DATA_FORMATS)
    if name not in fitting:
        raise ExportUsageError(
            f"--what {arguments.what} cannot be written as {name or 'a file without an ending'}. "
            f"Choose --format {', '.join(fitting)}."
        )
    return name


def figure_settings(arguments: argparse.Namespace) -> "FigureSettings":
    """The settings of the file, the preset and the options, in this order. Raises `StancelineError`."""
    from stanceline.render.figure_settings import FigureSettings, read_look, with_look

    settings = FigureSettings()
    if arguments.settings:
        try:
            content = Path(arguments.settings).read_bytes()
        except OSError as error:
            raise ExportUsageError(f"--settings {arguments.settings}: {error.strerror}. Name a JSON file.") from error
        settings = with_look(settings, read_look(content))
    if arguments.preset:
        settings = settings.sized(arguments.preset)
    if arguments.width:
        settings = replace(settings, width_px=arguments.width, height_px=None)
    if arguments.height:
        settings = replace(settings, height_px=arguments.height)
    if arguments.dpi:
        settings = replace(settings, dpi=arguments.dpi)
    if arguments.size:
        width, height = parse_size(arguments.size, settings.dpi)
        settings = replace(settings, width_px=width, height_px=height)
    begin, end = parse_range(arguments.range)
    what = "both" if arguments.what in CHARTS else arguments.what
    look = {**_given(arguments), "what": what, **parse_rows(arguments.rows), **parse_pages(arguments.pages)}
    return replace(with_look(settings, look), begin_s=begin, end_s=end)


def _given(arguments: argparse.Namespace) -> dict[str, Any]:
    """What the plain options say, where they say anything."""
    values: dict[str, Any] = {
        "theme": arguments.theme, "stance_colors": arguments.palette, "swap_sides": arguments.swap_sides,
        "font_pt": arguments.font, "density": arguments.row_height, "axis": arguments.axis, "title": arguments.title,
        "transparent": arguments.transparent, "outline_text": arguments.outline_text,
    }  # fmt: skip
    for name in ("legend", "sources", "caption", "filters"):
        values[name] = False if getattr(arguments, f"no_{name}") else None
    return {name: value for name, value in values.items() if value is not None}


def parse_size(text: str, dpi: float) -> tuple[int, int | None]:
    """Width and height in px of `--size`, the height None for "auto". Raises `ExportUsageError`."""
    match = _SIZE.fullmatch(text)
    if match is None:
        raise ExportUsageError(f"--size {text}: write 1920x1080, 297x210mm, 1920xauto or 90xautomm.")
    scale = dpi / _MM_PER_INCH if match[3] == "mm" else 1.0
    return round(float(match[1]) * scale), None if match[2] == "auto" else round(float(match[2]) * scale)


def parse_rows(text: str | None) -> dict[str, Any]:
    """The settings of `--rows`. Raises `ExportUsageError`."""
    if text is None:
        return {}
    if text in ("all", "stance"):
        return {"rows": text}
    return {"rows": "first", "row_count": _counted(text, "--rows", "all, stance or a number of rows")}


def parse_pages(text: str | None) -> dict[str, Any]:
    """The settings of `--pages`. Raises `ExportUsageError`."""
    if text is None:
        return {}
    if text in ("none", "year", "quarter", "month"):
        return {"pages_by": text}
    match = _PAGES.fullmatch(text)
    number = _counted(match[1] if match else "", "--pages", "year, quarter, month, 90d for days or 4 for so many pages")
    return {"pages_by": "days" if match is not None and match[2] else "count", "pages_number": number}


def _counted(text: str, option: str, allowed: str) -> int:
    if not text.isdecimal() or int(text[:9]) < 1:
        raise ExportUsageError(f"{option}: write {allowed}.")
    return int(text[:9])


def parse_range(text: str | None) -> tuple[float | None, float | None]:
    """Seconds of FROM/TO, both included, None where open. Raises `ExportUsageError`."""
    if text is None:
        return None, None
    first, slash, last = text.partition("/")
    if not slash:
        last = first
    begin = _bound(first, text, behind=False) if first else None
    end = _bound(last, text, behind=True) if last else None
    if begin is not None and end is not None and end <= begin:
        raise ExportUsageError(f"--range {text}: the range ends before it begins. Write FROM/TO.")
    return begin, end


def _bound(text: str, whole: str, *, behind: bool) -> float:
    sign, digits = (-1, text[1:]) if text.startswith("-") else (1, text)
    parts = digits.split("-")
    if not 1 <= len(parts) <= 3 or not all(part.isdigit() for part in parts) or len(parts[0]) != 4:
        raise ExportUsageError(f"--range {whole}: {text!r} is no date. Write 2023, 2023-05 or 2023-05-03.")
    year, month = sign * int(parts[0]), int(parts[1]) if len(parts) > 1 else 1
    if not 1 <= month <= 12:
        raise ExportUsageError(f"--range {whole}: {text!r} has no such month.")
    if len(parts) == 3:
        day = parse_day(text)
        if day is None:
            raise ExportUsageError(f"--range {whole}: {text!r} is no day of the calendar.")
        return float((day + behind) * DAY_S)
    if behind and len(parts) == 1:
        year += 1
    elif behind:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return float(days_from_civil(year, month, 1) * DAY_S)

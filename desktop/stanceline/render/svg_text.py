"""Texts of an SVG that Qt wrote, for readers without the font: bound to their width, or turned into outlines."""

import html
import re
from functools import cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainterPath

from stanceline.render.fonts import font

_TEXT = re.compile(r"<text ([^>]*)>([^<]*)</text>")
_ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')
_BOLD_FROM = 600
_KINDS = {QPainterPath.ElementType.MoveToElement: "M", QPainterPath.ElementType.LineToElement: "L"}


def with_lengths(svg: str) -> str:
    """The same picture whose texts keep their width in any font, so that none runs into a mark beside it."""
    return _TEXT.sub(_bound, svg)


def _bound(match: re.Match[str]) -> str:
    given, words = dict(_ATTRIBUTE.findall(match[1])), html.unescape(match[2])
    width = _metrics(float(given["font-size"]), float(given.get("font-weight", "400")) >= _BOLD_FROM).horizontalAdvance(
        words
    )
    if not words.strip():
        return match[0]
    return f'<text textLength="{width:.1f}" lengthAdjust="spacingAndGlyphs" {match[1]}>{match[2]}</text>'


@cache
def _metrics(size: float, is_bold: bool) -> QFontMetricsF:
    return QFontMetricsF(font(size, bold=is_bold))


def with_outlines(svg: str) -> str:
    """The same picture without any `<text>`; what a text says stays as the label of its outline."""
    return _TEXT.sub(_outlined, svg)


def _outlined(match: re.Match[str]) -> str:
    given, words = dict(_ATTRIBUTE.findall(match[1])), html.unescape(match[2])
    is_bold = float(given.get("font-weight", "400")) >= _BOLD_FROM
    path = QPainterPath()
    at = QPointF(float(given["x"]), float(given["y"]))
    path.addText(at, font(float(given["font-size"]), bold=is_bold, italic=given.get("font-style") == "italic"), words)
    fill, opacity = given.get("fill", "#000000"), given.get("fill-opacity", "1")
    return (
        f'<path aria-label="{html.escape(words)}" fill="{fill}" fill-opacity="{opacity}" stroke="none" '
        f'fill-rule="nonzero" d="{_commands(path)}"/>'
    )


def _commands(path: QPainterPath) -> str:
    parts, at = [], 0
    while at < path.elementCount():
        element = path.elementAt(at)
        kind = _KINDS.get(element.type)
        if kind is not None:
            parts.append(f"{kind}{element.x:.2f},{element.y:.2f}")
            at += 1
            continue
        points = [path.elementAt(at + step) for step in range(3)]
        parts.append("C" + " ".join(f"{point.x:.2f},{point.y:.2f}" for point in points))
        at += 3
    return "".join(parts)

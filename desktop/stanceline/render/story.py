"""A story as a file: views one after the other, a page or a section each, with their names and notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from stanceline.render.export import render_pages, svg_bytes
from stanceline.render.figure import Figure

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { scroll-snap-type: y proximity; }
body { margin: 0; background: #fff; color: #171a20;
  font: 16px/1.5 "Source Sans Pro", "Source Sans 3", "Noto Sans", "DejaVu Sans", Arial, sans-serif; }
header, section { max-width: 1320px; margin: 0 auto; padding: 24px; }
section { min-height: 100vh; scroll-snap-align: start; border-top: 1px solid #dde1e7; }
h1 { font-size: 28px; line-height: 1.25; margin: 0 0 8px; } h2 { font-size: 22px; line-height: 1.3; margin: 0 0 4px; }
p { margin: 0 0 8px; max-width: 72em; white-space: pre-line; } .place { color: #555e6b; margin: 0; }
a { color: #5b3fc4; } a:focus-visible { outline: 3px solid #5b3fc4; outline-offset: 2px; }
figure { margin: 16px 0; } figure svg { width: 100%; height: auto; display: block; }
nav a { display: inline-block; min-height: 24px; margin-right: 16px; }
@media print { section { break-before: page; min-height: 0; border: 0; } nav { display: none; } }
"""


@dataclass(frozen=True)
class Scene:
    """One view of the story, composed."""

    name: str
    note: str
    figure: Figure


def story_pdf(scenes: Sequence[Scene]) -> bytes:
    """One PDF, a page a view, the names as bookmarks. Raises `ExportError`."""
    return render_pages([scene.figure for scene in scenes], [scene.name for scene in scenes], "pdf")[0]


def story_html(title: str, scenes: Sequence[Scene]) -> bytes:
    """One page that loads nothing from anywhere: a section a view, with links to the one before and after."""
    contents = "".join(
        f'<li><a href="#view-{number}">{_text(scene.name)}</a></li>' for number, scene in enumerate(scenes, 1)
    )
    parts = [
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta name="generator" content="Stanceline">\n<title>{_text(title)}</title>',
        f"<style>{_STYLE}</style>\n</head>\n<body>",
        f"<header><h1>{_text(title)}</h1>\n<ol>{contents}</ol></header>\n<main>",
        *(_section(number, len(scenes), scene) for number, scene in enumerate(scenes, 1)),
        "</main>\n</body>\n</html>\n",
    ]
    return "\n".join(parts).encode("utf-8", "replace")


def _section(number: int, count: int, scene: Scene) -> str:
    links = [
        f'<a href="#view-{to}">{words}</a>'
        for to, words in ((number - 1, "← Before"), (number + 1, "Next →"))
        if 1 <= to <= count
    ]
    svg = svg_bytes(scene.figure).decode("utf-8")
    # Names of gradients and clips are only unique within one picture.
    drawn = svg[svg.index("<svg") :].replace('id="', f'id="v{number}-').replace("url(#", f"url(#v{number}-")
    note = f"<p>{_text(scene.note)}</p>" if scene.note else ""
    return (
        f'<section id="view-{number}" aria-label="{_text(scene.name)}">\n<p class="place">{number} of {count}</p>\n'
        f"<h2>{_text(scene.name)}</h2>\n{note}\n<figure>{drawn}</figure>\n<nav>{''.join(links)}</nav>\n</section>"
    )


def _text(value: str) -> str:
    return escape(value, quote=True)

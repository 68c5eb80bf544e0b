"""A figure as one page of HTML that needs nothing else: picture, tables, quotations and numbered sources.

No script, no network, no font from elsewhere. The picture follows the reader's light or dark scheme; each mark in it is
a link to its row in the table, reachable by Tab, and each row names its source by number. Everything that comes from
an article is escaped; the page is well-formed XML, too.
"""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stanceline.model.marks import NO_STANCE, Corpus
from stanceline.model.origin import ELEMENT, escaped, without_controls
from stanceline.render.export import svg_bytes
from stanceline.render.figure import Figure
from stanceline.render.figure_parts import MARGIN
from stanceline.render.palette import STANCE_SIGNS, STANCE_WORDS
from stanceline.render.text import when_text

MOST_ROWS = 5_000
_MOST_LINKS = 3_000
_HIT_PX = 24.0
_PROLOG = re.compile(r"<\?xml[^>]*\?>|<!DOCTYPE[^>]*>|<metadata.*?</metadata>", re.DOTALL)
_KINDS = {"event": "Event", "statement": "Statement", "stance": "Stance"}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light dark; --ground: #fff; --text: #171a20; --muted: #555e6b; --line: #dde1e7; --alt: #f7f8fa;
  --accent: #5b3fc4; }
@media (prefers-color-scheme: dark) { :root { --ground: #1e1e1e; --text: #ececec; --muted: #b3b9c1; --line: #3a3f46;
  --alt: #262626; --accent: #b7a5ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px; max-width: 1320px; background: var(--ground); color: var(--text);
  font: 15px/1.5 "Source Sans Pro", "Source Sans 3", "Noto Sans", "DejaVu Sans", Arial, sans-serif; }
h1 { font-size: 26px; line-height: 1.25; margin: 0 0 8px; } h2 { font-size: 19px; margin: 32px 0 8px; }
p { margin: 0 0 8px; max-width: 72em; } .muted { color: var(--muted); }
a { color: var(--accent); } a:focus-visible, [tabindex]:focus-visible, summary:focus-visible {
  outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -9999px; } .skip:focus { left: 24px; top: 8px; background: var(--ground);
  padding: 8px 12px; }
figure { margin: 16px 0; } figure svg { width: 100%; height: auto; display: block; }
svg a:focus rect { stroke: var(--accent); stroke-width: 2.5; } svg a:hover rect { stroke: var(--accent); }
.dark { display: none; } @media (prefers-color-scheme: dark) { .dark { display: block; } .light { display: none; } }
@media print { .dark { display: none; } .light { display: block; } .scroll { max-height: none !important; } }
.scroll { overflow: auto; max-height: 80vh; border: 1px solid var(--line); border-radius: 6px; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: 6px 10px;
  border-bottom: 1px solid var(--line); } thead th { position: sticky; top: 0; background: var(--alt); }
tbody th { font-weight: 600; } tr:target { background: var(--alt); outline: 2px solid var(--accent); }
td.when { white-space: nowrap; } blockquote { margin: 0; } td.quote { min-width: 18em; }
ol.sources { padding-left: 2.5em; } ol.sources li { margin-bottom: 4px; }
"""


@dataclass(frozen=True)
class Page:
    """What a page shows: pictures light and dark (one pair for each page of the figure), rows, cells, account."""

    title: str
    account: str
    note: str
    light: Sequence[Figure]
    dark: Sequence[Figure]
    rows: Sequence[Mapping[str, Any]]
    corpus: Corpus
    has_cells: bool
    origin: str = ""


def html_page(page: Page) -> bytes:
    """The page as UTF-8. The same page gives the same bytes."""
    rows = page.rows[:MOST_ROWS]
    places = {str(row["id"]): f"mark-{number}" for number, row in enumerate(rows, 1)}
    origin = f'<metadata id="{ELEMENT}">{escaped(page.origin)}</metadata>' if page.origin else ""
    parts = [
        '<!DOCTYPE html>\n<html lang="en" xmlns="http://www.w3.org/1999/xhtml">\n<head>\n<meta charset="utf-8" />',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}" />',
        '<meta name="viewport" content="width=device-width, initial-scale=1" />',
        f'<meta name="generator" content="Stanceline" />\n<title>{_text(page.title)}</title>',
        f"<style>{_STYLE}</style>\n</head>\n<body>",
        '<a class="skip" href="#marks">Skip the picture, go to the table</a>\n<main>',
        f"<h1>{_text(page.title)}</h1>\n<p>{_text(page.account)}</p>",
        f'<p class="muted">{_text(page.note)}</p>' if page.note else "",
        *_pictures(page, places),
        *(_cells(page.corpus) if page.has_cells else ()),
        *_marks(page, rows),
        *_sources(page.corpus),
        f'</main>\n<div hidden="hidden">{origin}</div>\n</body>\n</html>\n',
    ]
    return "\n".join(part for part in parts if part).encode("utf-8", "replace")


def _text(value: object) -> str:
    return html.escape(without_controls(str(value)))


def _pictures(page: Page, places: Mapping[str, str]) -> Iterator[str]:
    for light, dark in zip(page.light, page.dark, strict=True):
        name = light.page_name if len(page.light) > 1 else page.title
        yield f'<figure aria-label="{_text(name)}">'
        yield f'<div class="light">{_svg(light, places)}</div>\n<div class="dark">{_svg(dark, places)}</div>'
        yield "</figure>"


def _svg(figure: Figure, places: Mapping[str, str]) -> str:
    drawn = _PROLOG.sub("", svg_bytes(figure).decode("utf-8", "replace")).strip()
    # No title: a browser would show it as a tool tip wherever the pointer rests.
    drawn = re.sub(r"<title>.*?</title>|<desc>.*?</desc>", "", drawn, flags=re.DOTALL)
    drawn = drawn.replace("<svg ", '<svg role="group" ', 1)
    end = drawn.rfind("</svg>")
    return without_controls(drawn[:end] + "".join(_links(figure, places)) + "</svg>")


def _links(figure: Figure, places: Mapping[str, str]) -> Iterator[str]:
    """A transparent link over each single mark, so that a keyboard reaches it and a pointer is told what it is."""
    plot, marks = figure.plot, figure.corpus.marks
    if plot is None:
        return
    left, top = figure.width - MARGIN - plot.width, figure.tops["rows"]
    inside = plot.within().glyphs
    for x, y, number in list(zip(inside.x.tolist(), inside.y.tolist(), inside.mark.tolist(), strict=True))[
        :_MOST_LINKS
    ]:
        place = places.get(marks.keys[number])
        if place is None:
            continue
        stance = int(marks.stance[number])
        side = f", {STANCE_WORDS[stance].lower()}" if stance != NO_STANCE else ""
        when = when_text(
            int(marks.begin[number]), int(marks.end[number]), int(marks.granularity[number]), int(marks.traits[number])
        )
        says = _text(f"{when}, {figure.corpus.rows[int(marks.row[number])].name}{side}: {marks.labels[number]}")
        box = f'x="{left + x - _HIT_PX / 2:.1f}" y="{top + y - _HIT_PX / 2:.1f}"'
        yield (
            f'<a href="#{place}" aria-label="{says}"><title>{says}</title><rect {box} width="{_HIT_PX:g}" '
            f'height="{_HIT_PX:g}" rx="5" fill="#000" fill-opacity="0" stroke="none" /></a>\n'
        )


def _cells(corpus: Corpus) -> Iterator[str]:
    cells = corpus.cells
    known = {(int(cells.row[n]), int(cells.column[n])): n for n in range(len(cells))}
    yield '<h2 id="stances">Who stands where</h2>'
    yield '<div class="scroll" tabindex="0" role="region" aria-labelledby="stances"><table>'
    titles = "".join(f'<th scope="col">{_text(title)}</th>' for _, title in corpus.columns)
    yield f'<thead><tr><th scope="col">Actor</th>{titles}</tr></thead><tbody>'
    for number, row in enumerate(corpus.rows[:MOST_ROWS]):
        if row.is_group_heading or not any((number, column) in known for column in range(len(corpus.columns))):
            continue
        boxes = []
        for column in range(len(corpus.columns)):
            cell = known.get((number, column))
            if cell is None:
                boxes.append('<td class="muted">no statement found</td>')
                continue
            stance = int(cells.stance[cell])
            count = int(cells.count[cell])
            boxes.append(f"<td>{STANCE_SIGNS[stance]} {STANCE_WORDS[stance].lower()} ({count})</td>")
        yield f'<tr><th scope="row">{_text(row.name)}</th>{"".join(boxes)}</tr>'
    yield "</tbody></table></div>"


def _marks(page: Page, rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    numbers = {article.key: number for number, article in enumerate(page.corpus.articles, 1)}
    yield '<h2 id="marks" tabindex="-1">Marks and their quotations</h2>'
    if len(rows) < len(page.rows):
        left = len(page.rows) - len(rows)
        yield f"<p>The first {len(rows):,} by date; {left:,} more are left out here. Export CSV to have all.</p>"
    yield '<div class="scroll" tabindex="0" role="region" aria-labelledby="marks"><table>'
    heads = ("Date", "Actor", "What", "Quotation", "How known", "Source")
    titles = "".join(f'<th scope="col">{head}</th>' for head in heads)
    yield f"<thead><tr>{titles}</tr></thead><tbody>"
    for number, row in enumerate(rows, 1):
        yield _mark(number, row, numbers)
    yield "</tbody></table></div>"


def _mark(number: int, row: Mapping[str, Any], numbers: Mapping[str, int]) -> str:
    when = row["when"] or f"undated: {row['undated'] or ''}"
    what = _KINDS.get(str(row["kind"]), "")
    if row["stance"] is not None:
        what = f"{STANCE_SIGNS[row['stance']]} {STANCE_WORDS[row['stance']]} – {row['proposal'] or ''}"
    elif row["kind"] == "event":
        what = f"Event: {row['label']}"
    sure = f"{row['confidence']:.0%} sure" if row["confidence"] is not None else ""
    known = ", ".join(part for part in (row["hearing"], sure, row["qualifiers"]) if part)
    source = numbers.get(str(row["article"]))
    link = f'<a href="#source-{source}" aria-label="source {source}">[{source}]</a>' if source else ""
    quote = f"<blockquote>“{_text(row['quote'])}”</blockquote>" if row["quote"] else ""
    return (
        f'<tr id="mark-{number}"><td class="when">{_text(when)}</td><th scope="row">{_text(row["actor"] or "")}</th>'
        f'<td>{_text(what)}</td><td class="quote">{quote}</td><td>{_text(known)}</td><td>{link}</td></tr>'
    )


def _sources(corpus: Corpus) -> Iterator[str]:
    if not corpus.articles:
        return
    yield '<h2 id="sources">Sources</h2>\n<ol class="sources">'
    for number, article in enumerate(corpus.articles, 1):
        said = [part for part in (article.outlet, article.title, article.date_text) if part]
        yield f'<li id="source-{number}">{_text(", ".join(said) if said else article.key)}</li>'
    yield "</ol>"

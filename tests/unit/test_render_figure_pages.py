"""Figures over pages: what each holds, that nothing is lost between them, bookmarks; and rows, fonts and axes."""

import os
import re
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from stanceline.model.marks import Corpus, Row
from stanceline.model.parts import only_rows, rows_with_cells
from stanceline.render.export import draw_image, page_paths, render, render_pages
from stanceline.render.figure import Figure, FigureError, FigureSettings, compose, frame_of
from stanceline.render.figure_data import account_for, wanted_keys
from stanceline.render.figure_pages import compose_pages, stretches_of
from stanceline.render.figure_settings import look_of, read_look, with_look
from stanceline.render.pdf_outline import with_outline
from tests.benchmarks.synthetic import synthetic_corpus
from tests.views import at, random_marks, small_corpus

pytestmark = pytest.mark.usefixtures("qapp")
A4 = FigureSettings(title="Who wants the levy").sized("report-a4")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return small_corpus()


@pytest.fixture(scope="module")
def large() -> Corpus:
    return synthetic_corpus(500)


def test_pages_follow_the_calendar_and_are_named_after_it(corpus: Corpus) -> None:
    whole = replace(A4, begin_s=float(at(2024, 2, 1)), end_s=float(at(2024, 10, 1)))
    names = {}
    for by in ("year", "quarter", "month"):
        frame = frame_of(corpus, replace(whole, pages_by=by))
        names[by] = [stretch.name for stretch in stretches_of(frame)]
    assert names["year"] == ["2024"]
    assert names["quarter"] == ["Q1 2024", "Q2 2024", "Q3 2024"]
    assert names["month"][0] == "February 2024"
    assert len(names["month"]) == 8
    days = frame_of(corpus, replace(whole, pages_by="days", pages_number=61))
    assert next(s.name for s in stretches_of(days)) == "1 February – 1 April 2024"


def test_pages_overlap_by_one_tick_and_leave_no_gap(corpus: Corpus) -> None:
    settings = replace(A4, begin_s=float(at(2024, 1, 1)), end_s=float(at(2025, 1, 1)), pages_by="quarter")
    pages = compose_pages(corpus, settings)
    drawn = [page for page in pages if page.plot is not None]
    assert len(drawn) == 4
    for page, following in pairwise(drawn):
        over = page.end_s - following.begin_s
        assert 0 < over < (following.end_s - following.begin_s) / 2
        assert page.plot is not None
        ticks = [tick.x for tick in page.plot.axis.lower if tick.x > 0]
        step = (ticks[-1] - ticks[-2]) * (page.end_s - page.begin_s) / page.plot.width
        assert over == pytest.approx(step, rel=0.15)
    assert drawn[-1].end_s == at(2025, 1, 1)
    assert drawn[1].parts.page == f"Page 2 of {len(pages)}"


def test_rows_that_do_not_fit_go_to_further_pages_with_everything_repeated(large: Corpus) -> None:
    settings = replace(A4, font_pt=12.0, pages_by="count", pages_number=1)
    pages = [page for page in compose_pages(large, settings) if page.plot is not None]
    assert len(pages) > 1
    shown = [row for page in pages for row in range(*page.rows)]
    assert shown == list(range(20))
    assert len({page.geometry.row_height for page in pages}) == 1
    assert len({page.scale for page in pages}) == 1
    for page in pages:
        assert page.parts.legend
        assert page.parts.axis_top
        assert page.tops["end"] <= page.height + 1
        assert sum(page.counts[name] for name in ("shown", "merged", "hidden", "undated")) == page.counts["total"]
    last = [page for page in compose_pages(large, settings) if page.plot is None]
    assert {page.page_name for page in last} == {"Sources"}
    assert [text for page in last for text in page.parts.sources][-1].startswith("[50]")
    assert all(page.tops["end"] <= page.height + 1 for page in last)


def test_so_many_pages_are_so_many_where_the_rows_can_be_made_to_fit(large: Corpus) -> None:
    pages = compose_pages(large, replace(A4, sources=False, pages_by="count", pages_number=3))
    assert len(pages) == 3
    assert all(page.rows == (0, 20) for page in pages)


def test_a_pdf_has_a_bookmark_for_each_page(corpus: Corpus) -> None:
    settings = replace(A4, begin_s=float(at(2024, 1, 1)), end_s=float(at(2025, 1, 1)), pages_by="quarter")
    pages = compose_pages(corpus, settings)
    (pdf,) = render_pages(pages, [page.page_name for page in pages], "pdf")
    assert pdf.count(b"/Type /Page\n") == len(pages)
    titles = [bytes.fromhex(one.decode()).decode("utf-16") for one in re.findall(rb"/Title <([0-9a-f]+)>", pdf)]
    assert titles == ["Q1 2024", "Q2 2024", "Q3 2024", "Q4 2024", "Sources"]
    # Every place in the last table of references is that of its object.
    table = int(pdf[pdf.rfind(b"startxref") + 9 :].split()[0])
    entries = re.findall(rb"(\d+) 1\n(\d{10}) 00000 n \n", pdf[table:])
    assert entries
    for number, place in entries:
        assert pdf[int(place) :].startswith(number + b" 0 obj")


def test_what_is_no_pdf_of_qt_is_left_alone() -> None:
    assert with_outline(b"%PDF-1.4 nothing", ["a"]) == b"%PDF-1.4 nothing"


def test_files_of_several_pages_are_numbered(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("pages") / "long.svg"
    assert page_paths(path, 1) == [path]
    assert [one.name for one in page_paths(path, 11)][:2] == ["long-01.svg", "long-02.svg"]


def test_too_many_pages_are_refused(corpus: Corpus) -> None:
    with pytest.raises(FigureError, match="400"):
        compose_pages(corpus, replace(A4, begin_s=0.0, end_s=1.7e9, pages_by="month"))
    with pytest.raises(FigureError, match="400"):
        compose_pages(corpus, replace(A4, pages_by="days", pages_number=1, begin_s=0.0, end_s=1.7e9))


# ---- rows, fonts, axes


def test_a_font_size_is_kept_and_rows_that_do_not_fit_are_told(large: Corpus) -> None:
    figure = compose(large, replace(A4, font_pt=14.0, sources=False))
    assert 12.5 * 0.75 * figure.scale * 96 / 300 == pytest.approx(14.0, abs=0.05)
    cut = round(next(note.number for note in figure.notes if note.kind == "rows_cut"))
    assert figure.rows == (0, 20 - cut)
    assert any("left out" in warning for warning in figure.warnings)
    with pytest.raises(FigureError, match="no room left for a row"):
        compose(large, replace(A4, font_pt=48.0))


@pytest.mark.parametrize(("density", "px"), [("compact", 28.0), ("comfortable", 40.0), ("cards", 64.0)])
def test_rows_are_as_high_as_asked(corpus: Corpus, density: str, px: float) -> None:
    figure = compose(corpus, with_look(A4, {"density": density}))
    assert figure.geometry.row_height == px


def test_the_axis_stands_where_it_is_wanted(corpus: Corpus) -> None:
    def texts(figure: Figure) -> list[str]:
        return re.findall(r"<text[^>]*>([^<]*)</text>", render(figure, "svg").decode())

    counts = {axis: texts(compose(corpus, with_look(A4, {"axis": axis}))).count("2024")
              for axis in ("none", "top", "bottom", "both")}  # fmt: skip
    assert counts == {"none": 0, "top": 1, "bottom": 1, "both": 2}


def test_only_rows_that_take_a_stance_are_kept_with_what_they_stand_under(corpus: Corpus) -> None:
    rows = [*corpus.rows, Row("state:d", "Silent state", "state")]
    wider = replace(corpus, rows=rows)
    assert rows_with_cells(wider) == [0, 1, 2, 3]
    figure = compose(wider, replace(A4, rows="stance"))
    assert [row.name for row in figure.corpus.rows][-1] == "Minister Adaeze Okafor"
    part = only_rows(corpus, [0, 2])
    assert part.total == corpus.total
    assert [row.key for row in part.rows] == ["heading:state", "state:b"]
    assert set(part.marks.row.tolist()) == {1}
    assert part.marks.labels[0] == "Backs the levy in principle"
    assert part.cells.row.tolist() == [1]


def test_a_window_of_rows_is_drawn_without_a_new_index(large: Corpus) -> None:
    figure = compose(large, replace(A4, rows="visible", window=(5, 9)))
    assert figure.rows == (5, 9)
    assert figure.plot is not None
    assert 0 <= min(figure.plot.glyphs.y) <= max(figure.plot.glyphs.y) <= figure.geometry.height_px
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", render(figure, "svg").decode())
    names = [text for text in texts if text.startswith("Federation")]
    assert names == ["Federation F", "Federation G", "Federation H", "Federation I"]


def test_nothing_overlaps_and_nothing_leaves_the_page(large: Corpus) -> None:
    for what in ("timeline", "matrix", "both"):
        for name in ("report-a4", "slide", "social", "journal"):
            settings = with_look(replace(A4, note="Filtered: support", data_date="1 May 2024"), {"what": what})
            figure = compose(large, settings.sized(name))
            order = ["title", "head", "header", "rows", "axis", "legend", "sources", "caption", "end"]
            tops = [figure.tops[part] for part in order]
            assert tops == sorted(tops)
            assert figure.tops["end"] <= figure.height + 0.5, (what, name)
            right = max(entry.text_x + figure.painter.measure(entry.entry.text) for entry in figure.parts.legend)
            assert right <= figure.width - 2 * 26


def test_a_corpus_of_one_mark_and_one_of_many_both_have_a_figure() -> None:
    few = replace(small_corpus(), marks=random_marks(1, 4, 3))
    assert compose(few, A4).counts["shown"] == 1


# ---- looks


def test_a_look_is_kept_as_json_without_what_belongs_to_a_view() -> None:
    settings = replace(A4, theme="dark", begin_s=5.0, note="x", origin="{}", window=(1, 2))
    look = look_of(settings)
    assert not {"begin_s", "note", "origin", "window"} & set(look)
    assert with_look(FigureSettings(), look).theme == "dark"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"{", "not JSON"), (b"[1]", "object"), (b'{"them": "dark"}', "no setting 'them'"),
        (b'{"axis": "left"}', "cannot be used"), (b'{"font_pt": 900}', "pt"), (b'{"begin_s": 3}', "no setting"),
        (b'{"width_px": 100000}', "too large"), (b"[" * 100_000, "not JSON"), (b" " * (2 << 20), "too large"),
    ],
)  # fmt: skip
def test_a_file_of_settings_is_read_strictly(content: bytes, says: str) -> None:
    with pytest.raises(FigureError, match=says):
        read_look(content)


def test_texts_of_an_svg_can_be_outlines_that_look_the_same(corpus: Corpus) -> None:
    figure = compose(corpus, replace(A4.sized("social"), title="Väter & <Söhne>", outline_text=True))
    outlined = render(figure, "svg")
    assert b"<text" not in outlined
    assert "Väter &amp; &lt;Söhne&gt;".encode() in outlined
    image = QImage(1200, 675, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    QSvgRenderer(outlined).render(painter)
    painter.end()
    drawn = draw_image(figure)
    pixels = [np.frombuffer(one.constBits(), np.uint8).astype(int) for one in (image, drawn)]
    assert np.abs(pixels[0] - pixels[1]).mean() < 1.0


def test_what_is_drawn_pale_counts_as_hidden_in_pictures_and_data(corpus: Corpus) -> None:
    later = np.zeros(len(corpus.marks), np.bool_)
    later[[0, 3]] = True
    pale = replace(corpus, later=later)
    whole = replace(A4, begin_s=float(at(2024, 1, 1)), end_s=float(at(2025, 1, 1)))
    before, after = compose(corpus, whole).counts, compose(pale, whole).counts
    assert after["hidden"] == before["hidden"] + 2
    assert sum(after[name] for name in ("shown", "merged", "hidden", "undated")) == after["total"] == before["total"]
    keys = wanted_keys(pale, whole)
    assert not {pale.marks.keys[0], pale.marks.keys[3]} & set(keys)
    assert account_for(pale, whole, keys).hidden == corpus.hidden + 2
    part = only_rows(pale, [1])
    assert part.later is not None
    assert part.later.tolist() == later[corpus.marks.row == 1].tolist()


def test_pinned_rows_can_be_drawn_alone(corpus: Corpus) -> None:
    rows = [replace(row, is_pinned=row.key == "state:b") for row in corpus.rows]
    figure = compose(replace(corpus, rows=rows), replace(A4, rows="pinned"))
    assert [row.key for row in figure.corpus.rows] == ["state:b"]
    with pytest.raises(FigureError, match="pinned"):
        compose(corpus, replace(A4, rows="pinned"))

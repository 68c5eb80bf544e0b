"""Figures as files, and sprites as pixels."""

import os
import re
from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from stanceline.model.marks import Corpus, empty_cells, empty_marks
from stanceline.render.atlas import USE_POINTERS, Atlas, paint_fragments
from stanceline.render.export import ExportError, draw_image, format_of, render
from stanceline.render.figure import PRESETS, FigureError, FigureSettings, What, compose
from tests.views import at, small_corpus

pytestmark = pytest.mark.usefixtures("qapp")
SETTINGS = FigureSettings(title="Who wants the levy", width_px=1400, dpi=96)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return small_corpus()


@pytest.mark.parametrize("what", ["timeline", "matrix", "both"])
@pytest.mark.parametrize("format_name", ["png", "svg", "pdf", "jpeg"])
def test_every_figure_can_be_written_in_every_format(corpus: Corpus, what: What, format_name: str) -> None:
    content = render(compose(corpus, replace(SETTINGS, what=what)), format_name)
    heads = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF", "jpeg": b"\xff\xd8"}
    assert content.startswith(heads[format_name])


@pytest.mark.parametrize("format_name", ["png", "svg"])
def test_the_same_figure_gives_the_same_bytes(format_name: str) -> None:
    first, second = (render(compose(small_corpus(), SETTINGS), format_name) for _ in range(2))
    assert first == second


def test_a_png_has_the_asked_size_and_resolution_and_says_what_it_is(corpus: Corpus) -> None:
    content = render(compose(corpus, FigureSettings(title="A title", width_px=3508, height_px=2480, dpi=300)), "png")
    image = QImage.fromData(content)
    assert (image.width(), image.height()) == (3508, 2480)
    assert image.dotsPerMeterX() == 11811
    assert image.text("Title") == "A title"
    assert "marks = " in image.text("Description")
    assert "The Example Daily" in image.text("Source")


def test_text_in_svg_is_text_and_nothing_is_an_image(corpus: Corpus) -> None:
    svg = render(compose(corpus, SETTINGS), "svg").decode()
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    assert "Lothenia" in texts
    assert "Rejects the harbor levy [1]" in texts
    assert any(text.startswith("[1] The Example Daily") for text in texts)
    assert "<image" not in svg
    assert "<title>Who wants the levy</title>" in svg
    assert "clip-path" not in svg
    assert "sans-serif" in svg


def test_texts_in_svg_keep_their_width_whatever_font_the_reader_has(corpus: Corpus) -> None:
    figure = compose(corpus, SETTINGS)
    svg = render(figure, "svg").decode()
    bound = re.findall(r'<text textLength="([\d.]+)" lengthAdjust="spacingAndGlyphs" [^>]*>([^<]*)</text>', svg)
    assert len(bound) == svg.count("<text ")
    widths = {text: float(width) for width, text in bound}
    assert widths["Rejects the harbor levy [1]"] == pytest.approx(
        figure.painter.measure("Rejects the harbor levy [1]"), abs=0.1
    )


def test_a_pdf_embeds_its_font(corpus: Corpus) -> None:
    pdf = render(compose(corpus, SETTINGS), "pdf")
    assert b"/FontFile2" in pdf
    assert b"/Subtype /Image" not in pdf


def test_the_account_of_a_figure_adds_up(corpus: Corpus) -> None:
    figure = compose(corpus, replace(SETTINGS, begin_s=float(at(2024, 4, 1)), end_s=float(at(2024, 6, 1))))
    counts = figure.counts
    assert counts["total"] == 15
    assert counts["shown"] + counts["merged"] + counts["hidden"] + counts["undated"] == counts["total"]
    assert counts["undated"] == 1
    assert counts["hidden"] > 5
    assert "15 marks" in figure.account


def test_a_figure_that_is_too_small_for_its_rows_is_scaled_down_and_says_so(corpus: Corpus) -> None:
    rows = [replace(row, key=f"{row.key}{n}") for n in range(30) for row in corpus.rows]
    figure = compose(replace(corpus, rows=rows), FigureSettings(width_px=800, height_px=450, dpi=96))
    assert figure.pixels == (800, 450)
    assert any("smallest text" in warning for warning in figure.warnings)
    last = figure.tops["rows"] + figure.geometry.height_px
    assert last <= figure.height


def test_a_clear_background_stays_clear(corpus: Corpus) -> None:
    image = draw_image(compose(corpus, replace(SETTINGS, transparent=True, title="")))
    assert image.pixelColor(3, 3).alpha() == 0


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_presets_have_a_true_size(preset: str) -> None:
    settings = SETTINGS.sized(preset)
    width, height, dpi = PRESETS[preset]
    assert (settings.width_px, settings.height_px, settings.dpi) == (width, height, dpi)


def test_what_cannot_be_drawn_is_refused_in_words(corpus: Corpus) -> None:
    with pytest.raises(FigureError, match="no actor"):
        compose(Corpus([], [], empty_marks(), empty_cells()), SETTINGS)
    with pytest.raises(FigureError, match="no proposal"):
        compose(replace(corpus, columns=[], cells=empty_cells()), replace(SETTINGS, what="matrix"))
    with pytest.raises(FigureError, match="too small"):
        compose(corpus, replace(SETTINGS, width_px=50))
    with pytest.raises(FigureError, match="before it begins"):
        compose(corpus, replace(SETTINGS, begin_s=10.0, end_s=5.0))
    with pytest.raises(FigureError, match="preset"):
        SETTINGS.sized("stamp")
    with pytest.raises(ExportError, match="200 megapixels"):
        draw_image(compose(corpus, replace(SETTINGS, width_px=20_000, height_px=20_000)))
    with pytest.raises(ExportError, match="Choose one of"):
        format_of(__import__("pathlib").Path("figure.bmp2"))


def _painted(*, by_pointer: bool) -> QImage:
    atlas = Atlas(1.0, 128)
    slots = []
    for number, color in enumerate((Qt.GlobalColor.red, Qt.GlobalColor.blue)):
        draw = lambda painter, color=color: painter.fillRect(0, 0, 10, 8, color)  # noqa: E731
        slots.append(atlas.slot(number, 10, 8, draw))
    target = QPixmap(60, 40)
    target.fill(Qt.GlobalColor.white)
    painter = QPainter(target)
    x, y = np.array([10.0, 30.0, 50.0]), np.array([10.0, 20.0, 30.0])
    fragments = atlas.fragments(x, y, np.array([slots[0], slots[1], slots[0]]))
    paint_fragments(painter, fragments, atlas.pixmap, by_pointer=by_pointer)
    painter.end()
    return target.toImage()


def test_sprites_painted_by_pointer_and_one_by_one_are_the_same() -> None:
    assert bool(USE_POINTERS)
    assert _painted(by_pointer=True) == _painted(by_pointer=False)
    assert _painted(by_pointer=True).pixelColor(30, 20) == Qt.GlobalColor.blue


def test_a_full_atlas_starts_over() -> None:
    atlas = Atlas(1.0, 64)
    generation = atlas.generation
    for number in range(40):
        slot = atlas.slot(number, 20, 20, lambda painter: painter.fillRect(0, 0, 20, 20, Qt.GlobalColor.red))
        assert slot[0] + slot[2] <= 64
        assert slot[1] + slot[3] <= 64
    assert atlas.generation > generation


@pytest.mark.parametrize("is_outlined", [False, True])
def test_an_svg_is_whole_xml_whatever_was_pasted_into_its_texts(corpus: Corpus, is_outlined: bool) -> None:
    settings = replace(SETTINGS, title="Tax\x0c & <levy>\x00 \x1b[31m\x01", outline_text=is_outlined)
    content = render(compose(corpus, settings), "svg")
    root = ElementTree.fromstring(content)
    titles = [one.text for one in root.iter("{http://www.w3.org/2000/svg}title")]
    assert titles == ["Tax & <levy> [31m"]

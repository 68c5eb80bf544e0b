"""Where cells stand and what they look like: every state apart, two halves where two states are compared."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from stanceline.model.marks import MIXED, NO_STANCE, Cells, Corpus, Trait
from stanceline.render.cell_glyph import draw_cell, sign_of
from stanceline.render.cells import (
    BAR_STEPS,
    GAP_LOOK,
    NOT_APPLICABLE,
    CellLook,
    bar_steps,
    index_cells,
    looks_of,
    pack_look,
    place_cells,
    unpack_look,
)
from stanceline.render.header import _is_level, cut_titles, fitting_width, header_height
from stanceline.render.legend import CHANGED, legend_entries, title_entries
from stanceline.render.painter_raster import RasterPainter
from stanceline.render.painter_vector import VectorPainter
from stanceline.render.palette import Palette, load_palette
from stanceline.render.scene import RowGeometry
from tests.views import small_corpus

SIZE = (34.0, 28.0)
LOOKS = [
    GAP_LOOK,
    CellLook(NOT_APPLICABLE),
    *(CellLook(stance, bar=5) for stance in (-2, -1, 0, 1, 2, MIXED)),
    *(CellLook(-2, level=level, bar=5) for level in (0, 1)),
    *(CellLook(1, int(trait), bar=5) for trait in (
        Trait.SECOND_HAND, Trait.SUGGESTED, Trait.CONDITIONAL, Trait.UNCERTAIN, Trait.EDITED,
    )),
    *(CellLook(2, before=before, bar=5) for before in (-2, 1)),
    CellLook(-2, before=2, bar=5),
    *(CellLook(2, bar=bar) for bar in (1, BAR_STEPS + 1)),
]  # fmt: skip


def drawn(look: CellLook, second: CellLook | None = None, palette: Palette | None = None) -> QImage:
    image = QImage(102, 84, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(3, 3)
    draw_cell(painter, palette or load_palette("light"), SIZE, look, second)
    painter.end()
    return image


def bits(image: QImage) -> bytes:
    return bytes(image.constBits())


def small_geometry() -> RowGeometry:
    return RowGeometry(28.0, 0.0, 280.0, len(small_corpus().rows))


@pytest.mark.parametrize("look", LOOKS)
def test_a_packed_look_is_the_look(look: CellLook) -> None:
    assert unpack_look(pack_look(look)) == look


def test_each_state_of_a_cell_looks_different_in_color_and_without(qapp: QApplication) -> None:
    for palette in (load_palette("light"), load_palette("dark"), load_palette("light", "grayscale")):
        assert len({bits(drawn(look, palette=palette)) for look in LOOKS}) == len(LOOKS)


def test_the_box_of_a_cell_shrinks_with_its_confidence(qapp: QApplication) -> None:
    support = QColor(load_palette("light")["support"]).rgb()

    def area(level: int) -> int:
        image = drawn(CellLook(2, level=level))
        return sum(image.pixel(x, y) == support for x in range(102) for y in range(84))

    assert area(0) < 0.6 * area(1)
    assert area(1) < 0.8 * area(2)


def test_the_arrow_points_to_support_and_the_sliver_has_the_color_before(qapp: QApplication) -> None:
    palette = load_palette("light")
    up, down = drawn(CellLook(2, before=-2)), drawn(CellLook(-2, before=2))
    corner = QRect(72, 2, 26, 24)
    assert bits(up.copy(corner)) != bits(down.copy(corner))
    # Near the lower left corner of the box stands the color of before, in its middle that of now.
    for image, now, before in ((up, "support", "oppose"), (down, "oppose", "support")):
        assert image.pixelColor(16, 46) == QColor(palette[before])
        assert image.pixelColor(76, 40) == QColor(palette[now])


def test_two_states_stand_side_by_side(qapp: QApplication) -> None:
    palette = load_palette("light")
    image = drawn(CellLook(-2), CellLook(2))
    assert image.pixelColor(14, 20) == QColor(palette["oppose"])
    assert image.pixelColor(88, 20) == QColor(palette["support"])
    assert bits(drawn(CellLook(-2), GAP_LOOK)) != bits(drawn(GAP_LOOK, CellLook(-2)))


def test_signs_say_conditional_and_uncertain() -> None:
    assert sign_of(CellLook(2, int(Trait.CONDITIONAL))) == "(++)"
    assert sign_of(CellLook(-1, int(Trait.UNCERTAIN))) == "−?"
    assert sign_of(CellLook(MIXED)) == "±"


def test_bars_grow_logarithmically_from_one_to_a_hundred() -> None:
    assert bar_steps(np.array([0, 1, 10, 100, 5000])).tolist() == [
        0,
        1,
        BAR_STEPS // 2 + 1,
        BAR_STEPS + 1,
        BAR_STEPS + 1,
    ]


def test_cells_are_found_by_row_and_column_in_any_order() -> None:
    cells = small_corpus().cells
    flipped = Cells(
        cells.row[::-1], cells.column[::-1], cells.stance[::-1], cells.confidence[::-1], cells.traits[::-1],
        cells.count[::-1], cells.stances[::-1],
    )  # fmt: skip
    assert [index_cells(cells).get(at) for at in ((1, 0), (2, 0), (3, 1), (2, 1), (0, 0), (9, 9))] == [
        0, 1, 2, None, None, None,
    ]  # fmt: skip
    assert index_cells(flipped).get((1, 0)) == 2


def test_every_pair_in_view_has_a_cell_but_headings_have_none() -> None:
    corpus = small_corpus()
    scene = place_cells(
        corpus.cells, index_cells(corpus.cells), corpus.rows, small_geometry(), range(2), 34.0, 190.0, 24.0
    )
    assert set(zip(scene.row.tolist(), scene.column.tolist(), strict=True)) == {
        (row, column) for row in (1, 2, 3) for column in (0, 1)
    }
    assert scene.number.tolist() == [0, -1, 1, -1, -1, 2]
    assert [unpack_look(look).stance for look in scene.look.tolist()] == [-2, NO_STANCE, 2, NO_STANCE, NO_STANCE, MIXED]
    assert not scene.count.any(), "narrow cells have no number"


def test_wide_cells_say_how_many_stances_without_copies() -> None:
    corpus = small_corpus()
    cells = replace(corpus.cells, copies=np.array([3, 0, 0], np.int32))
    scene = place_cells(cells, index_cells(cells), corpus.rows, small_geometry(), range(2), 44.0, 190.0, 24.0)
    assert scene.count.tolist() == [1, 0, 2, 0, 0, 30]


def test_both_painters_split_compared_cells(qapp: QApplication) -> None:
    corpus = small_corpus()
    known = index_cells(corpus.cells)
    other = replace(corpus.cells, stance=np.array([2, 2, -2], np.int8))
    scene = place_cells(
        corpus.cells, known, corpus.rows, small_geometry(), range(2), 64.0, 0.0, 26.0,
        second=(other, index_cells(other)),
    )  # fmt: skip
    assert scene.second is not None
    assert looks_of(other, scene.number).tolist() == scene.second.tolist()
    palette = load_palette("light")
    for scenes in (RasterPainter(palette, 1.0), VectorPainter(palette)):
        image = QImage(128, 112, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scenes.paint_cells(painter, scene)
        painter.end()
        assert image.pixelColor(8, 41) == QColor(palette["oppose"])
        assert image.pixelColor(56, 41) == QColor(palette["support"])


def test_titles_stand_upright_only_over_columns_that_are_too_narrow_for_them(qapp: QApplication) -> None:
    assert _is_level("Q2 2024", 34, "")
    assert not _is_level("Harbor levy", 34, "")
    assert _is_level("Harbor levy", 56, "")
    assert header_height(["Q2 2024", "All"], 34) < header_height(["A regional harbor levy for all ports"], 34)
    narrow = fitting_width(["All"], 26, 320)
    wide = fitting_width(["Extraordinarily-long-word-that-fits-nowhere"], 26, 320)
    assert 26 <= narrow < wide <= 320


def test_a_figure_tells_titles_in_full_that_are_cut_over_their_columns(qapp: QApplication) -> None:
    titles = [
        "Levy",
        "An extraordinarily long title of a proposal that fits over no column of a figure whatsoever",
        "All",
    ]
    assert cut_titles(titles, 34, 80) == [1]
    assert [entry.text for entry in title_entries(load_palette("print"), titles, 34, 80)] == [f"column 2: {titles[1]}"]
    assert not cut_titles(titles, 600, 80)


def test_a_figure_explains_changes_where_there_are_any(qapp: QApplication) -> None:
    corpus, palette = small_corpus(), load_palette("print")
    moved = replace(corpus, cells=replace(corpus.cells, before=np.array([2, NO_STANCE, NO_STANCE], np.int8)))

    def texts(shown: Corpus) -> list[str]:
        return [entry.text for entry in legend_entries(palette, shown, marks=False, cells=True)]

    assert CHANGED in texts(moved)
    assert CHANGED not in texts(corpus)

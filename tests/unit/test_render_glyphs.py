"""Glyphs, badges, cells: each kind of date and each status looks its own, with and without color, on both devices."""

import re
from collections.abc import Callable
from functools import partial
from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from stanceline.model.index import build_index
from stanceline.model.lanes import View, layout
from stanceline.model.marks import MIXED, NO_STANCE, Corpus, Kind, Trait
from stanceline.render.cell_glyph import draw_cell
from stanceline.render.cells import CellLook
from stanceline.render.glyphs import GLYPH_BOX, draw_badge, draw_glyph
from stanceline.render.legend import legend_entries
from stanceline.render.painter import ScenePainter, badge_looks
from stanceline.render.painter_raster import RasterPainter
from stanceline.render.painter_vector import VectorPainter
from stanceline.render.palette import Palette, load_palette
from stanceline.render.scene import PlotScene, RowGeometry, build_plot
from stanceline.render.tokens import STANCE_COLORS
from stanceline.temporal.timex import DAY_S
from tests.views import GLYPH_LINES, at, every_glyph, small_corpus

Pixels = NDArray[np.float64]
STANCES = (2, 1, 0, -1, -2, MIXED)
# Machado, Oliveira and Fernandes (2009), "A Physiologically-based Model for Simulation of Color Vision Deficiency",
# deuteranomaly of severity 1.0, for linear RGB.
DEUTERANOPE = np.array([
    [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
])  # fmt: skip
LUMINANCE = np.array([[0.2126, 0.7152, 0.0722]] * 3)


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Drawing needs one."""


def pixels_of(draw: Callable[[QPainter], None], ground: QColor, size: tuple[int, int] = GLYPH_BOX) -> Pixels:
    """What a drawing around the middle looks like at scale 2: (height, width, 3) from 0 to 255."""
    image = QImage(size[0] * 2, size[1] * 2, QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(2, 2)
    painter.translate(size[0] / 2, size[1] / 2)
    draw(painter)
    painter.end()
    return array_of(image)


def array_of(image: QImage) -> Pixels:
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return np.asarray(raw[:, : image.width(), 2::-1], np.float64)


def seen_as(pixels: Pixels, matrix: NDArray[np.float64]) -> Pixels:
    """The pixels as somebody sees them whose linear RGB is mapped by `matrix`."""
    share = pixels / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    mapped = np.clip(linear @ matrix.T, 0, 1)
    encoded = np.where(mapped <= 0.0031308, mapped * 12.92, 1.055 * mapped ** (1 / 2.4) - 0.055)
    return np.asarray(encoded * 255)


def ground_of(palette: Palette) -> Pixels:
    color = palette.color("surface")
    return np.array([color.red(), color.green(), color.blue()], np.float64)


def apart(one: Pixels, other: Pixels) -> int:
    """How many pixels (at scale 2) differ clearly."""
    return int(np.count_nonzero(np.abs(one - other).max(axis=2) > 40))


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_every_kind_of_date_and_status_has_a_look_of_its_own(theme: str) -> None:
    palette = load_palette(theme)
    looks: dict[str, Pixels] = {}
    for label, _, days, _, traits in GLYPH_LINES:
        if days > 1 and not traits & (Trait.SINCE | Trait.UNTIL | Trait.BEFORE):
            continue  # told apart by what is drawn below them
        look = Trait(traits)
        looks[label] = pixels_of(
            lambda painter, look=look: draw_glyph(painter, palette, Kind.EVENT, NO_STANCE, look),  # type: ignore[misc]
            palette.color("surface"),
        )
    for look in (Trait.COARSE, Trait.GHOST, Trait.PALE):
        looks[str(look)] = pixels_of(
            lambda painter, look=look: draw_glyph(painter, palette, Kind.EVENT, NO_STANCE, look),  # type: ignore[misc]
            palette.color("surface"),
        )
    # "By" and "before" say the same to the eye: the words tell them apart.
    del looks["Ready by that day"]
    for (one, first), (other, second) in combinations(looks.items(), 2):
        assert apart(first, second) >= 8, f"{one} and {other} look alike"


def shifted_cell(palette: Palette, stance: int, painter: QPainter) -> None:
    painter.translate(-17, -13)
    draw_cell(painter, palette, (34, 26), CellLook(stance, bar=0 if stance == NO_STANCE else 3))


def stance_looks(palette: Palette, kind: str) -> dict[int, Pixels]:
    ground = palette.color("surface")
    if kind == "cell":
        return {stance: pixels_of(partial(shifted_cell, palette, stance), ground) for stance in (*STANCES, NO_STANCE)}
    if kind == "badge":
        counts = {stance: np.eye(5, dtype=np.int32)[stance + 2] * 4 for stance in (2, 1, 0, -1, -2)}
        counts[MIXED] = np.array([2, 0, 0, 0, 2], np.int32)
        looks = {stance: badge_looks(count[None, :])[0] for stance, count in counts.items()}
        return {
            stance: pixels_of(lambda p, look=look: draw_badge(p, palette, 15.0, 4, look), ground)  # type: ignore[misc]
            for stance, look in looks.items()
        }
    trait = Trait.COARSE if kind == "coarse" else Trait.NONE
    return {
        stance: pixels_of(
            lambda p, stance=stance: draw_glyph(p, palette, Kind.STANCE, stance, trait),  # type: ignore[misc]
            ground,
        )
        for stance in STANCES
    }


@pytest.mark.parametrize("kind", ["glyph", "coarse", "badge", "cell"])
@pytest.mark.parametrize("sight", [LUMINANCE, DEUTERANOPE], ids=["gray", "deuteranope"])
@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize("colors", STANCE_COLORS)
def test_stances_stay_apart_without_color(kind: str, sight: NDArray[np.float64], theme: str, colors: str) -> None:
    looks = {key: seen_as(one, sight) for key, one in stance_looks(load_palette(theme, colors), kind).items()}
    for (one, first), (other, second) in combinations(looks.items(), 2):
        assert apart(first, second) >= 12, f"{one} and {other} look alike"


def test_sides_are_told_by_the_place_of_their_ticks() -> None:
    palette = load_palette("light")
    looks = stance_looks(palette, "glyph")
    ground = ground_of(palette)
    inked = {stance: np.abs(look - ground).max(axis=2) > 60 for stance, look in looks.items()}
    above = {stance: int(ink[:20].sum()) for stance, ink in inked.items()}
    below = {stance: int(ink[-20:].sum()) for stance, ink in inked.items()}
    assert above[2] > above[1] > 0
    assert below[-2] > below[-1] > 0
    assert above[MIXED] > 0 < below[MIXED]
    assert above[-2] == above[0] == below[0] == below[2] == 0


# ---- both devices ------------------------------------------------------------------------------------------


def scene_of(corpus: Corpus, painter: ScenePainter, *, row_height: float = 40.0) -> PlotScene:
    rows = len(corpus.rows)
    index = build_index(corpus.marks, rows, corpus.others)
    view = View(float(at(2024, 4, 10)), float(at(2024, 4, 10) + 60 * DAY_S), 1000.0, 0, rows)
    geometry = RowGeometry(row_height, 0.0, rows * row_height, rows)
    return build_plot(corpus, index, layout(index, view), geometry, painter.measure, lags=True)


def painted(painter: ScenePainter, scene: PlotScene) -> QImage:
    image = QImage(int(scene.width), int(scene.geometry.height_px), QImage.Format.Format_RGB32)
    target = QPainter(image)
    target.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.paint_ground(target, scene)
    painter.paint_marks(target, scene)
    target.end()
    return image


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("row_height", [28.0, 40.0, 64.0])
def test_sprites_on_the_screen_look_like_the_shapes_on_paper(theme: str, row_height: float) -> None:
    palette = load_palette(theme)
    screen, paper = RasterPainter(palette, 1.0), VectorPainter(palette)
    scene = scene_of(every_glyph(), paper, row_height=row_height)
    one, other = (array_of(painted(painter, scene)) for painter in (screen, paper))
    assert np.abs(one - other).mean() < 2.0
    blocks = np.abs(one - other)[: one.shape[0] // 20 * 20, : one.shape[1] // 20 * 20]
    means = blocks.reshape(one.shape[0] // 20, 20, -1, 20, 3).mean(axis=(1, 3, 4))
    # Sprites stand on whole pixels, shapes where they belong: half a pixel is the most they may differ by.
    assert means.max() < 40.0


def test_an_svg_of_every_glyph_holds_shapes_and_text_only() -> None:
    paper = VectorPainter(load_palette("print"))
    scene = scene_of(every_glyph(), paper).within()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(int(scene.width), int(scene.geometry.height_px)))
    painter = QPainter(generator)
    paper.paint_marks(painter, scene)
    painter.end()
    svg = bytes(buffer.data().data()).decode()
    assert "<image" not in svg
    assert len(set(re.findall(r'fill-opacity="([\d.]+)"', svg))) > 12, "ends of approximate times fade in steps"
    for words in ("before May 2024", "since May 2024", "c. 1 May 2024", "by 1 May 2024", "Parliament will vote"):
        assert words in svg


def test_what_is_drawn_beside_the_marks() -> None:
    painter = VectorPainter(load_palette("light"))
    corpus = every_glyph()
    scene = scene_of(corpus, painter)
    labels = corpus.marks.labels
    by_label = {labels[mark]: n for n, mark in enumerate(scene.glyphs.mark.tolist())}
    milestones = [by_label["Parliament ratifies the treaty"], by_label["Parliament will vote"]]
    assert scene.poles.x.tolist() == scene.glyphs.x[milestones].tolist()
    conflict = by_label["Met on one of two days"]
    per_day = 1000.0 / 60
    assert scene.ghosts.glyphs.x.tolist() == pytest.approx([scene.glyphs.x[conflict] + 9 * per_day])
    assert (scene.ghosts.x1 - scene.ghosts.x0).tolist() == pytest.approx([9 * per_day])
    assert len(scene.lags.x0) == len(scene.glyphs.x)
    spans = {labels[mark]: n for n, mark in enumerate(scene.spans.mark.tolist())}
    assert "Decides before May" not in spans, "of the month of the limit nothing is said"
    since, rough = spans["In force since May"], spans["About these weeks"]
    assert scene.spans.x0[since] == pytest.approx(21 * per_day)
    assert scene.spans.x1[since] == pytest.approx((21 + 31) * per_day)
    assert scene.spans.solid0[rough] - scene.spans.x0[rough] == pytest.approx(per_day)
    assert scene.spans.x1[rough] - scene.spans.solid1[rough] == pytest.approx(per_day)


# ---- legend ------------------------------------------------------------------------------------------------

ENTRIES = {
    Trait.PLANNED: "planned", Trait.UNCONFIRMED: "unconfirmed", Trait.CANCELLED: "cancelled", Trait.SINCE: "since",
    Trait.UNTIL: "until", Trait.BEFORE: "before", Trait.AFTER: "after", Trait.RECURRING: "comes again",
    Trait.MILESTONE: "milestone", Trait.CONFLICT: "disagree", Trait.APPROXIMATE: "approximate",
    Trait.INFERRED_DATE: "inferred", Trait.UNCERTAIN: "uncertain", Trait.MEETING: "meeting",
    Trait.PROTEST: "protest", Trait.INCIDENT: "incident", Trait.PUBLICATION: "publication",
}  # fmt: skip


def texts_of(corpus: Corpus, *, lags: bool = False) -> list[str]:
    palette = load_palette("light")
    return [entry.text for entry in legend_entries(palette, corpus, marks=True, cells=False, lags=lags)]


def test_the_legend_explains_every_glyph_that_occurs() -> None:
    texts = texts_of(every_glyph(), lags=True)
    for trait, word in ENTRIES.items():
        assert any(word in text for text in texts), trait
    assert any("week, month or year" in text for text in texts)
    assert "day of the report" in texts


def test_the_legend_is_silent_on_what_does_not_occur() -> None:
    texts = texts_of(small_corpus())
    for trait in (Trait.SINCE, Trait.RECURRING, Trait.MILESTONE, Trait.CONFLICT, Trait.APPROXIMATE):
        assert not any(ENTRIES[trait] in text for text in texts), trait
    assert "day of the report" not in texts


def test_every_entry_draws_something() -> None:
    palette = load_palette("light")
    for entry in legend_entries(palette, every_glyph(), marks=True, cells=False, merged=True, today=True, lags=True):
        pixels = pixels_of(entry.draw, palette.color("surface"))
        ground = ground_of(palette)
        inked = np.argwhere(np.abs(pixels - ground).max(axis=2) > 20)
        assert len(inked) > 10, entry.text
        assert inked[:, 1].min() > 1, f"{entry.text} is cut"
        assert inked[:, 1].max() < pixels.shape[1] - 2, f"{entry.text} is cut"

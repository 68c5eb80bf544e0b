"""Where the loaded articles reach, and what is hatched."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from stanceline.model.coverage import FOREVER_S, NEAR_DAYS, coverage_of
from stanceline.model.index import build_index
from stanceline.model.lanes import View, layout
from stanceline.model.marks import Corpus, Row, Source
from stanceline.render.hatch import hatch_lines
from stanceline.render.legend import legend_entries
from stanceline.render.painter import ScenePainter
from stanceline.render.painter_raster import RasterPainter
from stanceline.render.painter_vector import VectorPainter
from stanceline.render.palette import load_palette
from stanceline.render.scene import RowGeometry, build_plot
from stanceline.temporal.timex import DAY_S
from tests.views import at, small_corpus

MARCH, JUNE = at(2024, 3, 1) // DAY_S, at(2024, 6, 1) // DAY_S


def with_days(*days: int | None, hidden: int = 0) -> Corpus:
    articles = [Source(f"a{number}", "", "", "", day) for number, day in enumerate(days)]
    return replace(small_corpus(), articles=articles, hidden=hidden)


def test_an_article_covers_the_days_around_its_own() -> None:
    coverage = coverage_of(with_days(JUNE, MARCH, None, MARCH + 3))
    between = (float(MARCH + 3 + NEAR_DAYS + 1) * DAY_S, float(JUNE - NEAR_DAYS) * DAY_S)
    assert coverage.gaps == (
        (-FOREVER_S, float(MARCH - NEAR_DAYS) * DAY_S), between, (float(JUNE + NEAR_DAYS + 1) * DAY_S, FOREVER_S),
    )  # fmt: skip
    assert coverage.gap_at(MARCH * DAY_S) is None
    assert coverage.gap_at((JUNE - 30) * DAY_S) == between


@pytest.mark.parametrize(
    ("days", "says"),
    [((), False), ((None,), False), ((MARCH,), False), ((MARCH, MARCH + 20), False), ((MARCH, JUNE), True)],
)
def test_coverage_says_something_where_a_month_between_articles_is_missing(
    days: tuple[int | None, ...], says: bool
) -> None:
    assert coverage_of(with_days(*days)).says_something is says


def test_without_a_day_nothing_is_claimed() -> None:
    assert coverage_of(with_days(None)).gaps == ()


def test_rows_of_whom_no_article_speaks_are_named_unless_a_filter_hides_marks() -> None:
    corpus = with_days(MARCH)
    rows = [*corpus.rows, Row("state:z", "Silent land", "state")]
    silent = len(corpus.rows)
    assert coverage_of(replace(corpus, rows=rows)).rows == {silent}, "a heading is nobody"
    assert coverage_of(replace(corpus, rows=rows, hidden=1)).rows == frozenset()


def test_lines_of_the_hatching_stay_in_their_box_and_meet_those_of_the_next() -> None:
    left, right = hatch_lines(QRectF(0, 0, 40, 30)), hatch_lines(QRectF(40, 0, 40, 30))
    for line in left:
        for point in (line.p1(), line.p2()):
            assert 0 <= point.x() <= 40
            assert 0 <= point.y() <= 30
    ends = {round(line.y2(), 6) for line in left if line.x2() == 40}
    starts = {round(line.y1(), 6) for line in right if line.x1() == 40}
    assert ends - {0.0} <= starts


@pytest.mark.parametrize("kind", [RasterPainter, VectorPainter])
def test_only_what_no_article_covers_is_hatched(kind: type[ScenePainter], qapp: QApplication) -> None:
    palette = load_palette("light")
    painter = RasterPainter(palette, 1.0) if kind is RasterPainter else VectorPainter(palette)
    corpus = with_days(MARCH, JUNE)
    index = build_index(corpus.marks, len(corpus.rows))
    begin = float(at(2024, 2, 1))
    view = View(begin, begin + 200 * DAY_S, 1000.0, 0, len(corpus.rows))
    geometry = RowGeometry(40.0, 0.0, 160.0, len(corpus.rows))
    plan = layout(index, view)
    scene = build_plot(corpus, index, plan, geometry, painter.measure, coverage=coverage_of(corpus))
    plain = build_plot(corpus, index, plan, geometry, painter.measure)
    assert plain.uncovered == ()
    one, other = (pixels(painter, made) for made in (scene, plain))
    changed = np.abs(one - other).max(axis=(0, 2)) > 2
    per_day = 5.0
    for x0, x1 in ((0, 22), (37, 114), (129, 200)):
        assert changed[int(x0 * per_day) + 4 : int(x1 * per_day) - 4].mean() > 0.8
    for x0, x1 in ((22, 37), (114, 129)):
        assert not changed[int(x0 * per_day) + 4 : int(x1 * per_day) - 4].any()


def pixels(painter: ScenePainter, scene: object) -> "np.ndarray[tuple[int, int, int], np.dtype[np.float64]]":
    from stanceline.render.scene import PlotScene

    assert isinstance(scene, PlotScene)
    image = QImage(1000, 160, QImage.Format.Format_RGB32)
    target = QPainter(image)
    painter.paint_ground(target, scene)
    target.end()
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(160, 1000, 4)
    return raw[:, :, :3].astype(np.float64)


def test_the_legend_explains_the_hatching(qapp: QApplication) -> None:
    palette = load_palette("print")
    texts = [
        [one.text for one in legend_entries(palette, small_corpus(), marks=True, cells=False, coverage=on)]
        for on in (True, False)
    ]
    assert any("no articles from this time" in text for text in texts[0])
    assert not any("no articles from this time" in text for text in texts[1])

"""Python's collector of circles: never by itself over everything, now and then while nothing is under way."""

import gc
from collections.abc import Iterator
from weakref import ref

import pytest
from PySide6.QtCore import QObject

from stanceline.ui.collector import Collector, put_aside
from stanceline.ui.main_window import MainWindow


class Ring:
    """An object that holds itself."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture(autouse=True)
def threshold() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_a_window_takes_the_collector_over(shared: MainWindow) -> None:
    assert shared.is_complete
    assert gc.get_threshold()[2] > 1_000_000
    assert gc.isenabled()


def test_circles_are_found_while_nothing_is_under_way(qapp: object) -> None:
    owner, is_idle = QObject(), [False]
    collector = Collector(lambda: is_idle[0], owner)
    collector.take_over()
    seen = ref(Ring())
    collector._timer.timeout.emit()
    assert seen() is not None
    is_idle[0] = True
    collector._timer.timeout.emit()
    assert seen() is None


def test_what_was_put_aside_is_freed_by_its_count() -> None:
    rows = [object() for _ in range(10)]
    kept = Ring()
    kept.me = None  # type: ignore[assignment]
    seen = ref(kept)
    put_aside()
    assert gc.get_freeze_count() > 0
    del rows, kept
    assert seen() is None

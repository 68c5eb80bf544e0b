"""A short soak: hundreds of frames leave no memory behind and wear out no object. `make bench` has the long one."""

import sys
from pathlib import Path

import pytest

from stanceline.ui.main_window import MainWindow
from tests.benchmarks.bench_soak import painter_frames, window_frames

FRAMES = 300
pytestmark = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the memory in use is not told here")


def test_frames_of_the_window_leave_nothing_behind(shared: MainWindow) -> None:
    window_frames(shared, FRAMES)
    found = window_frames(shared, FRAMES)
    assert found["growth"] < 0.05
    # One reference lost or kept in each call would be thousands.
    assert abs(found["none_gained"]) < FRAMES


def test_frames_of_the_painter_leave_nothing_behind(shared: MainWindow) -> None:
    assert shared.timelineView is not None
    found = painter_frames(FRAMES)
    assert found["growth"] < 0.1
    assert abs(found["none_gained"]) < FRAMES
    assert sys.getrefcount(None) > 1000

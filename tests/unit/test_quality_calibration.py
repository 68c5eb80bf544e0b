"""The calibration error, and outcomes of cells."""

import pytest

from tests.quality.calibration import calibration_error


@pytest.mark.parametrize(
    ("outcomes", "error"),
    [
        ([], None),
        ([(0.5, True), (0.5, False)], 0.0),
        ([(0.9, True), (0.9, False)], 0.4),
        ([(1.0, True), (0.05, False)], 0.025),
    ],
)
def test_error_is_the_mean_distance_of_confidence_and_share(
    outcomes: list[tuple[float, bool]], error: float | None
) -> None:
    assert calibration_error(outcomes) == (None if error is None else pytest.approx(error))

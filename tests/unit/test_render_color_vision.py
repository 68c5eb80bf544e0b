"""Stance colors as people with other color vision see them: how far apart any two steps are.

Simulation by Machado, Oliveira and Fernandes 2009 at full severity, on linear sRGB; distances by CIEDE2000 after
Sharma, Wu and Dalal 2005, whose published pairs check the formula.
"""

from itertools import combinations
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

import pytest

from stanceline.render.tokens import STANCE_TOKENS, figure_tokens

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

SEEN_BY: dict[str, Matrix] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}  # fmt: skip
LEAST = {
    ("light", "blue-orange"): (24.5, 21.4, 24.4, 26.1), ("dark", "blue-orange"): (19.4, 19.6, 19.7, 18.9),
    ("light", "purple-orange"): (23.0, 21.7, 15.7, 17.1), ("dark", "purple-orange"): (27.9, 26.8, 27.3, 25.9),
    ("light", "grayscale"): (17.0, 17.0, 17.0, 17.0), ("dark", "grayscale"): (15.8, 15.8, 15.8, 15.8),
}  # fmt: skip
"""Theme and stance colors -> smallest distance for each kind of vision, in the order of `SEEN_BY`."""


def linear(color: str) -> Triple:
    """Linear sRGB, 0 to 1, of `#RRGGBB`."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return r, g, b


def times(matrix: Matrix, color: Triple) -> Triple:
    """A matrix times a color."""
    a, b, c = (sum(part * value for part, value in zip(row, color, strict=True)) for row in matrix)
    return a, b, c


def lab(rgb: Triple) -> Triple:
    """CIELAB, D65, of linear sRGB; what a simulation puts outside of the gamut is clipped to it."""
    clipped = tuple(min(max(part, 0.0), 1.0) for part in rgb)
    to_xyz: Matrix = (
        (0.4124564, 0.3575761, 0.1804375),
        (0.2126729, 0.7151522, 0.0721750),
        (0.0193339, 0.1191920, 0.9503041),
    )
    white = (0.95047, 1.0, 1.08883)
    xyz = times(to_xyz, (clipped[0], clipped[1], clipped[2]))
    x, y, z = (
        part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116
        for part in (value / most for value, most in zip(xyz, white, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: Triple, other: Triple) -> float:
    """CIEDE2000 between two colors in CIELAB."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    c_mean = (hypot(a1, b1) + hypot(a2, b2)) / 2
    g = 0.5 * (1 - sqrt(c_mean**7 / (c_mean**7 + 25.0**7)))
    a1, a2 = (1 + g) * a1, (1 + g) * a2
    c1, c2 = hypot(a1, b1), hypot(a2, b2)
    h1, h2 = degrees(atan2(b1, a1)) % 360, degrees(atan2(b2, a2)) % 360
    turn, mean = h2 - h1, (h1 + h2) / 2
    if c1 * c2 == 0:
        turn, mean = 0.0, h1 + h2
    elif abs(turn) > 180:
        turn += 360 if turn < 0 else -360
        mean += 180 if h1 + h2 < 360 else -180
    d_hue = 2 * sqrt(c1 * c2) * sin(radians(turn / 2))
    l_mean, c_mean = (l1 + l2) / 2, (c1 + c2) / 2
    t = (
        1 - 0.17 * cos(radians(mean - 30)) + 0.24 * cos(radians(2 * mean)) + 0.32 * cos(radians(3 * mean + 6))
        - 0.20 * cos(radians(4 * mean - 63))
    )  # fmt: skip
    s_l = 1 + 0.015 * (l_mean - 50) ** 2 / sqrt(20 + (l_mean - 50) ** 2)
    s_c, s_h = 1 + 0.045 * c_mean, 1 + 0.015 * c_mean * t
    turning = -2 * sqrt(c_mean**7 / (c_mean**7 + 25.0**7)) * sin(radians(60 * exp(-(((mean - 275) / 25) ** 2))))
    light, chroma, hue = (l2 - l1) / s_l, (c2 - c1) / s_c, d_hue / s_h
    return sqrt(light**2 + chroma**2 + hue**2 + turning * chroma * hue)


def least_distance(theme: str, colors: str, vision: str) -> float:
    """The smallest distance between any two of the five steps as one kind of vision has them."""
    tokens = figure_tokens(theme, colors)
    seen = [lab(times(SEEN_BY[vision], linear(tokens[token]))) for token in STANCE_TOKENS]
    return min(distance(one, other) for one, other in combinations(seen, 2))


@pytest.mark.parametrize(("one", "other", "expected"), [
    ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425), ((50, -1, 2), (50, 0, 0), 2.3669),
    ((50, 2.5, 0), (50, 0, -2.5), 4.3065), ((50, 2.5, 0), (73, 25, -18), 27.1492),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
])  # fmt: skip
def test_the_formula_gives_the_published_distances(one: Triple, other: Triple, expected: float) -> None:
    assert distance(one, other) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("vision", SEEN_BY)
@pytest.mark.parametrize(("theme", "colors"), LEAST)
def test_steps_stay_apart_for_every_color_vision(theme: str, colors: str, vision: str) -> None:
    found = least_distance(theme, colors, vision)
    assert found == pytest.approx(LEAST[theme, colors][list(SEEN_BY).index(vision)], abs=0.15)

"""Colors: contrast, completeness, choices."""

import pytest

from stanceline.render.palette import THEMES, Palette, PaletteError, load_palette
from stanceline.render.tokens import STANCE_COLORS, STANCE_TOKENS


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: str, b: str) -> float:
    bright, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.fixture(params=THEMES)
def palette(request: pytest.FixtureRequest) -> Palette:
    return load_palette(request.param)


@pytest.mark.parametrize("token", ["text", "text_muted", "text_faint"])
@pytest.mark.parametrize("ground", ["surface", "surface_alt", "surface_heading"])
def test_text_can_be_read_on_every_ground(palette: Palette, token: str, ground: str) -> None:
    assert contrast(palette[token], palette[ground]) >= 4.5


@pytest.mark.parametrize("colors", STANCE_COLORS)
@pytest.mark.parametrize("name", THEMES)
def test_the_sign_on_every_stance_can_be_read(name: str, colors: str) -> None:
    palette = load_palette(name, colors)
    for token in STANCE_TOKENS:
        assert contrast(palette[token], palette[f"on_{token}"]) >= 4.5, token


@pytest.mark.parametrize("token", ["outline", "event", "statement", "support", "oppose", "accent", "focus", "today"])
def test_marks_stand_out_from_the_surface(palette: Palette, token: str) -> None:
    assert contrast(palette[token], palette["surface"]) >= 3.0


def test_every_theme_names_the_same_colors() -> None:
    names = {theme: set(load_palette(theme).colors) for theme in THEMES}
    assert names["light"] == names["dark"] == names["print"]


def test_sides_can_be_swapped() -> None:
    plain, swapped = load_palette("light"), load_palette("light", swap_sides=True)
    assert swapped["support"] == plain["oppose"]
    assert swapped["on_lean_oppose"] == plain["on_lean_support"]
    assert swapped["neutral"] == plain["neutral"]


@pytest.mark.parametrize("arguments", [("sepia",), ("light", "rainbow")])
def test_unknown_names_are_refused_with_what_there_is(arguments: tuple[str, ...]) -> None:
    with pytest.raises(PaletteError, match="choose one of"):
        load_palette(*arguments)
    with pytest.raises(PaletteError, match="has no color"):
        _ = load_palette("light")["nonsense"]

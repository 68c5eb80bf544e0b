"""Colors of the window: contrast kept, both themes complete, every token used as the files say."""

import tomllib

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from stanceline.paths import resource
from stanceline.render.tokens import STANCE_COLORS, STANCE_TOKENS, is_dark
from stanceline.ui import theme as looks
from stanceline.ui.action_list import ACTIONS
from stanceline.ui.icons import draw_icon
from stanceline.ui.style_sheet import style_sheet
from stanceline.ui.theme import Theme, ThemeName, load_tokens

THEMES: tuple[ThemeName, ...] = ("light", "dark", "contrast-light", "contrast-dark")
TEXT_ON = (
    ("text", "chrome"), ("text", "surface"), ("text", "surface_sunken"), ("text", "accent_soft"), ("text", "hover"),
    ("text", "warning_soft"), ("text_muted", "chrome"), ("text_muted", "surface"), ("text_muted", "surface_sunken"),
    ("on_accent", "accent"), ("on_accent", "accent_hover"), ("accent", "surface"), ("warning", "warning_soft"),
    ("danger", "chrome"), ("text", "quote_soft"), ("mark_date", "surface"), ("mark_date", "quote_soft"),
)  # fmt: skip
SEEN_ON = (
    ("outline", "surface"), ("accent", "surface"), ("accent", "chrome"), ("mark_cue", "quote_soft"),
    ("mark_actor", "quote_soft"), ("mark_actor", "surface"),
)  # fmt: skip


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colors."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON)
def test_text_can_be_read(theme: ThemeName, ink: str, ground: str) -> None:
    tokens = load_tokens(theme)
    assert contrast(tokens[ink], tokens[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("mark", "ground"), SEEN_ON)
def test_outlines_can_be_seen(theme: ThemeName, mark: str, ground: str) -> None:
    tokens = load_tokens(theme)
    assert contrast(tokens[mark], tokens[ground]) >= 3.0


@pytest.mark.parametrize("theme", ["contrast-light", "contrast-dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON)
def test_high_contrast_is_high(theme: ThemeName, ink: str, ground: str) -> None:
    tokens = load_tokens(theme)
    # What is selected lies on a ground that stands out itself, so its text gets the ordinary contrast.
    assert contrast(tokens[ink], tokens[ground]) >= (4.5 if ground == "accent_soft" else 7.0)


@pytest.mark.parametrize("theme", ["contrast-light", "contrast-dark"])
def test_edges_and_selection_stand_out_in_high_contrast(theme: ThemeName) -> None:
    tokens = load_tokens(theme)
    for edge in ("border", "outline", "accent", "hatch", "scroll"):
        assert contrast(tokens[edge], tokens["surface"]) >= 4.5, edge
    assert contrast(tokens["accent_soft"], tokens["surface"]) >= 2.9


@pytest.mark.parametrize("colors", STANCE_COLORS)
@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("theme", THEMES)
def test_every_look_keeps_signs_and_outlines_readable(theme: ThemeName, colors: str, swapped: bool) -> None:
    tokens = load_tokens(theme, colors, swap_sides=swapped)
    for stance in STANCE_TOKENS:
        assert contrast(tokens[stance], tokens[f"on_{stance}"]) >= 4.5, stance
    for mark in ("outline", "support", "oppose", "focus", "accent", "event", "statement", "today", "hatch"):
        assert contrast(tokens[mark], tokens["surface"]) >= 3.0, mark


@pytest.mark.parametrize("name", [*THEMES, "window"])
def test_the_quick_reader_reads_what_toml_says(name: str) -> None:
    tables = tomllib.loads(resource(f"theme/{name}.toml").read_text(encoding="utf-8"))
    for theme in THEMES:
        found = tables.get(theme) if name == "window" else tables["colors"] if name == theme else None
        for token, color in (found or {}).items():
            expected = tomllib.loads(resource("theme/window.toml").read_text(encoding="utf-8"))[theme].get(token, color)
            assert load_tokens(theme)[token] == expected


@pytest.mark.parametrize("theme", THEMES)
def test_the_style_sheet_is_complete(theme: ThemeName) -> None:
    sheet = style_sheet(load_tokens(theme), dark=is_dark(theme))
    assert "$" not in sheet
    for part in sheet.split("url(")[1:]:
        assert resource("icons/" + part.split(")")[0].rsplit("/", 1)[-1]).is_file()


@pytest.mark.parametrize("name", sorted({spec.icon for spec in ACTIONS if spec.icon}))
def test_every_icon_is_drawn_in_the_asked_color(qapp: QApplication, name: str) -> None:
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    draw_icon(painter, name, QRectF(0, 0, 40, 40), "#FF0000")
    painter.end()
    drawn = [image.pixelColor(x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y).alpha() > 200]
    assert len(drawn) > 30
    assert all(color.red() > 240 and color.green() < 16 for color in drawn)


def test_a_choice_beats_the_system(qapp: QApplication) -> None:
    theme = Theme("dark")
    heard: list[str] = []
    theme.changed.connect(lambda: heard.append(theme.name))
    theme.choose("light")
    assert heard == ["light"]
    assert theme.tokens["surface"] == "#FFFFFF"


@pytest.mark.parametrize("is_high", [False, True])
def test_the_look_of_the_system_follows_its_wish_for_contrast(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, is_high: bool
) -> None:
    monkeypatch.setattr(looks, "wants_contrast", lambda: is_high)
    theme = Theme("light")
    theme.choose("system")
    assert theme.name == ("contrast-light" if is_high else "light")
    theme.choose("contrast-dark")
    assert (theme.name, theme.is_dark) == ("contrast-dark", True)


def test_reduced_motion_takes_the_styles_animations_away(qapp: QApplication) -> None:
    theme, window = Theme("light"), QWidget()
    theme.dress(window)
    theme.reduce_motion(True)
    assert "widget-animation-duration: 0" in window.styleSheet()
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_FadeMenu)
    theme.reduce_motion(False)
    assert "widget-animation-duration" not in window.styleSheet()
    window.deleteLater()

"""The window's look from named color tokens: palette, style sheet and tinted icons, light and dark.

Tokens are data (`resources/theme/window.toml`); nothing else in the window names a color. The theme follows
the system's color scheme and its wish for contrast unless the user chose a look.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from stanceline.render.fonts import load_fonts
from stanceline.render.tokens import STANCE_COLORS, figure_tokens, is_dark, read_tables
from stanceline.ui.icons import tinted_icon
from stanceline.ui.style_sheet import style_sheet

if TYPE_CHECKING:
    from stanceline.render.palette import Palette

ThemeName = Literal["light", "dark", "contrast-light", "contrast-dark"]
ThemeChoice = Literal["system", "light", "dark", "contrast-light", "contrast-dark"]

_MOVING = (
    Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_AnimateCombo, Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip, Qt.UIEffect.UI_AnimateToolBox,
)  # fmt: skip


def load_tokens(
    name: ThemeName, stance_colors: str = STANCE_COLORS[0], *, swap_sides: bool = False
) -> Mapping[str, str]:
    """Token name -> `#RRGGBB` for one theme: the figure's colors and, above them, the window's own."""
    return {**figure_tokens(name, stance_colors, swap_sides=swap_sides), **read_tables("window")[name]}


class Look(NamedTuple):
    """What tells two looks of the plot apart."""

    theme: ThemeName
    stance_colors: str
    swap_sides: bool


class Theme(QObject):
    """The look in force; `changed` is sent after tokens, palette and style sheet are in place."""

    changed = Signal()

    def __init__(self, choice: ThemeChoice = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice: ThemeChoice = choice
        self._stance_colors, self._swap_sides = STANCE_COLORS[0], False
        self.reduces_motion = False
        self._windows: list[QWidget] = []
        self._icons: dict[str, QIcon] = {}
        self.name: ThemeName = self._resolved()
        self.tokens = load_tokens(self.name)
        # Before any widget is made: those that are there keep the font they were made with.
        self._lay_on()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        QGuiApplication.styleHints().accessibility().contrastPreferenceChanged.connect(self._on_scheme_changed)

    @property
    def choice(self) -> ThemeChoice:
        """What the user chose; "system" follows the desktop."""
        return self._choice

    def _resolved(self) -> ThemeName:
        if self._choice != "system":
            return self._choice
        hints = QGuiApplication.styleHints()
        if hints.colorScheme() == Qt.ColorScheme.Dark:
            return "contrast-dark" if wants_contrast() else "dark"
        return "contrast-light" if wants_contrast() else "light"

    @property
    def is_dark(self) -> bool:
        """Whether the look in force has a dark ground."""
        return is_dark(self.name)

    def reduce_motion(self, is_reduced: bool) -> None:
        """Whether anything may glide, fade or unroll."""
        if is_reduced == self.reduces_motion:
            return
        self.reduces_motion = is_reduced
        for effect in _MOVING:
            QApplication.setEffectEnabled(effect, not is_reduced)
        self._lay_on()

    def choose(self, choice: ThemeChoice) -> None:
        """Use one look, or follow the system."""
        self._choice = choice
        self._refresh()

    def choose_stance_colors(self, stance_colors: str, *, swap_sides: bool) -> None:
        """Use one of `render.palette.STANCE_COLORS`, with the colors of the sides exchanged or not."""
        self._stance_colors, self._swap_sides = stance_colors, swap_sides
        self._refresh()

    @property
    def look(self) -> Look:
        """The look in force, as a key for what was drawn in it."""
        return Look(self.name, self._stance_colors, self._swap_sides)

    def palette(self) -> Palette:
        """The colors in force as painters of the plot want them."""
        from stanceline.render.palette import load_palette

        return load_palette(self.name, self._stance_colors, swap_sides=self._swap_sides)

    def _on_scheme_changed(self) -> None:
        self._refresh()

    def _refresh(self) -> None:
        name = self._resolved()
        tokens = load_tokens(name, self._stance_colors, swap_sides=self._swap_sides)
        if name == self.name and tokens == self.tokens:
            return
        self.name, self.tokens = name, tokens
        self._icons.clear()
        self._lay_on()
        self.changed.emit()

    def dress(self, window: QWidget) -> None:
        """Give a top-level window this look, now and whenever it changes."""
        self._windows.append(window)
        window.destroyed.connect(lambda: self._windows.remove(window) if window in self._windows else None)
        self._lay_on()

    def _lay_on(self) -> None:
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        if app.style().name() != "fusion":
            # The only style that takes every color from the palette on every platform.
            app.setStyle("Fusion")
        if app.font() != window_font():
            app.setFont(window_font())
        palette = make_palette(self.tokens)
        if app.palette() != palette:
            app.setPalette(palette)
        sheet = style_sheet(self.tokens, dark=self.is_dark, still=self.reduces_motion)
        for window in self._windows:
            if window.styleSheet() != sheet:
                window.setStyleSheet(sheet)

    def color(self, token: str) -> QColor:
        """The color of one token."""
        return QColor(self.tokens[token])

    def icon(self, name: str) -> QIcon:
        """The icon `name` in this theme's colors."""
        if name not in self._icons:
            tokens = self.tokens
            self._icons[name] = tinted_icon(
                name, normal=tokens["text_muted"], disabled=tokens["text_disabled"], active=tokens["accent"]
            )
        return self._icons[name]


def wants_contrast() -> bool:
    """Whether the system was told to show high contrast."""
    return QGuiApplication.styleHints().accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def make_palette(tokens: Mapping[str, str]) -> QPalette:
    """Qt's palette roles from tokens."""
    palette = QPalette()
    role = QPalette.ColorRole
    for target, token in (
        (role.Window, "chrome"), (role.WindowText, "text"), (role.Base, "surface"),
        (role.AlternateBase, "surface_sunken"),
        (role.Text, "text"), (role.Button, "surface"), (role.ButtonText, "text"), (role.BrightText, "danger"),
        (role.Highlight, "accent"), (role.HighlightedText, "on_accent"), (role.ToolTipBase, "surface_sunken"),
        (role.ToolTipText, "text"), (role.PlaceholderText, "text_muted"), (role.Link, "accent"),
        (role.LinkVisited, "accent"), (role.Accent, "accent"), (role.Light, "surface"), (role.Midlight, "hover"),
        (role.Mid, "border"), (role.Dark, "outline"), (role.Shadow, "text_disabled"),
    ):  # fmt: skip
        palette.setColor(target, QColor(tokens[token]))
    for target in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(tokens["text_disabled"]))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(tokens["hover"]))
    return palette


def window_font() -> QFont:
    """The bundled typeface at the size of the system's own font, but not smaller than 10.5 points."""
    # Source Sans is small for its size: a system font of 10 points looks like one of 10.5.
    size = max(10.5, QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF() * 1.05)
    font = QFont(load_fonts())
    font.setPointSizeF(size)
    return font


def fixed_font() -> QFont:
    """The system's font of even width, for times and paths in the log."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)

"""The window's style sheet, made from color tokens. Lengths keep to a grid of 4 px."""

import sys
from collections.abc import Mapping
from string import Template

from stanceline.paths import resource

_SHEET = Template("""
* { outline: 0; }
QMainWindow, QDialog, #mainWindow > QWidget { background: $chrome; color: $text; }
QToolTip { background: $surface_sunken; color: $text; border: 1px solid $border; padding: 4px 8px; }

QMenuBar { background: $chrome; color: $text; padding: 2px 8px; border: 0; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: 4px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $hover; }
QMenu { background: $surface; color: $text; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 8px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $text_disabled; background: transparent; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }

QToolBar { background: $chrome; border: 0; border-bottom: 1px solid $border; padding: 4px 8px; spacing: 4px; }
QToolBar::separator { background: $border; width: 1px; margin: 6px 4px; }
QToolButton#qt_toolbar_ext_button { image: url($icons/control-chevron-right.svg); padding: 0; border: 0; }
QToolBar QToolButton { padding: 5px 6px; }
QToolButton { background: transparent; color: $text; border: 1px solid transparent; border-radius: 6px;
  padding: 5px 8px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $pressed; }
QToolButton:checked { background: $accent_soft; }
QToolButton:focus { border: 2px solid $accent; padding: 4px 7px; }
QToolButton:disabled { color: $text_disabled; background: transparent; }
QToolButton[framed="true"] { background: $surface; border: 1px solid $outline; padding: 5px 8px; }
QToolButton[framed="true"]:hover { border-color: $accent; }
QToolButton[framed="true"]:focus { border: 2px solid $accent; padding: 4px 7px; }
QFrame[chip="true"] { background: $accent_soft; border: 1px solid $accent_soft; border-radius: 13px; }
QFrame[chip="true"][dims="true"] { background: $surface; border: 1px dashed $accent; }
QFrame[chip="true"]:hover { border-color: $accent; }
QToolButton[chipPart="true"] { border: 1px solid transparent; border-radius: 10px; padding: 1px 2px; }
QToolButton[chipPart="true"]:hover { background: $hover; }
QToolButton[chipPart="true"]:focus { border: 2px solid $accent; }
QToolButton[quiet="true"] { color: $text_muted; padding: 3px; }
QToolButton[quiet="true"]:hover { color: $text; }
QToolButton[call="false"] { color: $text_muted; padding: 3px; }
QToolButton[call="true"] { color: $accent; font-weight: 600; padding: 3px 8px; border: 1px solid $accent; }
QToolButton[call="true"]:hover { background: $accent_soft; }
QToolButton::menu-indicator { image: none; }

QPushButton { background: $surface; color: $text; border: 1px solid $outline; border-radius: 6px;
  padding: 6px 16px; min-height: 16px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 15px; }
QPushButton:disabled { color: $text_disabled; border-color: $border; background: transparent; }
QPushButton:default, QPushButton[primary="true"] { background: $accent; color: $on_accent; border: 1px solid $accent;
  font-weight: 600; }
QPushButton:default:hover, QPushButton[primary="true"]:hover { background: $accent_hover; }
QPushButton:default:focus, QPushButton[primary="true"]:focus { border: 2px solid $text; padding: 5px 15px; }
QPushButton:default:disabled { background: $pressed; color: $text_disabled; border-color: $pressed; }
QPushButton[flat="true"] { background: transparent; border: 1px solid transparent; color: $accent; padding: 4px 8px; }
QPushButton[flat="true"]:hover { background: $accent_soft; }
QPushButton[flat="true"][listed="true"] { text-align: left; font-weight: 600; }
QPushButton[flat="true"]:disabled { color: $text_disabled; }
QPushButton[flat="true"]:focus { border: 2px solid $accent; padding: 3px 7px; }

QPushButton[words="true"] { background: transparent; border: 1px solid transparent; color: $accent; padding: 1px 0;
  text-align: left; font-weight: 600; border-radius: 4px; }
QPushButton[words="true"]:hover { background: $accent_soft; }
QPushButton[words="true"]:focus { border: 1px solid $accent; }

QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit[field="true"] { background: $surface; color: $text;
  border: 1px solid $outline; border-radius: 6px; padding: 5px 8px; min-height: 16px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QPlainTextEdit { placeholder-text-color: $text_muted; }
QLineEdit:focus, QSpinBox:focus, QComboBox:focus, QDoubleSpinBox:focus { border: 2px solid $accent; padding: 4px 7px; }
QPlainTextEdit[field="true"]:focus { border: 2px solid $accent; padding: 4px 7px; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled { color: $text_disabled;
  border-color: $border; }
QLineEdit[invalid="true"] { border: 2px solid $danger; padding: 4px 7px; }
QComboBox { padding-right: 24px; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow { image: url($icons/control-chevron.svg); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: $surface; color: $text; border: 1px solid $border; padding: 4px;
  selection-background-color: $accent_soft; selection-color: $text; }
QSpinBox, QDoubleSpinBox { padding: 5px 0 5px 8px; }
QSpinBox:focus, QDoubleSpinBox:focus { padding: 4px 0 4px 7px; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {
  border: 0; width: 0; background: transparent; }

QCheckBox, QRadioButton { color: $text; spacing: 8px; min-height: 24px; background: transparent; }
QCheckBox:disabled, QRadioButton:disabled { color: $text_disabled; }
QCheckBox::indicator, QTreeView::indicator, QListView::indicator { width: 14px; height: 14px;
  border: 1px solid $outline; border-radius: 4px; background: $surface; }
QCheckBox::indicator:hover, QTreeView::indicator:hover { border-color: $accent; }
QCheckBox::indicator:focus { border: 2px solid $accent; width: 12px; height: 12px; }
QCheckBox::indicator:checked, QTreeView::indicator:checked { background: $accent; border-color: $accent;
  image: url($icons/control-check-$ink.svg); }
QCheckBox::indicator:indeterminate, QTreeView::indicator:indeterminate { background: $accent; border-color: $accent;
  image: url($icons/control-partial-$ink.svg); }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $outline;
  border-radius: 8px; background: $surface; }
QRadioButton::indicator:checked { background: $accent; border-color: $accent;
  image: url($icons/control-dot-$ink.svg); }

QAbstractItemView { background: $surface; color: $text; border: 0; alternate-background-color: $surface_sunken;
  selection-background-color: $accent_soft; selection-color: $text; }
QAbstractItemView::item { padding: 4px 8px; }
QTreeView::item { padding: 3px 4px; min-height: 20px; }
QTreeView::item:hover, QListView::item:hover { background: $hover; }
QAbstractItemView::item:selected { background: $accent_soft; color: $text; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QTableView { gridline-color: $border; }
QTableView:focus, QListView:focus, QTreeView:focus { border: 2px solid $accent; }
QListView[side="true"] { background: transparent; border: 2px solid transparent; border-radius: 8px; }
QListView[side="true"]:focus { border: 2px solid $accent; }
QListView[side="true"]::item { padding: 6px 8px; border-radius: 6px; }
QTableView[framed="true"] { border: 2px solid $border; border-radius: 6px; }
QTableView[framed="true"]:focus { border: 2px solid $accent; }
QTreeView::branch { background: transparent; }
QTreeView::branch:has-children:closed { image: url($icons/control-chevron-right.svg); }
QTreeView::branch:has-children:open { image: url($icons/control-chevron.svg); }
QHeaderView { background: $surface_sunken; border: 0; }
QHeaderView::section { background: $surface_sunken; color: $text_muted; border: 0; border-bottom: 1px solid $border;
  border-right: 1px solid $border; padding: 5px 8px; font-weight: 600; }
QHeaderView::section:hover { color: $text; }
QHeaderView::down-arrow { image: url($icons/control-chevron.svg); width: 12px; height: 12px; }
QHeaderView::up-arrow { image: url($icons/control-chevron-up.svg); width: 12px; height: 12px; }
QTableCornerButton::section { background: $surface_sunken; border: 0; }

QTabWidget::pane { border: 0; border-top: 1px solid $border; }
QTabBar { background: transparent; border: 0; }
QTabBar::tab { background: transparent; color: $text_muted; padding: 7px 12px 6px 12px; border: 0;
  border-bottom: 2px solid transparent; margin-right: 4px; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $accent; }

QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }

QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: 12px; margin: 0; }
QScrollBar:horizontal { height: 12px; margin: 0; }
QScrollBar::handle { background: $scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $outline; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSlider::groove:horizontal { height: 4px; background: $pressed; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 10px; margin: -5px 0; border-radius: 7px; background: $surface;
  border: 2px solid $accent; }
QSlider::handle:horizontal:focus { background: $accent; }
$buttons
QProgressBar { background: $pressed; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QStatusBar { background: $chrome; color: $text_muted; border-top: 1px solid $border; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: $text_muted; padding: 2px 8px; }
QScrollArea { background: transparent; border: 0; }
QGroupBox { border: 0; margin-top: 20px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: $text_muted; }

QLabel { background: transparent; color: $text; }
QLabel[role="title"] { font-size: 16pt; font-weight: 600; }
QLabel[role="headline"] { font-size: 12.5pt; font-weight: 600; }
QLabel[role="faded"] { color: $text_disabled; font-size: 12.5pt; font-weight: 600; }
QLabel[role="section"] { color: $text_muted; font-size: 8.5pt; font-weight: 700; }
QLabel[role="muted"] { color: $text_muted; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="danger"] { color: $danger; }

QFrame[pane="true"] { background: $surface; border: 0; }
QFrame[rail="true"] { background: $chrome; border: 0; border-right: 1px solid $border; }
QFrame[bar="true"] { background: $chrome; border: 0; border-bottom: 1px solid $border; }
QFrame[lowBar="true"] { background: $chrome; border: 0; border-top: 1px solid $border; }
QFrame[notice="warning"] { background: $warning_soft; border: 0; border-bottom: 1px solid $border; }
QFrame[notice="plain"] { background: $accent_soft; border: 0; border-bottom: 1px solid $border; }
QFrame[card="true"] { background: $surface; border: 1px solid $border; border-radius: 8px; }
QFrame[card="true"][lit="true"] { background: $hover; }
QFrame[card="true"][current="true"] { border: 2px solid $accent; }
QFrame[suggestion="true"]:focus { border: 2px solid $accent; }
QFrame[line="true"] { background: $border; border: 0; max-height: 1px; min-height: 1px; }
QFrame[drop="true"] { background: $surface; border: 2px dashed $outline; border-radius: 12px; }
QFrame[drop="active"] { background: $accent_soft; border: 2px dashed $accent; border-radius: 12px; }
QPlainTextEdit, QTextBrowser, QTextEdit { background: $surface; color: $text; border: 0; padding: 8px;
  selection-background-color: $accent; selection-color: $on_accent; }
""")


def style_sheet(tokens: Mapping[str, str], *, dark: bool, still: bool = False) -> str:
    """The style sheet of all windows in one theme; `still` keeps the style's own animations off."""
    icons = resource("icons").as_posix()
    # Desktops on Linux put the main button last; elsewhere Qt knows the platform's order.
    buttons = (
        "QDialogButtonBox { button-layout: 3; dialogbuttonbox-buttons-have-icons: 0; }"
        if sys.platform == "linux"
        else ""
    )
    motion = "* { widget-animation-duration: 0; }\n" if still else ""
    return motion + _SHEET.substitute(tokens, icons=icons, ink="dark" if dark else "light", buttons=buttons)

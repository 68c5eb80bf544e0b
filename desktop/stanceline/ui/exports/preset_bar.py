"""Presets of the export dialog: those of the program, the user's own, and what can be done with these."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QInputDialog, QMenu, QPushButton, QWidget

from stanceline.render.figure_settings import PRESETS
from stanceline.ui.exports.saved import LONGEST_NAME, Preset, name_trouble, read_presets, write_presets
from stanceline.ui.settings import Settings
from stanceline.ui.words import say

SHIPPED = {
    "slide": "Slide 16:9", "slide-4k": "Slide 4K", "report-a4": "Report A4 landscape",
    "report-a3": "Report A3 landscape", "poster-a0": "Poster A0", "web": "Web 1600 at 2×",
    "journal": "Journal column 90 mm", "social": "Social media",
}  # fmt: skip
OWN_SIZE = "own"


class PresetBar(QWidget):
    """`chosen` carries the name of one of the program's presets or a `Preset`; `save_asked` a name to save under."""

    chosen = Signal(object)
    save_asked = Signal(str)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._own = read_presets(settings)
        self.combo = QComboBox()
        self.combo.setObjectName("exportPreset")
        self.combo.setAccessibleName(say("Preset"))
        self.combo.currentIndexChanged.connect(self._on_chosen)
        self.menu_button = QPushButton(say("Presets"))
        self.menu_button.setAutoDefault(False)
        self.menu_button.setObjectName("exportPresetMenu")
        self.menu_button.setAccessibleName(say("Save, rename or delete presets"))
        self.menu = QMenu(self)
        self.menu.setObjectName("exportPresetActions")
        self.menu_button.setMenu(self.menu)
        self.menu.aboutToShow.connect(self.fill_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.combo, 1)
        row.addWidget(self.menu_button)
        self._fill(OWN_SIZE)
        self.fill_menu()

    def _fill(self, current: str) -> None:
        self.combo.blockSignals(True)
        self.combo.clear()
        for name, text in SHIPPED.items():
            width, height, _ = PRESETS[name]
            self.combo.addItem(say(text), name)
            size = f"{width} × {height} px" if height else say("%1 px wide").replace("%1", str(width))
            self.combo.setItemData(self.combo.count() - 1, size, Qt.ItemDataRole.ToolTipRole)
        if self._own:
            self.combo.insertSeparator(self.combo.count())
        for preset in self._own:
            self.combo.addItem(preset.name, preset)
        self.combo.insertSeparator(self.combo.count())
        self.combo.addItem(say("As set below"), OWN_SIZE)
        self.show_name(current)
        self.combo.blockSignals(False)

    def show_name(self, name: str) -> None:
        """Show a preset by its name without choosing it anew; `OWN_SIZE` where the fields differ from all."""
        for number in range(self.combo.count()):
            data = self.combo.itemData(number)
            if (data.name if isinstance(data, Preset) else data) == name:
                self.combo.blockSignals(True)
                self.combo.setCurrentIndex(number)
                self.combo.blockSignals(False)
                return

    def name(self) -> str:
        """The name of the preset that is shown."""
        data = self.combo.currentData()
        return data.name if isinstance(data, Preset) else str(data or OWN_SIZE)

    def own(self) -> Preset | None:
        """The user's own preset that is shown, None where it is none."""
        data = self.combo.currentData()
        return data if isinstance(data, Preset) else None

    def _on_chosen(self) -> None:
        data = self.combo.currentData()
        if data != OWN_SIZE:
            self.chosen.emit(data)

    def fill_menu(self) -> None:
        """Offer what can be done: a shipped preset can neither be renamed nor deleted."""
        self.menu.clear()
        own = self.own()
        self.menu.addAction(say("&Save as a new preset…"), lambda: self._ask(say("Name of the preset"), "", self._add))
        named = own.name.replace("&", "&&") if own is not None else ""
        for text, act in (
            (say("&Overwrite %1"), self._overwrite),
            (say("&Rename %1…"), self._rename),
            (say("&Delete %1"), self._delete),
        ):
            action = self.menu.addAction(text.replace(" %1", f" {named}" if named else ""), act)
            action.setEnabled(own is not None)

    def _ask(self, text: str, value: str, act: object) -> None:
        """Ask for a name beside the dialog, until it can be used."""
        box = QInputDialog(self)
        box.setObjectName("exportPresetName")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(say("Preset"))
        box.setLabelText(text)
        box.setTextValue(value)
        box.textValueSelected.connect(act)
        box.open()

    def _says(self, trouble: str) -> str:
        return {
            "empty": say("A preset needs a name:"),
            "long": say("The name is longer than %1 characters:").replace("%1", str(LONGEST_NAME)),
            "taken": say("There is a preset of that name. Another name:"),
        }[trouble]

    def _add(self, name: str) -> None:
        name = " ".join(name.split())
        if trouble := name_trouble(name, self._own):
            self._ask(self._says(trouble), name, self._add)
            return
        self.save_asked.emit(name)

    def keep(self, preset: Preset) -> None:
        """Keep a preset, in the place of the one of its name, and show it."""
        others = [one for one in self._own if one.name != preset.name]
        self._store([*others, preset], preset.name)

    def _store(self, presets: list[Preset], current: str) -> None:
        write_presets(self._settings, presets)
        self._own = read_presets(self._settings)
        self._fill(current)
        self.fill_menu()

    def _overwrite(self) -> None:
        own = self.own()
        if own is not None:
            self.save_asked.emit(own.name)

    def _rename(self) -> None:
        own = self.own()
        if own is not None:
            self._ask(say("New name"), own.name, self._renamed)

    def _renamed(self, name: str) -> None:
        own, name = self.own(), " ".join(name.split())
        if own is None or name == own.name:
            return
        if trouble := name_trouble(name, self._own, own.name):
            self._ask(self._says(trouble), name, self._renamed)
            return
        others = [one for one in self._own if one.name != own.name]
        self._store([*others, Preset(name, own.format, own.look)], name)

    def _delete(self) -> None:
        own = self.own()
        if own is not None:
            self._store([one for one in self._own if one.name != own.name], OWN_SIZE)

"""Looks of figures that are kept in the profile: the user's own presets, and what was chosen last."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any, get_args

from stanceline.render.figure_settings import PRESETS, FigureError, FigureSettings, look_of, with_look
from stanceline.ui.exports.source import DATA, PICTURES, Chosen, ExportChoice, ExportSource
from stanceline.ui.settings import Settings

FORMATS = (*PICTURES, "html", *DATA)
LONGEST_NAME = 60
_MOST_PRESETS = 200
_PRESETS_KEY, _LAST_KEY = "export_presets", "export_last"


@dataclass(frozen=True)
class Preset:
    """A look with a name; `look` are plain values as of `look_of`, `format` that of the file."""

    name: str
    format: str
    look: dict[str, Any]


def preset_of(name: str, choice: ExportChoice) -> Preset:
    """A choice as a preset: its title belongs to the project and stays behind."""
    look = look_of(choice.settings)
    del look["title"]
    return Preset(name, choice.format, look)


def laid_over(preset: Preset, settings: FigureSettings) -> FigureSettings:
    """The settings with the look of a preset; unchanged where it cannot be used any more."""
    try:
        return with_look(settings, preset.look)
    except FigureError:
        return settings


def name_trouble(name: str, presets: list[Preset], but: str = "") -> str:
    """Which rule a new name breaks: empty, long or taken; empty text where it can be used."""
    if not name:
        return "empty"
    if len(name) > LONGEST_NAME:
        return "long"
    taken = {preset.name.casefold() for preset in presets if preset.name != but} | {*PRESETS, "own"}
    return "taken" if name.casefold() in taken else ""


def read_presets(settings: Settings) -> list[Preset]:
    """The user's presets, by name; damaged ones are left out."""
    found = _plain(settings.text(_PRESETS_KEY))
    presets = [_preset(entry) for entry in (found if isinstance(found, list) else [])[:_MOST_PRESETS]]
    return sorted((preset for preset in presets if preset is not None), key=lambda preset: preset.name.casefold())


def write_presets(settings: Settings, presets: list[Preset]) -> None:
    """Keep the user's presets."""
    values = [{"name": preset.name, "format": preset.format, "look": preset.look} for preset in presets]
    settings.set_text(_PRESETS_KEY, json.dumps(values, sort_keys=True))


def read_last(settings: Settings) -> tuple[Preset, Chosen] | None:
    """What was chosen last: look, format and what was shown."""
    found = _plain(settings.text(_LAST_KEY))
    preset = _preset(found)
    if preset is None or not isinstance(found, dict) or found.get("what") not in get_args(Chosen):
        return None
    return preset, found["what"]


def write_last(settings: Settings, choice: ExportChoice) -> None:
    """Remember what was chosen."""
    preset = preset_of("last", choice)
    values = {"name": preset.name, "format": preset.format, "look": preset.look, "what": choice.what}
    settings.set_text(_LAST_KEY, json.dumps(values, sort_keys=True))


def _plain(text: str) -> Any:
    try:
        return json.loads(text) if text else None
    except (ValueError, RecursionError):
        return None


def _preset(entry: object) -> Preset | None:
    if not isinstance(entry, dict) or entry.get("format") not in FORMATS or not isinstance(entry.get("look"), dict):
        return None
    name = str(entry.get("name", ""))[:LONGEST_NAME]
    try:
        with_look(FigureSettings(), entry["look"])
    except FigureError:
        return None
    return Preset(name, entry["format"], entry["look"]) if name else None


def on_paper(source: ExportSource, settings: Settings) -> FigureSettings:
    """The visible part of a view for paper (A4, landscape) in the look that was exported last."""
    made = source.settings()
    last = read_last(settings)
    if last is not None:
        made = laid_over(last[0], made)
    made = replace(made.sized("report-a4"), theme="print", transparent=False)
    is_empty = made.what == "matrix" and not source.corpus.columns
    begin, end = source.visible
    return replace(made, what="timeline" if is_empty else made.what, begin_s=begin, end_s=end)

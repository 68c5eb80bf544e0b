"""The gallery of the real window: light and dark, at scale 1 and 2, written under `build/screens/` with an index page.

Drawn on a virtual screen where `xvfb-run` is installed, else on Qt's offscreen platform.
"""

import argparse
import html
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from stanceline.ui.theme import ThemeName

ROOT = Path(__file__).resolve().parent.parent.parent
OUT = ROOT / "build" / "screens"
WIDE, NARROW = (1440, 900), (960, 600)
FEW_EVENTS = """name\tstart\tend\taliases\tcity\tcountry\tseries
Fjord League summit in Bergen\t2024-05-14\t2024-05-15\tBergen summit|League meeting\tBergen\tNorway\tFjord League summit
Harbor toll hearing\t2023-11-02\t\t\tPort Kelley\t\t
Forum on security and partnership in the northern waters, second part\t2023-07-10\t2023-07-12\t\tVilnius\tLithuania\t
"""
CASES = [(theme, scale) for theme in ("light", "dark") for scale in (1, 2)]


class Camera:
    """One window and the folder that its pictures go to."""

    def __init__(self, theme: "ThemeName", scale: int, out: Path, profile: Path) -> None:
        from stanceline.ui.app import create_window
        from stanceline.ui.preferences_list import THEME

        self.prefix, self.out = f"{theme}-{scale}x", out
        self.window: Any = create_window(profile_dir=profile)
        self.window.settings.set(THEME, theme)
        self.window.resize(*WIDE)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing moves any more."""
        if not self.window.wait_idle(100):
            raise SystemExit("The window did not settle within 100 seconds.")

    def shoot(self, name: str, widget: Any = None) -> None:
        """Save what a widget (the window, where none is given) shows."""
        self.settle()
        path = self.out / f"{self.prefix}-{name}.png"
        (widget or self.window).grab().save(str(path))
        sys.stdout.write(f"{path}\n")

    def act(self, action: str) -> None:
        """Trigger an action by its id."""
        self.window.actions_table[action].trigger()

    def dialog(self, action: str, name: str, shot: str) -> None:
        """Open a dialog, save it, close it."""
        self.act(action)
        self.settle()
        dialog = self.window.findChild(object, name)
        self.shoot(shot, dialog)
        dialog.close()
        self.settle()

    def form(self, shot: str) -> None:
        """Save the open form of a reference event, close it."""
        self.settle()
        form = self.window.findChild(object, "referenceForm")
        self.shoot(shot, form)
        form.close()
        self.settle()

    def select(self, wanted: Callable[[Any], bool], table: str = "stances") -> None:
        """Select the first row of a table that suits."""
        rows = getattr(self.window.session.index.analysis, table)
        chosen = next((row for row in rows if wanted(row)), None)
        self.window.session.selection.select([chosen.id] if chosen else [])


def take(theme: "ThemeName", scale: int, out: Path, profile: Path) -> None:
    """All pictures of one theme and scale."""
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication(["stanceline"])
    camera = Camera(theme, scale, out, profile)
    camera.shoot("1-empty")
    camera.act("file.sample")
    camera.shoot("2-sample")
    camera.select(lambda row: row.mode == "first_hand" and row.begin is not None)
    camera.shoot("3-first-hand")
    camera.select(lambda row: row.mode == "second_hand")
    camera.shoot("4-second-hand")
    camera.window.panes.detail.show_tab("why")
    camera.shoot("5-why")
    camera.select(lambda row: row.status == "planned" and row.begin is not None, "events")
    camera.window.panes.detail.show_tab("article")
    camera.shoot("6-planned-event")
    camera.window.panes.detail.show_tab("quote")
    camera.window.set_filters_folded(False)
    camera.window.set_pane("drawer", True)
    camera.window.panes.search.setText("NATO")
    camera.shoot("7-filters-and-table")
    camera.window.drawer.setCurrentIndex(1)
    camera.shoot("8-undated")
    camera.act("filter.clear")
    camera.settle()
    camera.window.set_pane("drawer", False)
    camera.act("view.fit_all")
    camera.shoot("9-fit-all")
    exports(camera)
    camera.dialog("edit.set_date", "setDateDialog", "11-set-date")
    camera.dialog("help.shortcuts", "shortcutDialog", "12-shortcuts")
    references(camera, profile)
    proposals(camera)
    helping(camera)
    drawing(camera)
    linked_views(camera)
    matrix(camera)
    charts(camera)
    clocks(camera)
    looks(camera)
    camera.window.set_filters_folded(True)
    camera.window.resize(*NARROW)
    camera.shoot("13-narrow")
    camera.window.resize(*WIDE)
    readings(camera, profile)
    camera.window.session.close()
    app.processEvents()


def drawing(camera: Camera) -> None:
    """Every glyph with ticks of publication and coverage, cards, each level of detail of many marks, both layouts."""
    from stanceline.ui.preferences_list import AXIS_PLACE, COVERAGE, LAYOUT, PUBLICATION_TICKS, WEEK_NUMBERS
    from tests.benchmarks.synthetic import synthetic_corpus
    from tests.views import at, every_glyph

    timeline, settings = camera.window.timelineView, camera.window.settings
    shown = timeline.corpus()
    timeline.set_corpus(every_glyph())
    timeline.set_row_height(28)
    settings.set(PUBLICATION_TICKS, True)
    settings.set(COVERAGE, "on")
    timeline.go_to(at(2024, 5, 12), 70 * 86_400)
    camera.shoot("40-glyphs")
    settings.set(PUBLICATION_TICKS, False)
    settings.set(COVERAGE, "auto")
    settings.set(AXIS_PLACE, "both")
    settings.set(WEEK_NUMBERS, True)
    timeline.set_row_height(64)
    camera.shoot("41-cards-and-axes")
    settings.set(AXIS_PLACE, "top")
    settings.set(WEEK_NUMBERS, False)
    timeline.set_row_height(40)
    timeline.set_corpus(synthetic_corpus(100_000))
    for number, days in enumerate((36_525, 2500, 700, 60, 6)):
        timeline.go_to(at(1974, 1, 1), days * 86_400)
        camera.shoot(f"{42 + number}-hundred-thousand-{days}-days")
    timeline.set_corpus(shown)
    timeline.show_core()
    settings.set(LAYOUT, "stacked")
    camera.shoot("47-stacked")
    settings.set(LAYOUT, "rows")


def matrix(camera: Camera) -> None:
    """The matrix by months, with totals, with strips, as a table, with a pinned and a folded row."""
    from stanceline.ui.preferences_list import COLUMN_WIDTH

    settings, session = camera.window.settings, camera.window.session
    camera.act("columns.month")
    camera.act("matrix.totals")
    camera.shoot("40-matrix-months-and-totals")
    camera.act("columns.proposals")
    settings.set(COLUMN_WIDTH, 180.0)
    camera.act("view.fit_all")
    camera.shoot("41-matrix-strips")
    camera.act("matrix.table")
    camera.shoot("42-matrix-as-a-table")
    camera.act("matrix.table")
    camera.act("matrix.totals")
    settings.set(COLUMN_WIDTH, 0.0)
    session.order_rows(pinned=("state:US",), folded=frozenset({"state:FR"}))
    camera.shoot("43-matrix-pinned-and-folded")
    session.order_rows(pinned=(), folded=frozenset())
    camera.dialog("columns.days", "periodLengthDialog", "44-period-length")


def clocks(camera: Camera) -> None:
    """As of a day by both clocks, periods and sources compared with the list of changes, and a contradiction."""
    from stanceline.model.clock import Clock
    from stanceline.model.edits import SetStance
    from stanceline.temporal.timex import DAY_S, days_from_civil

    window: Any = camera.window
    session, linking = window.session, window.linking
    camera.act("view.as_of")
    session.set_clock(Clock((days_from_civil(2023, 7, 8) + 1) * DAY_S))
    camera.shoot("50-as-of")
    session.set_clock(Clock((days_from_civil(2023, 7, 10) + 1) * DAY_S, "published"))
    camera.shoot("51-as-known-on")
    camera.act("view.as_of")
    camera.act("view.compare")
    camera.shoot("52-compare-periods")
    linking.comparing.bar.kind_asked.emit(True)
    linking.comparing.show_list()
    camera.shoot("53-compare-sources")
    camera.act("view.compare")
    rows = [row for row in session.index.analysis.stances if row.explicit and row.stance < 0]
    pairs = ((one, other) for one in rows for other in rows if one is not other and one.holder == other.holder)
    session.apply(SetStance(next(one for one, other in pairs if one.begin == other.begin).id, 2))
    camera.settle()
    camera.act("go.contradictions")
    linking.contradictions.page.view.selectRow(0)
    camera.shoot("54-contradiction")
    session.undo.undo()
    window.set_pane("drawer", False)
    camera.settle()


def looks(camera: Camera) -> None:
    """The preferences, the sample in the other looks, and as small as a screen at 200 and 300 percent has it."""
    window: Any = camera.window
    before = window.theme.choice
    for page in ("looks", "timeline", "files"):
        camera.act("edit.preferences")
        dialog = window.findChild(object, "preferencesDialog")
        dialog.show_page(page)
        camera.shoot(f"60-preferences-{page}", dialog)
        dialog.close()
        camera.settle()
    dark = window.theme.is_dark
    window.theme.choose("contrast-dark" if dark else "contrast-light")
    camera.shoot("61-high-contrast")
    window.theme.choose(before)
    for colors in ("purple-orange", "grayscale"):
        window.theme.choose_stance_colors(colors, swap_sides=colors == "purple-orange")
        camera.shoot(f"62-{colors}")
    window.theme.choose_stance_colors("blue-orange", swap_sides=False)
    least = window.minimumSize()
    window.setMinimumSize(1, 1)
    for percent, size in ((200, (720, 430)), (300, (480, 280))):
        window.resize(*size)
        camera.shoot(f"63-at-{percent}-percent")
        camera.act("view.detail")
        camera.shoot(f"63-at-{percent}-percent-detail")
        camera.act("view.detail")
    window.setMinimumSize(least)
    window.resize(*WIDE)
    camera.settle()


def readings(camera: Camera, folder: Path) -> None:
    """Hints, a reading that is paused, problems and the question about a changed file."""
    window: Any = camera.window
    camera.act("help.hints")
    camera.shoot("64-hints")
    files = folder / "articles"
    files.mkdir(exist_ok=True)
    (files / "toll.txt").write_text("HARBOR TOWN, 11 March 2024 – Mayor Ada Okafor said she opposes the ferry toll.\n")
    (files / "lines.jsonl").write_text('{"text": "The council met on 3 May 2023."}\n{"text": 3}\n{nonsense\n')
    (files / "empty.txt").write_text("")
    (files / "report.pdf").write_bytes(b"%PDF-1.4 nothing")
    window.commands.file.take_in_paths([files])
    window.panes.import_panel._on_pause()
    wait_ms(1500)
    picture = window.grab()
    picture.save(str(camera.out / f"{camera.prefix}-65-paused.png"))
    window.panes.import_panel._on_pause()
    camera.settle()
    (files / "toll.txt").write_text("HARBOR TOWN, 11 March 2024 – Mayor Ada Okafor said she backs the ferry toll.\n")
    window.commands.file.take_in_paths([files / "toll.txt"])
    camera.settle()
    window.set_pane("drawer", True)
    window.drawer.setCurrentIndex(2)
    camera.shoot("66-problems-and-a-changed-file")
    window.set_pane("drawer", False)
    window.session.new()
    camera.shoot("67-empty-with-recent")


def charts(camera: Camera) -> None:
    """Each chart of an invented debate, and its numbers."""
    from stanceline.discourse.stances.cell_rules import CellRules
    from stanceline.render.charts import CHART_KINDS, Charts
    from tests.debate import debate

    camera.act("view.charts")
    dialog = camera.window.findChild(object, "chartDialog")
    dialog.show_charts(Charts(debate(), CellRules()))
    for number, kind in enumerate(CHART_KINDS):
        dialog.tabs.setCurrentIndex(number)
        camera.shoot(f"30-chart-{kind}", dialog)
    dialog.as_table.click()
    camera.shoot("31-chart-table", dialog)
    dialog.close()


def exports(camera: Camera) -> None:
    """The export dialog as it opens, on pages, as data and with a warning; and the files of every preset."""
    from stanceline.render.export import render
    from stanceline.render.figure import compose
    from stanceline.render.figure_settings import PRESETS

    window: Any = camera.window
    camera.act("file.export")
    camera.settle()
    dialog = window.findChild(object, "exportDialog")
    camera.shoot("10-export", dialog)

    def pick(name: str, value: str) -> None:
        combo = dialog.findChild(object, name)
        combo.setCurrentIndex(combo.findData(value))
        dialog.refresh()

    for shot, name, value in (
        ("60-export-pages", "exportPages", "quarter"), ("61-export-matrix", "exportWhat", "matrix"),
        ("62-export-csv", "exportFormat", "csv"), ("63-export-html", "exportFormat", "html"),
    ):  # fmt: skip
        pick(name, value)
        camera.shoot(shot, dialog)
    for name, value in (("exportPages", "none"), ("exportWhat", "both"), ("exportFormat", "png")):
        pick(name, value)
    source = window.linking.export_source()
    dialog.close()
    if camera.prefix == "light-1x":
        for preset in sorted(set(PRESETS) - {"poster-a0"}):
            for theme in ("print", "dark"):
                settings = replace(source.settings(), theme=theme).sized(preset)
                (camera.out / f"figure-{preset}-{theme}.png").write_bytes(
                    render(compose(source.corpus, settings), "png")
                )


def helping(camera: Camera) -> None:
    """The command palette as it opens, with a few letters and with none that suit; guide and About page by page."""
    camera.act("help.palette")
    palette = camera.window.findChild(object, "commandPalette")
    for shot, letters in (("90-palette", ""), ("91-palette-letters", "fit"), ("92-palette-none", "xyzzy")):
        palette.search.setText(letters)
        camera.shoot(shot, palette)
    palette.close()
    camera.act("help.manual")
    guide = camera.window.findChild(object, "helpDialog")
    for number, page in enumerate(("start", "timeline", "keyboard", "limits")):
        guide.show_page(page)
        camera.shoot(f"93-guide-{number}", guide)
    guide.close()
    camera.act("help.about")
    about = camera.window.findChild(object, "aboutDialog")
    for number in range(about.tabs.count()):
        about.tabs.setCurrentIndex(number)
        camera.shoot(f"94-about-{number}", about)
    about.close()
    camera.settle()


def proposals(camera: Camera) -> None:
    """The editor of proposals empty, wrong, new and filled, their list, how cells are counted, and a whole position."""
    window: Any = camera.window
    camera.act("edit.new_proposal")
    form = window.findChild(object, "proposalForm")
    camera.shoot("20-proposal-empty", form)
    form.title.setText("NATO liaison office in Tokyo")
    form.title.textEdited.emit(form.title.text())
    camera.shoot("21-proposal-wrong", form)
    form.title.setText("Office of the alliance in Asia")
    form.title.textEdited.emit(form.title.text())
    form.phrase_list("aliases").add("office in Asia\nstone bridge\nplan")
    wait_ms(500)
    camera.shoot("22-proposal-new", form)
    form.done(0)
    wait_ms(100)
    window.commands.proposals.edit("nato-tokyo-office")
    form = window.findChild(object, "proposalForm")
    wait_ms(500)
    form.tabs.setCurrentIndex(3)
    camera.shoot("23-proposal-arguments", form)
    form.done(0)
    wait_ms(100)
    camera.dialog("edit.proposals", "proposalsDialog", "24-proposals")
    camera.dialog("edit.counting", "countingForm", "25-counting")
    cells = [cell for cell in window.session.index.analysis.cells if cell.article is None]
    cell = max(cells, key=lambda cell: (len(cell.stances), cell.actor))
    window.timelineView.matrix.cell_selected.emit(cell.actor, cell.proposal)
    window.panes.detail.show_tab("position")
    wait_ms(300)
    camera.shoot("26-position")
    window.panes.detail.show_tab("quote")


def linked_views(camera: Camera) -> None:
    """Chips, dimmed marks, an empty result, what is lit under the pointer, saved views and their presentation."""
    from PySide6.QtWidgets import QToolButton

    from stanceline.model.filters import EVERYTHING, Filter

    window: Any = camera.window
    begin, end = window.timelineView.visible_range()
    filters, story = window.session.filters, window.commands.story
    story.save("The weeks of the summit", "Nearly all of it was said within a few days.")
    filters.set(Filter(stances=frozenset({2, -2}), period=(int(begin) // 86_400 * 86_400, int(end) // 86_400 * 86_400)))
    camera.shoot("40-chips")
    story.save("Who takes sides", "")
    camera.act("filtered.dim")
    camera.shoot("41-dimmed")
    camera.act("filtered.hide")
    filters.set(Filter(text="no such words", stances=frozenset({2})))
    camera.shoot("42-nothing-left")
    filters.set(EVERYTHING)
    camera.settle()
    brush = window.linking.brush
    brush._on_value("stances", -2)
    camera.shoot("43-hovered-value")
    brush._on_value("", None)
    cell = next(iter(window.session.index.cells))
    brush._on_cell(*cell)
    camera.shoot("44-hovered-cell")
    brush._on_cell("", "")
    camera.act("story.list")
    camera.shoot("45-saved-views")
    camera.act("story.present")
    window.findChild(QToolButton, "presentationAfter").click()
    camera.shoot("46-presentation")
    window.findChild(QToolButton, "presentationEnd").click()
    camera.settle()
    while window.session.undo.canUndo():
        window.session.undo.undo()
    window.set_pane("drawer", False)


def wait_ms(pause: int) -> None:
    """Let timers run that wait for a pause in typing."""
    from PySide6.QtTest import QTest

    QTest.qWait(pause)


def references(camera: Camera, folder: Path) -> None:
    """The list of reference events with none, three and 1,600 of one's own, and its form empty, wrong and filled."""
    from stanceline.temporal.references.events import load_references
    from stanceline.temporal.references.tables import new_id, write_table

    shipped = load_references()
    few, many = folder / "few.tsv", folder / "many.tsv"
    few.write_text(FEW_EVENTS, encoding="utf-8")
    many.write_text(write_table([new_id(event, {event.id}) for event in shipped[:1600]]), encoding="utf-8")
    camera.act("edit.references")
    window: Any = camera.window
    dialog = window.findChild(object, "referencesDialog")
    commands = window.commands.references
    camera.shoot("14-references-none", dialog)
    commands.take_in_file(few)
    camera.shoot("15-references-three", dialog)
    commands.edit("nato-summit-2023")
    camera.form("16-reference-form-filled")
    commands.add()
    form = window.findChild(object, "referenceForm")
    form.name.setText("Vilnius summit")
    form.start.setText("11 July 2023")
    form.end.setText("2023-07-10")
    form.aliases.setPlainText("NATO summit in Vilnius, summit")
    camera.form("17-reference-form-wrong")
    commands.take_in_file(many)
    camera.shoot("18-references-many", dialog)
    dialog.search.setText("vilnius")
    dialog.resize(720, 420)
    camera.shoot("19-references-search", dialog)
    dialog.close()
    while window.session.undo.canUndo():
        window.session.undo.undo()
    camera.settle()


def write_index(out: Path) -> Path:
    """A page with all pictures, smallest scale first."""
    pictures = sorted(out.glob("*.png"), key=lambda path: (path.name.split("-")[2].zfill(2), path.name))
    cells = "\n".join(
        f'<figure><a href="{html.escape(path.name)}"><img src="{html.escape(path.name)}" loading="lazy"></a>'
        f"<figcaption>{html.escape(path.stem)}</figcaption></figure>"
        for path in pictures
    )
    page = out / "index.html"
    page.write_text(
        '<!doctype html><meta charset="utf-8"><title>Stanceline: the window</title>'
        "<style>body{font:14px sans-serif;margin:24px;display:grid;gap:24px;"
        "grid-template-columns:repeat(auto-fill,minmax(560px,1fr))}img{width:100%;border:1px solid #ccc}"
        f"figure{{margin:0}}figcaption{{color:#555;padding:4px 0}}</style>\n{cells}\n",
        encoding="utf-8",
    )
    return page


def run_case(theme: str, scale: int, out: Path) -> int:
    """Take the pictures of one case in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.screens", "--case", theme, str(scale), "--out", str(out)]
    surroundings = {**os.environ, "QT_SCALE_FACTOR": str(scale), "OPENBLAS_NUM_THREADS": "1"}
    if not os.environ.get("DISPLAY"):
        if shutil.which("xvfb-run"):
            command = ["xvfb-run", "-a", "-s", "-screen 0 3200x2000x24 -nolisten tcp", *command]
        else:
            surroundings.setdefault("QT_QPA_PLATFORM", "offscreen")
    return subprocess.run(command, env=surroundings, cwd=ROOT, check=False).returncode


def main() -> int:
    """Take all pictures, or those of one case."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--case", nargs=2, metavar=("THEME", "SCALE"))
    parser.add_argument("--out", type=Path, default=OUT)
    arguments = parser.parse_args()
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    if arguments.case:
        with tempfile.TemporaryDirectory() as profile:
            take(arguments.case[0], int(arguments.case[1]), out, Path(profile))
        return 0
    failed = [case for case in CASES if run_case(*case, out)]
    sys.stdout.write(f"{write_index(out)}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

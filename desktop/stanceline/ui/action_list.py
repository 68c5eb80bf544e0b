"""The list of all actions: what each is called, where it stands, its keys, what it calls, when it can be used.

One row an action. Handlers are names of methods of `commands.Commands`; a test keeps the two in step.
"""

from typing import Literal, NamedTuple

Menu = Literal["file", "edit", "view", "navigate", "filter", "help"]
Need = Literal[
    "always",
    "articles",
    "marks",
    "selection",
    "one_row",
    "undo",
    "redo",
    "back",
    "forward",
    "filters",
    "recent",
    "views",
]
"""What must be there for an action to be usable; `Commands.has` answers."""

MENU_TITLES: dict[Menu, str] = {
    "file": "&File", "edit": "&Edit", "view": "&View", "navigate": "&Navigate", "filter": "Fi&lter", "help": "&Help",
}  # fmt: skip


class ActionSpec(NamedTuple):
    """One action. `group` draws a separator above the first action of a new group in a menu."""

    id: str
    name: str
    text: str
    menu: Menu
    group: int
    handler: str
    keys: tuple[str, ...] = ()
    """As Qt writes them; `=Save` stands for the platform's own keys for saving."""
    icon: str = ""
    needs: Need = "always"
    tip: str = ""
    checkable: bool = False
    choice: str = ""
    """Name of the exclusive group of a radio entry."""
    argument: str = ""
    submenu: str = ""


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("file.new", "actionNew", "&New project", "file", 0, "file.new_project", ("=New",), "article"),
    ActionSpec(
        "file.open", "actionOpen", "&Open project…", "file", 0, "file.open_project", ("=Open",), "open",
        tip="Open a saved project",
    ),
    ActionSpec("file.sample", "actionSample", "Open the sa&mple", "file", 0, "file.open_sample", (), "sample"),
    ActionSpec(
        "file.add", "actionAdd", "&Add articles…", "file", 1, "file.add_files", ("Ctrl+Shift+O",), "add",
        tip="Add article files",
    ),
    ActionSpec("file.add_folder", "actionAddFolder", "Add &folder…", "file", 1, "file.add_folder", (), "open"),
    ActionSpec("file.paste", "actionPaste", "Paste articles or &text", "file", 1, "file.paste", ("=Paste",), "copy"),
    ActionSpec("file.save", "actionSave", "&Save", "file", 2, "file.save", ("=Save",), "save", "articles"),
    ActionSpec(
        "file.save_as", "actionSaveAs", "Sa&ve as…", "file", 2, "file.save_as", ("Ctrl+Shift+S",), "", "articles",
    ),
    ActionSpec(
        "file.export", "actionExport", "&Export…", "file", 3, "exports.export", ("Ctrl+E",), "export", "articles",
        "Export as a picture, PDF, web page, table or calendar",
    ),
    ActionSpec(
        "file.export_table", "actionExportTable", "Export ta&ble…", "file", 3, "exports.export_table", (), "drawer",
        "marks",
        "Export the events or statements that are shown as CSV or JSON",
    ),
    ActionSpec(
        "file.export_corrections", "actionExportCorrections", "Expo&rt corrections…", "file", 3,
        "edit.export_corrections", (), "edit", "articles", "All corrections and notes as CSV, oldest first",
    ),
    ActionSpec(
        "file.copy_image", "actionCopyImage", "Copy &image", "file", 3, "exports.copy_image", ("Ctrl+Shift+C",),
        "image",
        "articles",
    ),
    ActionSpec(
        "file.print", "actionPrint", "&Print…", "file", 3, "exports.print_view", ("=Print",), "", "articles",
        "Print what the window shows, or make a PDF of it",
    ),
    ActionSpec("file.close", "actionClose", "&Close window", "file", 4, "file.close_window", ("=Close",)),
    ActionSpec("file.quit", "actionQuit", "&Quit", "file", 4, "file.quit", ("=Quit", "Ctrl+Q")),
    ActionSpec("edit.undo", "actionUndo", "&Undo", "edit", 0, "edit.undo", ("=Undo",), "undo", "undo"),
    ActionSpec(
        "edit.redo", "actionRedo", "&Redo", "edit", 0, "edit.redo", ("=Redo", "Ctrl+Shift+Z", "Ctrl+Y"), "redo",
        "redo",
    ),
    ActionSpec(
        "edit.copy_citation", "actionCopyCitation", "&Copy citation", "edit", 1, "edit.copy_citation", ("Ctrl+Alt+C",),
        "copy", "selection",
    ),
    ActionSpec(
        "edit.copy_rows", "actionCopyRows", "Copy ro&ws", "edit", 1, "edit.copy_rows", ("=Copy",), "copy", "selection",
        "Copy the selected marks as a table",
    ),
    ActionSpec(
        "edit.select_all", "actionSelectAll", "Select &all", "edit", 1, "edit.select_all", ("=SelectAll",), "",
        "marks",
    ),
    ActionSpec(
        "select.replace", "actionSelectReplace", "&Replace the selection", "edit", 1,
        "edit.set_selection_mode", tip="A click selects instead of what was selected",
        checkable=True, choice="selection", argument="replace", submenu="Clic&king selects",
    ),
    ActionSpec(
        "select.add", "actionSelectAdd", "&Add to the selection", "edit", 1,
        "edit.set_selection_mode", tip="A click adds to what is selected",
        checkable=True, choice="selection", argument="add", submenu="Clic&king selects",
    ),
    ActionSpec(
        "select.keep", "actionSelectKeep", "&Keep only what is clicked", "edit", 1,
        "edit.set_selection_mode", tip="A click keeps of the selection only what it meets",
        checkable=True, choice="selection", argument="keep", submenu="Clic&king selects",
    ),
    ActionSpec(
        "select.remove", "actionSelectRemove", "Re&move from the selection", "edit", 1,
        "edit.set_selection_mode", tip="A click takes out of the selection",
        checkable=True, choice="selection", argument="remove", submenu="Clic&king selects",
    ),
    ActionSpec(
        "edit.set_date", "actionSetDate", "Set article &date…", "edit", 2, "edit.set_date", ("F2",), "calendar",
        "selection",
    ),
    ActionSpec(
        "edit.pin_article", "actionPinArticle", "Add an event that &pins it…", "edit", 2, "edit.pin_article", (),
        "calendar",
        "selection", "Add an event that the article names, so that the article gets its day",
    ),
    ActionSpec(
        "edit.set_stance", "actionSetStance", "Set &stance…", "edit", 2, "edit.set_stance", ("Ctrl+T",), "stance",
        "selection",
    ),
    ActionSpec(
        "edit.rename_actor", "actionRenameActor", "Re&name actor…", "edit", 2, "edit.rename_actor", ("Ctrl+R",), "edit",
        "selection",
    ),
    ActionSpec(
        "edit.merge_actors", "actionMergeActors", "&Merge actor…", "edit", 2, "edit.merge_actors", ("Ctrl+M",), "merge",
        "selection",
    ),
    ActionSpec(
        "edit.reject", "actionReject", "Re&ject", "edit", 2, "edit.reject", ("=Delete",), "reject", "selection",
        "Take the selected finding out of the timeline",
    ),
    ActionSpec(
        "edit.note", "actionNote", "Write a no&te…", "edit", 2, "edit.write_note", ("Ctrl+Shift+T",), "edit",
        "selection",
        "A note on the selected mark, kept with the project",
    ),
    ActionSpec(
        "edit.make_reference", "actionMakeReference", "Make a re&ference event from this…", "edit", 3,
        "edit.make_reference",
        (), "add", "selection", "Make a reference event of this mark, or of the words selected in its passage",
    ),
    ActionSpec(
        "edit.references", "actionReferences", "Reference e&vents…", "edit", 3, "references.show_list",
        ("Ctrl+Shift+R",),
        "table", tip="Events whose days are known, by which articles are dated",
    ),
    ActionSpec(
        "edit.new_proposal", "actionNewProposal", "New pr&oposal…", "edit", 4, "proposals.add", ("Ctrl+Shift+N",),
        "add", tip="Write what people take sides on: a title and a few names for it",
    ),
    ActionSpec(
        "edit.proposals", "actionProposals", "Proposa&ls…", "edit", 4, "proposals.show_list", ("Ctrl+Shift+L",),
        "matrix",
        tip="What people take sides on: the columns of the matrix",
    ),
    ActionSpec(
        "edit.counting", "actionCounting", "&How cells are counted…", "edit", 4, "counting.show", (), "stance",
        tip="What each kind of stance weighs, windows of time, when a newer word counts",
    ),
    ActionSpec(
        "edit.preferences", "actionPreferences", "Preferenc&es…", "edit", 5, "preferences.show",
        ("=Preferences", "Ctrl+,"), "", tip="Looks, timeline and files, as you like them",
    ),
    ActionSpec(
        "view.fit_all", "actionFitAll", "Fit &all", "view", 0, "view.fit_all", ("Ctrl+0",), "fit-all", "marks",
        "Show the whole period",
    ),
    ActionSpec(
        "view.fit_selection", "actionFitSelection", "Fit &selection", "view", 0, "view.fit_selection",
        ("Ctrl+Shift+0",), "fit-selection", "selection", "Zoom to what is selected",
    ),
    ActionSpec(
        "view.zoom_in", "actionZoomIn", "Zoom &in", "view", 0, "view.zoom_in", ("Ctrl++", "Ctrl+="), "zoom-in", "marks",
    ),
    ActionSpec(
        "view.zoom_out", "actionZoomOut", "Zoom &out", "view", 0, "view.zoom_out", ("Ctrl+-",), "zoom-out", "marks",
    ),
    ActionSpec(
        "view.filters", "actionFilterPane", "&Filters", "view", 1, "view.toggle_filters", ("Ctrl+1",), "filter",
        needs="articles", checkable=True,
    ),
    ActionSpec(
        "view.detail", "actionDetailPane", "&Details", "view", 1, "view.toggle_detail", ("Ctrl+2",), "detail",
        needs="articles", checkable=True,
    ),
    ActionSpec(
        "view.drawer", "actionDrawer", "&Lists", "view", 1, "view.toggle_drawer", ("Ctrl+3",), "drawer", checkable=True,
        tip="Show the lists: table, undated, problems, log, views, matrix, contradictions",
    ),
    ActionSpec(
        "view.overview", "actionOverview", "O&verview", "view", 1, "view.toggle_overview", ("Ctrl+4",), "overview",
        needs="articles", checkable=True,
    ),
    ActionSpec(
        "view.charts", "actionCharts", "&Charts…", "view", 1, "charts.show", ("Ctrl+Shift+H",), "chart", "articles",
        "Where actors stand over time, sides by period, articles by source",
    ),
    ActionSpec(
        "view.as_of", "actionAsOf", "As of a da&y…", "view", 1, "times.toggle", ("Ctrl+Shift+A",), "clock",
        "marks", "Show what was known on a day", checkable=True,
    ),
    ActionSpec(
        "view.compare", "actionCompare", "Com&pare periods or sources…", "view", 1, "times.compare", ("Ctrl+Shift+K",),
        "compare", "marks", "Two periods, or two sets of sources, in each cell of the matrix", checkable=True,
    ),
    ActionSpec(
        "rows.group_actor", "actionGroupActor", "By &actor", "view", 2, "view.group_rows", checkable=True,
        choice="group", argument="actor", submenu="&Group rows",
    ),
    ActionSpec(
        "rows.group_kind", "actionGroupKind", "By &kind", "view", 2, "view.group_rows", checkable=True, choice="group",
        argument="kind", submenu="&Group rows",
    ),
    ActionSpec(
        "rows.group_none", "actionGroupNone", "&Not grouped", "view", 2, "view.group_rows", checkable=True,
        choice="group", argument="none", submenu="&Group rows",
    ),
    ActionSpec(
        "rows.sort_first", "actionSortFirst", "By &first mark", "view", 2, "view.sort_rows", checkable=True,
        choice="sort", argument="first", submenu="Order &rows",
    ),
    ActionSpec(
        "rows.sort_last", "actionSortLast", "By &last mark", "view", 2, "view.sort_rows", checkable=True, choice="sort",
        argument="last", submenu="Order &rows",
    ),
    ActionSpec(
        "rows.sort_name", "actionSortName", "By &name", "view", 2, "view.sort_rows", checkable=True, choice="sort",
        argument="name", submenu="Order &rows",
    ),
    ActionSpec(
        "rows.sort_stance", "actionSortStance", "By &stance", "view", 2, "view.sort_rows", checkable=True,
        choice="sort", argument="stance", submenu="Order &rows",
    ),
    ActionSpec(
        "rows.sort_evidence", "actionSortEvidence", "By &evidence", "view", 2, "view.sort_rows", checkable=True,
        choice="sort", argument="evidence", submenu="Order &rows",
    ),
    ActionSpec(
        "rows.sort_change", "actionSortChange", "By &change of stance", "view", 2, "view.sort_rows", checkable=True,
        choice="sort", argument="change", submenu="Order &rows",
    ),
    ActionSpec(
        "rows.sort_similarity", "actionSortSimilarity", "By si&milarity", "view", 2, "view.sort_rows", checkable=True,
        choice="sort", argument="similarity", submenu="Order &rows",
    ),
    ActionSpec(
        "rows.height_compact", "actionRowsCompact", "&Compact", "view", 2, "view.set_row_height", checkable=True,
        choice="height", argument="compact", submenu="Row &height",
    ),
    ActionSpec(
        "rows.height_comfortable", "actionRowsComfortable", "C&omfortable", "view", 2, "view.set_row_height",
        checkable=True,
        choice="height", argument="comfortable", submenu="Row &height",
    ),
    ActionSpec(
        "rows.height_cards", "actionRowsCards", "Ca&rds", "view", 2, "view.set_row_height", checkable=True,
        choice="height", argument="cards", submenu="Row &height",
    ),
    ActionSpec(
        "rows.higher", "actionRowsHigher", "&Higher", "view", 2, "view.stretch_rows", ("Alt++", "Alt+="), needs="marks",
        argument="higher", submenu="Row &height",
    ),
    ActionSpec(
        "rows.lower", "actionRowsLower", "&Lower", "view", 2, "view.stretch_rows", ("Alt+-",), needs="marks",
        argument="lower", submenu="Row &height",
    ),
    ActionSpec(
        "columns.proposals", "actionColumnsProposals", "&Proposals", "view", 2, "matrix.show_columns", needs="articles",
        checkable=True, choice="columns", argument="proposals", submenu="Matri&x",
    ),
    ActionSpec(
        "columns.parts", "actionColumnsParts", "P&arts of a proposal", "view", 2, "matrix.show_columns",
        needs="articles", checkable=True, choice="columns", argument="parts", submenu="Matri&x",
    ),
    ActionSpec(
        "columns.month", "actionColumnsMonth", "By &month", "view", 2, "matrix.show_columns", needs="articles",
        checkable=True, choice="columns", argument="month", submenu="Matri&x",
    ),
    ActionSpec(
        "columns.quarter", "actionColumnsQuarter", "By &quarter", "view", 2, "matrix.show_columns", needs="articles",
        checkable=True, choice="columns", argument="quarter", submenu="Matri&x",
    ),
    ActionSpec(
        "columns.half", "actionColumnsHalfYear", "By &half-year", "view", 2, "matrix.show_columns", needs="articles",
        checkable=True, choice="columns", argument="half", submenu="Matri&x",
    ),
    ActionSpec(
        "columns.year", "actionColumnsYear", "By &year", "view", 2, "matrix.show_columns", needs="articles",
        checkable=True, choice="columns", argument="year", submenu="Matri&x",
    ),
    ActionSpec(
        "columns.days", "actionColumnsDays", "Own &length…", "view", 2, "matrix.show_columns", needs="articles",
        checkable=True, choice="columns", argument="days", submenu="Matri&x",
    ),
    ActionSpec(
        "matrix.totals", "actionMatrixTotals", "&Bars of totals", "view", 2, "matrix.toggle_totals", needs="articles",
        checkable=True, tip="Show how many stances each row and each column of the matrix has", submenu="Matri&x",
    ),
    ActionSpec(
        "matrix.table", "actionMatrixTable", "As a &table", "view", 2, "matrix.toggle_table", needs="articles",
        checkable=True, tip="Show the stances of the matrix as a plain table in the lists", submenu="Matri&x",
    ),
    ActionSpec(
        "view.theme_system", "actionThemeSystem", "As the s&ystem", "view", 3, "view.choose_theme", checkable=True,
        choice="theme", argument="system", submenu="The&me",
    ),
    ActionSpec(
        "view.theme_light", "actionThemeLight", "&Light", "view", 3, "view.choose_theme", checkable=True,
        choice="theme", argument="light", submenu="The&me",
    ),
    ActionSpec(
        "view.theme_dark", "actionThemeDark", "&Dark", "view", 3, "view.choose_theme", checkable=True, choice="theme",
        argument="dark", submenu="The&me",
    ),
    ActionSpec(
        "view.theme_contrast-light", "actionThemeContrastLight", "&High contrast, light", "view", 3,
        "view.choose_theme", checkable=True, choice="theme", argument="contrast-light", submenu="The&me",
    ),
    ActionSpec(
        "view.theme_contrast-dark", "actionThemeContrastDark", "High &contrast, dark", "view", 3, "view.choose_theme",
        checkable=True, choice="theme", argument="contrast-dark", submenu="The&me",
    ),
    ActionSpec(
        "view.layout_rows", "actionLayoutRows", "&Row-aligned", "view", 3, "view.choose_layout", checkable=True,
        choice="layout", argument="rows", submenu="Layout of the &window",
        tip="Stance cells beside the lanes: one row an actor",
    ),
    ActionSpec(
        "view.layout_stacked", "actionLayoutStacked", "&Stacked", "view", 3, "view.choose_layout", checkable=True,
        choice="layout", argument="stacked", submenu="Layout of the &window",
        tip="The timeline above, the whole matrix below",
    ),
    ActionSpec(
        "view.axis_top", "actionAxisTop", "&Above the rows", "view", 3, "view.place_axis", checkable=True,
        choice="axis", argument="top", submenu="Mar&ks and axis",
    ),
    ActionSpec(
        "view.axis_bottom", "actionAxisBottom", "&Below the rows", "view", 3, "view.place_axis", checkable=True,
        choice="axis", argument="bottom", submenu="Mar&ks and axis",
    ),
    ActionSpec(
        "view.axis_both", "actionAxisBoth", "Above and be&low", "view", 3, "view.place_axis", checkable=True,
        choice="axis", argument="both", submenu="Mar&ks and axis",
    ),
    ActionSpec(
        "view.week_numbers", "actionWeekNumbers", "&Week numbers", "view", 3, "view.toggle_week_numbers",
        checkable=True, tip="Number the weeks on the time axis", submenu="Mar&ks and axis",
    ),
    ActionSpec(
        "view.iso_dates", "actionIsoDates", "&Dates as 2024-05-12", "view", 3, "view.toggle_iso_dates",
        checkable=True, tip="Write all dates in the international order of year, month, day",
        submenu="Mar&ks and axis",
    ),
    ActionSpec(
        "view.publication_ticks", "actionPublicationTicks", "&Publication ticks", "view", 3,
        "view.toggle_publication_ticks", needs="articles", checkable=True,
        tip="Show below each mark on which day it was reported", submenu="Mar&ks and axis",
    ),
    ActionSpec(
        "view.coverage", "actionCoverage", "&Coverage", "view", 3, "view.toggle_coverage", needs="articles",
        checkable=True, tip="Hatch periods from which no articles are loaded: silence there says nothing",
        submenu="Mar&ks and axis",
    ),
    ActionSpec("view.reset", "actionResetLayout", "Rese&t layout", "view", 4, "view.reset_layout"),
    ActionSpec(
        "story.present", "actionPresent", "Pr&esent", "view", 4, "story.present", ("F5",), "present", "articles",
        "Play the saved views full screen, one after the other",
    ),
    ActionSpec(
        "view.full_screen", "actionFullScreen", "F&ull screen", "view", 4, "view.toggle_full_screen", ("F11",),
        checkable=True,
    ),
    ActionSpec(
        "go.date", "actionGoToDate", "Go to &date…", "navigate", 0, "navigate.go_to_date", ("Ctrl+J",), "goto-date",
        "marks",
    ),
    ActionSpec(
        "go.back", "actionBack", "View &back", "navigate", 1, "navigate.go_back", ("=Back", "Alt+Left"), "back",
        "back", "Back to the view before",
    ),
    ActionSpec(
        "go.forward", "actionForward", "View &forward", "navigate", 1, "navigate.go_forward",
        ("=Forward", "Alt+Right"), "forward", "forward",
    ),
    ActionSpec(
        "story.save", "actionBookmark", "&Save this view…", "navigate", 2, "story.bookmark", ("Ctrl+D",), "bookmark",
        "articles", "Keep range, filters, selection and order of the rows under a name",
    ),
    ActionSpec(
        "story.list", "actionSavedViews", "Saved &views", "navigate", 2, "story.show_views", ("Ctrl+Shift+D",), "story",
        "articles", "Show the saved views in the order of the story",
    ),
    ActionSpec(
        "story.export", "actionExportStory", "E&xport the story…", "navigate", 2, "story.export_story", (), "export",
        "views", "Write the saved views as the pages of a PDF, or as a web page",
    ),
    ActionSpec(
        "go.contradictions", "actionContradictions", "&Contradictions", "navigate", 2, "times.list_contradictions", (),
        "contradiction", "articles", "List who takes both sides, changed sides, or is quoted differently",
    ),
    ActionSpec("go.next_pane", "actionNextPane", "&Next pane", "navigate", 3, "navigate.next_pane", ("F6",)),
    ActionSpec(
        "go.previous_pane", "actionPreviousPane", "&Previous pane", "navigate", 3, "navigate.previous_pane",
        ("Shift+F6",),
    ),
    ActionSpec("filter.search", "actionFind", "&Search", "filter", 0, "navigate.find", ("=Find",), "search"),
    ActionSpec(
        "filter.next", "actionFindNext", "&Next match", "filter", 0, "navigate.find_next", ("=FindNext",), "",
        "marks",
    ),
    ActionSpec(
        "filter.previous", "actionFindPrevious", "&Previous match", "filter", 0, "navigate.find_previous",
        ("=FindPrevious",), "", "marks",
    ),
    ActionSpec(
        "filter.period", "actionFilterPeriod", "Only the &visible period", "filter", 1,
        "navigate.filter_visible_period",
        ("Ctrl+Shift+F",), "calendar", "marks",
    ),
    ActionSpec(
        "filter.actor", "actionFilterActor", "Only the selected &actor", "filter", 1,
        "navigate.filter_selected_actor", (),
        "actors", "selection",
    ),
    ActionSpec(
        "filtered.hide", "actionHideFiltered", "&Hide", "filter", 2, "view.treat_filtered",
        tip="Filters hide what they take away", checkable=True, choice="filtered", argument="hide",
        submenu="Filtered mar&ks",
    ),
    ActionSpec(
        "filtered.dim", "actionDimFiltered", "&Dim", "filter", 2, "view.treat_filtered",
        tip="Filters leave what they take away as pale marks", checkable=True, choice="filtered", argument="dim",
        submenu="Filtered mar&ks",
    ),
    ActionSpec(
        "filter.clear", "actionClearFilters", "&Clear all filters", "filter", 3, "navigate.clear_filters",
        ("Ctrl+Shift+X",), "close", "filters",
    ),
    ActionSpec(
        "help.manual", "actionManual", "&User guide", "help", 0, "help.show_manual", ("=HelpContents",), "info",
        tip="The guide, at the page of what has the keyboard",
    ),
    ActionSpec("help.guide", "actionGuide", "&How to read the timeline", "help", 0, "help.show_guide", (), "info"),
    ActionSpec(
        "help.hints", "actionHints", "Show h&ints again", "help", 0, "help.show_hints", (), "info",
        tip="The four hints of the first start",
    ),
    ActionSpec(
        "help.palette", "actionPalette", "Command &palette…", "help", 1, "palette.show", ("Ctrl+Shift+P",), "search",
        tip="Find any command, actor, proposal or article by a few letters",
    ),
    ActionSpec(
        "help.shortcuts", "actionShortcuts", "&Keyboard shortcuts…", "help", 1, "help.show_shortcuts", ("Ctrl+F1",),
        "keyboard", tip="All keys, to look up and to change",
    ),
    ActionSpec("help.about", "actionAbout", "&About Stanceline", "help", 2, "help.show_about", (), "info"),
)  # fmt: skip

TOOL_BAR: tuple[str, ...] = (
    "file.open", "file.add", "", "edit.undo", "edit.redo", "", "go.back", "go.forward", "", "view.fit_all",
    "view.fit_selection", "view.zoom_out", "zoom", "view.zoom_in", "go.date", "", "rows", "selection", "stretch",
    "view.filters", "view.detail", "view.drawer", "", "file.export",
)  # fmt: skip
"""Ids in order; an empty entry is a separator, `zoom` the slider, `rows` a menu of grouping and order,
`selection` a menu of what a click selects, `stretch` free space."""

"""Finds the handler of an action, and says what an action needs; forms open without blocking."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from stanceline.ui.action_list import Need

if TYPE_CHECKING:
    from stanceline.ui.commands.charts import ChartCommands
    from stanceline.ui.commands.counting import CountingCommands
    from stanceline.ui.commands.edit import EditCommands
    from stanceline.ui.commands.exports import ExportCommands
    from stanceline.ui.commands.file import FileCommands
    from stanceline.ui.commands.help import HelpCommands
    from stanceline.ui.commands.matrix import MatrixCommands
    from stanceline.ui.commands.navigate import NavigateCommands
    from stanceline.ui.commands.palette import PaletteCommands
    from stanceline.ui.commands.preferences import PreferenceCommands
    from stanceline.ui.commands.proposals import ProposalCommands
    from stanceline.ui.commands.references import ReferenceCommands
    from stanceline.ui.commands.story import StoryCommands
    from stanceline.ui.commands.times import TimeCommands
    from stanceline.ui.commands.view import ViewCommands
    from stanceline.ui.main_window import MainWindow


class Commands:
    """The handlers of one window's actions: a group a subject, each brought in when it is first used.

    `ActionSpec.handler` names group and method: "file.save_as".
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def handler(self, name: str) -> Callable[..., None]:
        """The method that an action calls."""
        group, method = name.split(".")
        found: Callable[..., None] = getattr(getattr(self, group), method)
        return found

    def call(self, handler: str, argument: str = "") -> None:
        """Run the handler of an action."""
        act = self.handler(handler)
        act(argument) if argument else act()

    def has(self, need: Need) -> bool:
        """Whether what an action needs is there."""
        window, session = self._window, self._window.session
        corpus = session.corpus
        match need:
            case "articles":
                return bool(session.has_articles() and window.is_complete)
            case "marks":
                return corpus is not None and len(corpus.marks) > 0
            case "selection" | "one_row":
                return bool(session.selection.keys)
            case "undo":
                return bool(session.undo.canUndo())
            case "redo":
                return bool(session.undo.canRedo())
            case "back":
                return window.linking is not None and window.linking.views.can_go_back()
            case "forward":
                return window.linking is not None and window.linking.views.can_go_forward()
            case "views":
                return session.project is not None and bool(session.project.saved_views)
            case "filters":
                return bool(session.filters.is_active())
        return True

    @cached_property
    def file(self) -> FileCommands:
        from stanceline.ui.commands.file import FileCommands

        return FileCommands(self._window)

    @cached_property
    def exports(self) -> ExportCommands:
        from stanceline.ui.commands.exports import ExportCommands

        return ExportCommands(self._window)

    @cached_property
    def edit(self) -> EditCommands:
        from stanceline.ui.commands.edit import EditCommands

        return EditCommands(self._window)

    @cached_property
    def view(self) -> ViewCommands:
        from stanceline.ui.commands.view import ViewCommands

        return ViewCommands(self._window)

    @cached_property
    def navigate(self) -> NavigateCommands:
        from stanceline.ui.commands.navigate import NavigateCommands

        return NavigateCommands(self._window)

    @cached_property
    def help(self) -> HelpCommands:
        from stanceline.ui.commands.help import HelpCommands

        return HelpCommands(self._window)

    @cached_property
    def references(self) -> ReferenceCommands:
        from stanceline.ui.commands.references import ReferenceCommands

        return ReferenceCommands(self._window)

    @cached_property
    def proposals(self) -> ProposalCommands:
        from stanceline.ui.commands.proposals import ProposalCommands

        return ProposalCommands(self._window)

    @cached_property
    def story(self) -> StoryCommands:
        from stanceline.ui.commands.story import StoryCommands

        return StoryCommands(self._window)

    @cached_property
    def matrix(self) -> MatrixCommands:
        from stanceline.ui.commands.matrix import MatrixCommands

        return MatrixCommands(self._window)

    @cached_property
    def counting(self) -> CountingCommands:
        from stanceline.ui.commands.counting import CountingCommands

        return CountingCommands(self._window)

    @cached_property
    def preferences(self) -> PreferenceCommands:
        from stanceline.ui.commands.preferences import PreferenceCommands

        return PreferenceCommands(self._window)

    @cached_property
    def charts(self) -> ChartCommands:
        from stanceline.ui.commands.charts import ChartCommands

        return ChartCommands(self._window)

    @cached_property
    def times(self) -> TimeCommands:
        from stanceline.ui.commands.times import TimeCommands

        return TimeCommands(self._window)

    @cached_property
    def palette(self) -> PaletteCommands:
        from stanceline.ui.commands.palette import PaletteCommands

        return PaletteCommands(self._window)

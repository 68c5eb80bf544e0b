"""The command palette, and going to what it finds."""

from __future__ import annotations

from collections.abc import Sequence

from stanceline.ui.commands.base import CommandGroup
from stanceline.ui.words import say


class PaletteCommands(CommandGroup):
    """Opens the palette of one window; goes to actors, proposals and articles."""

    def show(self) -> None:
        """Open the palette, unless it is open."""
        from stanceline.ui.dialogs.command_palette import CommandPalette
        from stanceline.ui.dialogs.palette_entries import action_entries, place_entries

        window = self._window
        if not any(one.isVisible() for one in window.findChildren(CommandPalette, "commandPalette")):
            entries = [*action_entries(window), *place_entries(window)]
            CommandPalette(window, window.theme, window.settings, entries).open()

    def to_actor(self, key: str) -> None:
        """Select all that an actor did and said, and show the actor's row."""
        corpus = self._session.corpus
        if corpus is None:
            return
        rows = {number for number, row in enumerate(corpus.rows) if row.key == key}
        keys = [corpus.marks.keys[number] for number, row in enumerate(corpus.marks.row.tolist()) if row in rows]
        keys += [entry.key for entry in corpus.undated if entry.row in rows]
        self._go(keys)

    def to_proposal(self, key: str) -> None:
        """Select all stances on a proposal."""
        self._go([row.id for row in self._session.index.analysis.stances if row.proposal == key])

    def to_article(self, key: str) -> None:
        """Select all that was read in an article, and open the article."""
        analysis = self._session.index.analysis
        keys = [stance.id for stance in analysis.stances if stance.article == key]
        keys += [statement.id for statement in analysis.statements if statement.article == key]
        keys += [row.id for row in analysis.events if any(mention.article == key for mention in row.mentions)]
        if self._go(keys):
            self._window.set_pane("detail", True)
            self._window.panes.detail.show_tab("article")

    def _go(self, keys: Sequence[str]) -> bool:
        """Select what of `keys` is not hidden; say so where nothing is."""
        corpus = self._session.corpus
        known = set(corpus.marks.keys) | {entry.key for entry in corpus.undated} if corpus is not None else set()
        shown = [key for key in keys if key in known]
        if not shown:
            told = (
                say("Filters hide all of it.")
                if self._session.filters.is_active()
                else say("There is nothing to show.")
            )
            self._window.panes.notice.tell(told)
            return False
        self._linking.views.look()
        self._session.selection.select(shown)
        if self._window.timelineView is not None:
            self._window.timelineView.setFocus()
        return True

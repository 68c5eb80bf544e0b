"""What the command palette offers: all actions, and the actors, proposals, articles and views to go to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from stanceline.ui.action_list import ACTIONS, MENU_TITLES, ActionSpec, Need
from stanceline.ui.actions import words
from stanceline.ui.words import article_day, article_name, say

if TYPE_CHECKING:
    from stanceline.ui.main_window import MainWindow

OWN_ACTION = "help.palette"


@dataclass(frozen=True)
class Entry:
    """One thing to do or go to. `why_not` says what it waits for, empty where it can be done."""

    id: str
    text: str
    place: str
    keys: str
    act: Callable[[], object]
    why_not: str = ""
    is_action: bool = True


def why_not(need: Need) -> str:
    """What has to be there before an action can be used."""
    reasons: dict[str, str] = {
        "articles": "Add articles first", "marks": "Nothing is on the timeline yet", "selection": "Select a mark first",
        "one_row": "Select a mark first", "undo": "Nothing to undo", "redo": "Nothing to redo",
        "back": "There is no view before this one", "forward": "There is no view after this one",
        "filters": "No filter is in force", "recent": "No project was opened lately",
    }  # fmt: skip
    return say(reasons.get(need, "Cannot be used now"))


def plain(text: str) -> str:
    """A menu text without its mnemonic and dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def action_entries(window: MainWindow) -> Iterator[Entry]:
    """Every action but the one that opens the palette, in the order of the menus."""
    table = window.actions_table
    table.refresh()
    for spec in ACTIONS:
        if spec.id == OWN_ACTION:
            continue
        action = table[spec.id]
        form = QKeySequence.SequenceFormat.NativeText
        keys = next((key.toString(form) for key in action.shortcuts()), "")
        reason = "" if action.isEnabled() else why_not(spec.needs)
        yield Entry(spec.id, plain(action.text()), menu_path(spec), keys, action.trigger, reason)


def menu_path(spec: ActionSpec) -> str:
    """Where an action stands: "View ▸ Row height"."""
    parts = [words(MENU_TITLES[spec.menu]), words(spec.submenu)] if spec.submenu else [words(MENU_TITLES[spec.menu])]
    return " ▸ ".join(plain(part) for part in parts)


def place_entries(window: MainWindow) -> Iterator[Entry]:
    """The project's own things: saved views, proposals, actors, articles."""
    if not window.session.has_articles() or window.session.corpus is None:
        return
    index, corpus = window.session.index, window.session.corpus
    go = window.commands.palette
    for view in window.session.need_project().saved_views:
        yield Entry(
            f"view:{view.id}", view.name, say("Saved view"), "",
            partial(window.commands.story.act, "open", view.id), is_action=False,
        )  # fmt: skip
    for proposal_id, proposal in index.proposals.items():
        yield Entry(
            f"proposal:{proposal_id}", proposal.title, say("Proposal"), "",
            partial(go.to_proposal, proposal_id), is_action=False,
        )  # fmt: skip
    for row in corpus.rows:
        if not row.is_group_heading:
            yield Entry(f"actor:{row.key}", row.name, say("Actor"), "", partial(go.to_actor, row.key), is_action=False)
    for article in index.articles.values():
        place = " · ".join(part for part in (say("Article"), article.source, article_day(article)) if part)
        yield Entry(
            f"article:{article.id}", article_name(article), place, "",
            partial(go.to_article, article.id), is_action=False,
        )  # fmt: skip

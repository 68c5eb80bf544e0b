"""Projects opened lately: up to ten, pinned ones first, with the day they were last open and their number of marks."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from stanceline.paths import kind_of
from stanceline.ui.settings import Settings
from stanceline.ui.words import counted, day_text, say

MOST = 10
DAY_S = 86_400


@dataclass(frozen=True)
class RecentProject:
    """`day` counts from 1970; `marks` is None until the project was seen whole."""

    path: str
    day: int
    marks: int | None = None
    is_pinned: bool = False

    @property
    def name(self) -> str:
        """What the project is called in lists."""
        return Path(self.path).stem

    def is_there(self) -> bool:
        """Whether the file is still where it was."""
        return kind_of(self.path) == "file"


class RecentProjects:
    """The list of one profile. Each change is kept at once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def listed(self) -> tuple[RecentProject, ...]:
        """Pinned ones first, each part with the newest first."""
        try:
            rows = json.loads(self._settings.text("recent_projects") or "[]")
            found = [RecentProject(**row) for row in rows]
        except (ValueError, TypeError):
            # The list is a convenience: what cannot be read of it is not worth a question.
            return ()
        return tuple(sorted(found, key=lambda each: not each.is_pinned)[:MOST])

    def _keep(self, rows: Sequence[RecentProject]) -> None:
        ordered = sorted(rows, key=lambda each: not each.is_pinned)[:MOST]
        self._settings.set_text("recent_projects", json.dumps([asdict(each) for each in ordered]))

    def add(self, path: Path, day: int, marks: int | None = None) -> None:
        """Put a project at the head; what is known of it stays where nothing newer is told."""
        rows = self.listed()
        known = next((each for each in rows if each.path == str(path)), RecentProject(str(path), day))
        newest = replace(known, day=day, marks=known.marks if marks is None else marks)
        if newest != known or rows[:1] != (known,):
            self._keep([newest, *(each for each in rows if each.path != str(path))])

    def pin(self, path: str, is_pinned: bool) -> None:
        """Keep a project in the list whatever is opened, or let it go with time."""
        self._keep([replace(each, is_pinned=is_pinned) if each.path == path else each for each in self.listed()])

    def forget(self, path: str) -> None:
        """Take one project off the list; its file stays."""
        self._keep([each for each in self.listed() if each.path != path])

    def clear(self) -> None:
        """Take all projects off the list but the pinned ones."""
        self._keep([each for each in self.listed() if each.is_pinned])


def days_ago(day: int, today: int) -> str:
    """A past day by its distance from today: "today", "yesterday", "5 days ago", and by its date after two weeks."""
    if day >= today:
        return say("today")
    if day == today - 1:
        return say("yesterday")
    return counted(today - day, "1 day ago", "%1 days ago") if today - day <= 14 else day_text(day)


def line_of(project: RecentProject, today: int) -> str:
    """When it was last open and how much is in it: "2 days ago · 1,284 marks"; or that it is not there."""
    if not project.is_there():
        return say("not found in %1").replace("%1", str(Path(project.path).parent))
    parts = [days_ago(project.day, today)]
    if project.marks is not None:
        parts.append(counted(project.marks, "1 mark", "%1 marks"))
    return " · ".join(parts)

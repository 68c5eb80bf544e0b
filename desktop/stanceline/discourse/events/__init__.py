"""The happenings of articles: `find_events` reads one article, `merge_events` brings the reports of all together."""

from stanceline.discourse.events.clauses import find_events
from stanceline.discourse.events.merge import merge_events

__all__ = ["find_events", "merge_events"]

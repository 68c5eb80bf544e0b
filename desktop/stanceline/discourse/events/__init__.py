"""The happenings of articles: `find_events` reads one article, `merge_events` brings all reports together.

`read_reports` (with `find_meetings`) and `merge_reports` are the two steps of `merge_events`.
"""

from stanceline.discourse.events.clauses import find_events
from stanceline.discourse.events.known import find_meetings
from stanceline.discourse.events.merge import merge_events, merge_reports
from stanceline.discourse.events.reports import Report, read_reports

__all__ = ["Report", "find_events", "find_meetings", "merge_events", "merge_reports", "read_reports"]

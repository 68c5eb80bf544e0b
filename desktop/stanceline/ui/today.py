"""The one place of the window that asks the clock: today, for the line of today and for plans that are overdue."""

from datetime import datetime

from stanceline.temporal.timex import DAY_S, days_from_civil


def today_s() -> int:
    """Seconds since 1970 of the beginning of today, where this computer stands."""
    now = datetime.now()
    return days_from_civil(now.year, now.month, now.day) * DAY_S

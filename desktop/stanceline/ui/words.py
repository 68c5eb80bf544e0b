"""Words, signs and dates as the window shows them; no Qt widgets and no numpy.

One place, so that pane, table, chip and tooltip say the same thing the same way. The first frame needs these
words; dates and records are brought in by the functions that need them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from stanceline.records import ArticleRow
    from stanceline.temporal.timex import Granularity

DAY_S = 86_400
ROW_HEIGHTS = {"compact": 28, "comfortable": 40, "cards": 64}
"""Named heights of a row, in px."""
STANCES: tuple[int, ...] = (2, 1, 0, -1, -2)
STANCE_TOKEN = {-2: "oppose", -1: "lean_oppose", 0: "neutral", 1: "lean_support", 2: "support"}
STANCE_SIGN = {-2: "−−", -1: "−", 0: "0", 1: "+", 2: "++"}
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def say(text: str) -> str:
    """A sentence or label in the user's language."""
    return QCoreApplication.translate("window", text)


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun; `many` has the place holder `%1`."""
    return say(one) if number == 1 else say(many).replace("%1", f"{number:,}")


def shortened(text: str, most: int) -> str:
    """At most so many letters of a text, cut between words; an ellipsis tells of the rest."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def stance_word(stance: int) -> str:
    """Supports, Leans in favor, Neutral, Leans against or Opposes."""
    return say({2: "Supports", 1: "Leans in favor", 0: "Neutral", -1: "Leans against", -2: "Opposes"}[stance])


def stance_sentence(stance: int) -> str:
    """Who (%1) stands how on what (%2)."""
    return say({
        2: "%1 supports %2", 1: "%1 leans in favor of %2", 0: "%1 is neutral on %2", -1: "%1 leans against %2",
        -2: "%1 opposes %2",
    }[stance])  # fmt: skip


def mode_word(mode: str) -> str:
    """How the position is known, in words."""
    return say({
        "first_hand": "In their own words", "observed": "Reported by the article",
        "second_hand": "Second-hand", "attributed_guess": "Others' guess",
    }[mode])  # fmt: skip


def sort_word(sort: str) -> str:
    """What sort of happening an event is, in words; empty for those of no sort."""
    return say({
        "meeting": "Meeting", "protest": "Protest", "incident": "Incident", "publication": "Speech or publication",
    }.get(sort, ""))  # fmt: skip


def status_word(status: str) -> str:
    """An event's status in words."""
    return say({
        "past": "Happened", "ongoing": "Ongoing", "planned": "Planned", "hypothetical": "Hypothetical",
        "cancelled": "Cancelled", "denied": "Denied",
    }[status])  # fmt: skip


def basis_word(basis: str) -> str:
    """Where an article's date comes from, in words."""
    return say({
        "metadata": "stated in its metadata", "url": "stated in its address", "text": "stated in its text",
        "inferred": "worked out from its text", "user": "set by you", "unknown": "unknown",
    }[basis])  # fmt: skip


def day_text(day: int, *, weekday: bool = False) -> str:
    """A day count as "7 July 2023", or "Fri 7 July 2023"."""
    from stanceline.model import dates_text
    from stanceline.temporal.timex import weekday_of

    head = f"{_WEEKDAYS[weekday_of(day) - 1]} " if weekday else ""
    return head + dates_text.day_text(day)


def period_text(begin: int | None, end: int | None, granularity: Granularity | None, traits: int = 0) -> str:
    """A half-open interval in seconds, written no finer than the source allows; `traits` (of a mark) may make it
    "c. May 2024" or "before May 2024"."""
    from stanceline.model import dates_text
    from stanceline.model.bounds import bound_word
    from stanceline.model.marks import Trait

    if begin is None and end is None:
        return say("Undated")
    if end is None:
        return say("Since %1").replace("%1", day_text((begin or 0) // DAY_S))
    if begin is None:
        return say("Before %1").replace("%1", day_text(end // DAY_S))
    is_rough = bool(traits & Trait.APPROXIMATE)
    return dates_text.date_text(begin, end, granularity or "day", approximate=is_rough, bound=bound_word(traits))


def days_text(first: int, last: int) -> str:
    """A run of days, both included: "3–9 July 2023", "28 June – 4 July 2023"."""
    from stanceline.model import dates_text

    return dates_text.date_text(first * DAY_S, (last + 1) * DAY_S, "day")


def article_name(article: ArticleRow) -> str:
    """What an article is called in lists: its title, else the first words of its text."""
    from stanceline.model.titles import article_title

    return article_title(article)


def article_day(article: ArticleRow) -> str:
    """The article's own day in words, with its uncertainty."""
    if article.published is None:
        return say("date unknown")
    text = day_text(article.published)
    if article.published_basis != "inferred":
        return text
    begin, end = article.published_begin, article.published_end_exclusive
    if begin is not None and end is not None and end - begin > 1:
        return say("probably %1, within %2").replace("%1", text).replace("%2", days_text(begin, end - 1))
    return say("probably %1").replace("%1", text)


def citation(article: ArticleRow, quote: str) -> str:
    """A quote with its source, ready to paste."""
    by = ", ".join(part for part in (article.author, article.source) if part)
    head = f"{by}: " if by else ""
    where = f" {article.url}" if article.url else f" ({article.id})"
    return f"“{' '.join(quote.split())}” {head}“{article_name(article)}”, {article_day(article)}.{where}"

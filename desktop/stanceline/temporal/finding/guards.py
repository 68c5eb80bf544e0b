"""What a rule's neighbors must look like: the guards that the rule table names.

A guard looks at one or two tokens on either side of a match and says whether the match is a date. This is where
"Article 5", "1,500 warheads", "May said", "march on" and "the 20th floor" are kept out.
"""

from collections.abc import Callable
from typing import Final

from stanceline.temporal.finding.holidays import is_small
from stanceline.temporal.finding.lookalikes import NO_PLURALS, is_before_plural, is_no_year, is_persons, opens_clause
from stanceline.temporal.finding.rules import Tokens
from stanceline.temporal.vocabulary import listed, word_set

PREPOSITIONS: Final = word_set(
    "in on at by until till since from to through during before after for within over throughout between and or of "
    "around about towards toward as into"
)
_DATE_PREPOSITIONS: Final = word_set("in by until till since from through during before after for between of to into")
_FUNCTION: Final = word_set(
    "and or but to at in on when while where as it he she they we i the a an his her their its this that was were is "
    "are has had have will would could should may might with for from by than because if after before until since who "
    "which not there then said says so"
)
_NAME_MONTHS: Final = word_set("may march april june august")
_MONTH_WORDS: Final = _DATE_PREPOSITIONS | word_set(
    "last next this early late mid every each and or until – - — , ( previous following coming past and"
)
_WHICH: Final = word_set("last past next first previous coming latest recent final")
_SPEECH: Final = word_set("said says told has had will would is was does did can could")
_MONEY: Final = word_set("$ £ € ¥ # no number local code page room flight article section channel highway route")
_CURRENCIES: Final = word_set("$ £ € ¥")
_SHIP_NAMES: Final = word_set("carnival advent lent ashura epiphany halloween")
_NAMED_DAYS: Final = word_set("black super bloody cyber giving fat blue spy sheffield girl mr mrs ms")
_SEASON_VERBS: Final = word_set("was is will had has saw brought ended began begins")
_STREETS: Final = word_set("street st road rd avenue ave boulevard drive lane square place dock")
_ABOUT: Final = word_set("about around circa")
_YEARED: Final = word_set(
    "campaign war reform law act treaty peace revolution constitution raid siege rising uprising revolt rebellion "
    "census fire flood plague expedition charter battle election famine crisis panic agreement armistice convention"
)
"""Nouns that are told apart by their year, however long ago: "the campaign of 1759 opened late"."""
_QUOTES: Final = frozenset({'"', "“", "‘", "'", "`", "«"})
_FIRST_BARE_YEAR, _LAST_BARE_YEAR = 1900, 2100
"""Years that need no preposition to be years."""
_GLUED_BEFORE_YEAR: Final = _QUOTES - {"`", "«"} | {"(", "[", "-", "–", "—", "/"}
_NO_YEAR_BEHIND: Final = frozenset({("of", "class"), (".", "no"), (":", "code"), (":", "no"), (":", "tel")})
"""The last word before a number, and the one before it, that together make it none."""
_RATE_WORDS: Final = word_set("once twice percent % million billion thousand dollars times ton head barrel cents")
_VAGUE_CUES: Final = word_set(
    "for in within after over took take takes taking spent spend lasted lasting last of and before many through"
)
_STRETCH_CUES: Final = word_set("after follow follows followed following despite within through amid end ends ended")
_LONG_UNITS: Final = word_set("days weeks months years decades centuries")
_COUNTING: Final = word_set("early first last final by three - old later more of the those these")
_STRETCH_ENDS: Final = word_set("of to away from")
_TALE_VERBS: Final = word_set(
    "became began came fell found gave got grew had held left lost made rose spread took was were went won"
)


class Match:
    """A rule's match as guards see it: tokens `[start, end)` of a text."""

    __slots__ = ("end", "start", "tokens")

    def __init__(self, tokens: Tokens, start: int, end: int) -> None:
        self.tokens, self.start, self.end = tokens, start, end

    def before(self, distance: int = 1) -> str:
        """The token before the match, empty at the start of the text or a paragraph."""
        place = self.start - distance
        return self.tokens.words[place] if place >= 0 and not self.tokens.words[place].isspace() else ""

    def after(self, distance: int = 0) -> str:
        """The token behind the match, empty at the end of the text or a paragraph."""
        place = self.end + distance
        return (
            self.tokens.words[place]
            if place < len(self.tokens.words) and not self.tokens.words[place].isspace()
            else ""
        )

    def first(self) -> str:
        return self.tokens.words[self.start]

    def last(self) -> str:
        return self.tokens.words[self.end - 1]

    def ends_clause(self) -> bool:
        """Whether no word that could be a noun follows."""
        after = self.after()
        return not after[:1].isalnum() or after in _FUNCTION

    def is_glued_before(self) -> bool:
        """Whether no space stands before the match."""
        if self.start == 0 or self.tokens.words[self.start - 1].isspace():
            return False
        return self.tokens.end(self.start - 1) == self.tokens.starts[self.start]

    def is_glued_after(self) -> bool:
        """Whether no space stands behind the match."""
        return self.end < len(self.tokens.words) and self.tokens.end(self.end - 1) == self.tokens.starts[self.end]

    def is_capital(self, token: int) -> bool:
        return 0 <= token < len(self.tokens.words) and self.tokens.is_capital(token)


def _month(match: Match) -> bool:
    word = match.last()
    if len(word) < 5 and word not in ("may", "june", "july") and not word.endswith("."):
        return False
    if word not in _NAME_MONTHS or match.end - match.start > 1:
        return True
    if match.is_capital(match.end) and match.before() == "in" and match.before(2) in ("", "."):
        # "In May Britain voted" is the month, "in April Summers's words" a name.
        return match.after(1) not in ("'", "’")
    if match.after() in _SPEECH or (match.is_capital(match.end) and match.after() not in ("and", "or", "to")):
        return False
    if (
        match.before() in ("the", "a", "an", "its", "their")
        and match.after().isalpha()
        and match.after() not in _FUNCTION
    ):
        return True
    # "And May? She says no.": a list needs another date before it.
    if match.before() in ("and", "or") and not (match.before(2)[:1].isdigit() or match.before(2) in listed("months")):
        return False
    return match.before() in _MONTH_WORDS and not (match.before() == "," and word in ("may", "march"))


def _year(match: Match) -> bool:
    before, after, number = match.before(), match.after(), int(match.last())
    if match.first() in ("circa", "around") and match.end - match.start > 1 and match.ends_clause():
        return before in ("built", "from", "dated", "made", "in", "born") or number >= _FIRST_BARE_YEAR
    if before in _MONEY or (match.is_glued_before() and before not in _GLUED_BEFORE_YEAR):
        return False
    if is_no_year(match.tokens, match.start, match.end):
        return False
    if _FIRST_BARE_YEAR <= number <= _LAST_BARE_YEAR and opens_clause(match.tokens.words, match.start, match.end):
        return True
    if _is_number_of_its_neighbors(match):
        return False
    plural = is_before_plural(match.tokens.words, match.start, match.end)
    if before == "of" and match.before(2) in _YEARED:
        return True
    if before in _DATE_PREPOSITIONS or before in ("early", "late", "mid", "(", "and", "the") or match.first() in _ABOUT:
        if not _FIRST_BARE_YEAR <= number <= _LAST_BARE_YEAR:
            return not after.isalpha() or after in _FUNCTION
        return not plural or before in ("since", "the")
    return _FIRST_BARE_YEAR <= number <= _LAST_BARE_YEAR and not plural


def _is_number_of_its_neighbors(match: Match) -> bool:
    """A part of a number, "the class of 1974" (people), "No. 1998", "1600 Oak Street", "2000 people"."""
    before, after = match.before(), match.after()
    if (before, match.before(2)) in _NO_YEAR_BEHIND:
        return True
    if match.is_capital(match.end) and match.after(1) in _STREETS:
        return True
    if before in ("-", "–", "—") and match.before(2)[:1].isdigit() and match.is_glued_before():
        return True
    if match.is_glued_after() and after in ("%", "/", "-", "–") and match.after(1)[:1].isdigit():
        return True
    return after in ("%", "percent", "million", "billion", "people") or after in listed("measures")


def _holiday(match: Match) -> bool:
    """A feast, no place ("Easter Island") or greeting ("Merry Christmas"); with a capital where the table wants one."""
    if match.is_glued_after() and match.after() in ("-", "–") and match.after(1) in ("style", "themed", "like"):
        return False
    if match.first() in _SHIP_NAMES and (
        match.before() not in PREPOSITIONS or (match.is_capital(match.end) and match.first() != "halloween")
    ):
        return False
    if is_persons(match.tokens, match.start, match.end):
        return False
    if match.before() in ("merry", "happy", "blessed") or match.after() in listed("after_feasts"):
        return False
    return _capital(match) or is_small(" ".join(match.tokens.words[match.start : match.end]))


def _year_short(match: Match) -> bool:
    return not match.is_glued_before() and match.ends_clause()


def _the_nth(match: Match) -> bool:
    before = match.before()
    # "Henry the 8th" is a king.
    if match.is_capital(match.start - 1) and before.isalpha() and before not in PREPOSITIONS:
        return False
    after = match.after()
    if before == "on" and (after in _TALE_VERBS or (len(after) > 4 and after.endswith("ed"))):
        # "The fire on the 2nd destroyed the mill".
        return True
    return before != "in" and match.ends_clause()


def _after_it(match: Match) -> bool:
    """ "He returned the year after", "the year after she left"; what a noun behind names is an event's."""
    return not match.after()[:1].isalnum() or match.after() in ("he", "she", "they", "it", "we", "and", "but")


def _the_day(match: Match) -> bool:
    return match.before() in ("on", "for", "of") and not match.after()[:1].isalnum()


def _the_part(match: Match) -> bool:
    return match.before() in ("in", "during", "by", "into") and match.after() not in ("of",)


def _part_cue(match: Match) -> bool:
    return match.before() in ("until", "till", "by", "toward", "towards", "before") and match.ends_clause()


def _at_dawn(match: Match) -> bool:
    """A time of day with its preposition, not "the dawn of a new era"."""
    return match.before() in ("at", "by", "until", "before", "around", "from") and match.after() != "of"


def _clause_end(match: Match) -> bool:
    after = match.after()
    return not after[:1].isalnum() or after in ("and", "but", "in", "at", "when")


def _season(match: Match) -> bool:
    if match.after() in ("of", "in", "from", "to", "term"):
        return False
    if match.last() in ("winter", "summer", "autumn") and match.after() in _SEASON_VERBS:
        return True
    return match.before() in _DATE_PREPOSITIONS or match.first() in ("early", "late", "mid", "by")


def _season_bare(match: Match) -> bool:
    if match.after() in ("quarters", "olympics", "games", "sports", "palace", "clothes", "coat"):
        return False
    if match.end - match.start > 1:
        return True
    before = match.before()
    if match.last() in ("fall", "spring"):
        return before in ("in", "by", "since", "until") and match.ends_clause()
    return before in _DATE_PREPOSITIONS and not match.is_capital(match.start)


def _rate(match: Match) -> bool:
    before = match.before()
    # "The vote comes a week after the debate" counts days.
    if match.after() in ("after", "before", "later", "earlier", "into", "from"):
        return False
    if before in _RATE_WORDS or before[:1].isdigit():
        return True
    return len(before) > 3 and before.endswith("s") and before not in NO_PLURALS and not before.endswith("ss")


def _duration_a(match: Match) -> bool:
    if (match.after() in ("-", "–") and match.is_glued_after()) or match.after() == "old" or match.before() == "at":
        return False
    # "More than a quarter of the market" is a share.
    if match.last() == "quarter" and match.after() == "of":
        return False
    # "A minute detail".
    if match.last() == "minute" and not match.ends_clause():
        return False
    return match.first() not in ("a", "an") or not _rate(match)


def _vague_units(match: Match) -> bool:
    # "A matter of months" is close to a number, "after months of talks" and "within weeks of his arrest" are stretches.
    if match.before(2) in ("matter", "question") or match.after() == "-":
        return False
    if match.before() in (_STRETCH_CUES if match.after() == "of" else _VAGUE_CUES):
        return True
    if match.first() not in _LONG_UNITS or match.before() in _COUNTING or match.before()[:1].isdigit():
        return False
    return match.after() in _STRETCH_ENDS


def _soon(match: Match) -> bool:
    return (
        _ref(match)
        and match.after() not in ("as", "after", "afterwards")
        and match.before() not in ("as", "too", "how")
        and not (match.last() == "soon" and _in_a_tale(match))
    )


def _in_a_tale(match: Match) -> bool:
    """ "Was soon released", "soon became a flood": a little later then, not soon from now."""
    after = match.after()
    return match.before() in ("was", "were", "had") or after in _TALE_VERBS or (len(after) > 4 and after[-2:] == "ed")


def _limit_then(match: Match) -> bool:
    """ "Until then": the time named last; "by then" and "and then" mark no date."""
    return match.before() in ("until", "till") and match.after() not in ("-", "–")


def _is_title(match: Match) -> bool:
    """ "On CBS's "60 Minutes"", "ABC's "This Week"": a quoted name with a capital unit."""
    return match.before() in _QUOTES and match.is_capital(match.end - 1)


def _unit_rel(match: Match) -> bool:
    return _not_day(match) and not _is_title(match)


def _no_dash(match: Match) -> bool:
    """Not the head of a compound: "the quarter-to-quarter comparison"."""
    return not (match.after() in ("-", "–") and match.is_glued_after())


def _moment(match: Match) -> bool:
    return match.before() in ("at", "for") and match.ends_clause()


def _age(match: Match) -> bool:
    """Not "a 44-year-old man" and "7 years old" (ages) nor "three-quarters" (a share)."""
    if match.last() in ("quarters", "quarter") and match.tokens.words[match.end - 2] in ("three", "-", "3"):
        return any(word in _WHICH for word in match.tokens.words[match.start : match.end])
    if _is_title(match):
        return False
    return match.after() not in ("old", "olds") and not (
        match.after() in ("-", "–") and match.after(1) in ("old", "olds")
    )


def _the_year(match: Match) -> bool:
    if match.after() == "-":
        return False
    return match.before() in ("for", "in", "of", "during", "throughout") and match.ends_clause()


def _year_ended(match: Match) -> bool:
    return match.after() in ("ended", "ending", "to", "through", "that")


def _noon(match: Match) -> bool:
    """With a preposition of time, or a day that it will be joined to."""
    return match.before() in ("at", "by", "until", "from", "before", "around") or match.is_capital(match.end)


def _half(match: Match) -> bool:
    return match.before() in ("in", "for", "of", "during", "by", "until", "since", "from") and match.ends_clause()


def _names_event(match: Match) -> bool:
    return match.after() in ("the", "this", "last", "next") or match.is_capital(match.end)


def _weekday(match: Match) -> bool:
    """No "Black Friday" or "Super Tuesday": days of that name fall where they like."""
    if match.is_capital(match.end) and match.after() in listed("papers"):
        return False
    if match.end - match.start == 1 and is_persons(match.tokens, match.start, match.end):
        return False
    return not (match.before() in _NAMED_DAYS and match.is_capital(match.start - 1))


def _range_and(match: Match) -> bool:
    """ "In 1994 and 1997" lists two years, "between 1994 and 1997" is one stretch."""
    return "and" not in match.tokens.words[match.start : match.end] or match.before() == "between"


def _not_day(match: Match) -> bool:
    """ "The last day" is the final one, never yesterday."""
    return match.last() != "day"


def _after_modal(match: Match) -> bool:
    return match.before() in ("will", "would", "could", "may", "might", "can", "should")


def _ref(match: Match) -> bool:
    return match.after() not in ("-", "–") and match.before() not in ("-", "until", "by")


def _current(match: Match) -> bool:
    return match.after() not in ("account", "events", "affairs", "-", ".", ",")


def _future(match: Match) -> bool:
    return match.after() not in ("-",) and not match.is_capital(match.end - 1)


def _unitly(match: Match) -> bool:
    word = match.last()
    if match.is_capital(match.start):
        return False
    # "A £9 daily charge" is a price.
    if match.before()[:1].isdigit() and match.before(2) in _CURRENCIES:
        return False
    if match.before() == "the" and match.is_capital(match.end):
        # "The daily Clarín" is a newspaper.
        return False
    return word in ("daily", "hourly", "annually") or match.ends_clause()


def _day_number(match: Match) -> bool:
    # "On day one he would scrap it" is an idiom, "on day one of the talks" is not.
    if match.last() in ("last", "final"):
        return False
    is_first = match.last() in ("one", "1")
    return not (is_first and match.before() in ("on", "from", "since") and match.after() not in ("of", "at"))


def _clock(match: Match) -> bool:
    word = match.tokens.words[match.start]
    if word.count(":") > 1 and match.end - match.start == 1:
        return False
    return int(word.partition(":")[0]) <= 24 and not (
        match.is_capital(match.start - 1)
        and match.before() not in ("at", "from", "by", "until", "on")
        and match.start > 1
        and match.end - match.start == 1
        and len(word) < 5
    )


def _spoken_year(match: Match) -> bool:
    """ "In two thousand and eight", "since twenty twenty-one": with a preposition of time and no noun behind."""
    return match.before() in ("in", "since", "until", "by", "of", "from", "before", "after") and match.ends_clause()


def _abbrday(match: Match) -> bool:
    """ "On Wed.", "since Tues": capital and preposition, or a period behind, and no name ("Sun Microsystems")."""
    if not match.is_capital(match.end - 1) or match.is_capital(match.end):
        return False
    if match.before() in ("on", "last", "next", "until", "since"):
        return True
    return match.last().endswith(".") and match.before() not in ("the", "a", "mr", "ms", "mrs", "dr", "")


def _no_rate(match: Match) -> bool:
    return match.before() not in _RATE_WORDS and not match.before()[:1].isdigit()


def _no_number(match: Match) -> bool:
    """No "Vision 2030", "Peugeot 2008" or "paragraph 12.3": the number belongs to the word before it."""
    before = match.before()
    if before in listed("works") or (
        match.before(2) in ("flight", "plate", "number") and match.is_capital(match.start - 1)
    ):
        return False
    if before == "." and len(match.before(2)) == 1 and match.before(2) != "c":
        return False
    return before not in listed("year_names") or not (
        match.is_capital(match.start - 1) or before in ("paragraph", "page", "room", "section", "article")
    )


def _split_year(match: Match) -> bool:
    """ "2019/20": two years in a row, and no number of a directive."""
    first, _, last = match.first().partition("/")
    return (int(first) + 1) % 100 == int(last)


def _unglued(match: Match) -> bool:
    return not match.is_glued_after() or match.after() not in ("-", "–", "/")


def _no_title(match: Match) -> bool:
    """ "Friday Night Lights" is a title, "Friday night" a time."""
    return not (match.is_capital(match.end - 1) and match.is_capital(match.end) and match.last() != "night's")


def _opening_hours(match: Match) -> bool:
    """ "Open Monday to Friday", "Monday to Friday, 9 a.m.": the working week in general, not one of them."""
    if match.first() not in ("monday", "tuesday") or match.last() not in ("friday", "saturday", "sunday"):
        return False
    return match.before() in ("open", "opens", "closed", "shut", "hours", "daily", "call") or (
        match.before() in (",", ":", "(", ";", "") and match.after() in (",", ":", ";") and match.after(1)[:1].isdigit()
    )


def _at_present(match: Match) -> bool:
    return match.before() == "at" and match.after() not in ("levels", "value", "values", "rates", "prices", "pace")


def _entered(match: Match) -> bool:
    """ "The talks entered their second day": the article's own."""
    return match.before() in ("entered", "into") or (
        match.before() in ("in", "on") and match.before(2) in ("now", "goes")
    )


def _part_habit(match: Match) -> bool:
    """ "They dance of an evening"."""
    return match.before() == "of" and match.before(2) not in ("end", "course", "middle") and match.ends_clause()


def _season_plural(match: Match) -> bool:
    """ "In summers past", "wet winters"; no family of that name, and no hot springs or water falls."""
    if match.is_capital(match.end - 1) and match.start and match.before() not in ("", ".", "“"):
        return False
    return match.last() not in ("springs", "falls") or match.before() in (
        "in",
        "most",
        "recent",
        "past",
        "many",
        "during",
    )


def _before_mark(match: Match) -> bool:
    return not match.after()[:1].isalnum()


def _after_between(match: Match) -> bool:
    return match.before() == "between"


def _thing_age(match: Match) -> bool:
    """The age of a truce or a law; a person's ("a three-year-old boy", "the 44-year-old") is no date."""
    after, unit = match.after(), match.tokens.words[match.end - 3]
    if unit == "year":
        return after in listed("aging_things")
    return after.isalpha() and not match.is_capital(match.end) and after not in _FUNCTION | listed("persons")


def _hours_minutes(match: Match) -> bool:
    """ "1500 GMT", "at 0930 hours"; not "1500 hours of work"."""
    written, unit = match.first(), match.last()
    if match.before() == "(" and match.after() == ")":
        # "10:35 a.m. (0735 GMT)" says the same twice.
        return False
    if len(written) != 4 or int(written[:2]) > 24 or int(written[2:]) > 59:
        return False
    if unit in ("hours", "hrs"):
        return match.before() in ("at", "by", "until") or match.before() == "from"
    return match.is_capital(match.end - 1)


def _capital(match: Match) -> bool:
    return any(match.is_capital(token) for token in range(match.start, match.end))


GUARDS: Final[dict[str, Callable[[Match], bool]]] = {
    "abbrday": _abbrday,
    "after_between": _after_between,
    "after_it": _after_it,
    "after_modal": _after_modal,
    "age": _age,
    "at_dawn": _at_dawn,
    "at_present": _at_present,
    "before_mark": _before_mark,
    "before_of": lambda match: match.after() == "of",
    "clause_end": _clause_end,
    "clock": _clock,
    "current": _current,
    "day_number": _day_number,
    "duration_a": _duration_a,
    "ends_clause": Match.ends_clause,
    "entered": _entered,
    "future": _future,
    "half": _half,
    "holiday": _holiday,
    "hours_minutes": _hours_minutes,
    "limit_then": _limit_then,
    "moment": _moment,
    "month": _month,
    "names_event": _names_event,
    "no_dash": _no_dash,
    "no_number": _no_number,
    "no_rate": _no_rate,
    "no_title": _no_title,
    "noon": _noon,
    "not_day": _not_day,
    "opening_hours": _opening_hours,
    "part_cue": _part_cue,
    "part_habit": _part_habit,
    "range_and": _range_and,
    "rate": _rate,
    "ref": _ref,
    "season": _season,
    "season_bare": _season_bare,
    "season_plural": _season_plural,
    "soon": _soon,
    "split_year": _split_year,
    "spoken_year": _spoken_year,
    "the_day": _the_day,
    "the_nth": _the_nth,
    "the_part": _the_part,
    "the_year": _the_year,
    "thing_age": _thing_age,
    "unglued": _unglued,
    "unit_rel": _unit_rel,
    "unitly": _unitly,
    "vague_units": _vague_units,
    "weekday": _weekday,
    "year": _year,
    "year_ended": _year_ended,
    "year_short": _year_short,
}

"""An invented debate of any size as an analysis: who says what when, the same for the same seed."""

import random

from stanceline.records import ActorRow, Analysis, ArticleRow, Proposal, StanceRow
from stanceline.temporal.timex import DAY_S, days_from_civil

ACTORS = (
    ("org:harbor-board", "Harbor Board", "organization", 1.4),
    ("org:traders", "Traders' Association", "organization", -1.6),
    ("state:northland", "Northland", "state", 0.9), ("person:okafor", "Ada Okafor", "person", -0.3),
    ("group:residents", "Residents of the old town", "group", -1.0),
    ("org:ferry-union", "Ferry Workers' Union", "organization", 0.1),
    ("org:port", "Port of Kelley", "organization", 1.8), ("person:lind", "Mads Lind", "person", 0.6),
)  # fmt: skip
OUTLETS = ("The Example Daily", "Kelley Courier", "Northland News Agency", "Harbor Weekly", "")
FIRST_DAY = days_from_civil(2023, 1, 9)


def debate(stances: int = 160, *, days: int = 540, articles: int = 60, seed: int = 7) -> Analysis:
    """A debate on a ferry toll: two thirds of the actors hold to their side, the others drift over time."""
    dice = random.Random(seed)
    rows = tuple(_article(number, dice, days, articles) for number in range(articles))
    found = tuple(_stance(number, dice, days, rows) for number in range(stances))
    actors = tuple(ActorRow(key, name, kind, None, None, (), ()) for key, name, kind, _ in ACTORS)  # type: ignore[arg-type]
    return Analysis(proposals=(Proposal("toll", "Ferry toll"),), articles=rows, actors=actors, stances=found)


def _article(number: int, dice: random.Random, days: int, articles: int) -> ArticleRow:
    day = None if number % 17 == 5 else FIRST_DAY + round(days * (number + dice.random()) / articles)
    end = None if day is None else day + 1
    outlet = dice.choices(OUTLETS, (9, 6, 4, 2, 1))[0] or None
    return ArticleRow(
        f"a{number}", f"/news/a{number}.txt", f"Article {number}", outlet, None, None, "en", "Text.", day, day, end,
        "metadata" if day is not None else "unknown", (), (),
    )  # fmt: skip


def _stance(number: int, dice: random.Random, days: int, articles: tuple[ArticleRow, ...]) -> StanceRow:
    key, _, _, lean = dice.choices(ACTORS, (9, 8, 6, 6, 4, 4, 3, 2))[0]
    article = dice.choice(articles)
    drift = (
        0.0 if article.published is None else (article.published - FIRST_DAY) / days * (1.6 if "person" in key else 0.0)
    )
    value = max(-2, min(2, round(lean + drift + dice.gauss(0, 0.7))))
    begin = None if article.published is None else article.published * DAY_S
    return StanceRow(
        f"{article.id}:s{number}", article.id, key, "toll", value, None, (), dice.choice(("first_hand", "second_hand")),
        "direct", number % 11 != 3, "certain", 0.6 + 0.3 * dice.random(), None, None, (), (0, 4), begin,
        None if begin is None else begin + DAY_S, "en.stance.verb", "machine", "day",
        undated=None if begin is not None else "The article has no date.",
    )  # fmt: skip

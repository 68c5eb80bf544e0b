from datetime import date
from typing import Any

import pytest

from tests.quality.dating import outcome
from tests.quality.timeml import part_of

DAY = date(1998, 3, 5)


def article(
    begin: str | None, end: str | None, day: str | None = None, since: str | None = None, *, hard: bool = True
) -> dict[str, Any]:
    reasons = [{"hard": hard, "begin": since, "end_exclusive": None}]
    return {
        "published": day,
        "published_begin": begin,
        "published_end_exclusive": end,
        "published_basis": "inferred" if day else "unknown",
        "published_reasons": reasons,
    }


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (article(None, None), {"unknown"}),
        (article("1998-01-01", None), {"contains"}),
        (article("1998-03-01", "1998-03-06", "1998-03-05"), {"contains", "best_exact"}),
        (article("1998-03-01", "1998-03-05"), {"false"}),
        (article(None, "1999-01-01", since="1998-03-06"), {"contains", "wrong_hard"}),
        (article(None, "1999-01-01", since="1998-03-06", hard=False), {"contains"}),
    ],
)
def test_outcomes_of_one_article(found: dict[str, Any], expected: set[str]) -> None:
    assert set(outcome(found, DAY)) == expected


def test_parts_hang_on_the_name_alone() -> None:
    # Pinned: a document that moved to the part that is only scored may have been read before.
    scored = [number for number in range(8) if part_of(f"doc{number}") == "score"]
    assert scored == [0, 2, 3, 7]

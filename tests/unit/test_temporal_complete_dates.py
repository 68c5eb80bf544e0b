"""Complete dates of metadata and of other languages."""

import pytest

from stanceline.temporal.complete_dates import parse_metadata_date, resolve_other_language


@pytest.mark.parametrize(
    ("raw", "language", "expected"),
    [
        ("2023-07-07T09:15:00Z", "en", "2023-07-07"),
        ("Published July 7, 2023", "en", None),
        ("July 7, 2023", "en", "2023-07-07"),
        ("7. Juli 2023", "de", "2023-07-07"),
        ("July 2023", "en", None),
        ("yesterday", "en", None),
        ("", "en", None),
        ("July 7, 2023 " * 10, "en", None),
    ],
)
def test_metadata_dates_are_complete_or_nothing(raw: str, language: str, expected: str | None) -> None:
    assert parse_metadata_date(raw, language=language) == expected


def test_other_languages_yield_complete_dates_only() -> None:
    found = resolve_other_language("Er sprach am 14. Juli 2023 und kommt morgen.", "de")
    assert [(timex.text, timex.value, timex.rule) for timex in found] == [
        ("14. Juli 2023", "2023-07-14", "de.date.complete")
    ]

import pytest

from stanceline.reading.metadata import date_in_address, date_in_file_name, from_keys, parse_machine_date


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2023-07-07", "2023-07-07"),
        ("20230707", "2023-07-07"),
        ("2023-07-07T22:30:00.123+02:00", "2023-07-07T22:30"),
        ("2023-07-07 22:30", "2023-07-07T22:30"),
        ("20230707T223000Z", "2023-07-07T22:30"),
        ("Fri, 07 Jul 2023 22:30:00 GMT", "2023-07-07T22:30"),
        ("2023-02-30", None),
        ("0001-01-01T00:00:00Z", None),
        ("7 July 2023", None),
        ("2023", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_machine_dates(raw: str, expected: str | None) -> None:
    assert parse_machine_date(raw) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/2023/07/07/story", "2023-07-07"),
        ("https://example.org/world/2023/jul/07/story", "2023-07-07"),
        ("https://example.org/a-story-2023-07-07/", "2023-07-07"),
        ("https://example.org/20230707-story", "2023-07-07"),
        ("https://example.org/2023/13/07/story", None),
        ("https://example.org/article/12345678", None),
        ("https://2023-07-07.example.org/story", None),
        (None, None),
    ],
)
def test_dates_in_addresses(url: str | None, expected: str | None) -> None:
    assert date_in_address(url) == expected


def test_two_dates_in_a_file_name_are_none() -> None:
    assert date_in_file_name("2023-07-07_to_2023-07-09") is None


def test_keys_of_other_collections() -> None:
    facts = from_keys(
        {"source": {"name": "The Example"}, "publishedAt": "2023-07-07T10:00:00Z", "authors": ["A B", "C D"], "id": 7}
    )
    assert (facts.source, facts.published, facts.author, facts.id) == (
        "The Example",
        "2023-07-07T10:00",
        "A B, C D",
        "7",
    )

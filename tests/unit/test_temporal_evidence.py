"""What an article as a whole tells about its calendar."""

import pytest

from stanceline.temporal.values.evidence import is_british, is_southern, order_of_figures


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Issued 22/05/2025, valid to 03/06/2025.", "day_first"),
        ("Filed 05/22/2025, heard 06/03/2025.", "month_first"),
        ("LONDON — The programme began on 03/06/2025.", "day_first"),
        ("WASHINGTON — The program began on 03/06/2025.", "month_first"),
        ("It began on 03/06/2025.", None),
        ("Shares at 13/4 odds closed on 03/06/2025.", None),
    ],
)
def test_order_of_day_and_month_comes_from_the_article(text: str, order: str | None) -> None:
    assert order_of_figures(text) == order


def test_spelling_and_places_tell_which_english_it_is() -> None:
    assert is_british("The neighbouring council in Leeds cancelled the programme.")
    assert not is_british("The neighboring council in Boston canceled the program.")


def test_an_article_about_southern_places_has_southern_seasons() -> None:
    assert is_southern("Sydney and Melbourne burned; so did Canberra.")
    assert not is_southern("London, Paris and Sydney compared notes with Tokyo.")
    assert not is_southern("A single mention of Chile in a report from Berlin.")

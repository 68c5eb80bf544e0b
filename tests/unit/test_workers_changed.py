"""Which articles count as changed, and what becomes of them by each answer."""

import pytest

from stanceline.workers.changed import answered, hold_changed, place_of
from stanceline.workers.messages import Header


def header(ident: str, path: str | None = "/news/a.txt", sha: str = "12345678abc") -> Header:
    """An article of a file."""
    return Header(ident, sha, "digest", path, "A title", 10)


def test_a_file_with_one_article_has_changed_whatever_its_id() -> None:
    new, held = hold_changed([(header("a-1234"), b"x", "a")], [("old", "d", "/news/a.txt"), ("b", "d", "/news/b.txt")])
    assert new == []
    assert [(each.article.known, each.article.path) for each in held] == [("old", "/news/a.txt")]


def test_of_a_file_with_many_each_article_is_known_by_its_id() -> None:
    kept = [(header("one-1234"), b"x", "one"), (header("three"), b"y", "three")]
    new, held = hold_changed(kept, [("one", "d", "/news/a.txt"), ("two", "d", "/news/a.txt")])
    assert [each[0].id for each in new] == ["three"]
    assert [each.article.known for each in held] == ["one"]


@pytest.mark.parametrize("path", ["/news/other.txt", None])
def test_other_files_and_pasted_texts_are_new(path: str | None) -> None:
    new, held = hold_changed([(header("a", path), b"x", "a")], [("a", "d", "/news/a.txt"), ("p", "d", None)])
    assert len(new) == 1
    assert held == []


def test_a_relative_path_is_the_same_place() -> None:
    assert place_of("news/a.txt") == place_of("news/../news/a.txt")
    assert place_of(None) == ""


def test_answers_update_keep_both_or_skip() -> None:
    held = hold_changed([(header("a"), b"x", "a")], [("old", "d", "/news/a.txt")])[1][0]
    update, both, skip = (answered(held, answer, {"old", "a"}) for answer in ("update", "both", "skip"))
    assert update is not None
    assert (update[0].id, update[1]) == ("old", b"x")
    assert both is not None
    assert both[0].id == "a-12345678"
    assert skip is None
    again = answered(held, "both", {"a", "a-12345678"})
    assert again is not None
    assert again[0].id == "a-12345678-2"

import codecs
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stanceline.paths import sample_folder
from stanceline.reading.readers import ReadResult, finish_ids, list_files, read_bytes, read_path, read_paths, read_text

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Allies split over outpost | The Example</title>
<meta property="og:site_name" content="The Example"><meta property="og:title" content="Allies split over outpost">
<meta name="author" content="Jane Doe"><meta property="article:published_time" content="2023-07-07T14:05:00+00:00">
</head><body><nav>Home | World</nav><article><h1>Allies split over outpost</h1>
<p>The alliance is split over a plan to open an outpost in Tokyo, officials said on Friday in Brussels.</p>
<p>“We are not in favor,” an official said. Others welcomed the idea and asked for more time to study it.</p>
<p>A decision is expected at the summit next week, where the leaders of four partner countries will be guests.</p>
</article><footer>All rights reserved</footer></body></html>"""
PROSE = (
    "The council of the town voted on Monday to build a bridge over the river, and the mayor said it would help. " * 3
)


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def codes(result: ReadResult) -> list[str]:
    return [problem.code for problem in result.problems]


def test_seeds_are_read_unaltered() -> None:
    result = read_paths([sample_folder()])
    assert [article.id for article in result.articles] == ["000_4ae00a725297815d", "002_2fe6c1df8b5d4f97"]
    assert result.problems == ()
    for article in result.articles:
        assert article.path is not None
        assert article.text == Path(article.path).read_text(encoding="utf-8")
        assert article.published is None
        assert article.language == "en"
    assert result.articles[0].title == "Macron blocks NATO outpost in Japan amid Chinese complaints"


def test_line_ends_of_plain_text_become_newlines_and_markdown_stays(tmp_path: Path) -> None:
    plain = read_path(write(tmp_path / "a.txt", "First line.\r\nSecond line.\rThird."))
    assert plain.articles[0].text == "First line.\nSecond line.\nThird."
    marked = read_path(write(tmp_path / "b.md", "# Head\r\n\r\n**Text** of it.\r\n"))
    assert marked.articles[0].text == "# Head\r\n\r\n**Text** of it.\r\n"


def test_markdown_front_matter_gives_metadata(tmp_path: Path) -> None:
    head = '---\ntitle: "Bridge vote"\nauthor: Jane Doe\ndate: 2024-05-12\nsource: The Example\n---\n'
    text = f"{head}\n# Bridge vote\n\n{PROSE}"
    article = read_path(write(tmp_path / "b.md", text)).articles[0]
    assert (article.title, article.author, article.source) == ("Bridge vote", "Jane Doe", "The Example")
    assert (article.published, article.published_basis) == ("2024-05-12", "metadata")
    assert [block.rule for block in article.blocks[:2]] == ["front-matter", "markup"]


@pytest.mark.parametrize("name", ["page.html", "page.htm", "page.txt", "page"])
def test_web_page_is_known_by_content(tmp_path: Path, name: str) -> None:
    article = read_path(write(tmp_path / name, PAGE)).articles[0]
    assert article.title == "Allies split over outpost"
    assert (article.source, article.author) == ("The Example", "Jane Doe")
    assert (article.published, article.published_basis) == ("2023-07-07", "metadata")
    assert article.text.startswith("Allies split over outpost\n")
    assert "All rights reserved" not in article.text


def test_date_of_a_page_does_not_depend_on_the_day_of_reading(tmp_path: Path) -> None:
    page = PAGE.replace("2023-07-07T14:05:00+00:00", "2071-07-07T14:05:00+00:00")
    assert read_path(write(tmp_path / "x.html", page)).articles[0].published == "2071-07-07"


def test_page_without_article_is_refused(tmp_path: Path) -> None:
    assert codes(read_path(write(tmp_path / "x.html", "<html><head></head><body></body></html>"))) == ["no-text"]


def test_page_in_its_declared_encoding(tmp_path: Path) -> None:
    page = PAGE.replace("utf-8", "iso-8859-1").replace("An official", "A official").replace("Tokyo", "Orléans")
    data = page.replace("“", '"').replace("”", '"').encode("latin-1")
    assert "Orléans" in read_path(write(tmp_path / "x.html", data)).articles[0].text


def test_json_lines_are_taken_as_they_are(tmp_path: Path) -> None:
    rows = [
        {"id": "a", "text": "One\r\n two.", "title": "T", "published": "2023-07-07T10:00:00Z", "source": "S"},
        {"id": "b", "text": "Three\u2028four", "url": "https://example.org/2023/jul/07/story"},
        {"text": "Five", "published": "7 July 2023"},
    ]
    text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    result = read_path(write(tmp_path / "many.json", text))
    first, second, third = result.articles
    assert (first.id, first.text, first.published, first.title) == ("a", "One\r\n two.", "2023-07-07T10:00", "T")
    assert (second.text, second.published, second.published_basis) == ("Three\u2028four", "2023-07-07", "url")
    assert (third.id, third.published, third.published_raw) == ("many", None, "7 July 2023")


def test_bad_json_line_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    result = read_path(write(tmp_path / "x.jsonl", '{"id": "a", "text": "One"}\n{"id": "b", "te\n[1]\n{"id": "c"}\n'))
    assert [article.id for article in result.articles] == ["a"]
    assert codes(result) == ["bad-json", "bad-json", "no-text"]
    assert "line 2" in result.problems[0].says
    assert "line 4" in result.problems[2].says


def test_json_list_cut_off_yields_what_came_before(tmp_path: Path) -> None:
    result = read_path(write(tmp_path / "x.json", '[{"id": "a", "text": "One"},\n {"id": "b", "text": "Tw'))
    assert [article.id for article in result.articles] == ["a"]
    assert codes(result) == ["bad-json"]


@pytest.mark.parametrize("wrapped", ['{"articles": [{"text": "One"}]}', '[{"text": "One"}]', '{\n"text": "One"\n}'])
def test_json_documents_are_read(tmp_path: Path, wrapped: str) -> None:
    assert [article.text for article in read_path(write(tmp_path / "x.json", wrapped)).articles] == ["One"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"%PDF-1.7\n...", "unsupported"),
        (b"PK\x03\x04....word/document.xml", "unsupported"),
        (b"{\\rtf1 text", "unsupported"),
        (b"SQLite format 3\x00", "unsupported"),
        (b"From: a@b.c\nMIME-Version: 1.0\n\nText", "unsupported"),
        (b"\x89PNG\r\n\x1a\n", "unsupported"),
        (bytes(range(256)) * 8, "binary"),
        (b"text\x00text", "binary"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, content: bytes, code: str) -> None:
    path = write(tmp_path / "x.txt", content)
    result = read_path(path)
    assert result.articles == ()
    assert codes(result) == [code]
    assert result.problems[0].path == path.as_posix()
    assert "x.txt" in result.problems[0].says


def test_missing_and_forbidden_files_are_said(tmp_path: Path) -> None:
    assert codes(read_path(tmp_path / "no.txt")) == ["missing"]
    locked = write(tmp_path / "locked.txt", "Text")
    locked.chmod(0)
    if os.access(locked, os.R_OK):
        pytest.skip("this user may read everything")
    assert codes(read_path(locked)) == ["unreadable"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings_without_doubt(tmp_path: Path, encoding: str) -> None:
    result = read_path(write(tmp_path / "x.txt", PROSE.encode(encoding)))
    assert result.articles[0].text == PROSE
    assert result.problems == ()


def test_guessed_encoding_is_admitted(tmp_path: Path) -> None:
    text = PROSE + "It’s near the café – “for now”."
    result = read_path(write(tmp_path / "x.txt", text.encode("cp1252")))
    assert result.articles[0].text == text
    assert codes(result) == ["encoding"]


def test_character_cut_in_half_does_not_spoil_the_rest(tmp_path: Path) -> None:
    result = read_path(write(tmp_path / "x.txt", (PROSE + "“quoted” words – and é").encode()[:-1]))
    assert result.articles[0].text == PROSE + "“quoted” words – and \ufffd"
    assert codes(result) == ["encoding"]


def test_other_languages_are_said(tmp_path: Path) -> None:
    text = (
        "Le conseil municipal a voté lundi la construction d'un pont sur le fleuve, et le maire s'en est félicité. " * 3
    )
    result = read_path(write(tmp_path / "x.txt", text))
    assert result.articles[0].language == "fr"
    assert codes(result) == ["not-english"]
    assert "French" in result.problems[0].says


def test_very_long_text_is_read_and_said(tmp_path: Path) -> None:
    result = read_path(write(tmp_path / "x.txt", PROSE * 1000))
    assert len(result.articles) == 1
    assert codes(result) == ["long"]


@pytest.mark.parametrize(
    ("name", "text", "published"),
    [
        ("2023-07-07_story.txt", PROSE, "2023-07-07"),
        ("story_20230707.txt", PROSE, "2023-07-07"),
        ("2023-07-07_story.txt", "Published: 12 May 2024\n\n" + PROSE, None),
        ("2023-07-07_story.txt", "PARIS, May 12, 2024 (Example) — " + PROSE, None),
        ("a20230707b.txt", PROSE, None),
        ("story-12345678.txt", PROSE, None),
        ("story.txt", "https://example.org/2024/05/12/story\n\n" + PROSE, "2024-05-12"),
    ],
)
def test_dates_of_names_and_addresses(tmp_path: Path, name: str, text: str, published: str | None) -> None:
    assert read_path(write(tmp_path / name, text)).articles[0].published == published


def test_byline_and_agency(tmp_path: Path) -> None:
    text = "Bridge vote put off\n\nBy Jane Doe in Paris\n\nPARIS, May 12 (Example Wire) — " + PROSE
    article = read_path(write(tmp_path / "x.txt", text)).articles[0]
    assert (article.title, article.author, article.source) == ("Bridge vote put off", "Jane Doe", "Example Wire")


def test_same_text_twice_is_one_article_whatever_the_order(tmp_path: Path) -> None:
    one = write(tmp_path / "one.txt", PROSE)
    two = write(tmp_path / "two.txt", PROSE.replace(". ", ".\n"))
    for order in ([one, two], [two, one]):
        result = finish_ids(read_path(path) for path in order)
        assert [article.id for article in result.articles] == ["one"]
        assert codes(result) == ["duplicate"]
        assert "skipped (identical" in result.problems[0].says


def test_equal_names_get_hashes_and_problems_follow(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    write(tmp_path / "a" / "x.txt", PROSE)
    write(tmp_path / "b" / "x.txt", PROSE * 1000)
    result = read_paths([tmp_path])
    ids = [article.id for article in result.articles]
    assert ids == [f"x-{article.sha256[:8]}" for article in result.articles]
    assert result.problems[0].article == ids[1]
    earlier = read_path(tmp_path / "b" / "x.txt").articles
    more = finish_ids([read_path(tmp_path / "a" / "x.txt")], existing=earlier)
    assert more.articles[0].id == "x-" + more.articles[0].sha256[:8]


def test_folders_are_searched_and_hidden_files_left_out(tmp_path: Path) -> None:
    (tmp_path / "sub" / ".git").mkdir(parents=True)
    write(tmp_path / "sub" / "b.txt", "B")
    write(tmp_path / "a.txt", "A")
    write(tmp_path / ".hidden", "H")
    write(tmp_path / "sub" / ".git" / "c.txt", "C")
    files, problems = list_files([tmp_path / "a.txt", tmp_path])
    assert [file.name for file in files] == ["a.txt", "b.txt"]
    assert problems == []
    (tmp_path / "none").mkdir()
    assert list_files([tmp_path / "none"])[1][0].code == "empty"


def test_broken_characters_in_json_keep_offsets(tmp_path: Path) -> None:
    result = read_path(write(tmp_path / "x.jsonl", '{"id": "a", "text": "a\\ud800b"}'))
    assert result.articles[0].text == "a\ufffdb"
    assert codes(result) == ["encoding"]


def test_pasted_text() -> None:
    assert read_text("One\r\ntwo").articles[0].text == "One\ntwo"
    assert codes(read_text("  ")) == ["empty"]


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_bytes_break_reading(data: bytes) -> None:
    result = read_bytes(data, Path("x.txt"))
    assert result.articles or result.problems
    for article in result.articles:
        position = 0
        for block in article.blocks:
            assert not article.text[position : block.span.start].strip()
            position = block.span.end
        assert not article.text[position:].strip()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_instead_of_waited_on(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    result = read_path(tmp_path / "pipe")
    assert result.articles == ()
    assert [problem.code for problem in result.problems] == ["unreadable"]


def test_a_name_that_no_file_can_have_is_a_problem_and_no_crash() -> None:
    path = Path("/" + "x" * 300)
    found, _ = list_files([path])
    assert found == [path]
    assert read_path(path).problems

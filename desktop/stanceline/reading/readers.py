"""Files and folders to articles: recognized by content, decoded, cut into blocks, with all that is known of them.

Nothing here raises for bad content: what cannot be read becomes a `Problem` that names the file, the reason
and what to do, and the rest is read.
"""

import hashlib
import os
import stat
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from stanceline.paths import kind_of
from stanceline.reading.article import Article, Problem
from stanceline.reading.encoding import Decoded, decode, is_binary
from stanceline.reading.formats import unreadable_kind
from stanceline.reading.furniture import mark_blocks
from stanceline.reading.jsonl import looks_like_json, read_objects, text_of
from stanceline.reading.language import guess_language, is_english
from stanceline.reading.metadata import Metadata, date_in_file_name, from_keys, split_front_matter
from stanceline.reading.plain import author_line, has_date_line, headline, outlet, own_address

LARGEST_FILE = 512 * 1024 * 1024
LARGEST_PAGE = 20 * 1024 * 1024
"""Bytes of a file, and of a web page, beyond which nothing is read."""
LONG_TEXT = 200_000
"""Characters of one article that language analysis reads (the model's own limit); dates are read beyond."""

_LANGUAGES = {
    "ar": "Arabic", "de": "German", "es": "Spanish", "fr": "French", "it": "Italian", "ja": "Japanese",
    "ko": "Korean", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "tr": "Turkish",
    "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What came out of one file or of several."""

    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_path(path: Path) -> ReadResult:
    """Read one file of any kind; ids are preliminary until `finish_ids`."""
    try:
        about = path.stat()
        size = about.st_size
        # A pipe or device would be waited on for ever.
        if not (stat.S_ISREG(about.st_mode) or stat.S_ISDIR(about.st_mode)):
            return _refused(path, "unreadable", "is no ordinary file. Save the article as a file and add that.")
        if size > LARGEST_FILE:
            return _refused(path, "too-large", f"is {size // 2**20} MB, more than can be read. Split it into parts.")
        data = path.read_bytes()
    except FileNotFoundError:
        return _refused(path, "missing", "does not exist. Check the name.")
    except IsADirectoryError:
        return _refused(path, "unreadable", "is a folder. Add it as a folder.")
    except OSError as error:
        return _refused(path, "unreadable", f"cannot be opened ({error.strerror}). Check that you may read it.")
    return read_bytes(data, path)


def read_bytes(data: bytes, path: Path) -> ReadResult:
    """Read a file's bytes as `read_path` does; `path` names it."""
    if not data.strip():
        return _refused(path, "empty", "is empty. Check that it was saved completely.")
    if kind := unreadable_kind(data):
        return _refused(path, "unsupported", f"is a {kind[0]}; this format is not read yet. {kind[1]}")
    if is_binary(data):
        return _refused(path, "binary", "is not text. Save the article as plain text or HTML and add that file.")
    from stanceline.reading.html import looks_like_html

    # Bytes beyond ASCII do not matter for telling a page from prose.
    is_page = looks_like_html(data[:8192].replace(b"\x00", b"").decode("latin-1").lstrip("\xef\xbb\xbf\xff\xfe"))
    decoded = decode(data, is_html=is_page)
    notes = _decoding_notes(decoded, path)
    if not decoded.text.strip("\ufeff \t\r\n\x00"):
        return _refused(path, "empty", "holds no text. Check that it was saved completely.")
    if looks_like_json(decoded.text):
        result = _read_json(decoded.text, path)
    elif is_page:
        result = _read_html(decoded.text, path, len(data))
    else:
        result = _read_plain(decoded.text, path)
    return ReadResult(result.articles, (*notes, *result.problems))


def read_text(text: str, *, id: str = "pasted text", path: Path | None = None) -> ReadResult:
    """Read text that comes from no file, such as the clipboard."""
    if not text.strip():
        return ReadResult((), (Problem("empty", "There is no text to read. Copy the article's text first."),))
    return _single(text.replace("\r\n", "\n").replace("\r", "\n"), Metadata(id=id), path)


def list_files(paths: Sequence[Path]) -> tuple[list[Path], list[Problem]]:
    """All files among `paths` and, recursively, in their folders, sorted; hidden ones in folders are left out."""
    found: dict[Path, Path] = {}
    problems: list[Problem] = []
    for path in sorted(paths, key=lambda p: p.as_posix()):
        if kind_of(path) != "folder":
            found.setdefault(path.resolve(), path)
            continue
        inside = _walk(path, problems)
        if not inside:
            problems.append(_problem(path, "empty", "holds no files. Check that it is the right folder."))
        for file in inside:
            found.setdefault(file.resolve(), file)
    return sorted(found.values(), key=lambda p: p.as_posix()), problems


def read_paths(paths: Sequence[Path], *, keep_repeated: bool = False) -> ReadResult:
    """Read files and folders; the same text twice is one article unless asked otherwise, ids are unique."""
    files, problems = list_files(paths)
    result = finish_ids([read_path(file) for file in files], keep_repeated=keep_repeated)
    return ReadResult(result.articles, (*problems, *result.problems))


def finish_ids(
    results: Iterable[ReadResult], *, existing: Iterable[Article] = (), keep_repeated: bool = False
) -> ReadResult:
    """Put results read one by one together: drop repeated texts, make ids unique, whatever the order they came in.

    Articles of `existing` keep their ids and are not in the result; a text that they already hold is dropped.
    Equal ids get eight digits of the text's hash, a number behind it where even those are equal.
    """
    existing = tuple(existing)
    ordered = sorted(results, key=_place)
    known = {_folded(article.text): article for article in existing}
    kept: list[Article] = []
    problems: list[Problem] = []
    for result in ordered:
        problems.extend(result.problems)
        for article in result.articles:
            same = known.setdefault(_folded(article.text), article)
            if same is article or keep_repeated:
                kept.append(article)
            else:
                problems.append(_duplicate(article, same))
    ids = _unique_ids(kept, {article.id for article in existing})
    renamed = {(kept[i].path, kept[i].id): new for i, new in enumerate(ids)}
    articles = tuple(replace(article, id=new) for article, new in zip(kept, ids, strict=True))
    fixed = tuple(replace(p, article=renamed.get((p.path, p.article), p.article)) if p.article else p for p in problems)
    return ReadResult(articles, fixed)


def _place(result: ReadResult) -> tuple[str, str]:
    if result.articles:
        return result.articles[0].path or "", result.articles[0].id
    return (result.problems[0].path or "") if result.problems else "", ""


def _unique_ids(articles: Sequence[Article], taken: set[str]) -> list[str]:
    wanted: dict[str, int] = {}
    for article in articles:
        wanted[article.id] = wanted.get(article.id, 0) + 1
    used = set(taken)
    ids: list[str] = []
    for article in articles:
        name = article.id
        if wanted[name] > 1 or name in taken:
            name = f"{article.id}-{article.sha256[:8]}"
        base, number = name, 2
        while name in used:
            name, number = f"{base}-{number}", number + 1
        used.add(name)
        ids.append(name)
    return ids


def _duplicate(article: Article, kept: Article) -> Problem:
    where = article.path or article.id
    other = kept.path if kept.path and kept.path != article.path else f"article {kept.id}"
    return Problem("duplicate", f"{where}: skipped (identical with {other}). Nothing to do.", article.path, kept.id)


def _folded(text: str) -> str:
    return hashlib.sha256(" ".join(text.split()).encode("utf-8")).hexdigest()


def _walk(folder: Path, problems: list[Problem]) -> list[Path]:
    def note(error: OSError) -> None:
        where = Path(error.filename) if error.filename else folder
        problems.append(
            _problem(where, "unreadable", f"cannot be opened ({error.strerror}). Check that you may read it.")
        )

    found: list[Path] = []
    for root, folders, files in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found.extend(Path(root) / name for name in files if not name.startswith("."))
    return found


# ---- one kind of file each ---------------------------------------------------------------------------------


def _read_plain(text: str, path: Path) -> ReadResult:
    is_markdown = path.suffix.lower() in (".md", ".markdown", ".mdown")
    values, _ = split_front_matter(text)
    if not is_markdown:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        values = {}
    facts = replace(from_keys(values), id=path.stem)
    return _single(text, facts, path)


def _read_html(text: str, path: Path, size: int) -> ReadResult:
    if size > LARGEST_PAGE:
        return _refused(path, "too-large", f"is a web page of {size // 2**20} MB. Save its text as plain text instead.")
    from stanceline.reading.html import read_page

    page = read_page(text)
    if not page.text.strip():
        return _refused(path, "no-text", "is a web page without an article's text. Save the text itself.")
    return _single(page.text, replace(page.metadata, id=path.stem), path)


def _read_json(text: str, path: Path) -> ReadResult:
    articles: list[Article] = []
    problems: list[Problem] = []
    for number, values in read_objects(text):
        if isinstance(values, str):
            problems.append(_problem(path, "bad-json", f"line {number} {values}. Mend the line; the others are read."))
            continue
        result = _from_object(values, number, path)
        articles.extend(result.articles)
        problems.extend(result.problems)
    if not articles and not problems:
        problems.append(_problem(path, "empty", "holds no articles. Each line must be an object with a text."))
    return ReadResult(tuple(articles), tuple(problems))


def _from_object(values: Mapping[str, Any], number: int, path: Path) -> ReadResult:
    text = text_of(values)
    if text is None:
        return _refused(path, "no-text", f'line {number} has no "text". Add the article\'s text under that key.')
    notes: tuple[Problem, ...] = ()
    if any("\ud800" <= character <= "\udfff" for character in text):
        # Half of a surrogate pair cannot be stored; a mark of the same length keeps every offset.
        text = "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
        notes = (_problem(path, "encoding", f"line {number} holds broken characters, shown as \ufffd."),)
    if not text.strip():
        return _refused(path, "empty", f"line {number} has an empty text. Add the article's text.")
    facts = from_keys(values)
    result = _single(text, replace(facts, id=facts.id or path.stem), path, line=number)
    return ReadResult(result.articles, (*notes, *result.problems))


def _single(text: str, facts: Metadata, path: Path | None, *, line: int | None = None) -> ReadResult:
    article = _build(text, facts, path, use_file_name=line is None)
    where = path.as_posix() if path else "The text"
    if line is not None:
        where += f", line {line} ({article.id})"
    problems: list[Problem] = []
    if not is_english(article.language):
        name = _LANGUAGES.get(article.language or "", article.language)
        says = f"{where}: the text is in {name}, and only English is understood: dates are read, no stances. "
        problems.append(Problem("not-english", says + "Add an English translation.", article.path, article.id))
    if len(text) > LONG_TEXT:
        says = f"{where}: the text has {len(text):,} characters. Dates are read throughout, but people and stances "
        says += f"only in the first {LONG_TEXT:,}. Split it into one file an article."
        problems.append(Problem("long", says, article.path, article.id))
    return ReadResult((article,), tuple(problems))


def _build(text: str, facts: Metadata, path: Path | None, *, use_file_name: bool) -> Article:
    blocks = mark_blocks(text, title=facts.title)
    url = facts.url or own_address(text, blocks)
    if url != facts.url and not facts.published:
        by_address = from_keys({"url": url})
        facts = replace(facts, published=by_address.published, published_basis=by_address.published_basis)
    named = date_in_file_name(path.stem) if path and use_file_name else None
    # A file is often named for the day it was saved: the text's own date line counts for more.
    if named and not (facts.published or facts.published_raw or has_date_line(text, blocks)):
        facts = replace(facts, published=named, published_basis="metadata")
    return Article(
        id=facts.id or "article",
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        path=path.as_posix() if path else None,
        title=facts.title or headline(text, blocks),
        source=facts.source or outlet(text, blocks),
        author=facts.author or author_line(text, blocks),
        url=url,
        language=facts.language or guess_language(text),
        published=facts.published,
        published_basis=facts.published_basis,
        blocks=blocks,
        published_raw=facts.published_raw,
    )


# ---- problems ----------------------------------------------------------------------------------------------


def _problem(path: Path, code: str, says: str) -> Problem:
    return Problem(code, f"{path.as_posix()}: {says}" if says[0].islower() else says, path.as_posix())


def _refused(path: Path, code: str, says: str) -> ReadResult:
    return ReadResult((), (_problem(path, code, says),))


def _decoding_notes(decoded: Decoded, path: Path) -> tuple[Problem, ...]:
    if decoded.guessed:
        says = f"does not say how it is encoded; read as {decoded.encoding}. If letters look wrong, save it as UTF-8."
    elif decoded.damaged:
        says = f"has {decoded.damaged} damaged characters ({decoded.encoding}), shown as \ufffd. Save it anew as UTF-8."
    else:
        return ()
    return (_problem(path, "encoding", says),)

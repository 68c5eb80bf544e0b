"""JSON Lines, one article a line, and the same objects as one JSON list: the text is taken as it is."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from stanceline.reading.metadata import KEYS

TEXT_KEYS = KEYS["text"]
_CONTAINERS = ("articles", "documents", "items", "results")
_BETWEEN = re.compile(r"[\s,]*")


def looks_like_json(text: str) -> bool:
    """Whether text is JSON Lines or a JSON list of articles, whatever its file is called."""
    head = text[:200_000].lstrip("\ufeff \t\r\n")
    if head.startswith("{"):
        return head[1:400].lstrip().startswith(('"', "}"))
    return head.startswith("[") and head[1:400].lstrip().startswith(("{", "]"))


def read_objects(text: str) -> Iterator[tuple[int, Mapping[str, Any] | str]]:
    """Yield (line number, object), or (line number, what is wrong) for a line that cannot be used."""
    whole = _as_document(text)
    if whole is not None:
        yield from whole
        return
    # Only "\n" ends a line here: JSON strings may hold the other characters that Python calls line ends.
    for number, line in enumerate(text.split("\n"), start=1):
        if stripped := line.strip(" \t\r\ufeff"):
            yield number, _object(stripped)


def text_of(values: Mapping[str, Any]) -> str | None:
    """The article's text under any of the known keys, or None."""
    return next((values[key] for key in TEXT_KEYS if isinstance(values.get(key), str)), None)


def _object(line: str) -> Mapping[str, Any] | str:
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        return f"is no valid JSON ({error.msg} at character {error.colno})"
    except RecursionError:
        return "is nested too deeply"
    return value if isinstance(value, dict) else "is no JSON object"


def _as_document(text: str) -> list[tuple[int, Mapping[str, Any] | str]] | None:
    """Objects, each with its line number, of a file that is one JSON value; None where it is JSON Lines."""
    head = text.lstrip("\ufeff \t\r\n")
    offset = len(text) - len(head)
    if head.startswith("["):
        return list(_items(text, offset + 1))
    first = _object(head.partition("\n")[0].strip())
    if isinstance(first, dict) and not _holds_articles(first):
        return None
    try:
        value = json.loads(head)
    except (json.JSONDecodeError, RecursionError):
        return None
    items = next((value[key] for key in _CONTAINERS if isinstance(value.get(key), list)), [value])
    return [(n, item if isinstance(item, dict) else "is no JSON object") for n, item in enumerate(items, start=1)]


def _items(text: str, position: int) -> Iterator[tuple[int, Mapping[str, Any] | str]]:
    # Item by item, so that a list that was cut off still yields what came before the cut.
    decoder = json.JSONDecoder()
    while (start := _BETWEEN.match(text, position)) and start.end() < len(text) and text[start.end()] != "]":
        line = text.count("\n", 0, start.end()) + 1
        try:
            value, position = decoder.raw_decode(text, start.end())
        except json.JSONDecodeError as error:
            yield error.lineno, f"is no valid JSON ({error.msg}); what follows is not read"
            return
        except RecursionError:
            yield line, "is nested too deeply; what follows is not read"
            return
        yield line, value if isinstance(value, dict) else "is no JSON object"


def _holds_articles(value: Mapping[str, Any]) -> bool:
    return text_of(value) is None and any(isinstance(value.get(key), list) for key in _CONTAINERS)

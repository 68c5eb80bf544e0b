"""Proposals as data: reads and checks the files that say what people take sides on.

A file is TOML (one proposal at the top, or several as `[[proposal]]` tables) or JSON (one object or a list of
objects) with the keys of `records.Proposal`. What is wrong is said with the file, the proposal and the key.
"""

import difflib
import json
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from stanceline import StancelineError, paths
from stanceline.own_proposals import is_id
from stanceline.records import Proposal

_TEXTS = ("id", "title", "description", "positive_pole", "part_of")
_LISTS = ("aliases", "carriers", "proposers", "arguments_for", "arguments_against")
_KEYS = _TEXTS + _LISTS
_LINE = 110
FOLDER = "proposals"


class ProposalError(StancelineError):
    """A proposal file that cannot be read, or one that breaks the form."""


def load_proposals(sources: Sequence[str] = ()) -> tuple[Proposal, ...]:
    """The proposals of `sources`, in the order given; all shipped ones where there are none.

    A source is the id of a shipped proposal, or the path of a TOML or JSON file. Raises `ProposalError` saying
    where and what to do; a near name is suggested for unknown ids and keys.
    """
    shipped = _shipped()
    if not sources:
        return tuple(shipped[key] for key in sorted(shipped))
    found: dict[str, Proposal] = {}
    for source in sources:
        for proposal in _from_source(source, shipped):
            if proposal.id in found and found[proposal.id] != proposal:
                raise ProposalError(
                    f"{source}: the proposal id {proposal.id!r} is used twice; give one of them another id"
                )
            found[proposal.id] = proposal
    for proposal in found.values():
        if proposal.part_of is not None and proposal.part_of not in found | shipped:
            hint = _near(proposal.part_of, sorted(found | shipped))
            raise ProposalError(
                f"proposal {proposal.id}: part_of names {proposal.part_of!r}, which is no proposal{hint}"
            )
    return tuple(found.values())


def _shipped() -> dict[str, Proposal]:
    files = sorted(paths.resource(FOLDER).glob("*.toml"))
    return {proposal.id: proposal for file in files for proposal in read_proposals(file)}


def _from_source(source: str, shipped: Mapping[str, Proposal]) -> tuple[Proposal, ...]:
    if source in shipped:
        return (shipped[source],)
    path = Path(source)
    if path.is_file():
        return read_proposals(path)
    names = sorted(shipped)
    raise ProposalError(
        f"{source}: neither a file nor a shipped proposal{_near(source, names) or '.'} "
        f"Shipped are {', '.join(names)}; other proposals come from a TOML or JSON file."
    )


def read_proposals(path: Path) -> tuple[Proposal, ...]:
    """All proposals of one TOML or JSON file. Raises `ProposalError` with the file's name."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise ProposalError(f"{path}: cannot be read ({reason})") from error
    try:
        data = tomllib.loads(text) if path.suffix.lower() == ".toml" else json.loads(text)
    except (tomllib.TOMLDecodeError, json.JSONDecodeError, RecursionError) as error:
        form = "TOML" if path.suffix.lower() == ".toml" else "JSON"
        raise ProposalError(f"{path}: is not valid {form} ({error})") from error
    rows = data.get("proposal", data) if isinstance(data, dict) else data
    rows = rows if isinstance(rows, list) else [rows]
    if not rows:
        raise ProposalError(f"{path}: holds no proposal; it needs at least id, title and aliases")
    found = tuple(_checked(row, f"{path}: proposal {number}") for number, row in enumerate(rows, 1))
    ids = [proposal.id for proposal in found]
    for proposal in found:
        if ids.count(proposal.id) > 1:
            raise ProposalError(f"{path}: the proposal id {proposal.id!r} is used twice; give one of them another id")
    return found


def write_proposals(proposals: Sequence[Proposal]) -> str:
    """The proposals as a TOML file that `read_proposals` reads back the same."""
    parts = [
        "# Proposals of a Stanceline project: what people take sides on, and the names that articles give it.\n",
        *("\n".join(["[[proposal]]", *_toml_lines(proposal)]) + "\n" for proposal in proposals),
    ]
    return "\n".join(parts)


def _toml_lines(proposal: Proposal) -> list[str]:
    lines = [f"{key} = {_quoted(value)}" for key in _TEXTS if (value := getattr(proposal, key))]
    for key in _LISTS:
        values = [_quoted(value) for value in getattr(proposal, key)]
        line = f"{key} = [{', '.join(values)}]"
        if len(line) > _LINE:
            line = "\n".join([f"{key} = [", *(f"  {value}," for value in values), "]"])
        lines += [line] if values else []
    return lines


def _quoted(text: str) -> str:
    # A JSON string is a TOML basic string, but for DEL, which TOML wants escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _checked(row: Any, where: str) -> Proposal:
    if not isinstance(row, dict):
        raise ProposalError(f"{where}: must be a table of keys and values, not {_kind(row)}")
    for key in row:
        # Keys of other programs pass; a slip of the pen must not silently lose the aliases.
        near = difflib.get_close_matches(key.lower(), _KEYS, 1, 0.75) if key not in _KEYS else []
        if near and near[0] not in row:
            raise ProposalError(f"{where}: unknown key {key!r}; did you mean {near[0]!r}?")
    values: dict[str, Any] = {key: _text(row[key], key, where) for key in _TEXTS if row.get(key) is not None}
    values |= {key: _list(row[key], key, where) for key in _LISTS if row.get(key) is not None}
    if not is_id(values.get("id", "")):
        raise ProposalError(f"{where}: needs an id of lower-case letters, digits and hyphens, such as 'city-bus-lanes'")
    if not values.get("title"):
        raise ProposalError(f"{where} ({values['id']}): needs a title")
    if not values.get("carriers", True):
        del values["carriers"]
    values["aliases"] = values.get("aliases") or (values["title"],)
    return Proposal(**values)


def _text(value: Any, key: str, where: str) -> str:
    if not isinstance(value, str):
        raise ProposalError(f"{where}: {key} must be text, not {_kind(value)}")
    return value.strip()


def _list(value: Any, key: str, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ProposalError(f'{where}: {key} must be a list of texts, such as ["first", "second"], not {_kind(value)}')
    return tuple(item.strip() for item in value if item.strip())


def _kind(value: Any) -> str:
    names = {str: "text", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a table"}
    return names.get(type(value), "an empty value" if value is None else type(value).__name__)


def _near(name: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, known, 1, 0.5)
    return f"; did you mean {near[0]!r}?" if near else ""

"""Writes all texts that the window shows into `resources/i18n/stanceline_en.ts`, for translators.

`pyside6-lupdate` sees literals in `tr` alone. Here texts pass through `say`, `counted` and `words`, also by way of
tables (actions, preferences, columns), so this reads the syntax trees: every literal in such a call, and every literal
that looks like words in a module that hands tables to them. A text too many does no harm.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
SOURCES = (
    ROOT / "desktop" / "stanceline" / "ui", ROOT / "desktop" / "stanceline" / "render",
    ROOT / "desktop" / "stanceline" / "model",
)  # fmt: skip
TARGET = ROOT / "resources" / "i18n" / "stanceline_en.ts"
_CALLS = {"say": ("window",), "counted": ("window",), "words": ("actions",), "_tr": ("MarkWords",)}
_TABLES = {"action_list.py": ("actions",), "marks.py": ("MarkWords", "window"), "mark_words.py": ("MarkWords",)}
"""Contexts in which the texts of a module's tables are asked for, where it is not the window's own."""
_WORDS = re.compile(r"[A-Za-z]{2}")
_CODE = re.compile(r"[a-z0-9_.:/#\-]+|[A-Z_]+|[a-z]+[A-Z]\w*|#[0-9A-Fa-f]+|[\w-]+\.(svg|toml|tsv|json)")
_SIGNS = ("say", "words", "_WORDS", "ActionSpec", "Entry(", "heading", "Preference(", "PROBLEM", "_tr(")
"""What modules have that show the texts of a table, or make tables for others that do."""
Text = tuple[str, str]
"""Context and text."""


def texts_of(source: str, name: str = "") -> Iterator[Text]:
    """All texts of one module; `name` is that of its file."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if called == "tr":
            yield from ((_class_of(tree, node), text) for text in _literals(node))
        for context in _CALLS.get(called, ()):
            yield from ((context, text) for text in _literals(node))
    if not any(sign in source for sign in _SIGNS):
        return
    docstrings, paired = _docstrings(tree), _paired(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or node.value in docstrings:
            continue
        if _is_text(node.value) or (id(node) in paired and _WORDS.search(node.value)):
            yield from ((context, node.value) for context in _TABLES.get(name, ("window",)))


def _paired(tree: ast.AST) -> set[int]:
    """Literals that stand beside a key: values of dictionaries, and what follows in tuples."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            found.update(id(value) for value in node.values)
        elif isinstance(node, ast.Tuple):
            found.update(id(value) for value in node.elts[1:])
    return found


def _literals(node: ast.Call) -> Iterator[str]:
    for part in (*node.args, *(keyword.value for keyword in node.keywords)):
        for inner in ast.walk(part):
            if isinstance(inner, ast.Constant) and isinstance(inner.value, str) and _WORDS.search(inner.value):
                yield inner.value


def _is_text(value: str) -> bool:
    return bool(_WORDS.search(value)) and not _CODE.fullmatch(value) and "\n\n" not in value


def _docstrings(tree: ast.AST) -> set[str]:
    return {
        node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }


def _class_of(tree: ast.AST, wanted: ast.AST) -> str:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and any(inner is wanted for inner in ast.walk(node)):
            return node.name
    return "window"


def all_texts() -> dict[str, list[str]]:
    """Texts by context, in their order of the alphabet."""
    found: dict[str, set[str]] = {}
    for folder in SOURCES:
        for path in sorted(folder.rglob("*.py")):
            for context, text in texts_of(path.read_text(encoding="utf-8"), path.name):
                found.setdefault(context, set()).add(text)
    return {context: sorted(texts) for context, texts in sorted(found.items())}


def as_ts(texts: dict[str, list[str]]) -> str:
    """The texts as a file for Qt Linguist, without translations."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", '<TS version="2.1" sourcelanguage="en">']
    for context, of_it in texts.items():
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for text in of_it:
            plural = ' numerus="yes"' if "%n" in text else ""
            blank = "<numerusform></numerusform>" if plural else ""
            lines += [
                f"    <message{plural}>", f"        <source>{escape(text)}</source>",
                f'        <translation type="unfinished">{blank}</translation>', "    </message>",
            ]  # fmt: skip
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def main() -> int:
    """Write the file and tell how many texts it has."""
    texts = all_texts()
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(as_ts(texts), encoding="utf-8")
    sys.stdout.write(f"{TARGET.relative_to(ROOT)}: {sum(map(len, texts.values())):,} texts\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

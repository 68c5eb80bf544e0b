"""Countries, organizations and office holders that the program knows, looked up by any form of their names.

The tables are plain TSV under `resources/actors`. They are read once a process, on first use, in a few
hundredths of a second. A form matches with its own capitals ("WHO" is never "who") and with or without accents.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Literal

from stanceline.discourse.actors.tables import cells, read_table
from stanceline.records import ActorKind

FormSort = Literal["name", "adjective", "noun", "capital", "metonym", "alias", "place"]
_PIECE = re.compile(r"[^\W_]+|[^\w\s]")
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "ð": "d", "’": "'", "ʼ": "'", "ß": "ss"}
)


@dataclass(frozen=True, slots=True)
class Term:
    """One time in an office: the role, the key or name of the state or body, and ISO days (may be cut short)."""

    office: str
    of: str
    begin: str
    end: str


@dataclass(frozen=True, slots=True)
class Known:
    """One actor of the tables. `sort` is the kind of body ("ministry", "party"), empty for persons and states.

    `parent` is the key of the state or body that it belongs to and whose position its words are, else None;
    `country` the key of the state it sits in. `members` are keys of states. `gender` is "m", "f" or empty.
    """

    key: str
    name: str
    kind: ActorKind
    sort: str = ""
    parent: str | None = None
    country: str | None = None
    members: tuple[str, ...] = ()
    leader_office: str = ""
    gender: str = ""
    family_first: bool = False
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write an actor: the pieces with their own capitals, and whose it is."""

    pieces: tuple[str, ...]
    sort: FormSort
    keys: tuple[str, ...]


def plain(text: str) -> str:
    """The text without accents and with straight apostrophes, capitals kept."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def pieces_of(text: str) -> tuple[str, ...]:
    """Words and single punctuation marks of a name, without accents: `U.S.` gives `U . S .`."""
    return tuple(_PIECE.findall(plain(text)))


@lru_cache(maxsize=65_536)
def folded(name: str) -> str:
    """A name as a key for comparing: lower case, no accents, punctuation, possessive or leading article."""
    text = re.sub(r"\b((?:[a-z]\.){2,9})", lambda match: match[1].replace(".", ""), plain(name).lower())
    text = re.sub(r"'s\b|(?<=s)'(?=\s|$)", "", text)
    words = re.sub(r"[^a-z0-9]+", " ", text.replace("'", "")).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


def slug(name: str) -> str:
    """A name as part of an id: folded, words joined by hyphens; `unnamed` where nothing is left."""
    return folded(name).replace(" ", "-") or "unnamed"


@dataclass(frozen=True)
class Gazetteer:
    """The tables as two indices: actors by key, and forms by their lower-case pieces."""

    known: dict[str, Known]
    forms: dict[tuple[str, ...], tuple[Form, ...]]
    longest: dict[str, int]
    surnames: dict[str, tuple[str, ...]]
    members_of: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def match(self, pieces: list[str], begin: int) -> list[tuple[int, Form]]:
        """Forms that the pieces from `begin` on spell, each with its number of pieces, longest first."""
        found: list[tuple[int, Form]] = []
        lower = [piece.lower() for piece in pieces[begin : begin + self.longest.get(pieces[begin].lower(), 0)]]
        for size in range(len(lower), 0, -1):
            for form in self.forms.get(tuple(lower[:size]), ()):
                if _same_capitals(form.pieces, pieces[begin : begin + size]):
                    found.append((size, form))
        return found

    def find(self, name: str, *sorts: FormSort) -> str | None:
        """The key of the one actor that has exactly this name (in one of the sorts), or None."""
        forms = self.forms.get(tuple(piece.lower() for piece in pieces_of(name)), ())
        keys = {key for form in forms if not sorts or form.sort in sorts for key in form.keys}
        return next(iter(keys)) if len(keys) == 1 else None


def _same_capitals(form: tuple[str, ...], text: list[str]) -> bool:
    shout = all(piece.isupper() or not piece.isalpha() for piece in text) and len("".join(text)) > 4
    for wanted, given in zip(form, text, strict=True):
        if len(wanted) > 1 and wanted.isupper() and not given.isupper():
            return False
        if wanted[0].isupper() and not given[0].isupper():
            return False
        if wanted[0].islower() and given[0].isupper() and not shout and wanted not in ("the", "of"):
            return False
    # "US" written as a form must not be read into a longer shout, nor "Us" in a title.
    return not (len(form) == 1 and len(form[0]) < 4 and form[0].isalpha() and form[0] != text[0])


class _Builder:
    def __init__(self) -> None:
        self.known: dict[str, Known] = {}
        self.parliaments: list[tuple[str, str]] = []
        self.forms: dict[tuple[str, ...], dict[tuple[tuple[str, ...], FormSort], list[str]]] = {}

    def add(self, text: str, sort: FormSort, key: str) -> None:
        pieces = pieces_of(text)
        if not pieces:
            return
        keys = self.forms.setdefault(tuple(p.lower() for p in pieces), {}).setdefault((pieces, sort), [])
        if key not in keys:
            keys.append(key)

    def finish(self) -> Gazetteer:
        forms = {
            lower: tuple(Form(pieces, sort, tuple(keys)) for (pieces, sort), keys in found.items())
            for lower, found in self.forms.items()
        }
        longest: dict[str, int] = {}
        for lower in forms:
            longest[lower[0]] = max(longest.get(lower[0], 0), len(lower))
        surnames: dict[str, list[str]] = {}
        for known in self.known.values():
            if known.kind == "person":
                for form in surnames_of(known.name, family_first=known.family_first):
                    surnames.setdefault(form, []).append(known.key)
        return Gazetteer(self.known, forms, longest, {form: tuple(keys) for form, keys in surnames.items()})


def surnames_of(name: str, *, family_first: bool) -> list[str]:
    """What a person may be called alone, folded: the family name, with its particles and without."""
    words = name.split()
    while len(words) > 2 and words[-1].lower().strip(".,") in ("jr", "sr", "ii", "iii", "iv"):
        words.pop()
    if len(words) < 2:
        return [folded(name)]
    if family_first:
        return [folded(words[0])]
    forms = [folded(words[-1])]
    start = len(words) - 1
    while start > 1 and words[start - 1][:1].islower():
        start -= 1
    if start < len(words) - 1:
        forms.append(folded(" ".join(words[start:])))
    return forms


# Bodies whose words are their state's words; parliaments, courts, parties, armies and central banks are not.
_STATE_BODIES = ("ministry", "government")
_PARENT_BODIES = {
    "european-commission": "org:eu", "european-council": "org:eu", "council-eu": "org:eu", "eeas": "org:eu",
}  # fmt: skip


@cache
def load_gazetteer() -> Gazetteer:
    """All tables, read once a process."""
    build = _Builder()
    _add_states(build)
    _add_organizations(build)
    _add_parliaments(build)
    _add_persons(build)
    for row in read_table("actors/places.tsv", "name"):
        build.add(row["name"], "place", f"place:{slug(row['name'])}")
    return build.finish()


def _add_states(build: _Builder) -> None:
    for row in [*read_table("actors/countries.tsv", "name", "iso2"), *read_table("actors/regions.tsv", "name", "iso2")]:
        if row["iso2"] == "EU":  # stands among the organizations
            continue
        key = f"state:{row['iso2']}"
        build.known[key] = Known(key, row["name"], "state", country=key)
        build.add(row["name"], "name", key)
        for form in cells(row["aliases"]):
            build.add(form.removeprefix("the "), "name", key)
        for form in cells(row["adjectives"]):
            build.add(form, "adjective", key)
        for form in cells(row["nouns"]):
            build.add(form.removeprefix("the "), "noun", key)
        for form in cells(row["capital"]):
            build.add(form, "capital", key)
        for entry in cells(row["metonyms"]):
            word, _, meaning = entry.partition("→")
            word = word.partition(" (")[0]
            if meaning.partition(" (")[0] in ("parliament", "National Assembly", "Congress", "Chamber of Deputies"):
                build.parliaments.append((word, key))  # a parliament does not speak for its state
            else:
                build.add(word, "metonym", key)


def _add_parliaments(build: _Builder) -> None:
    """Parliaments that stand among the seats of power only, not among the organizations."""
    for word, state in build.parliaments:
        if tuple(piece.lower() for piece in pieces_of(word)) not in build.forms:
            key = f"org:{state.partition(':')[2].lower()}-{slug(word)}"
            build.known[key] = Known(key, word, "organization", "parliament", country=state)
            build.add(word, "name", key)


def _state_keys(build: _Builder, names: str) -> tuple[str, ...]:
    by_name = {known.name: key for key, known in build.known.items() if known.kind == "state"}
    found = (by_name.get(re.sub(r"\s*[\[(].*", "", name)) for name in cells(names))
    return tuple(key for key in found if key)


def _add_organizations(build: _Builder) -> None:
    for row in read_table(
        "actors/organizations.tsv", "id", "name", "short", "aliases", "kind", "members", "country_iso2"
    ):
        key = f"org:{row['id']}"
        country = f"state:{row['country_iso2']}" if row["country_iso2"] else None
        parent = _PARENT_BODIES.get(row["id"]) or (country if row["kind"] in _STATE_BODIES else None)
        build.known[key] = Known(
            key,
            row["name"],
            "organization",
            row["kind"],
            parent,
            country,
            _state_keys(build, row["members"]),
            row["leader_office"],
        )
        bare = row["name"].partition(" (")[0]
        for form in [row["name"], row["short"], *([] if bare == row["name"] else [bare])]:
            build.add(form.removeprefix("The "), "name", key)
        for form in cells(row["aliases"]):
            bare = form.removeprefix("the ").removeprefix("The ")
            if not bare.isdigit():
                build.add(bare, "alias" if form[0].islower() else "name", key)


def _add_persons(build: _Builder) -> None:
    by_name: dict[str, str] = {}
    for key, known in build.known.items():
        by_name.setdefault(known.name, key)
    for lower, found in build.forms.items():
        for (_, sort), keys in found.items():
            if sort == "name" and len(keys) == 1:
                by_name.setdefault(" ".join(lower), keys[0])
    rows: dict[str, list[dict[str, str]]] = {}
    for row in read_table(
        "actors/offices.tsv", "person", "variants", "family_name_first", "office", "of", "begin", "end", "gender"
    ):
        rows.setdefault(row["person"], []).append(row)
    for name, held in rows.items():
        key = f"person:{slug(name)}"
        terms = tuple(
            Term(
                row["office"],
                by_name.get(row["of"]) or by_name.get(" ".join(pieces_of(row["of"].lower())), row["of"]),
                row["begin"],
                row["end"],
            )
            for row in held
        )
        first = held[0]
        build.known[key] = Known(
            key, name, "person", gender=first["gender"], family_first=first["family_name_first"] == "yes", terms=terms
        )
        for form in [name, *(form for row in held for form in cells(row["variants"]))]:
            if " " in form:
                build.add(form, "name", key)

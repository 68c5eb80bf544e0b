"""Role nouns and nouns for bodies: who may speak, for whom a holder of the role speaks, and which nouns mean groups."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from stanceline.discourse.actors.gazetteer import pieces_of
from stanceline.discourse.actors.tables import cells, read_table

SpeaksFor = Literal["state", "organization", "self", "unknown"]


@dataclass(frozen=True, slots=True)
class Role:
    """A role in words. `group`: even the singular means many ("opposition"); `former`: an office no longer held."""

    name: str
    speaks_for: SpeaksFor
    group: bool
    former: bool


@dataclass(frozen=True)
class Roles:
    """Roles by their lower-case pieces, and single nouns by lemma with their sort."""

    forms: dict[tuple[str, ...], Role]
    longest: int
    nouns: dict[str, str]
    families: dict[str, tuple[str, ...]]
    genders: dict[str, str]
    given_names: dict[str, str]

    def ending_at(self, lower: list[str], end: int) -> tuple[int, Role] | None:
        """The longest role whose last word is `lower[end]`, with the number of its words."""
        for size in range(min(self.longest, end + 1), 0, -1):
            role = self.forms.get(tuple(lower[end + 1 - size : end + 1]))
            if role is not None:
                return size, role
        return None

    def starting_at(self, lower: list[str], begin: int, stop: int) -> tuple[int, Role] | None:
        """The longest role that starts at `lower[begin]` and ends before `stop`, with the number of its words."""
        for size in range(min(self.longest, stop - begin), 0, -1):
            role = self.forms.get(tuple(lower[begin : begin + size]))
            if role is not None:
                return size, role
        return None

    def family(self, role: str) -> tuple[str, ...]:
        """The roles that a description with this noun may stand for, itself first."""
        return (role, *self.families.get(role, ()))


@cache
def load_roles() -> Roles:
    """The role tables, read once a process."""
    forms: dict[tuple[str, ...], Role] = {}
    for row in read_table("actors/roles.tsv", "role", "variants", "speaks_for", "group", "former"):
        name = row["role"].partition(" (")[0]
        speaks: SpeaksFor = {"organisation": "organization", "state": "state", "self": "self"}.get(
            row["speaks_for"], "unknown"
        )  # type: ignore[assignment]
        role = Role(name, speaks, row["group"] == "yes", row["former"] == "yes")
        for form in [name, *cells(row["variants"])]:
            base = tuple(p.lower() for p in pieces_of(form.partition(" (")[0].removeprefix("the ")))
            forms.setdefault(base, role)
            if len(base[-1]) > 2 and not base[-1].endswith("s"):
                forms.setdefault((*base[:-1], base[-1] + "s"), role)
    nouns, genders = {}, {}
    for row in read_table("actors/nouns.tsv", "noun", "sort", "gender"):
        nouns[row["noun"]] = row["sort"]
        if row["gender"]:
            genders[row["noun"]] = row["gender"]
    families = {row["noun"]: tuple(cells(row["roles"])) for row in read_table("actors/families.tsv", "noun", "roles")}
    names = {
        name: row["gender"]
        for row in read_table("actors/given_names.tsv", "gender", "names")
        for name in cells(row["names"])
    }
    return Roles(forms, max(map(len, forms)), nouns, families, genders, names)

"""What is built like an organization's name: "Union of Chaco Ranchers", "Football Australia"."""

from typing import TYPE_CHECKING

from stanceline.discourse.actors.chunks import Chunk, is_capital
from stanceline.discourse.actors.words import word_list

if TYPE_CHECKING:
    from stanceline.discourse.actors.names import NameFinder

_ALWAYS = frozenset({"of", "for", "against", "de", "du", "des", "la"})
_AFTER_OF = frozenset({"and", "&", "to", "on", "with"})
_SEATS = frozenset({"university", "college", "school", "hospital", "academy"})
MONTHS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
})  # fmt: skip
NUMBERED = frozenset({"local", "chapter", "lodge", "branch"})
NUMBERED_COUNCIL = frozenset({"council", "post", "district", "division"})


def joined_end(finder: "NameFinder", token: int, sentence: range) -> int | None:
    """The end of a name with an ampersand between capitals: `Marston & Vale`, `Oakley Farm & Garden`."""
    words, end, joined = finder.tree.words, token, None
    if not finder.is_name(token, sentence):
        return None
    while end < min(sentence.stop, token + 8):
        capital = is_capital(words[end]) and finder.lower[end] not in word_list("weekday")
        if words[end] == "&" and end > token and joined != end - 1:
            joined = end
        elif not (capital or finder.is_hyphen(end, sentence)) or finder.title_at(end, sentence) is not None:
            break
        end += 1
    return end if joined is not None and end > joined + 1 else None


def organization_end(finder: "NameFinder", token: int, sentence: range) -> int | None:
    """The end of the longest capitalized phrase from `token` on that is built like an organization's name."""
    lower, words = finder.lower, finder.tree.words
    members = lower[token].endswith("s") and lower[token + 1 : token + 2] in (["for"], ["against"])
    members = members or (lower[token] in word_list("club_people") and lower[token + 1 : token + 2] == ["of"])
    person = finder.sort_of(token) == "person" and finder.tree.tag[token] == "NNP" and not members
    if finder.title_at(token, sentence) is not None or (person and lower[token] not in NUMBERED):
        return None
    if lower[token] in word_list("organ") and lower[token + 1 : token + 3] == ["of", "the"]:
        return None  # the board of a bank speaks as the bank
    if lower[token] in NUMBERED and token + 1 < sentence.stop and words[token + 1].isdigit():
        return token + 2
    return _Shape(finder, token, sentence).read()


class _Shape:
    """Reads one phrase word by word; `core` once a noun for a body was seen, `linked` behind a connector."""

    def __init__(self, finder: "NameFinder", first: int, sentence: range) -> None:
        self.finder, self.first, self.sentence = finder, first, sentence
        self.tree = finder.tree
        self.end = first
        self.best: int | None = None
        self.core = self.linked = False

    def read(self) -> int | None:
        while self.end < self.sentence.stop and self._step():
            self.end += 1
        return self.best

    def _step(self) -> bool:
        word, lower = self.tree.words[self.end], self.finder.lower[self.end]
        if is_capital(word) and (self.end == self.first or lower not in word_list("weekday")):
            return self._take_capital()
        if self.end == self.first:
            return False
        if word.isdigit() and self._is_number_of_body():
            self.best = self.end + 1
            return True
        if self.finder.is_hyphen(self.end, self.sentence) or (word == "/" and self.best is None):
            return True
        if word in ("'", "’", "'s", "’s") and self._owns_body():
            return True
        return lower in word_list("connector") and self.core and self._take_connector()

    def _is_number_of_body(self) -> bool:
        """`Local 12`, and `District Council 37` where the number counts nothing behind it."""
        before = self.finder.lower[self.end - 1]
        if before in NUMBERED:
            return self.best is not None
        return before in NUMBERED_COUNCIL and self.best == self.end and self.tree.head[self.end] < self.end

    def _take_capital(self) -> bool:
        title = self.finder.title_at(self.end, self.sentence) if self.end > self.first else None
        if title is not None and title.end < self.sentence.stop and is_capital(self.tree.words[title.end]):
            return False
        if self.end > self.first and self.finder.is_honorific(self.end, self.sentence):
            return False
        sort = self._joined_sort() or self.finder.sort_of(self.end)
        if sort == "body" or (sort == "suffix" and self.end > self.first) or (sort == "site" and self.end > self.first):
            self.core = True
            if self.end > self.first:
                self.best = self.end + 1
        elif self.linked and self.core:
            self.best = self.end + 1
        elif self.end == self.first and self.finder.lower[self.end] in _SEATS:
            self.core = self.finder.lower[self.end + 1 : self.end + 2] == ["of"]
        elif self._is_people(self.finder.lower[self.end]) and not self.core:
            behind = self.finder.lower[self.end + 1 : self.end + 2]
            named = self.finder.lower[self.end] in word_list("club_people") and behind == ["of"]
            self.core = named or behind in (["for"], ["against"])
        self.linked = self.linked and self.best == self.end + 1
        return True

    def _joined_sort(self) -> str:
        """`Housing Co-operative`: the sort of a noun with a hyphen inside; steps to its last piece."""
        finder, end = self.finder, self.end
        if not finder.is_hyphen(end + 1, self.sentence):
            return ""
        sort = finder.roles.nouns.get(f"{finder.lower[end]}-{finder.lower[end + 2]}", "")
        self.end = end + 2 if sort == "body" else end
        return sort if sort == "body" else ""

    def _is_people(self, word: str) -> bool:
        """Whether a word is a plural for people: "parents", "nurses"."""
        nouns = self.finder.roles.nouns
        return word.endswith("s") and (nouns.get(word) or nouns.get(word.removesuffix("s"))) in ("person", "people")

    def _owns_body(self) -> bool:
        """Whether people own the body that follows: `Teachers' Union`, `Children's Hospital`."""
        finder, before, behind = self.finder, self.finder.lower[self.end - 1], self.end + 1
        people = self._is_people(before) or before.endswith("men") or before in ("people", "children")
        if not people or behind >= self.sentence.stop or not is_capital(self.tree.words[behind]):
            return False
        if finder.sort_of(behind) in ("body", "suffix", "site") or self._is_joined_body(behind):
            return True
        # "Farmers' List", "Taxpayers' Watch": a name, where the owner has a capital within its sentence.
        known = finder.title_at(behind, self.sentence) or finder.known_at(behind, self.sentence)
        named = self.tree.words[behind] in finder.roles.given_names or finder.is_honorific(behind, self.sentence)
        if known is not None or named or finder.sort_of(behind) in ("person", "people"):
            return False
        if self.end - 1 == self.sentence.start or not is_capital(self.tree.words[self.end - 1]):
            return False
        self.core, self.best = True, behind + 1
        return True

    def _is_joined_body(self, token: int) -> bool:
        """`Fishermen's Co-operative`."""
        finder = self.finder
        if not finder.is_hyphen(token + 1, self.sentence):
            return False
        return finder.roles.nouns.get(f"{finder.lower[token]}-{finder.lower[token + 2]}", "") == "body"

    def _take_connector(self) -> bool:
        step = self.end + 1
        while step < self.sentence.stop and self.finder.lower[step] in ("the", "de", "la"):
            step += 1
        if not (step < self.sentence.stop and is_capital(self.tree.words[step]) and self._may_link()):
            return False
        if self.finder.lower[self.end] in ("and", "&") and step > self.end + 1 and self._is_body_from(step):
            return False  # "the Assembly of Youth and the Student Federation" are two
        self.linked, self.end = True, step - 1
        return True

    def _is_body_from(self, token: int) -> bool:
        """Whether the capitals from `token` on end in a noun for a body."""
        while token + 1 < self.sentence.stop and is_capital(self.tree.words[token + 1]):
            token += 1
        return self.finder.sort_of(token) == "body"

    def _may_link(self) -> bool:
        """ "Department of Trade and Industry", but "the Senate and the House"."""
        word = self.finder.lower[self.end]
        before = self.finder.lower[self.first : self.end]
        if word == "on" and self.finder.sort_of(self.end - 1) == "body":
            return self.finder.lower[self.end + 1] not in word_list("weekday") | MONTHS  # "Committee on Defence"
        return word in _ALWAYS or (word in _AFTER_OF and any(other in ("of", "for", "on") for other in before))


def national_body(finder: "NameFinder", token: int, sentence: range) -> Chunk | None:
    """`Football Australia`, `Open Net Canada`: capitals that end in a state and that the model keeps together."""
    tree, end = finder.tree, token + 1
    given = tree.words[token] in finder.roles.given_names
    if given or not finder.is_name(token, sentence) or finder.title_at(token, sentence):
        return None
    while end < min(sentence.stop, token + 4) and is_capital(tree.words[end]):
        known = finder.known_at(end, sentence)
        if known is not None:
            together = tree.parse.entity[end].startswith("I-") or tree.head[token] == known.end - 1
            place = known.sort == "state" and together and finder.sort_of(end - 1) not in ("person", "people")
            return Chunk(token, known.end, "organization") if place else None
        end += 1
    return None

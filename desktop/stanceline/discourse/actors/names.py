"""Names in running text: what the gazetteer knows, what looks like an organization, and what is left as a bare name.

A chunk is a range of tokens inside one sentence. Chunks never overlap; who or what a bare name is gets decided
later, with the whole article in view.
"""

from functools import cached_property
from typing import Literal

from stanceline.discourse.actors.chunks import Chunk, entity_type, is_capital
from stanceline.discourse.actors.gazetteer import Form, Gazetteer, load_gazetteer, pieces_of
from stanceline.discourse.actors.guards import unnamed_tokens
from stanceline.discourse.actors.roles import Roles, load_roles
from stanceline.discourse.actors.series import series_end
from stanceline.discourse.actors.shapes import MONTHS, NUMBERED, joined_end, national_body, organization_end
from stanceline.discourse.actors.words import word_list
from stanceline.reading.parse import Tree

HONORIFICS = {
    "mr": "m", "mrs": "f", "ms": "f", "miss": "f", "mx": "x", "dr": "x", "prof": "x", "sir": "m", "dame": "f",
    "lord": "m", "lady": "f", "rev": "x", "hon": "x", "st": "x", "madam": "f", "madame": "f", "monsieur": "m",
    "gen": "x", "col": "x", "capt": "x", "sgt": "x", "lt": "x", "maj": "x", "sen": "x", "rep": "x", "gov": "x",
    "adm": "x", "cmdr": "x", "cllr": "x", "canon": "x", "baroness": "f", "baron": "m", "sheikh": "m", "sheikha": "f",
    "imam": "m", "rabbi": "x", "fr": "m", "herr": "m", "frau": "f", "signora": "f", "signor": "m", "señor": "m",
    "señora": "f", "senhor": "m", "senhora": "f", "doña": "f", "pani": "f", "mzee": "m", "shri": "m", "smt": "f",
    "kuya": "m", "tita": "f", "mang": "m", "aling": "f", "pak": "m", "ibu": "f", "haji": "m", "datuk": "x",
    "mevrouw": "f", "meneer": "m", "father": "m", "sister": "f", "brother": "m", "mother": "f", "monsignor": "m",
    "msgr": "m", "reverend": "x", "grandmother": "f", "grandfather": "m", "aunt": "f", "uncle": "m", "auntie": "f",
    "dona": "f", "cr": "x", "crs": "x", "clr": "x", "ald": "x", "c.m": "x", "atty": "x", "engr": "x", "supt": "x",
    "insp": "x",
}  # fmt: skip
_NO_NAME_TAGS = frozenset({"DT", "IN", "CC", "PRP", "PRP$", "WP", "WDT", "WRB", "WP$", "TO", "MD", "EX", "UH", "PDT"})
_NAME_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"})
_LONGEST_FIELD = 8
_LONGEST_STRETCH = 400
"""Tokens beyond which sentences are no longer joined: a table without line breaks is no line of text."""


class NameFinder:
    """Splits the tokens of one article into chunks."""

    def __init__(self, tree: Tree, gazetteer: Gazetteer | None = None, roles: Roles | None = None) -> None:
        self.tree = tree
        self.gazetteer = gazetteer or load_gazetteer()
        self.roles = roles or load_roles()
        self.pieces: list[str] = []
        self.first_piece: list[int] = []
        self.token_at: dict[int, int] = {}
        for token, word in enumerate(tree.words):
            self.first_piece.append(len(self.pieces))
            self.token_at[len(self.pieces)] = token
            self.pieces.extend(pieces_of(word) or (word,))
        self.token_at[len(self.pieces)] = len(tree)
        self.lower = tree.lower
        self.unnamed = unnamed_tokens(tree)

    def find(self) -> list[Chunk]:
        """All chunks in text order."""
        found: list[Chunk] = []
        for sentence in self._stretches():
            token = sentence.start
            while token < sentence.stop:
                chunk = self._chunk_at(token, sentence)
                if chunk is None:
                    token += 1
                else:
                    found.append(chunk)
                    token = chunk.end
        return self._with_surnames(found)

    def _with_surnames(self, chunks: list[Chunk]) -> list[Chunk]:
        """A state's name is a surname where the article has a person of that name and the model sees a person."""
        words = self.tree.words
        surnames = {
            words[chunk.end - 1]
            for chunk in chunks
            if chunk.sort == "name"
            and chunk.end - chunk.first > 1
            and entity_type(self.tree, chunk.end - 1) == "PERSON"
        }
        return [
            Chunk(chunk.first, chunk.end, "name")
            if chunk.sort in ("state", "capital")
            and words[chunk.end - 1] in surnames
            and entity_type(self.tree, chunk.first) == "PERSON"
            else chunk
            for chunk in chunks
        ]

    def _stretches(self) -> list[range]:
        """Sentences, joined where the parser split one line between two words ("Luc | Tessier")."""
        tree, found = self.tree, list[range]()
        for sentence in self.tree.sentences:
            before = sentence.start - 1
            if (
                found
                and len(found[-1]) < _LONGEST_STRETCH
                and tree.words[before][-1].isalnum()
                and tree.parse.block[before] == tree.parse.block[sentence.start]
                and "\n" not in tree.text[tree.parse.end[before] : tree.parse.start[sentence.start]]
            ):
                found[-1] = range(found[-1].start, sentence.stop)
            else:
                found.append(sentence)
        return found

    def _chunk_at(self, token: int, sentence: range) -> Chunk | None:
        word = self.tree.words[token]
        if not (is_capital(word) or word[:1].isdigit()):
            return None
        honorific = self._honorific_at(token, sentence)
        if honorific is not None:
            return honorific
        if token in self.unnamed:
            known = self.known_at(token, sentence)
            return known if known is not None and known.sort in ("state", "adjective", "capital") else None
        joined = joined_end(self, token, sentence) or series_end(self, token, sentence)
        if joined is not None:
            return Chunk(token, joined, "organization")
        if sentence.start in self._shouted and not self._is_label(token, sentence):
            return self._known_in_shout(token, sentence)
        known = self.known_at(token, sentence)
        national = national_body(self, token, sentence) if known is None else None
        if national is not None:
            return national
        numbered = self.lower[token] in NUMBERED and sentence.stop > token + 1 and self.tree.words[token + 1].isdigit()
        friends = self.lower[token] in word_list("club_people") and self.lower[token + 1 : token + 2] == ["of"]
        shaped = numbered or friends or self.is_name(token, sentence)
        shape = organization_end(self, token, sentence) if shaped else None
        if known is not None and (shape is None or known.end >= shape):
            return known
        if shape is not None:
            return Chunk(token, shape, "organization")
        if not self.is_name(token, sentence):
            return None
        return self.title_at(token, sentence) or self._body_at(token) or self._bare_name(token, sentence)

    def is_honorific(self, token: int, sentence: range) -> bool:
        """Whether "Mrs", "Sen." and the like stand here before a name."""
        return self._honorific_at(token, sentence) is not None

    def _honorific_at(self, token: int, sentence: range) -> Chunk | None:
        if self.lower[token].rstrip(".") not in HONORIFICS:
            return None
        end = token + 1
        if end < sentence.stop and self.tree.words[end] == ".":
            end += 1
        return Chunk(token, end, "honorific") if end < sentence.stop and is_capital(self.tree.words[end]) else None

    @cached_property
    def headline_tokens(self) -> frozenset[int]:
        """Tokens of sentences in title case, where a capital does not make a name."""
        found: set[int] = set()
        for sentence in self.tree.sentences:
            long = [i for i in sentence if len(self.tree.words[i]) > 3 and self.tree.words[i].isalpha()]
            capitals = sum(self.tree.words[i][0].isupper() for i in long)
            ended = self.tree.words[sentence.stop - 1] in (".", "!", "?", "”", '"')
            labeled = any(self.tree.words[i] in (":", "(") for i in sentence)
            if len(long) > 3 and capitals * 10 >= len(long) * 8 and not ended and not labeled:
                found.update(sentence)
        return frozenset(found)

    @cached_property
    def _plain_names(self) -> frozenset[str]:
        """Words that stand as names in ordinary sentences."""
        tree = self.tree
        return frozenset(
            word
            for token, word in enumerate(tree.words)
            if token not in self.headline_tokens and is_capital(word) and tree.tag[token] in ("NNP", "NNPS")
        )

    @cached_property
    def _shouted(self) -> frozenset[int]:
        """First tokens of the sentences written in capitals throughout, where capitals tell nothing."""
        return frozenset(sentence.start for sentence in self._stretches() if self._is_shouted(sentence))

    def _is_shouted(self, sentence: range) -> bool:
        """Whether a sentence is written in capitals throughout."""
        letters = [self.tree.words[i] for i in sentence if self.tree.words[i].isalpha() and len(self.tree.words[i]) > 1]
        return len(letters) > 2 and all(word.isupper() for word in letters)

    def _is_label(self, token: int, sentence: range) -> bool:
        """Whether the name is a speaker's label, ended by a colon or a bracket."""
        end = token
        while (end < sentence.stop and is_capital(self.tree.words[end])) or self.is_hyphen(end, sentence):
            end += 1
        return end < sentence.stop and self.tree.words[end] in (":", "(")

    def _known_in_shout(self, token: int, sentence: range) -> Chunk | None:
        known = self.known_at(token, sentence)
        return (
            known
            if known is not None and len(self.tree.words[token]) > 2 and known.sort in ("state", "person")
            else None
        )

    # ---- gazetteer --------------------------------------------------------------------------------------

    def known_at(self, token: int, sentence: range) -> Chunk | None:
        """The longest form of the gazetteer that starts here and is not a part of another name."""
        for size, form in self.gazetteer.match(self.pieces, self.first_piece[token]):
            end = self.token_at.get(self.first_piece[token] + size)
            if end is None or end > sentence.stop or self._is_other_name(token, end, form, sentence):
                continue
            if form.keys[0].startswith("person:") and self.is_hyphen(end, sentence):
                continue  # "Park Jin-woo" is not Park Jin
            if form.sort == "alias" and size == 1 and self.lower[token - 1 : token] != ["the"]:
                continue  # "the Fund" is one body, a fund is not
            return self._known_chunk(token, end, size)
        return None

    def _known_chunk(self, token: int, end: int, size: int) -> Chunk:
        forms = [form for length, form in self.gazetteer.match(self.pieces, self.first_piece[token]) if length == size]
        sorts = {form.sort: form for form in forms}
        if "place" in sorts and "name" not in sorts:
            return Chunk(token, end, "place")
        for name in ("name", "alias"):
            form = sorts.get(name)
            if form is None:
                continue
            key = form.keys[0]
            if key.startswith("state:"):
                if "adjective" in sorts and self._modifies(end - 1):
                    return Chunk(token, end, "adjective", sorts["adjective"].keys)
                return Chunk(token, end, "state", form.keys)
            return Chunk(token, end, "person" if key.startswith("person:") else "organization", form.keys)
        if "adjective" in sorts or "noun" in sorts:
            form = sorts.get("adjective") or sorts["noun"]
            noun = sorts.get("noun")
            if noun is not None and not self._modifies(end - 1) and self.tree.pos[end - 1] != "ADJ":
                return Chunk(token, end, "noun", noun.keys)
            return Chunk(token, end, "adjective", form.keys)
        sort: Literal["metonym", "capital"] = "metonym" if "metonym" in sorts else "capital"
        return Chunk(token, end, sort, sorts[sort].keys)

    def _modifies(self, token: int) -> bool:
        """Whether the token stands before a noun that it belongs to."""
        head = self.tree.head[token]
        return head > token and self.tree.dep[token] in ("amod", "compound", "nmod", "nummod", "npadvmod")

    def _is_other_name(self, token: int, end: int, form: Form, sentence: range) -> bool:
        """Whether what looks known is a part of a longer personal name ("Michael Jordan", "Chad Smith")."""
        if form.keys[0].startswith("person:") or end - token > 1:
            return False
        words = self.tree.words
        if self._is_last_of_name(token, form, sentence) or self._is_first_of_name(token, form, sentence):
            return True
        if words[token].isupper() and len(words[token]) > 1 and not words[token].isalpha():
            return False
        before = token > sentence.start and words[token - 1] in self.roles.given_names
        if before and self.lower[token - 1] not in MONTHS:
            return True
        if end >= sentence.stop or not is_capital(words[end]) or self.lower[end] in self.roles.nouns:
            return False
        if self.roles.starting_at(self.lower, end, sentence.stop) is not None:
            return False
        entity = self.tree.parse.entity
        return words[token] in self.roles.given_names or (entity[token][2:] == "PERSON" and entity[end] == "I-PERSON")

    def _is_last_of_name(self, token: int, form: Form, sentence: range) -> bool:
        """`Polar Commons`, `Union Nationale Parliament`: a body's common word behind another name."""
        tree, before = self.tree, token - 1
        if not form.keys[0].startswith("org:") or before < sentence.start or not is_capital(tree.words[before]):
            return False
        if tree.head[before] != token or tree.dep[before] not in ("compound", "nmod") or tree.words[token].isupper():
            return False
        free = word_list("function") | word_list("rank") | word_list("no_part") | word_list("weekday")
        known = any(
            f.keys[0].startswith("state:") for _, f in self.gazetteer.match(self.pieces, self.first_piece[before])
        )
        role = self.sort_of(before) == "person" or self.roles.ending_at(self.lower, before) is not None
        return not (known or role or self.lower[before] in free)

    def _is_first_of_name(self, token: int, form: Form, sentence: range) -> bool:
        """`Nippon Arc`: another word for a state in front of a name."""
        tree, behind = self.tree, token + 1
        key = form.keys[0]
        if not key.startswith("state:") or form.sort != "name" or self.gazetteer.known[key].name == tree.words[token]:
            return False
        if behind >= sentence.stop or not is_capital(tree.words[behind]) or tree.words[token].isupper():
            return False
        noun = self.sort_of(behind) or self.roles.starting_at(self.lower, behind, sentence.stop)
        return tree.dep[token] == "compound" and tree.head[token] == behind and not noun

    # ---- shapes -----------------------------------------------------------------------------------------

    def is_name(self, token: int, sentence: range) -> bool:
        """Whether a capital letter here makes a name rather than begins a sentence."""
        tree = self.tree
        if tree.words[token] == "May" and tree.tag[token] == "MD":
            # A modal stands before a base form: "May said" and "May, who" name a person.
            following = tree.tag[token + 1 : token + 3]
            return following[:1] in (("VBD",), ("VBZ",)) or following == (",", "WP")
        if not is_capital(tree.words[token]) or (
            tree.tag[token] in _NO_NAME_TAGS and entity_type(tree, token) not in _NAME_ENTITIES
        ):
            return False
        if self.lower[token] in word_list("function") | word_list("weekday") | word_list("no_name"):
            return False
        if self.lower[token] in ("former", "retired", "onetime") or (
            token == sentence.start and self.tree.tag[token] == "JJ" and self.lower[token] in word_list("rank")
        ):
            return False
        if self.lower[token] == "i." and (token + 1 >= sentence.stop or not is_capital(tree.words[token + 1])):
            return False  # "So do I."
        if tree.words[token].isupper() and len(tree.words[token]) > 2 and self._is_label(token, sentence):
            return True
        if token in self.headline_tokens:
            return tree.words[token] in self._plain_names
        if entity_type(tree, token) in _NAME_ENTITIES:
            return True
        if tree.tag[token] in ("NNP", "NNPS"):
            return not (self.lower[token] in MONTHS and self.is_month(token))
        opens = token == sentence.start or not any(tree.words[i][0].isalnum() for i in range(sentence.start, token))
        if opens or tree.words[token - 1] in "“\"‘':—–-(":
            goes_on = token + 1 < sentence.stop and is_capital(tree.words[token + 1])
            return (goes_on and tree.tag[token] in ("NN", "NNS", "JJ")) or self.is_named_elsewhere(token)
        return True

    def is_month(self, token: int) -> bool:
        """Whether a month's name stands behind a preposition of time or before a number."""
        words = self.tree.words
        before = self.lower[token - 1] if token else ""
        after = words[token + 1] if token + 1 < len(words) else ""
        return before in (
            "in",
            "by",
            "since",
            "until",
            "till",
            "of",
            "last",
            "this",
            "next",
            "early",
            "late",
            "from",
            "mid",
            "during",
        ) or (after[:1].isdigit())

    def is_named_elsewhere(self, token: int) -> bool:
        """Whether the word has a capital inside a sentence somewhere in the article."""
        return self.tree.words[token] in self._mid_sentence_names

    @cached_property
    def _mid_sentence_names(self) -> frozenset[str]:
        starts = {sentence.start for sentence in self.tree.sentences}
        return frozenset(
            word
            for token, word in enumerate(self.tree.words)
            if token not in starts and is_capital(word) and self.tree.tag[token] in ("NNP", "NNPS")
        )

    def sort_of(self, token: int) -> str:
        """The sort of a noun ("person", "body", "suffix" ...), empty for others."""
        lower = self.lower[token].rstrip(".")
        nouns = self.roles.nouns
        return nouns.get(lower) or nouns.get(self.tree.lemma[token].lower(), "")

    def is_hyphen(self, token: int, sentence: range) -> bool:
        """Whether a hyphen joins two words without blanks."""
        parse = self.tree.parse
        return (
            sentence.start < token < sentence.stop - 1
            and self.tree.words[token] in ("-", "‑", "–")
            and parse.end[token - 1] == parse.start[token]
            and parse.end[token] == parse.start[token + 1]
        )

    def title_at(self, token: int, sentence: range) -> Chunk | None:
        """A role of one person that starts here."""
        found = self.roles.starting_at(self.lower, token, sentence.stop)
        if found is None and self.lower[token] in word_list("rank") and token + 1 < sentence.stop:
            behind = self.title_at(token + 1, sentence)
            return None if behind is None else Chunk(token, behind.end, "title")
        if found is None:
            return self._calling_at(token, sentence)
        size, role = found
        last = token + size - 1
        if "person" not in (self.sort_of(token), self.sort_of(last)) or role.group:
            return None
        return Chunk(token, self._end_of_office(token + size, sentence), "title")

    def _end_of_office(self, end: int, sentence: range) -> int:
        """Where a title with its field ends before a person's name: `Secretary of State for Transport Ann Bell`."""
        words, place = self.tree.words, end + 1
        if self.lower[end : end + 1] != ["for"] or place >= sentence.stop or not is_capital(words[place]):
            return end
        while place < min(sentence.stop, end + _LONGEST_FIELD):
            begins = words[place] in self.roles.given_names or self.tree.parse.entity[place] == "B-PERSON"
            if begins and place > end + 1:
                return place
            if not is_capital(words[place]) and words[place] not in ("and", ",", "&"):
                break
            place += 1
        return end

    def _calling_at(self, token: int, sentence: range) -> Chunk | None:
        """`Herder Nils Utsi`: a noun for a person with a capital before at least two more words of a name."""
        words, behind = self.tree.words, token + 2
        known = words[token] in self.roles.given_names or self.sort_of(token) != "person"
        if known or behind >= sentence.stop or not (is_capital(words[token + 1]) and is_capital(words[behind])):
            return None
        person = words[token + 1] in self.roles.given_names or entity_type(self.tree, behind) == "PERSON"
        person = person or (token == sentence.start and not self._has_body_noun(token + 1, sentence))
        return Chunk(token, token + 1, "title") if person and self.lower[behind] not in MONTHS else None

    def _has_body_noun(self, token: int, sentence: range) -> bool:
        """Whether the capitalized words from here on hold a noun for a body or a place."""
        while token < sentence.stop and is_capital(self.tree.words[token]):
            if self.sort_of(token) or self.known_at(token, sentence) is not None:
                return True
            token += 1
        return False

    def _body_at(self, token: int) -> Chunk | None:
        return Chunk(token, token + 1, "body") if self.sort_of(token) == "body" else None

    def _bare_name(self, token: int, sentence: range) -> Chunk:
        """The longest run of name words from `token` on, with particles, initials and hyphens inside."""
        tree, end = self.tree, token + 1
        following = tree.words[end] if end < sentence.stop else ""
        if (
            len(tree.words[token]) > 2
            and tree.words[token].isupper()
            and is_capital(following)
            and not following.isupper()
        ):
            return Chunk(token, end, "name")  # "CEST Hélène Korvaz", "AFC President"
        while end < sentence.stop:
            plain = end not in self.headline_tokens or tree.words[end] in self._plain_names
            if is_capital(tree.words[end]) and plain and self._goes_on(token, end, sentence):
                end += 1
            elif self._is_nickname(end, sentence):
                end += 4
            elif self.is_hyphen(end, sentence) and (
                is_capital(tree.words[end + 1])
                or tree.parse.entity[end + 1] == "I-PERSON"
                or (end - token > 1 and self._is_second_syllable(end + 1, sentence))
            ):
                end += 2
            elif (
                self.lower[end] in word_list("particle")
                and end + 1 < sentence.stop
                and (is_capital(tree.words[end + 1]) or self.lower[end + 1] in word_list("particle"))
                and tree.tag[end] not in ("CC",)
            ):
                end += 1
            else:
                break
        while end > token + 1 and not is_capital(tree.words[end - 1]) and not self.is_hyphen(end - 2, sentence):
            end -= 1  # "Park Ji-won" ends small
        return Chunk(token, end, "name")

    def _is_second_syllable(self, token: int, sentence: range) -> bool:
        """`Park Jin-woo`: the small half of a given name, not the second half of "New York-based"."""
        word = self.tree.words[token]
        ends = token + 1 >= sentence.stop or not self.is_hyphen(token + 1, sentence)
        noun = token + 1 < sentence.stop and self._modifies(token)
        return (
            word.isalpha()
            and word.islower()
            and len(word) < 7
            and word not in word_list("hyphened")
            and ends
            and not noun
        )

    def _is_nickname(self, token: int, sentence: range) -> bool:
        """`Robert "Buddy" Bell`: one word in quotation marks between given name and surname."""
        words = self.tree.words
        if token + 3 >= sentence.stop or words[token] not in ('"', "“", "‘", "'", "``"):
            return False
        closed = words[token + 2] in ('"', "”", "’", "'", "''")
        return closed and is_capital(words[token + 1]) and is_capital(words[token + 3])

    def _goes_on(self, first: int, token: int, sentence: range) -> bool:
        if (
            self.lower[token] in word_list("function")
            or self.lower[token] in word_list("weekday")
            or self.tree.tag[token] in ("PRP", "DT", "IN")
        ):
            return self.is_hyphen(token + 1, sentence) and self._is_second_syllable(token + 2, sentence)
        if (self.lower[token] in MONTHS and self.is_month(token)) or self.is_honorific(token, sentence):
            return False
        given = self.tree.words[first] in self.roles.given_names
        known = None if given else self.known_at(token, sentence)
        if known is not None and (known.end - known.first > 1 or known.sort in ("adjective", "organization")):
            return False
        title = None if given else self.title_at(token, sentence)
        return title is None

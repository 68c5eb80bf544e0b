"""Many strings in two arrays: a million keys take a seventh of what a list of them takes, and a choice of them nothing.

A list of a million short strings holds a million objects of 50 bytes and more. Here their bytes lie one after the
other, and a string is made when it is asked for.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.integer[Any]]

_AT_ONCE = 1 << 16
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
"""An odd number with mixed bits: powers of it tell the places of bytes apart."""
_MOST_REMEMBERED = 4


class Blob:
    """Strings one after the other as UTF-8: number n lies from `starts[n]` to before `starts[n + 1]`."""

    def __init__(self, content: bytes, starts: Numbers) -> None:
        self.content = content
        self.starts = starts
        self._places: tuple[NDArray[np.uint64], NDArray[np.int32]] | None = None
        self._found: dict[bytes, Numbers] = {}

    def __len__(self) -> int:
        return len(self.starts) - 1

    def text(self, number: int) -> str:
        """One string."""
        return self.content[self.starts[number] : self.starts[number + 1]].decode("utf-8", "replace")

    # ---- looking up

    def numbers_of(self, texts: Sequence[str]) -> NDArray[np.int64]:
        """The number of each of some strings (the last one of equal ones), -1 for what is not there."""
        if self._places is None:
            hashes = self._hashes()
            order = np.argsort(hashes, kind="stable").astype(np.int32)
            self._places = hashes[order], order
        hashes, order = self._places
        wanted = Strings.of(texts).blob._hashes()
        if not len(hashes):
            return np.full(len(wanted), -1, np.int64)
        place = np.searchsorted(hashes, wanted, side="right") - 1
        found = np.where((place >= 0) & (hashes[place] == wanted), order[place], -1).astype(np.int64)
        for number, text in enumerate(texts):
            if found[number] >= 0 and self.text(int(found[number])) != text:
                found[number] = self._among_equal(int(place[number]), text)
        return found

    def _among_equal(self, place: int, text: str) -> int:
        """Where two strings have one hash: the one that is the string itself."""
        assert self._places is not None
        hashes, order = self._places
        at = place
        while at >= 0 and hashes[at] == hashes[place]:
            if self.text(int(order[at])) == text:
                return int(order[at])
            at -= 1
        return -1

    def _hashes(self) -> NDArray[np.uint64]:
        content, lengths = np.frombuffer(self.content, np.uint8), np.diff(self.starts)
        powers = np.full(int(lengths.max(initial=0)) + 1, _FACTOR)
        np.multiply.accumulate(powers, out=powers)
        hashes = np.zeros(len(self), np.uint64)
        for first in range(0, len(self), _AT_ONCE):
            length = lengths[first : first + _AT_ONCE]
            begin, end = int(self.starts[first]), int(self.starts[first + len(length)])
            is_filled = length > 0
            starts = (self.starts[first : first + len(length)] - begin)[is_filled].astype(np.int64)
            place = np.arange(end - begin) - np.repeat(starts, length[is_filled])
            terms = (content[begin:end].astype(np.uint64) + np.uint64(1)) * powers[place]
            if len(starts):
                hashes[first : first + len(length)][is_filled] = np.add.reduceat(terms, starts)
        return hashes

    # ---- searching

    def holding(self, text: str) -> NDArray[np.bool_]:
        """For each string whether it holds `text`, which is not empty. What was looked for before makes more of it
        quick: a word is typed letter by letter."""
        word = text.encode()
        places = self._found.pop(word, None)
        places = self._occurrences(word) if places is None else places
        self._found[word] = places
        if len(self._found) > _MOST_REMEMBERED:
            del self._found[next(iter(self._found))]
        owner = np.searchsorted(self.starts, places, side="right") - 1
        # A string that ends with the first half of the word has a neighbor that begins with the second.
        owner = owner[places + len(word) <= self.starts[owner + 1]]
        found = np.zeros(len(self), np.bool_)
        found[owner] = True
        return found

    def _occurrences(self, word: bytes) -> Numbers:
        """Where the word begins, in order."""
        content = np.frombuffer(self.content, np.uint8)
        if len(content) < len(word):
            return np.empty(0, np.int64)
        known = max((old for old in self._found if word.startswith(old)), key=len, default=b"")
        if known:
            places = self._found[known]
            places = places[places <= len(content) - len(word)]
        else:
            begin = content[: len(content) - len(word) + 1] == word[0]
            if len(word) > 1:
                begin &= content[1 : len(content) - len(word) + 2] == word[1]
            places, known = np.flatnonzero(begin).astype(self.starts.dtype), word[:2]
        for offset in range(len(known), len(word)):
            places = places[content[places + offset] == word[offset]]
        return places


class Strings(Sequence[str]):
    """An unchangeable choice of the strings of a `Blob`, in any order; equal to a list of the same strings."""

    __slots__ = ("_inverse", "_numbers", "blob")

    def __init__(self, blob: Blob, numbers: Numbers | None = None) -> None:
        self.blob = blob
        self._numbers = numbers
        self._inverse: NDArray[np.int32] | None = None

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Strings":
        """The strings of a list."""
        if isinstance(texts, Strings):
            return texts
        parts = [text.encode("utf-8", "replace") for text in texts]
        starts = np.zeros(len(parts) + 1, np.int64)
        np.cumsum(np.fromiter(map(len, parts), np.int64, len(parts)), out=starts[1:])
        return cls(Blob(b"".join(parts), _small(starts)))

    def take(self, numbers: Numbers) -> "Strings":
        """The strings with these numbers, in this order; their bytes stay where they are."""
        return Strings(self.blob, (numbers if self._numbers is None else self._numbers[numbers]).astype(np.int32))

    @property
    def nbytes(self) -> int:
        """Memory of the strings, in bytes; a choice is counted with all strings that it was chosen from."""
        own = 0 if self._numbers is None else self._numbers.nbytes
        return len(self.blob.content) + self.blob.starts.nbytes + own

    # ---- as a list

    def __len__(self) -> int:
        return len(self.blob) if self._numbers is None else len(self._numbers)

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> "Strings": ...

    def __getitem__(self, place: int | slice) -> "str | Strings":
        if isinstance(place, slice):
            return self.take(np.arange(*place.indices(len(self))))
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        place = place % len(self)
        return self.blob.text(place if self._numbers is None else int(self._numbers[place]))

    def __iter__(self) -> Iterator[str]:
        content, starts = self.blob.content, self.blob.starts
        firsts = starts[:-1] if self._numbers is None else starts[self._numbers]
        ends = starts[1:] if self._numbers is None else starts[self._numbers + 1]
        for first, end in zip(firsts.tolist(), ends.tolist(), strict=True):
            yield content[first:end].decode("utf-8", "replace")

    def tolist(self) -> list[str]:
        """A plain list."""
        return list(self)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Strings | list | tuple):
            return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))
        return NotImplemented

    __hash__ = None  # type: ignore[assignment]  # equal to lists, which have none

    def __repr__(self) -> str:
        return f"Strings({self[:5].tolist()!r}{', …' if len(self) > 5 else ''}, n={len(self)})"

    # ---- looking up

    def numbers_of(self, texts: Sequence[str]) -> NDArray[np.int64]:
        """The place of each of some strings, -1 for what is not among these."""
        numbers = self.blob.numbers_of(texts)
        if self._numbers is None:
            return numbers
        if self._inverse is None:
            # One place more than strings, for those that are nowhere.
            self._inverse = np.full(len(self.blob) + 1, -1, np.int32)
            self._inverse[self._numbers] = np.arange(len(self._numbers), dtype=np.int32)
        return self._inverse[numbers].astype(np.int64)

    def holding(self, text: str) -> NDArray[np.bool_]:
        """For each string whether it holds `text`, which is not empty."""
        found = self.blob.holding(text)
        return found if self._numbers is None else found[self._numbers]

    # ---- across process borders

    def packed(self) -> tuple[bytes, bytes]:
        """Contents and starts (8 bytes each, little-endian) of a whole `Blob`."""
        if self._numbers is not None:
            return Strings.of(self.tolist()).packed()
        return self.blob.content, self.blob.starts.astype("<i8").tobytes()

    @classmethod
    def unpacked(cls, content: bytes, starts: bytes) -> "Strings":
        """The inverse of `packed`; raises ValueError where the two do not fit."""
        found = np.frombuffer(starts, "<i8")
        if not len(found) or found[0] != 0 or found[-1] != len(content) or bool((np.diff(found) < 0).any()):
            raise ValueError("The strings do not lie one after the other.")
        return cls(Blob(content, _small(found.astype(np.int64))))


def _small(starts: NDArray[np.int64]) -> Numbers:
    return starts.astype(np.int32) if starts[-1] < np.iinfo(np.int32).max else starts


class Places(Mapping[str, int]):
    """The place of each string among `Strings`, like a dictionary that takes no memory until it is asked."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = Strings.of(texts)

    def __getitem__(self, text: str) -> int:
        number = int(self._texts.numbers_of([text])[0])
        if number < 0:
            raise KeyError(text)
        return number

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def of(self, texts: Sequence[str]) -> list[int]:
        """The places of those strings that there are, in the order given."""
        return [number for number in self._texts.numbers_of(texts).tolist() if number >= 0]

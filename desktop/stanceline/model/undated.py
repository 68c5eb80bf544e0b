"""The marks of a view that have no usable date, made one by one when they are looked at: most never are."""

from collections.abc import Iterator, Sequence
from typing import overload

import numpy as np
from numpy.typing import NDArray

from stanceline.model.marks import Kind, Undated
from stanceline.model.prepared import Prepared


class UndatedMarks(Sequence[Undated]):
    """Those of the prepared columns with these `numbers`; `row` holds the row of each of them."""

    def __init__(self, prepared: Prepared, numbers: NDArray[np.int64], row: NDArray[np.int32]) -> None:
        self._prepared, self._numbers, self._row = prepared, numbers, row

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, place: int) -> Undated: ...

    @overload
    def __getitem__(self, place: slice) -> list[Undated]: ...

    def __getitem__(self, place: int | slice) -> Undated | list[Undated]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        prepared, number = self._prepared, int(self._numbers[place])
        return Undated(
            key=prepared.keys[number],
            label=prepared.labels[number],
            row=int(self._row[place]),
            kind=Kind(int(prepared.kind[number])),
            stance=int(prepared.stance[number]),
            reason=prepared.reasons[int(prepared.reason[number])],
            article=int(prepared.article[number]),
        )

    def __iter__(self) -> Iterator[Undated]:
        return (self[place] for place in range(len(self)))

    def keys(self) -> list[str]:
        """Their keys."""
        return self._prepared.keys.take(self._numbers).tolist()

    def rows(self) -> set[int]:
        """The rows that they stand in."""
        return set(np.unique(self._row).tolist())

    def __eq__(self, other: object) -> bool:
        return list(self) == list(other) if isinstance(other, Sequence) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # equal to lists, which have none

"""Reads the analysis that a project file kept, a piece at a time, and takes nothing that does not fit."""

from collections.abc import Generator
from typing import TYPE_CHECKING

import msgspec

from stanceline import StancelineError
from stanceline.records import Analysis
from stanceline.workers.assembly import ROWS, Assembly, entry_names, entry_of
from stanceline.workers.deriver import Derived
from stanceline.workers.deriving_messages import Columns, Rows, decode_answer

if TYPE_CHECKING:  # numpy and SQLite stay out of the reading workers, which import this package too
    from stanceline.model.keeping import Kept


def recalling(kept: "Kept", generation: int) -> Generator[None, None, Derived | None]:
    """The analysis in steps of about a millisecond; None where anything is missing, damaged or impossible."""
    from stanceline.model.soundness import checking

    # Tables without rows may have come in no piece at all.
    if not entry_names() - set(ROWS) <= set(kept.entries) <= entry_names():
        return None
    assembly = Assembly(generation, sorted(ROWS))
    try:
        for name in sorted(kept.entries):
            for letter in kept.pieces(name):
                piece = decode_answer(letter)
                if not isinstance(piece, Rows | Columns) or entry_of(piece) != name:
                    return None
                assembly.take(piece, letter)
                yield
        analysis, prepared = assembly.completed(Analysis())
    except (StancelineError, msgspec.DecodeError, ValueError, TypeError):
        return None
    is_sound = yield from checking(analysis, prepared)
    return Derived(generation, analysis, prepared, (frozenset(ROWS), frozenset())) if is_sound else None

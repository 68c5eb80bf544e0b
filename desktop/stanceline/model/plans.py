"""Plans judged against a day: one whose time has passed without a report is "planned, unconfirmed", never past."""

from dataclasses import replace

import numpy as np

from stanceline.model.marks import Trait
from stanceline.model.prepared import UNKNOWN_TIME, Prepared


def judged(prepared: Prepared, today_s: int | None) -> Prepared:
    """The columns with every plan marked that should have come true before `today_s` (seconds since 1970).

    Those that were overdue when they were reported are marked by `prepare`. Without a day nothing changes.
    """
    if today_s is None:
        return prepared
    planned = (prepared.traits & Trait.PLANNED) != 0
    overdue = planned & (prepared.begin != UNKNOWN_TIME) & (prepared.end <= today_s)
    if not overdue.any():
        return prepared
    unconfirmed = np.uint32(Trait.UNCONFIRMED)
    return replace(prepared, traits=np.where(overdue, prepared.traits | unconfirmed, prepared.traits))

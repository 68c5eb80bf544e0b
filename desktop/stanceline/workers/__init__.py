"""Background work in processes of its own, started with spawn, without Qt and without pandas.

`ReadingPool` reads files and extracts articles, `Deriver` makes the analysis of a corpus, `read_all` reads
everything at once for the commands. What crosses a process border is bytes; a process that dies or hangs costs
the one article it worked on.
"""

from stanceline.workers.batch import read_all
from stanceline.workers.changed import Answer, ChangedArticle
from stanceline.workers.deriver import Counseled, Derived, Deriver, DeriverFailed, MadeReady
from stanceline.workers.messages import DEFAULT_STEPS, Limits, Steps, Summary
from stanceline.workers.pool import (
    ArticleReady,
    ChangedFound,
    Finished,
    PoolEvent,
    ProblemFound,
    Progress,
    ReadingPool,
)

__all__ = [
    "DEFAULT_STEPS",
    "Answer",
    "ArticleReady",
    "ChangedArticle",
    "ChangedFound",
    "Counseled",
    "Derived",
    "Deriver",
    "DeriverFailed",
    "Finished",
    "Limits",
    "MadeReady",
    "PoolEvent",
    "ProblemFound",
    "Progress",
    "ReadingPool",
    "Steps",
    "Summary",
    "read_all",
]

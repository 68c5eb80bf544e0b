"""What the articles' words say about a date beside its days: about then, since then, again and again."""

import re
from collections import defaultdict

from stanceline.model.bounds import bound_of
from stanceline.model.marks import Trait
from stanceline.records import Analysis, MentionRow, Pair, TimexRow

_NEAR, _OPENING = 60, 12
_BREAK = re.compile(r"[,;:(–—]|\b(?:if|to|who|which|when|because|without)\b", re.IGNORECASE)
"""What sets another thing between an event and how often it is. An opening word may have its comma."""
_APPROXIMATE = int(Trait.APPROXIMATE)


class WrittenDates:
    """Looks date expressions up by article and span; made once per analysis."""

    def __init__(self, analysis: Analysis) -> None:
        self._texts = {row.id: row.text for row in analysis.articles}
        self._rows: dict[tuple[str, int, int], TimexRow] = {}
        self._sets: dict[str, list[Pair]] = defaultdict(list)
        for row in analysis.timexes:
            self._rows[row.article, row.start, row.end] = row
            if row.type == "SET":
                self._sets[row.article].append((row.start, row.end))

    def traits_of(self, article: str, span: Pair | None) -> int:
        """`Trait` bits of a mark that the expression at `span` dates: approximate, and the end that it leaves open."""
        row = None if span is None else self._rows.get((article, *span))
        if row is None:
            return 0
        found = int(bound_of(self._texts[article], row.start, row.end))
        return found | (_APPROXIMATE if row.mod == "APPROX" else 0)

    def recurs_in(self, mention: MentionRow) -> bool:
        """Whether the passage says that it happens again and again ("every Monday", "twice a year").

        Only where nothing comes between: in "says no to a cup every two years" it is the cup that recurs.
        """
        text = self._texts.get(mention.article, "")
        leads = [
            text[mention.start : start]
            for start, end in self._sets.get(mention.article, ())
            if mention.start < start and end <= mention.end
        ]
        return any(len(lead) <= _NEAR and not _BREAK.search(lead, _OPENING) for lead in leads)

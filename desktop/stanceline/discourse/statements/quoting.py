"""Attributes quotations: to the cue behind or before them, or to whoever was speaking.

News style: `"...," X said.`, `X said: "..."`, `X said that "..."`, and a quotation in a sentence without a
cue goes on from the one before, across paragraphs too.
"""

from collections.abc import Sequence

from stanceline.discourse.statements.frames import complement, cue_span
from stanceline.discourse.statements.page import VERBS, Draft, Page, Source
from stanceline.discourse.statements.quotes import Quotation, ends_like_speech
from stanceline.discourse.statements.sources import is_modal_name, is_passive, make_source, own_subject, source_of
from stanceline.discourse.statements.unlisted import is_behind_dash, name_before, teller_before, teller_behind
from stanceline.reading.article import Span

_FARTHEST = 32
_MOST_BARE = 5
_PLAIN = ("say", "add", "write", "tweet", "explain", "reply")
_LEADING = ("nsubj", "nsubjpass", "aux", "mark", "det", "poss", "amod", "nummod")
_STOPS = {".", ";", "!", "?", ":"}


class QuotationReader:
    """Goes through the quotations of a page in order and keeps who spoke last."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.tree = page.tree
        self.drafts: list[Draft] = []
        self.by_cue: dict[int, Draft] = {}
        self.left: list[int] = []

    def read(self) -> None:
        """Fill `drafts` with what has a cue next to it and `left` with the quotations that have none."""
        for index, quotation in enumerate(self.page.quotations):
            tokens = self.tree.tokens_in(quotation.span)
            if not tokens:
                continue
            found = self._find_cue(quotation, tokens)
            if found is None:
                named = self._draft_of_name(index, quotation, tokens)
                self.drafts += [named] if named is not None else []
                self.left += [index] if named is None else []
                continue
            verb, source, rule = found
            self._attach(index, quotation, verb, source, rule)

    def _attach(self, index: int, quotation: Quotation, verb: int, source: Source, rule: str) -> None:
        draft = self.by_cue.get(verb)
        if draft is None:
            draft = Draft(verb, cue_span(self.page, verb), source, [], rule, self.tree.lemma[verb], 0.95)
            self.by_cue[verb] = draft
            self.drafts.append(draft)
        resumed = Span(self.tree.parse.start[self.tree.tokens_in(quotation.span)[0] - 1], quotation.span.end)
        content = self._content(verb, quotation, before=rule == "say.quote.before")
        draft.contents.append(resumed if rule == "say.quote.resumed" else content)
        draft.quotations.append(index)

    def _content(self, verb: int, quotation: Quotation, *, before: bool) -> Span:
        """The quotation and the reported words that lead into it or go on behind it: `vowed to “fight on” in Ohio`."""
        if before and not self._is_whole(self.tree.tokens_in(quotation.span)):
            around = self._reported_around(verb, quotation)
            if around is not None:
                return around
        start = self._clause_start(verb, quotation) if before else self._led_in(verb, quotation)
        return Span(start, quotation.span.end) if start is not None else quotation.span

    def _reported_around(self, verb: int, quotation: Quotation) -> Span | None:
        cue = self.page.verb_cue(verb)
        found = complement(self.page, verb, cue) if cue is not None else None
        around = found[1] if found is not None and found[1].overlaps(quotation.span) else quotation.span
        between = range(verb + 1, self.tree.tokens_in(quotation.span)[0])
        start = min(around.start, quotation.span.start)
        if between and all(self.tree.pos[token] in ("DET", "PRON", "PART", "SCONJ") for token in between):
            start = self.tree.parse.start[verb + 1]
        around = Span(start, max(around.end, quotation.span.end))
        return around if around != quotation.span else None

    def _led_in(self, verb: int, quotation: Quotation) -> int | None:
        """Where a reported sentence begins that ends in quoted words: `The plan is a "welcome move," he said.`"""
        tokens = self.tree.tokens_in(quotation.span)
        if self._is_whole(tokens):
            return None
        first = self.page.sentence_edges(tokens[0])[0]
        before = range(first, tokens[0])
        joined = before and self.tree.sentence[verb] == self.tree.sentence[first]
        if not joined or any(self.page.quoted[token] >= 0 or self.page.verb_cue(token) for token in before):
            return None
        return self.tree.parse.start[first]

    def _clause_start(self, verb: int, quotation: Quotation) -> int | None:
        """Where reported words begin that lead into the quotation: "said the plan was dead: "..."."""
        first = self.tree.tokens_in(quotation.span)[0]
        for kid in self.tree.kids(verb, "ccomp", "xcomp"):
            start = min(self.tree.subtree(kid))
            if verb < start and kid < first and self.page.quoted[start] < 0:
                return self.tree.parse.start[start]
        return None

    # ---- the cue --------------------------------------------------------------------------------------

    def _find_cue(self, quotation: Quotation, tokens: range) -> tuple[int, Source, str] | None:
        whole = self._is_whole(tokens)
        previous = self._previous(tokens[0])
        if (
            previous is not None
            and self.tree.words[previous] == ":"
            and is_behind_dash(self.page, self._back_from(previous))
        ):
            return None
        if (
            previous is not None
            and self.tree.lower[previous] == "that"
            and self.tree.dep[self.tree.head[previous]] == "ccomp"
        ):
            return None
        before = self._cue_before(tokens, whole=whole)
        if before is not None and self._is_adjacent(before[0], tokens[0]):
            return before
        after = self._cue_after(quotation, tokens) if whole or self._is_spoken(tokens) else None
        resumed = self._colon_before_pronoun(tokens[0])
        if after is None and before is None and not whole and resumed is not None:
            told = self._led_by_colon(resumed)
            return (told[0], told[1], "say.quote.resumed") if told is not None else None
        if after is None and before is None and whole and previous is not None and self.tree.words[previous] == ":":
            return self._led_by_colon(previous)
        return after or (before if whole else None)

    def _is_whole(self, tokens: range) -> bool:
        """Whether the quoted words stand as a sentence of their own rather than as part of the writer's."""
        inner = next((token for token in tokens if self.tree.pos[token] != "PUNCT"), tokens[0])
        word = self.tree.words[inner]
        previous = self._previous(tokens[0])
        free = previous is None or self.tree.words[previous] in (*_STOPS, ",", "—", "–", "”", '"', "''", "…", "...")
        return (free and (word[:1].isupper() or word[:1].isdigit() or not word[:1].isalpha())) or (
            previous is None or self.tree.words[previous] in _STOPS
        )

    def _is_spoken(self, tokens: range) -> bool:
        """Whether words quoted inside a sentence are more than a term: `speaks of "sequencing", and X said ...`."""
        after = tokens[-1] + 1
        while after < len(self.tree) and self.tree.pos[after] == "PUNCT":
            after += 1
        joined = after < len(self.tree) and self.tree.dep[after] == "cc"
        return not joined and sum(self.tree.pos[token] != "PUNCT" for token in tokens) >= 3

    def _previous(self, token: int) -> int | None:
        before = token - 1
        return before if before >= 0 and self.page.blocks[before] == self.page.blocks[token] else None

    def _is_adjacent(self, verb: int, first: int) -> bool:
        return 0 < first - verb <= 4 or self.tree.words[first - 1] == ":"

    def _cue_after(self, quotation: Quotation, tokens: range) -> tuple[int, Source, str] | None:
        if not ends_like_speech(self.page.article.text, quotation):
            return None
        stretch = self._stretch_after(tokens[-1] + 1)
        text = self.page.article.text
        stopped = text[: quotation.span.end].rstrip("”»\"'’")[-1:] == "."
        if stopped and not text.startswith(",", quotation.span.end) and not self._is_bare(stretch):
            return None
        for verb in stretch:
            cue = self.page.verb_cue(verb)
            if cue is None or "quote" not in cue.frames or self.tree.tag[verb] in ("VB", "VBG"):
                continue
            source = self._subject_in(verb, stretch)
            if source is not None:
                return verb, source, "say.quote.after"
        told = teller_behind(self.page, quotation, stretch) if self._is_whole(tokens) else None
        return (*told, "say.quote.unlisted") if told is not None else None

    def _is_bare(self, stretch: list[int]) -> bool:
        """Whether only "X said" follows, so that the full stop before it is a slip: `"It leaks." Voss said.`"""
        verb = stretch[-1] if stretch else None
        follows = verb is not None and verb + 1 < len(self.tree) and self.tree.words[verb + 1] == "."
        return follows and len(stretch) <= _MOST_BARE and self.tree.lemma[stretch[-1]] in _PLAIN

    def _stretch_after(self, token: int) -> list[int]:
        found: list[int] = []
        while token < len(self.tree) and len(found) < _FARTHEST:
            if self.page.quoted[token] >= 0 or self.tree.words[token] in _STOPS:
                break
            if found and self.page.blocks[token] != self.page.blocks[found[0]]:
                break
            found.append(token)
            token += 1
        return found

    def _subject_in(self, verb: int, stretch: list[int]) -> Source | None:
        """The subject of a verb next to a quotation, before it or (inverted) behind it.

        The parse is asked first; where the quotation has led it astray, the noun phrase on the spot counts.
        """
        tree, page = self.tree, self.page
        inside = set(stretch)
        subject = own_subject(tree, verb)
        if subject is not None and subject in inside and page.quoted[subject] < 0:
            if tree.lower[subject] in ("who", "which", "that") and tree.dep[verb] == "relcl":
                return None
            return make_source(page, subject, avoid=verb)
        place = stretch.index(verb)
        if place > 0 and all(tree.words[token] in (",", "—") for token in stretch[:place]):
            place = 0
        if place == 0:
            for token in stretch[1 + stretch.index(verb) :]:
                if tree.pos[token] in ("NOUN", "PROPN", "PRON") and tree.dep[token] not in (
                    "compound",
                    "poss",
                    "nmod",
                    "det",
                ):
                    return make_source(page, token, avoid=verb)
                if tree.pos[token] in (*VERBS, "ADP", "PUNCT", "SCONJ"):
                    return None
            return None
        for token in reversed(_outside_brackets(tree.words, stretch[:place])):
            named = tree.pos[token] in ("NOUN", "PROPN", "PRON") or is_modal_name(page, token)
            if named and page.quoted[token] < 0:
                head = token
                while (
                    tree.dep[head] in ("compound", "appos", "nmod", "poss", "pobj", "prep", "conj")
                    and tree.head[head] in inside
                    and tree.head[head] < verb
                ):
                    head = tree.head[head]
                return make_source(page, head, avoid=verb)
        return None

    def _cue_before(self, tokens: range, *, whole: bool) -> tuple[int, Source, str] | None:
        tree, page = self.tree, self.page
        previous = self._previous(tokens[0])
        if previous is None:
            return self._cue_at_paragraph_end(tokens[0])
        stretch: list[int] = []
        token: int | None = previous
        while token is not None and len(stretch) < _FARTHEST:
            if page.quoted[token] >= 0:
                break
            if tree.words[token] in (".", ";", "!", "?") or (tree.words[token] == ":" and stretch):
                break
            stretch.append(token)
            token = self._previous(token)
        for place, verb in enumerate(stretch):
            cue = page.verb_cue(verb)
            if cue is None:
                if (
                    tree.words[previous] != ":"
                    and place > 0
                    and tree.pos[verb] == "VERB"
                    and tree.dep[verb] not in ("amod", "pcomp", "acl")
                ):
                    break
                continue
            if "quote" not in cue.frames or is_passive(tree, verb):
                continue
            if (not whole and place > 1) or self._leads_into(stretch[:place], tokens):
                return None
            source = source_of(page, verb)
            if source is None:
                source = self._subject_in(verb, stretch[::-1])
            return (verb, source, "say.quote.before") if source is not None else None
        return None

    def _draft_of_name(self, index: int, quotation: Quotation, tokens: range) -> Draft | None:
        """`Lena Voss: "It leaks."` at the end of a line of names or a heading."""
        colon = self._previous(tokens[0])
        if colon is None or self.tree.words[colon] != ":" or not self._is_whole(tokens):
            return None
        source = name_before(self.page, self._back_from(colon))
        cue = self.tree.span([colon])
        content = [quotation.span]
        return Draft(None, cue, source, content, "say.quote.name", ":", 0.8, quotations=[index]) if source else None

    def _colon_before_pronoun(self, first: int) -> int | None:
        """The colon in `is out with a statement: it "takes note of ..."`."""
        again = self._previous(first)
        if again is None or self.tree.lower[again] not in ("it", "he", "she", "they"):
            return None
        colon = self._previous(again)
        return colon if colon is not None and self.tree.words[colon] == ":" else None

    def _led_by_colon(self, colon: int) -> tuple[int, Source, str] | None:
        told = teller_before(self.page, self._back_from(colon))
        return (*told, "say.quote.unlisted") if told is not None else None

    def _back_from(self, colon: int) -> list[int]:
        stretch: list[int] = []
        token: int | None = colon
        while token is not None and len(stretch) < _FARTHEST and self.page.quoted[token] < 0:
            if stretch and self.tree.words[token] in _STOPS:
                break
            stretch.append(token)
            token = self._previous(token)
        return stretch

    def _leads_into(self, between: list[int], tokens: range) -> bool:
        """Whether words between cue and quotation belong to the quoted clause: `said she "steered a middle ground"`."""
        return any(
            self.tree.dep[token] in ("nsubj", "nsubjpass") and self.tree.head[token] in tokens for token in between
        )

    def _cue_at_paragraph_end(self, first: int) -> tuple[int, Source, str] | None:
        """`X said:` that ends the paragraph before."""
        last = first - 1
        if last < 0 or self.tree.words[last] != ":":
            return None
        for verb in range(last - 1, max(-1, last - _FARTHEST), -1):
            if self.page.blocks[verb] != self.page.blocks[last] or self.tree.words[verb] in (".", "!", "?"):
                break
            cue = self.page.verb_cue(verb)
            if cue is not None and "quote" in cue.frames:
                source = source_of(self.page, verb)
                return (verb, source, "say.quote.before") if source is not None else None
        return None


def _outside_brackets(words: Sequence[str], stretch: list[int]) -> list[int]:
    """The tokens of a stretch without what stands in brackets: "Gov. John Marsh (R-OH)"."""
    found, depth = [], 0
    for token in stretch:
        if words[token] == "(":
            depth += 1
        if depth == 0:
            found.append(token)
        if words[token] == ")" and depth:
            depth -= 1
    return found

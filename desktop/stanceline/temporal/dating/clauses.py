"""How a date expression and a reference event hang together in a clause: roles and relations from the parse."""

from collections.abc import Sequence
from typing import Final

from stanceline.reading.article import Article, Span
from stanceline.reading.parse import Tree
from stanceline.temporal.dating.clues import governing_verb, is_inside, quoted_spans
from stanceline.temporal.dating.naming import Named
from stanceline.temporal.dating.stated import own_dates
from stanceline.temporal.timex import Candidate

_RELATIVE: Final = frozenset(["relunit", "deictic", "weekday", "ago", "date", "dayrange", "nthday", "month"])
_HAPPEN: Final = frozenset(
    ["take", "begin", "start", "open", "end", "close", "conclude", "convene", "meet", "gather", "assemble", "be",
     "wrap", "fall", "kick", "run", "sit", "vote", "resume", "finish", "occur"]
)  # fmt: skip
_ATTEND: Final = frozenset(
    ["attend", "host", "hold", "join", "open", "convene", "visit", "leave", "celebrate", "mark", "skip", "boycott",
     "chair", "address", "reach", "enter", "crash", "organize", "organise", "begin", "start", "end", "close",
     "conclude", "finish", "resume", "wrap"]
)  # fmt: skip
_PLAN: Final = frozenset(
    ["plan", "expect", "schedule", "slate", "set", "prepare", "want", "hope", "earmark", "seek", "invite", "propose",
     "promise", "intend", "bill", "aim", "due", "wait", "await", "push", "call", "ask", "urge", "discuss", "decide"]
)  # fmt: skip
_AT: Final = frozenset(["in", "at", "during", "on"])
_AFTER: Final = frozenset(["after", "following", "since"])
_BEFORE: Final = frozenset(["before", "until", "till"])
GOING: Final = frozenset(["go", "travel", "come", "fly", "head", "return", "arrive", "leave"])
_PARTS: Final = frozenset(
    ["sideline", "margin", "fringe", "start", "end", "beginning", "close", "opening", "conclusion"]
)
GATHERING: Final = frozenset(["gather", "meet", "assemble", "arrive", "convene"])
_INNER: Final = frozenset(
    ["poss", "nmod", "npadvmod", "amod", "compound", "prep", "pobj", "appos", "nummod", "advmod", "tmod", "punct",
     "case", "det", "dep"]
)  # fmt: skip
_VERBAL: Final = ("VERB", "AUX")


class Clauses:
    """Answers about the clauses of one article."""

    def __init__(self, article: Article, tree: Tree, candidates: Sequence[Candidate]) -> None:
        self.article, self.tree, self.candidates = article, tree, candidates
        self.quotes = quoted_spans(article)
        self.own_dates = own_dates(article)
        self.roots = [tree.root_of(tree.tokens_in(Span(c.start, c.end))) for c in candidates]

    def is_relative(self, place: int) -> bool:
        """Whether the expression counts from the day of writing."""
        args = dict(self.candidates[place].args)
        if args.get("family") == "duration":
            return args.get("prep") == "in" and args.get("u") in ("week", "month")
        return args.get("family") in _RELATIVE and "y" not in args and args.get("ref") not in ("run", "any")

    def link(self, mention: Named, place: int) -> bool | None:
        """True where the expression surely dates the event, False where it may, None where it does not."""
        root, tree, candidate = self.roots[place], self.tree, self.candidates[place]
        if self._is_in_name(candidate, mention):
            return None
        if any(own.start < candidate.end and candidate.start < own.end for own in self.own_dates):
            return None
        if root is None or tree.sentence[root] != tree.sentence[mention.head]:
            return None
        if not self.is_relative(place) and "y" not in dict(candidate.args):
            return None
        if is_inside(self.quotes, candidate.start, candidate.end):
            return None
        if not mention.is_clause and self._is_inside_phrase(root, mention.head):
            return True
        if self.own_clause(mention, place) is not None or self._follows_subject(mention, candidate):
            return True
        over = governing_verb(tree, root)
        if over is not None and self._is_raised(over, mention.head):
            return True
        verb, role = self.role(mention)
        if verb is None:
            return None
        if role == "subject" and self._stands_before(place, mention):
            return False
        if over is not None and self._is_meanwhile(verb, over, root):
            return False
        if over != verb and not self._is_when(verb, root):
            return None
        if over == verb and tree.dep[root] == "pobj" and tree.lower[tree.head[root]] in (*_AFTER, *_BEFORE):
            return None
        return {"happens": True, "at": True, "subject": False}.get(role)

    def _follows_subject(self, mention: Named, candidate: Candidate) -> bool:
        """ "The summit in Prague last week invited seven states": between the subject and its verb."""
        tree, head = self.tree, mention.head
        if mention.is_clause or tree.dep[head] not in ("nsubj", "nsubjpass"):
            return False
        return candidate.start == mention.end + 1 and candidate.end <= tree.parse.start[tree.head[head]]

    def _is_in_name(self, candidate: Candidate, mention: Named) -> bool:
        if candidate.end <= mention.start or mention.end <= candidate.start:
            return False
        if not (mention.is_phrase or mention.is_clause):
            return True
        start, end = self.tree.parse.start[mention.head], self.tree.parse.end[mention.head]
        return candidate.start < end and start < candidate.end

    def _is_raised(self, over: int, head: int) -> bool:
        """ "The summit is (scheduled) to be held on Monday": the event is what the lower verb is about."""
        tree = self.tree
        above = tree.head[over]
        is_subject = tree.dep[head] in ("nsubj", "nsubjpass") and tree.head[head] == above
        return tree.dep[over] == "xcomp" and is_subject and self._as_subject(over, "nsubjpass") == "happens"

    def own_clause(self, mention: Named, place: int) -> int | None:
        """The verb of the relative clause through which the expression dates the event ("which ended on Sunday")."""
        tree, root = self.tree, self.roots[place]
        verb = governing_verb(tree, root) if root is not None else None
        if verb is None or tree.dep[verb] != "relcl" or tree.lemma[verb] not in _HAPPEN:
            return None
        about = tree.head[verb]
        inside = mention.start <= tree.parse.start[about] < mention.end or about == mention.head
        beside = self._is_inside_phrase(about, mention.head) if not inside and about > mention.head else inside
        subject = tree.kid(verb, "nsubj", "nsubjpass")
        return verb if beside and subject is not None and tree.tag[subject] in ("WDT", "WP") else None

    def _stands_before(self, place: int, mention: Named) -> bool:
        """ "On Tuesday the Games open": nothing but an article between the expression and the event."""
        between = self.article.text[self.candidates[place].end : mention.start]
        return between.strip().lower() in ("", "the", ",", ", the") and len(between) < 8

    def _is_inside_phrase(self, root: int, head: int) -> bool:
        tree, token = self.tree, root
        while token != head:
            if tree.dep[token] not in _INNER or tree.pos[token] in _VERBAL or tree.head[token] == token:
                return False
            token = tree.head[token]
        return tree.dep[root] != "pobj" or tree.lower[tree.head[root]] in ("in", "on", "of", "for")

    def _is_when(self, verb: int, root: int) -> bool:
        """ "Next week, when leaders meet": the clause of the meeting hangs on the expression or beside it."""
        tree = self.tree
        if not any(tree.lower[kid] == "when" for kid in tree.kids(verb, "advmod", "mark")):
            return False
        return tree.head[verb] == root or governing_verb(tree, root) == tree.head[verb]

    def _is_meanwhile(self, verb: int, over: int, root: int) -> bool:
        """ "Was promised aid on Wednesday as leaders met": what happens at the same time, as far as "as" tells."""
        tree = self.tree
        marks = {tree.lower[kid] for kid in tree.kids(verb, "mark", "advmod")}
        above = tree.head[root] if tree.dep[root] == "pobj" else root
        beside = tree.head[above] == over and (above == root or tree.lower[above] == "on")
        return tree.dep[verb] == "advcl" and tree.head[verb] == over and bool(marks & {"as", "while"}) and beside

    def role(self, mention: Named) -> tuple[int | None, str]:
        """The verb of the event's clause, and what the event is to it: happens, at, after, before, subject, other."""
        tree, token = self.tree, mention.head
        if mention.is_clause:
            return token, "happens"
        while tree.dep[token] in ("appos", "conj") and tree.pos[tree.head[token]] not in _VERBAL:
            token = tree.head[token]
        above = tree.head[token]
        while tree.dep[token] == "pobj" and tree.lower[above] == "of" and tree.lemma[tree.head[above]] in _PARTS:
            token = tree.head[above]
            above = tree.head[token]
        if tree.pos[above] in _VERBAL:
            if tree.dep[token] in ("nsubj", "nsubjpass"):
                return above, self._as_subject(above, tree.dep[token])
            if tree.dep[token] in ("dobj", "obj") and tree.lemma[above] in _ATTEND:
                return above, "happens"
            if tree.dep[token] == "attr":
                return above, "happens"
            return above, "other"
        if tree.dep[token] == "pobj":
            return self._after_preposition(above)
        return None, "other"

    def _as_subject(self, verb: int, label: str) -> str:
        lemma = self.tree.lemma[verb]
        if lemma in _PLAN:
            return "other"
        if lemma in _HAPPEN or (label == "nsubjpass" and lemma in ("hold", "convene", "open", "host")):
            return "happens"
        return "subject"

    def _after_preposition(self, prep: int) -> tuple[int | None, str]:
        tree, word = self.tree, self.tree.lower[prep]
        if word == "of" and tree.lower[tree.head[prep]] == "ahead":
            prep, word = tree.head[prep], "before"
        verb = tree.head[prep]
        if tree.pos[verb] == "NOUN" and word in ("at", "during"):
            # "agreed on the plan at the summit": the parser hangs the place on the nearest noun.
            verb = governing_verb(tree, verb) or verb
        if tree.pos[verb] not in _VERBAL:
            return None, "other"
        if word in _AFTER:
            return verb, "after"
        if tree.lemma[verb] in _PLAN:
            return None, "other"
        goes = (word == "to" and tree.lemma[verb] in GOING) or (word == "for" and tree.lemma[verb] in GATHERING | GOING)
        if word in _AT or goes:
            return verb, "at"
        return verb, "before" if word in _BEFORE else "other"

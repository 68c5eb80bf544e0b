"""Past or future of a date expression, from the tense and modality of the verb that governs its own clause.

"He said leaders will meet on Friday" looks ahead, "leaders who will meet said on Friday" looks back: only
the verb that the expression hangs on counts, with its auxiliaries, and through "to"-infinitives the verb above.
"""

from collections.abc import Sequence
from typing import Final

from stanceline.reading.article import Span
from stanceline.reading.parse import Tree
from stanceline.temporal.finding.cues import ORIGINALLY
from stanceline.temporal.timex import Candidate, Direction, family_of
from stanceline.temporal.vocabulary import word_set

_FUTURE_AUX: Final = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_MAYBE_AUX: Final = frozenset({"may", "might", "could", "would", "should", "must", "can"})
_AHEAD: Final = word_set(
    "plan expect schedule set slate due intend hope aim prepare promise vow pledge want agree decide likely ready "
    "propose seek urge need poise bind about scheduled expected hop"
)
"""Words that tell of what is still to come. "Hop" is how the parser reads the base form of "hopes"."""
_AHEAD_NOUNS: Final = frozenset({"plan", "deadline", "schedule", "intention", "proposal", "promise"})
_AHEAD_WORDS: Final = frozenset({"due", "likely", "set", "ready"})
_VERBAL: Final = frozenset({"VERB", "AUX"})
_DAYS: Final = frozenset({"weekday", "date", "nthday", "dayrange", "weekdayrange", "holiday", "nthweekday"})
_TIMETABLED: Final = word_set(
    "begin start open end close expire resume take enter come go apply launch vote meet convene hold host gather march "
    "elect decide leave arrive return travel visit face appear debut kick release introduce lapse run reopen"
)
"""Verbs whose present tense tells of a time ahead: "the rule takes effect in October", "voters go to the polls"."""
_MOVING: Final = word_set(
    "postpone delay defer put push move adjourn extend suspend shelve reschedule remand bail prolong"
)
_CALLING: Final = word_set(
    "call schedule set plan order arrange book announce invite convene slate fix prepare ask demand promise expect "
    "propose reserve summon recall name forecast predict earmark"
)
_STATIVE: Final = word_set("say tell know think believe have live remain stay show suggest mean seem stand date")
_LIMITS: Final = frozenset({"before", "by", "until", "till"})
_OPENING: Final = _LIMITS | {"from", "after"}
"""Prepositions with which even a day at the head of a present-tense clause looks ahead."""
_PREPARING: Final = word_set("ahead advance run")
"""Words of "ahead of", "in advance of", "in the run-up to"."""
_PENDING: Final = word_set("upcoming planned scheduled forthcoming proposed expected looming")
_GATHERINGS: Final = word_set(
    "rally march protest demonstration strike walkout vote election referendum meeting summit hearing session debate "
    "ceremony concert visit vigil inquest match game boycott shutdown closure"
)
"""Nouns of what is announced before it happens: "announced a rally on Saturday"."""
_ANNOUNCING: Final = word_set("announce propose plan schedule promise declare call")
_CALENDARS: Final = frozenset({"agenda", "calendar", "diary", "timetable", "date"})
_SCRAPPING: Final = word_set("cancel scrap ground ban postpone")
_ORDERING: Final = word_set(
    "vote ask order tell urge instruct require oblige allow permit choose opt threaten offer invite warn demand elect "
    "authorize direct command beg request swear arrange resolve vow consent volunteer call"
)
"""Verbs whose "to"-infinitive was still to come when they were said or done."""
_IMPLYING: Final = word_set(
    "fail manage begin start continue force help get come go happen appear cease seem refuse decline"
)
"""Verbs whose infinitive shares their own tense: "failed to meet on Friday"."""
_GOING: Final = word_set(
    "leave go come travel fly return arrive depart move start begin open close retire resign quit step meet hold visit "
    "join face sail head play speak appear marry"
)
"""Verbs of which "said he was leaving on Monday" tells a plan."""
_TELLING: Final = word_set("say tell announce confirm add report write explain note hear learn indicate reveal")
_BELIEVING: Final = word_set("believe think hope guess suppose understand gather say tell")
_MARKS: Final = frozenset('.!?;…”"’)')
_LABEL: Final = 6
"""Tokens within which a speaker's name and a colon end, or a question begins."""
_FRAGMENT: Final = 12
"""Tokens that a sentence without a verb of its own may have to be an answer to the one before."""


def read_directions(tree: Tree, candidates: Sequence[Candidate]) -> tuple[Direction, ...]:
    """One direction a candidate, "unknown" where no verb governs it or its tense says nothing."""
    return tuple(_direction(tree, candidate) for candidate in candidates)


def _direction(tree: Tree, candidate: Candidate) -> Direction:
    if not len(tree):
        return "unknown"
    tokens = tree.tokens_in(Span(candidate.start, candidate.end))
    token = tree.root_of(tokens)
    if token is None:
        return "unknown"
    if tokens[0] and (tree.lower[tokens[0] - 1] == "since" or _is_told_before(tree, tokens[0] - 1)):
        return "past"
    nouns: list[int] = []
    verb = token if tree.pos[token] in _VERBAL else None
    for above in tree.ancestors(token):
        if verb is not None:
            break
        if tree.lower[above] == "according":
            # "Will repay the loan, according to a statement on Sunday".
            return "past"
        if tree.pos[above] in _VERBAL:
            verb = above
        elif tree.lower[above] in _AHEAD_WORDS:
            return _adjective(tree, above)
        elif tree.lemma[above] in _AHEAD_NOUNS or _is_pending(tree, above):
            return "future"
        nouns.append(above)
    if verb is None and (opened := _opening(tree, token)):
        return opened
    if verb is None or _is_aside(tree, token, verb):
        return _answered(tree, token)
    if _is_coordinate_title(tree, token, verb):
        return "unknown"
    by_nouns = _ahead_by_nouns(tree, tokens[0], verb, nouns)
    return by_nouns or _ahead_by_words(tree, token, verb, candidate) or _tense(tree, verb, 0)


def _opening(tree: Tree, token: int) -> Direction | None:
    """ "Doors open at 7 p.m. Friday", where the parser takes the verb for an adjective."""
    root = next((above for above in tree.ancestors(token) if tree.head[above] == above), token)
    is_verb = tree.lower[root] in ("open", "close") and tree.pos[root] == "ADJ" and tree.kids(root, "nsubj")
    return "future" if is_verb else None


def _is_told_before(tree: Tree, token: int) -> bool:
    """ "The deal, announced Friday": the parser often hangs the day on a verb further up."""
    if tree.tag[token] not in ("VBD", "VBN") or tree.lemma[token] in _AHEAD | _MOVING:
        return False
    helpers = {tree.lower[kid] for kid in tree.kids(token, "aux", "auxpass")}
    return not helpers & (_FUTURE_AUX | _MAYBE_AUX | {"to", "be", "being", "is", "are"})


def _is_pending(tree: Tree, noun: int) -> bool:
    """ "Ahead of Thursday's meeting", "Sunday's planned march", whatever the tense of the clause."""
    return tree.lower[noun] in _PREPARING or any(tree.lower[kid] in _PENDING for kid in tree.kids(noun, "amod"))


def _adjective(tree: Tree, word: int) -> Direction:
    """ "Is due on Friday" looks ahead; "was due on Friday" may lie on either side of the day of writing."""
    above = tree.head[word]
    if above != word and tree.tag[above] == "VBD":
        return "past" if any(tree.tag[kid] == "VBD" for kid in tree.kids(above, "conj")) else "unknown"
    return "future"


def _is_aside(tree: Tree, token: int, verb: int) -> bool:
    """ "On Thursday, we believe": the only verb of the sentence is the speaker's, behind a comma."""
    if (
        token > verb
        or tree.head[verb] != verb
        or tree.lemma[verb] not in _BELIEVING
        or tree.kids(verb, "ccomp", "dobj")
    ):
        return False
    return tree.tag[verb] == "VBP" and all(tree.lower[kid] in ("i", "we") for kid in tree.kids(verb, "nsubj"))


def _answered(tree: Tree, token: int) -> Direction:
    """What a sentence without a verb ("In June, on a panel.") takes from the sentence before it."""
    own = tree.sentence_tokens(token)
    label = next((place for place in own[:_LABEL] if tree.lower[place] == ":"), None)
    if own[0] == 0 or len(own) > _FRAGMENT or tree.lower[own[-1]] not in _MARKS:
        return "unknown"
    if tree.lower[own[0] if label is None else label + 1] not in ("in", "on", "at", "by", "until", "last", "next"):
        return "unknown"
    before = tree.sentence_tokens(own[0] - 1)
    root = next((other for other in before if tree.head[other] == other), before[0])
    if tree.pos[root] not in _VERBAL:
        # "SMITH: I did."
        root = next((kid for kid in tree.kids(root) if tree.pos[kid] in _VERBAL), root)
    if tree.pos[root] not in _VERBAL or tree.parse.block[root] + 1 < tree.parse.block[token]:
        return "unknown"
    if (
        tree.lower[before[-1]] == "?"
        and "when" in (tree.lower[other] for other in before[:_LABEL])
        and _asks_ahead(tree, root)
    ):
        return "future"
    return _tense(tree, root, 0)


def _asks_ahead(tree: Tree, verb: int) -> bool:
    return any(tree.lower[kid] in ("do", "does", "is", "are") for kid in tree.kids(verb, "aux"))


def _is_coordinate_title(tree: Tree, token: int, verb: int) -> bool:
    """ "Yuldoshov, a sponsor in September, will abstain": what somebody was then, between commas before the verb."""
    preposition = tree.head[token]
    if tree.dep[token] != "pobj" or token > verb or preposition == token:
        return False
    noun = tree.head[preposition]
    between = tree.lower[noun:preposition]
    closes = token + 1 < len(tree) and tree.lower[token + 1] == ","
    return tree.pos[noun] in ("NOUN", "PROPN") and closes and "," in between and bool(tree.kids(noun, "appos"))


def _ahead_by_nouns(tree: Tree, first: int, verb: int, nouns: list[int]) -> Direction | None:
    """What is told by the nouns between the day and the verb.

    "Announced a rally on Saturday": what was announced. "The meeting on Saturday is open to all": what is not over.
    """
    subjects = [noun for noun in nouns if tree.dep[noun] in ("nsubj", "nsubjpass") and tree.head[noun] == verb]
    is_present = {"is", "are"} & {tree.lower[verb], *(tree.lower[kid] for kid in tree.kids(verb, "auxpass"))}
    if is_present and any(tree.lemma[noun] in _GATHERINGS for noun in subjects):
        return "future"
    if tree.lemma[verb] in ("demand", "insist") and any(tree.dep[noun] == "ccomp" for noun in nouns):
        return "future"
    if tree.lemma[verb] in _ANNOUNCING and first >= 2 and tree.lemma[first - 2] in _GATHERINGS:
        return "future" if tree.lower[first - 1] in ("on", "in") else None
    return None


def _ahead_by_words(tree: Tree, token: int, verb: int, candidate: Candidate) -> Direction | None:
    """What verb and preposition tell together, whatever the tense; None where they tell nothing."""
    preposition = tree.lower[tree.head[token]] if tree.dep[token] == "pobj" else ""
    helpers = [tree.lower[kid] for kid in tree.kids(verb, "aux", "auxpass")]
    is_ahead = (
        _is_moved_or_called(tree, token, verb, preposition)
        or _is_lasting(tree, verb, preposition, helpers)
        or _is_order(tree, verb)
        or _is_timetabled(tree, token, verb, preposition, helpers, candidate)
    )
    return "future" if is_ahead else None


def _is_moved_or_called(tree: Tree, token: int, verb: int, preposition: str) -> bool:
    """ "Was put off until January", "called a meeting for Monday"."""
    if preposition in ("until", "till", "to", "by") and tree.lemma[verb] in _MOVING:
        return True
    if preposition != "for" or _is_dropped(tree, verb):
        return False
    return tree.lemma[verb] in _CALLING or not _CALENDARS.isdisjoint(tree.lower[verb:token])


def _is_lasting(tree: Tree, verb: int, preposition: str, helpers: Sequence[str]) -> bool:
    """ "Has been booked until Saturday", "given until Monday"; and "has canceled all flights on Friday"."""
    if preposition in ("until", "till") and tree.lemma[verb] == "give" and tree.tag[verb] == "VBN":
        return True
    # Nothing has happened "on Friday" that is told in the perfect tense.
    is_perfect = "has" in helpers or "have" in helpers
    return is_perfect and (preposition in ("until", "till") or (preposition == "on" and tree.lemma[verb] in _SCRAPPING))


def _is_timetabled(
    tree: Tree, token: int, verb: int, preposition: str, helpers: Sequence[str], candidate: Candidate
) -> bool:
    """ "The rule takes effect in October", "if it is passed before the summer": the present tense of a timetable."""
    lemma = tree.lemma[verb]
    is_present = tree.tag[verb] in ("VBZ", "VBP") and not helpers
    if "is" in helpers or "are" in helpers:
        is_present = tree.tag[verb] in ("VBN", "VBG")
    if not is_present or preposition == "since":
        return False
    if preposition in _LIMITS and any(tree.lower[kid] in ("if", "unless", "once") for kid in tree.kids(verb, "mark")):
        return True
    # "30 June — The city sues", "on Friday the minister pours tea": chronicles and features tell in the present.
    if helpers or lemma in _STATIVE or (token < verb and preposition not in _OPENING):
        return False
    if lemma in _AHEAD or lemma in _TIMETABLED:
        return True
    # "The mayor meets them on Thursday", "the vote is on Sunday": the present tense with a day is a timetable's,
    # but a headline's "Minister resigns Monday" tells what has happened.
    return family_of(candidate) in _DAYS and not _is_headline(tree, verb)


def _is_headline(tree: Tree, verb: int) -> bool:
    return tree.tag[verb] == "VBZ" and tree.lower[tree.sentence_tokens(verb)[-1]] not in _MARKS


def _is_order(tree: Tree, verb: int) -> bool:
    """ "Leave the villa and be home by Thursday": a base form with no subject and no helper, nor one to share."""
    if tree.dep[verb] == "ccomp" and tree.lower[tree.head[verb]] == "let" and tree.tag[tree.head[verb]] == "VB":
        return True
    first = _first_conjunct(tree, verb)
    is_free = first == tree.head[first] or tree.dep[first] in ("advcl", "ccomp", "parataxis", "dep")
    return (
        tree.tag[verb] == tree.tag[first] == "VB"
        and is_free
        and not tree.kids(first, "aux", "auxpass", "nsubj", "nsubjpass", "mark")
        and not tree.kids(verb, "aux", "auxpass", "nsubj", "nsubjpass", "mark")
    )


def _first_conjunct(tree: Tree, verb: int) -> int:
    """The verb with the helpers and the subject of a row of base forms: "will meet on Monday and vote on Tuesday"."""
    while tree.dep[verb] in ("conj", "dep") and tree.tag[tree.head[verb]] == "VB" == tree.tag[verb]:
        if tree.kids(verb, "aux", "nsubj"):
            break
        verb = tree.head[verb]
    return verb


def _tense(tree: Tree, verb: int, depth: int) -> Direction:
    verb = _first_conjunct(tree, verb)
    auxiliaries = [tree.lower[kid] for kid in tree.kids(verb, "aux", "auxpass")]
    if any(word in _FUTURE_AUX for word in auxiliaries):
        return "future"
    if "to" in auxiliaries:
        return _infinitive(tree, verb, depth, auxiliaries)
    if _was_going(tree, verb, auxiliaries):
        return "future"
    if any(word in ("had", "was", "were", "did", "been") for word in auxiliaries):
        return _past_or_planned(tree, verb)
    if "could" in auxiliaries and tree.kids(verb, "neg"):
        # "Could not be reached on Monday".
        return "past"
    if any(word in _MAYBE_AUX for word in auxiliaries):
        return "unknown" if "have" in auxiliaries else "future"
    if any(word in ("has", "have", "'ve", "’ve") for word in auxiliaries):
        return "past"
    if tree.tag[verb] == "VBD":
        return _past_or_planned(tree, verb)
    if tree.tag[verb] in ("VBG", "VBN") and depth < 3 and not auxiliaries:
        return _participle(tree, verb, depth)
    if any(word in ("is", "are", "am", "'s", "’s", "'re", "’re") for word in auxiliaries):
        # "is meeting on Friday", "is expected on Friday" look ahead; "is seen on Friday" says nothing.
        return "future" if tree.tag[verb] == "VBG" or tree.lemma[verb] in _AHEAD else "unknown"
    return _present(tree, verb)


def _is_dropped(tree: Tree, verb: int) -> bool:
    return any(tree.lower[kid] in ORIGINALLY for kid in tree.kids(verb, "advmod"))


def _is_headline_plan(tree: Tree, verb: int) -> bool:
    """ "Judge to sentence ex-mayor Thursday": no full stop and no other verb."""
    words = tree.sentence_tokens(verb)
    return tree.lower[words[-1]] not in _MARKS and not any(tree.tag[word] in ("VBD", "VBZ", "VBP") for word in words)


def _was_going(tree: Tree, verb: int, auxiliaries: list[str]) -> bool:
    """ "Said he was leaving on Monday" tells a plan, unless something else happened meanwhile."""
    if tree.tag[verb] != "VBG" or tree.lemma[verb] not in _GOING or not {"was", "were"} & set(auxiliaries):
        return False
    head = tree.head[verb]
    is_told = tree.dep[verb] == "ccomp" and tree.lemma[head] in _TELLING
    return is_told and not tree.kids(verb, "advcl")


def _past_or_planned(tree: Tree, verb: int) -> Direction:
    if tree.lemma[verb] in ("plan", "schedule", "slate", "intend", "hope"):
        return "future"
    # "was due on Friday" may lie on either side of the day of writing.
    return "unknown" if tree.lemma[verb] in _AHEAD or tree.kids(verb, "xcomp") else "past"


def _infinitive(tree: Tree, verb: int, depth: int, auxiliaries: list[str]) -> Direction:
    if "have" in auxiliaries:
        return "past"
    head = tree.head[verb]
    if head == verb or depth >= 3 or _is_headline_plan(tree, verb):
        return "future"
    if tree.lower[head] in _AHEAD_WORDS and tree.pos[head] == "ADJ":
        return _adjective(tree, head)
    if tree.lemma[head] == "be" and tree.tag[head] == "VBD":
        # "Was to close in December but was sold".
        joined = [*tree.kids(head, "conj"), *tree.kids(verb, "conj")]
        return "past" if any(tree.tag[kid] in ("VBD", "VBN") for kid in joined) else "future"
    if tree.lemma[head] in _AHEAD or tree.lemma[head] == "be":
        return "future"
    if tree.dep[verb] in ("relcl", "acl") and tree.lower[head] not in ("first", "last"):
        # "The rules, to be published on Friday", "want the decision to be made by Monday".
        governor = tree.head[head]
        if tree.kids(verb, "auxpass") or tree.lemma[governor] in _AHEAD | _ORDERING:
            return "future"
    if tree.lemma[head] in _ORDERING and tree.dep[verb] in ("xcomp", "ccomp"):
        return "future"
    if tree.lemma[head] in _IMPLYING and depth < 2:
        return "past" if tree.tag[head] == "VBD" else _tense(tree, head, depth + 1)
    if tree.pos[head] in _VERBAL:
        above = _tense(tree, head, depth + 1)
        # "failed to meet on Friday" is past, "asked them to vote on Friday" open.
        return "future" if above == "future" else "unknown"
    return "future" if tree.lemma[head] in _AHEAD_NOUNS else "unknown"


def _participle(tree: Tree, verb: int, depth: int) -> Direction:
    if tree.lemma[verb] in ("schedule", "plan", "expect", "slate", "set"):
        # "Originally planned for Tuesday": what did not stay so may lie on either side.
        return "unknown" if _is_dropped(tree, verb) else "future"
    if tree.tag[verb] == "VBN" and tree.dep[verb] == "acl":
        return "past"
    head = tree.head[verb]
    return _tense(tree, head, depth + 1) if head != verb and tree.pos[head] in _VERBAL else "unknown"


def _present(tree: Tree, verb: int) -> Direction:
    if tree.tag[verb] not in ("VBZ", "VBP"):
        return "unknown"
    if any(tree.lemma[kid] in _AHEAD or tree.lower[kid] == "due" for kid in tree.kids(verb, "acomp", "xcomp", "attr")):
        return "future"
    # Timetables: "talks open on Friday".
    return "future" if tree.lemma[verb] in ("begin", "start", "open", "end", "close", "expire", "resume") else "unknown"

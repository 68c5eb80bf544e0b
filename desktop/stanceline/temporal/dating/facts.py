"""Whether a clause tells a fact of the past or a firm announcement, so that its date may rule days out.

Anything that stands under a condition, a modal, a doubt, a wish, a question, or in the world of a story or a
forecast tells nothing of the day of writing. Reported words have a tense of their own ("said it ended in May 2027"),
and a date behind an object may belong to the object ("announced elections on 4 May 2027").
"""

from collections.abc import Iterator
from typing import Final

from stanceline.reading.parse import Tree
from stanceline.temporal.vocabulary import word_set

_VERBAL: Final = ("VERB", "AUX")
_FUTURE_WORDS: Final = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_IRREALIS: Final = word_set(
    "if unless whether lest provided providing suppose supposing assuming otherwise until till before imagine "
    "perhaps maybe possibly supposedly hypothetically"
)
_TIMETABLED: Final = word_set("be begin start open end close conclude last run fall expire resume convene finish take")
_UNREAL_VERBS: Final = word_set(
    "imagine envisage envision foresee predict project forecast suppose pretend wish dream assume fear hope "
    "expect plan doubt warn threaten promise propose suggest depict portray simulate model picture invent demand "
    "insist require recommend ask request anticipate bet"
)
_UNREAL_WORLDS: Final = word_set(
    "novel fiction film movie story tale game episode scenario simulation forecast projection prediction "
    "prophecy fantasy drama sequel prequel comic musical opera thriller videogame character protagonist hero "
    "plot"
)
_PLOTS: Final = _UNREAL_WORLDS | word_set("book heroine series novella screenplay playwright novelist saga sci-fi")
_PLANS: Final = word_set(
    "plan timetable roadmap road-map blueprint scheme schedule brochure prospectus strategy vision proposal study "
    "paper calendar program programme outline sketch draft design concept"
)
_SAYING: Final = word_set("say tell announce add confirm state declare report note explain write")
_PAPERS: Final = word_set(
    "report plan brochure paper study statement letter document leaflet prospectus book memo strategy program "
    "programme website advertisement ad poster article text treaty agreement draft law bill note email file "
    "speech pamphlet manifesto story diary column release will contract act sign plaque"
)
_HAPPENING: Final = word_set(
    "win lose take come become begin start end leave join fall rise kill die invade seize annex hold host reach "
    "resign launch open close found build publish release establish visit attend arrest sentence enter marry "
    "bear elect receive destroy hit strike suffer serve quit retire meet see make"
)
_LOOKING_AHEAD: Final = word_set(
    "announce call approve confirm agree sign order secure promise propose back adopt set fix choose name award "
    "grant extend postpone delay move push book reserve plan invite demand seek accept discuss debate consider "
    "mention predict describe review reject oppose criticize criticise cancel ban support welcome expect prepare "
    "schedule want pick select allow clear bid fund finance advertise announce warn fear request recommend "
    "target pledge commit vow unveil present outline earmark allocate tell say vote"
)


_HELD: Final = word_set("book reserve register list pencil enroll enrol bill time plan schedule")
"""What holds for a time still to come: "was booked in August"."""
_TOWARD: Final = word_set("for about on of toward towards over against ahead")


def is_inverted(tree: Tree, verb: int) -> bool:
    """ "Had they won", "were it to open", "did they win": an auxiliary before the subject."""
    subject = tree.kid(verb, "nsubj", "nsubjpass", "expl")
    helpers = tree.kids(verb, "aux", "auxpass")
    return subject is not None and any(
        helper < subject and tree.lower[helper] in ("had", "were", "should", "did", "was") for helper in helpers
    )


def is_real(tree: Tree, verb: int, *, will: bool = False) -> bool:
    """Whether neither the clause of a verb nor one above it is unreal: conditional, modal, wished, asked, invented.

    With `will` the verb itself may be in the future tense.
    """
    if (
        _is_conditional(tree, verb)
        or _is_asked(tree, verb)
        or _is_story(tree, verb)
        or (tree.tag[verb] == "VB" and not will)
    ):
        return False
    for place, clause in enumerate(_clauses_up(tree, verb)):
        marks = [tree.lower[kid] for kid in tree.kids(clause, "mark", "advmod", "prep", "dep")]
        if is_inverted(tree, clause) or any(word in _IRREALIS or word in ("under", "per") for word in marks):
            return False
        if any(
            tree.tag[kid] == "MD" and not (will and place == 0 and tree.lower[kid] in _FUTURE_WORDS)
            for kid in tree.kids(clause, "aux", "auxpass")
        ):
            return False
        if place and (tree.lemma[clause] in _UNREAL_VERBS or _is_high_time(tree, clause)):
            return False
    return True


def _clauses_up(tree: Tree, verb: int) -> Iterator[int]:
    yield verb
    for above in tree.ancestors(verb):
        if tree.pos[above] in _VERBAL:
            yield above


def _is_high_time(tree: Tree, verb: int) -> bool:
    """ "It is time they left in 2028": a past tense for what is wished."""
    return tree.lemma[verb] == "be" and any(tree.lower[kid] == "time" for kid in tree.kids(verb, "attr"))


def _is_conditional(tree: Tree, verb: int) -> bool:
    return any(tree.lower[token] in ("if", "unless") for token in tree.sentence_tokens(verb))


def _is_asked(tree: Tree, verb: int) -> bool:
    sentence = tree.sentence_tokens(verb)
    return any(tree.words[token] == "?" for token in sentence[-3:])


def _is_story(tree: Tree, verb: int) -> bool:
    return any(tree.lemma[token].lower() in _UNREAL_WORLDS for token in tree.sentence_tokens(verb))


def is_near_story(tree: Tree, verb: int) -> bool:
    """Whether the block of a verb, up to it, or the block before it speaks of an invented world.

    A plot is told over several sentences, of which only the first says that it is one.
    """
    block = tree.parse.block[verb]
    for token in range(verb, -1, -1):
        if tree.parse.block[token] < block - 1:
            break
        if tree.lemma[token].lower() in _PLOTS:
            return True
    return False


def is_near_plan(tree: Tree, verb: int) -> bool:
    """Whether a sentence of the same block before says in the present what a plan, a timetable or a paper holds.

    What follows may be its steps, told as if they had been: "The plan foresees three. In 2015 the first trains ran."
    """
    block, sentence = tree.parse.block[verb], tree.sentence[verb]
    for token in range(verb, -1, -1):
        if tree.parse.block[token] != block:
            break
        is_paper = tree.lemma[token].lower() in _PLANS and tree.dep[token] == "nsubj"
        if is_paper and tree.sentence[token] != sentence and tree.tag[tree.head[token]] in ("VBZ", "VBP"):
            return tree.lemma[tree.head[token]] != "be"
    return False


def reported_by(tree: Tree, verb: int) -> int | None:
    """The verb of saying or thinking in whose clause a verb stands, or None where the article itself tells."""
    token = verb
    while True:
        above = tree.head[token]
        if above == token:
            break
        if tree.dep[token] in ("ccomp", "parataxis") and tree.pos[above] in _VERBAL:
            return above
        token = above
    # "The line opened in May, the minister said": the verb of saying may hang on the clause instead.
    return next((kid for kid in tree.kids(verb, "parataxis") if tree.lemma[kid] in _SAYING), None)


def may_be_backshifted(tree: Tree, verb: int) -> bool:
    """ "Said the summit began on Tuesday" may report "the summit begins on Tuesday": a timetable in reported speech."""
    return tree.lemma[verb] in _TIMETABLED and reported_by(tree, verb) is not None and not _has_perfect(tree, verb)


def _has_perfect(tree: Tree, verb: int) -> bool:
    helpers = {tree.lower[kid] for kid in tree.kids(verb, "aux", "auxpass")}
    return bool(helpers & {"had", "has", "have", "'ve", "’ve", "'d", "’d"})


def is_past_fact(tree: Tree, verb: int) -> bool:
    """Whether a verb in a past tense tells what had happened by the day of writing.

    A simple past in reported speech may stand for a present that looks ahead ("said the term ended in 2028").
    """
    if not is_real(tree, verb):
        return False
    return reported_by(tree, verb) is None or _has_perfect(tree, verb)


def is_firm_future(tree: Tree, verb: int) -> bool:
    """Whether "will" is said as of the day of writing: no presumption, no words of an earlier day or of a paper."""
    helpers = {tree.lower[kid] for kid in tree.kids(verb, "aux", "auxpass")}
    if "have" in helpers or not is_real(tree, verb, will=True):
        return False
    reporting = reported_by(tree, verb)
    if reporting is None:
        return True
    subject = tree.kid(reporting, "nsubj", "nsubjpass")
    spoken = tree.lemma[reporting] in _SAYING and not tree.kids(reporting, "aux", "auxpass")
    # "In 2012 the firm said ...", "a 2012 brochure said ...": figures beside the speaking are another day's.
    dated = any(
        tree.lower[token][:4].isdigit() or tree.lower[token] in ("ago", "last", "then", "earlier", "once", "when")
        for kid in tree.children[reporting]
        if tree.dep[kid] in ("prep", "npadvmod", "advmod", "advcl", "nsubj")
        for token in tree.subtree(kid)
    )
    return spoken and not dated and (subject is None or tree.lemma[subject].lower() not in _PAPERS)


def is_own_time(tree: Tree, verb: int, date: int) -> bool:
    """Whether an adverbial date surely says when the verb's own action took place.

    Sure are a date before the verb's subject, one right behind the verb, one behind a place or a particle; behind an
    object only where the verb tells of a happening.
    """
    lemma = tree.lemma[verb]
    if lemma in _HELD:
        return False
    if date < verb:
        return True
    own = {date, *tree.ancestors(date)}
    for token in range(verb + 1, date):
        if tree.head[token] == verb and token not in own:
            label = tree.dep[token]
            if label in ("dobj", "obj", "dative", "oprd", "attr", "ccomp", "xcomp", "advcl", "conj"):
                if lemma in _LOOKING_AHEAD or label in ("oprd", "xcomp", "advcl", "conj"):
                    return False
                if lemma not in _HAPPENING and tree.pos[token] != "PROPN":
                    return False
            elif label == "prep" and (lemma in _LOOKING_AHEAD or tree.lower[token] in _TOWARD):
                return False
    return True

"""Everything that crosses a process border or reaches a table: plain frozen records.

Two families. *Extraction* records come from one article alone and never depend on a proposal or on other
articles; they name actors and date expressions by their index within the article. *Row* records are
the analysis: one field for each key of the published JSON, times as seconds since 1970 (naive), spans as
`(start, end)` pairs of code points into the article's text.
"""

from dataclasses import dataclass
from typing import Literal

from stanceline.reading.article import Article, DateBasis, Problem
from stanceline.reading.parse import EMPTY_PARSE, Parse
from stanceline.temporal.timex import Anchor, Candidate, Clue, Direction, Granularity, Reason, Timex, TimexType

ActorKind = Literal["person", "state", "organization", "group"]
StatementForm = Literal["direct", "mixed", "indirect"]
StanceForm = Literal["direct", "mixed", "indirect", "act", "attitude", "reaction"]
Mode = Literal["first_hand", "observed", "second_hand", "attributed_guess"]
Certainty = Literal["certain", "probable", "possible"]
EventSort = Literal["meeting", "protest", "incident", "publication", "other"]
EventStatus = Literal["past", "ongoing", "planned", "hypothetical", "cancelled", "denied"]
StanceLabel = Literal["oppose", "lean_oppose", "neutral", "lean_support", "support", "mixed"]
DecidedBy = Literal["machine", "user"]
Pair = tuple[int, int]


# ---- extraction: one article, no proposal -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the text names an actor, or stands for one by a pronoun or a description.

    `head` is the head token in the article's parse; `actor` an index into `Extraction.actors`, None where
    the rules abstain. `how` names the rule that linked it.
    """

    start: int
    end: int
    head: int
    kind: Literal["name", "title", "description", "metonym", "adjective", "pronoun"]
    actor: int | None
    how: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class LocalActor:
    """One actor as a single article knows it.

    `name` is the fullest name; `names` every form. `known` is a key of the gazetteer (`state:FR`,
    `org:nato`, `person:emmanuel-macron`) or None. `office` is a role in words ("president"), `of` the
    gazetteer key or the name of the state or body that it belongs to; `speaks_for_it` says whether words of
    this actor count for `of`. An `anonymous` actor ("three European diplomats") never merges across articles.
    """

    name: str
    kind: ActorKind
    names: tuple[str, ...] = ()
    known: str | None = None
    office: str | None = None
    of: str | None = None
    speaks_for_it: bool = False
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said or thought what: source, cue and content.

    `source` is an index into `Extraction.actors`. A quotation that goes on in a sentence without a cue is
    a statement of its own with `cue` None and `continues` the index of the statement it goes on from.
    `timex` is the index of the date expression that says when it was said, None where the text says nothing. `also`
    are the actors who say it together with `source`: "Norway and Sweden said ...".
    """

    source: int | None
    source_span: Pair | None
    cue: Pair | None
    contents: tuple[Pair, ...]
    form: StatementForm
    rule: str
    cue_lemma: str = ""
    timex: int | None = None
    continues: int | None = None
    confidence: float = 1.0
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PathStep:
    """One cue that moved a stance's value, as shown to a person: `block: -2`, `not: reversed`."""

    start: int
    end: int
    says: str


@dataclass(frozen=True, slots=True)
class Predication:
    """A holder speaks or acts in favor of or against something; what that is, is matched with proposals later.

    `value` runs from -2 to 2. `objects` are the spans of what is favored or disfavored, `object_tokens`
    their head tokens in the parse. `holder` and `reporters` are indices into `Extraction.actors`
    (`reporters`: who vouches for it where the holder does not speak himself, outermost first); `statement`
    is an index into `Extraction.statements`, None where the article itself reports an act or attitude.
    """

    holder: int | None
    holder_span: Pair | None
    value: int
    objects: tuple[Pair, ...]
    object_tokens: tuple[int, ...]
    path: tuple[PathStep, ...]
    evidence: Pair
    rule: str
    mode: Mode
    form: StanceForm
    statement: int | None = None
    reporters: tuple[int, ...] = ()
    explicit: bool = True
    certainty: Certainty = "certain"
    confidence: float = 1.0
    condition: Pair | None = None
    timex: int | None = None


@dataclass(frozen=True, slots=True)
class EventClause:
    """A clause that reports or announces a happening.

    `label` is a short headline, `trigger` the span of the clause's head word, `clause` that of the whole
    clause; `actors` are indices into `Extraction.actors`, `timex` is the index of the date expression that
    governs the clause, None where only the article's own day can date it (`at_publication` then says
    whether the tense allows that) or nothing does. `kin` are lemmas by which two reports of one happening meet.
    """

    label: str
    trigger: Pair
    clause: Pair
    status: EventStatus
    actors: tuple[int, ...]
    rule: str
    place: str | None = None
    timex: int | None = None
    at_publication: bool = False
    kin: tuple[str, ...] = ()
    reference: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article yields by itself. Made in a worker, stored with the project, never altered.

    `hints` holds for each candidate the direction that the parse gives its clause ("unknown" where the
    text alone decides); `spoken` for each candidate the index of the statement whose quoted words it
    stands in, None outside quoted speech. `foreign` are the complete dates of an article in another language
    than English, which has no candidates.
    """

    article: Article
    parse: Parse = EMPTY_PARSE
    candidates: tuple[Candidate, ...] = ()
    hints: tuple[Direction, ...] = ()
    spoken: tuple[int | None, ...] = ()
    clues: tuple[Clue, ...] = ()
    mentions: tuple[Mention, ...] = ()
    actors: tuple[LocalActor, ...] = ()
    statements: tuple[Statement, ...] = ()
    predications: tuple[Predication, ...] = ()
    events: tuple[EventClause, ...] = ()
    problems: tuple[Problem, ...] = ()
    foreign: tuple[Timex, ...] = ()


# ---- what people bring: proposals, reference events, decisions ----------------------------------------


@dataclass(frozen=True, slots=True)
class Proposal:
    """A plan that people take sides on, as data.

    `aliases` are the ways articles name it, `carriers` nouns that may stand for it once it is named (plan,
    idea, move), `positive_pole` what "support" means in words, `proposers` actors who put it forward.
    """

    id: str
    title: str
    description: str = ""
    aliases: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ("plan", "proposal", "idea", "move")
    positive_pole: str = ""
    proposers: tuple[str, ...] = ()
    arguments_for: tuple[str, ...] = ()
    arguments_against: tuple[str, ...] = ()
    part_of: str | None = None


DecisionKind = Literal[
    "article_date", "stance", "actor_name", "actor_merge", "reject", "reference",
    "proposal", "proposal_order", "dismissed", "setting", "note", "view", "view_order",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decision:
    """A correction by a person, laid over what the machine found; survives every re-run.

    One decision a (kind, key). `key` is a stable row key and `value` its text:

    * `article_date`: article id, ISO day;
    * `stance`: stance id, `-2` to `2`; or `statement:ID|PROPOSAL`, which makes a stance of a statement
      that the machine read none in;
    * `actor_name`: actor id, the new name;
    * `actor_merge`: id of the actor that disappears, id of the one that stays;
    * `reject`: `statement:ID`, `stance:ID` or `event:ID`, the empty string;
    * `reference`: id of a reference event, its row (`temporal.reference_tables.encode_event`); it adds to the table
      or replaces the row with that id;
    * `proposal`: id of a proposal, its row (`own_proposals.encode_proposal`), which adds to the
      project's proposals or stands in for the one with that id; the empty string takes it out;
    * `note`: id of a statement, stance or event, what a person wrote about it; nothing is derived from it;
    * `proposal_order`: the empty string, ids of proposals in a JSON list; those not named follow;
    * `dismissed`: `PROPOSAL|KIND|TEXT` of a suggestion that is not to be made again, the empty string;
    * `setting`: `cells.NAME` of a field of `discourse.stances.cell_rules.CellRules`, its value.
    """

    kind: DecisionKind
    key: str
    value: str


# ---- rows: the analysis --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article as the tables hold it; days are day counts since 1970."""

    id: str
    path: str | None
    title: str | None
    source: str | None
    author: str | None
    url: str | None
    language: str | None
    text: str
    published: int | None
    published_begin: int | None
    published_end_exclusive: int | None
    published_basis: DateBasis
    published_candidates: tuple[tuple[int, float], ...]
    published_reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class TimexRow:
    article: str
    start: int
    end: int
    text: str
    type: TimexType
    value: str | None
    mod: str | None
    edtf: str | None
    begin: int | None
    end_exclusive: int | None
    granularity: Granularity | None
    rule: str
    anchor: Anchor
    unresolved: str | None
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class MentionRow:
    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor over all articles. `parent` is the actor for whom it speaks or to whom it belongs."""

    id: str
    name: str
    kind: ActorKind
    parent: str | None
    office: str | None
    mentions: tuple[MentionRow, ...]
    names: tuple[str, ...] = ()
    decided_by: DecidedBy = "machine"


@dataclass(frozen=True, slots=True)
class StatementRow:
    id: str
    article: str
    source: str | None
    form: StatementForm
    source_span: Pair | None
    cue_span: Pair | None
    content_spans: tuple[Pair, ...]
    begin: int | None
    end_exclusive: int | None
    rule: str
    decided_by: DecidedBy
    granularity: Granularity | None = None
    inferred_date: bool = False
    timex: Pair | None = None
    undated: str | None = None


@dataclass(frozen=True, slots=True)
class StanceRow:
    """One position of one holder on one proposal. `holder_span` is where the text names the holder or stands for it,
    `holder_how` the rule by which that is this actor; `copy_of` the stance of another article that it repeats word for
    word.
    """

    id: str
    article: str
    holder: str
    proposal: str
    stance: int
    statement: str | None
    reported_by: tuple[str, ...]
    mode: Mode
    form: StanceForm
    explicit: bool
    certainty: Certainty
    confidence: float
    condition_span: Pair | None
    target_span: Pair | None
    path: tuple[PathStep, ...]
    evidence: Pair
    begin: int | None
    end_exclusive: int | None
    rule: str
    decided_by: DecidedBy
    granularity: Granularity | None = None
    inferred_date: bool = False
    timex: Pair | None = None
    undated: str | None = None
    holder_span: Pair | None = None
    holder_how: str = ""
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class EventRow:
    """A happening over all articles. `reference` names the reference event whose days it has.

    `milestone` tells that it decides something (a vote, a ruling, a treaty signed), `sort` what sort of happening it
    is. `other_times` are the intervals behind `conflicts`.
    """

    id: str
    label: str
    begin: int | None
    end_exclusive: int | None
    granularity: Granularity | None
    edtf: str | None
    status: EventStatus
    actors: tuple[str, ...]
    place: str | None
    mentions: tuple[MentionRow, ...]
    conflicts: tuple[str, ...]
    rule: str = ""
    decided_by: DecidedBy = "machine"
    inferred_date: bool = False
    timex: Pair | None = None
    undated: str | None = None
    reference: str | None = None
    milestone: bool = False
    sort: EventSort = "other"
    other_times: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class CellRow:
    """What one actor holds of one proposal in one article, or (`article` None) in all together.

    `copies` are those of its `stances` that count nothing, since they repeat others word for word; `before` is where
    the actor stood before its last change of position.
    """

    actor: str
    proposal: str
    article: str | None
    stance: StanceLabel
    value: float | None
    mode: Mode
    explicit: bool
    confidence: float
    changed: str | None
    stances: tuple[str, ...]
    copies: tuple[str, ...] = ()
    before: StanceLabel | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """Every table of a corpus, in a fixed order: articles by id, rows by article and place in the text."""

    proposals: tuple[Proposal, ...] = ()
    articles: tuple[ArticleRow, ...] = ()
    timexes: tuple[TimexRow, ...] = ()
    actors: tuple[ActorRow, ...] = ()
    statements: tuple[StatementRow, ...] = ()
    stances: tuple[StanceRow, ...] = ()
    events: tuple[EventRow, ...] = ()
    cells: tuple[CellRow, ...] = ()
    problems: tuple[Problem, ...] = ()


# ---- what a corpus says to a proposal ------------------------------------------------------------------

SuggestedKind = Literal["alias", "carrier", "argument_for", "argument_against"]
SUGGESTED: tuple[SuggestedKind, ...] = ("alias", "carrier", "argument_for", "argument_against")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to add to a proposal. `example` is a sentence, by article id and span; `rules` say how it was found.

    `count` is the number of places in `articles` articles; `actors` are those who argue so, each with a number.
    """

    kind: SuggestedKind
    text: str
    count: int
    articles: int
    example: tuple[str, tuple[int, int]]
    rules: tuple[str, ...]
    actors: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Voiced:
    """An argument that an actor uses: `count` places, one of them by article id and span of its sentence."""

    actor: str
    kind: SuggestedKind
    text: str
    count: int
    example: tuple[str, tuple[int, int]]
    rule: str


@dataclass(frozen=True, slots=True)
class PhraseCount:
    """How often a name or a stand-in was found: places, the articles that they stand in, and what is doubtful."""

    text: str
    places: int
    articles: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Counsel:
    """The figures of one wording of a proposal, and what the articles offer to add to it.

    `names` begin with the title. `places` are all places that mean the proposal in `articles` articles. `stances` are
    said outright, `suggested` are not; `in_favor` and `against` are the numbers of actors on either side.
    """

    proposal: str
    names: tuple[PhraseCount, ...] = ()
    carriers: tuple[PhraseCount, ...] = ()
    places: int = 0
    articles: int = 0
    stances: int = 0
    suggested: int = 0
    actors: int = 0
    in_favor: int = 0
    against: int = 0
    suggestions: tuple[Suggestion, ...] = ()
    arguments: tuple[Voiced, ...] = ()


def unique(names: list[str]) -> list[str]:
    """The names in order, with `-2`, `-3` ... added to those that were there before."""
    seen: dict[str, int] = {}
    made = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        made.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return made


def statement_ids(extraction: Extraction) -> list[str]:
    """Stable ids of an article's statements, in the order of `Extraction.statements`."""
    return unique([f"{extraction.article.id}:s{statement.contents[0][0]}" for statement in extraction.statements])

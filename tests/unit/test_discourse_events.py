"""Events: happenings with date, status and headline in one article, and reports of one happening brought together."""

import hashlib
import json
from pathlib import Path

import pytest

from stanceline import paths
from stanceline.discourse.actors.cast import find_cast
from stanceline.discourse.actors.merge import merge_actors
from stanceline.discourse.events import find_events, merge_events
from stanceline.discourse.events.label_words import present, short_name
from stanceline.discourse.events.words import EventWordError, load_event_words
from stanceline.discourse.language import LanguageModel, verify_model
from stanceline.discourse.statements.find import find_statements
from stanceline.discourse.when import WhenOf
from stanceline.reading.article import Article
from stanceline.reading.furniture import mark_blocks
from stanceline.reading.parse import Tree
from stanceline.records import EventClause, EventRow, Extraction, LocalActor
from stanceline.temporal.direction import read_directions
from stanceline.temporal.normalizer import resolve_all
from stanceline.temporal.tagger import find_candidates
from stanceline.temporal.timex import DAY_S, DocumentTime, format_day, parse_day

GOLDEN = [
    json.loads(line) for line in (Path(__file__).parents[1] / "golden/events.jsonl").read_text("utf-8").splitlines()
]
PUBLISHED = "2023-07-07"


@pytest.fixture(scope="module")
def model() -> LanguageModel:
    return LanguageModel(verify_model())


def extract(model: LanguageModel, text: str, ident: str = "a") -> Extraction:
    article = Article(ident, text, hashlib.sha256(text.encode()).hexdigest(), blocks=mark_blocks(text))
    parse = model.parse(article)
    tree = Tree(text, parse)
    candidates = find_candidates(text)
    hints = read_directions(tree, candidates)
    cast, statements = find_statements(article, tree, find_cast(article, tree), candidates)
    events = find_events(article, tree, cast, statements, candidates, hints)
    return Extraction(
        article,
        parse,
        candidates,
        hints,
        mentions=cast.mentions,
        actors=cast.actors,
        statements=statements,
        events=events,
    )


def merge(extractions: list[Extraction], published: str = PUBLISHED) -> tuple[EventRow, ...]:
    day = parse_day(published)
    assert day is not None
    time = DocumentTime.stated(day, "user")
    times = {each.article.id: time for each in extractions}
    resolved = {
        each.article.id: resolve_all(each.article.text, each.candidates, time, hints=each.hints) for each in extractions
    }
    return merge_events(extractions, merge_actors(extractions), WhenOf(times, resolved))


def day_of(row: EventRow) -> str | None:
    return None if row.begin is None else format_day(row.begin // DAY_S)


def shown(extraction: Extraction, event: EventClause) -> dict[str, str | None]:
    date = None if event.timex is None else extraction.candidates[event.timex].text
    return {"label": event.label, "status": event.status, "date": date, "place": event.place}


@pytest.mark.slow
@pytest.mark.parametrize("case", GOLDEN, ids=[case["note"] for case in GOLDEN])
def test_reads_what_happened_when(case: dict[str, object], model: LanguageModel) -> None:
    found = extract(model, str(case["text"]))
    assert [shown(found, event) for event in found.events] == case["events"]


@pytest.mark.slow
def test_headlines_have_at_most_twelve_words_and_no_dates(model: LanguageModel) -> None:
    for path in sorted(paths.sample_folder().glob("*.txt")):
        found = extract(model, path.read_text("utf-8"))
        assert len(found.events) > 10
        for event in found.events:
            assert 1 <= len(event.label.split()) <= 12
            assert event.label[0] == event.label[0].upper()
            assert "next week" not in event.label.lower()
            assert 0 <= event.trigger[0] < event.trigger[1] <= len(found.article.text)


@pytest.mark.slow
def test_the_sample_tells_plans_forecasts_and_what_has_happened_apart(model: LanguageModel) -> None:
    texts = [path.read_text("utf-8") for path in sorted(paths.sample_folder().glob("*.txt"))]
    events = [event for text in texts for event in extract(model, text).events]
    status = {event.label: event.status for event in events}
    assert status["Macron opposes NATO push to open liaison office in Japan"] == "past"
    assert status["NATO to open liaison office in Tokyo"] == "planned"
    assert status["China to have 1,500 nuclear warheads on missiles"] == "hypothetical"


@pytest.mark.slow
def test_reports_of_one_happening_become_one_row(model: LanguageModel) -> None:
    first = extract(model, "Norway signed the fishing treaty with Iceland on Tuesday.", "one")
    second = extract(model, "Norway signed the fishing treaty with Iceland on 4 July 2023.", "two")
    other = extract(model, "Norway closed the harbor of Bergen on Tuesday.", "three")
    rows = merge([first, second, other])
    assert [(row.label, len(row.mentions), day_of(row)) for row in rows] == [
        ("Norway signs fishing treaty with Iceland", 2, "2023-07-04"),
        ("Norway closes harbor of Bergen", 1, "2023-07-04"),
    ]


@pytest.mark.slow
def test_reports_that_differ_on_the_day_become_one_row_with_a_conflict(model: LanguageModel) -> None:
    texts = ["on 4 July 2023", "on 4 July 2023", "on 5 July 2023"]
    found = [
        extract(model, f"Norway signed the fishing treaty with Iceland {day}.", f"n{n}") for n, day in enumerate(texts)
    ]
    rows = merge(found)
    assert [(row.label, day_of(row), row.conflicts) for row in rows] == [
        ("Norway signs fishing treaty with Iceland", "2023-07-04", ("n2: 2023-07-05",))
    ]


@pytest.mark.slow
def test_repeated_sayings_stay_apart_and_ids_are_unique(model: LanguageModel) -> None:
    found = [extract(model, f"Norway said on {day} July 2023 that the harbor was safe.", f"s{day}") for day in (4, 6)]
    rows = merge([*found, extract(model, "Norway said on 4 July 2023 that the harbor was safe.", "t")])
    assert [len(row.mentions) for row in rows] == [2, 1]
    assert len({row.id for row in rows}) == len(rows)


@pytest.mark.slow
def test_a_present_tense_ahead_is_a_plan(model: LanguageModel) -> None:
    rows = merge([extract(model, "The calendar of the fjord\n\n2031: Norway opens the new harbor.")])
    assert [(row.label, row.status) for row in rows] == [("Norway opens new harbor", "planned")]


@pytest.mark.slow
def test_undated_happenings_keep_a_reason(model: LanguageModel) -> None:
    text = "\n\n".join(
        ["News of the fjord"]
        + [f"The water is deep here, mile {n}." for n in range(4)]
        + ["Norway had built a harbor."]
    )
    rows = merge([extract(model, text)])
    assert [(row.label, row.begin, bool(row.undated)) for row in rows] == [("Norway builds harbor", None, True)]


@pytest.mark.parametrize(
    ("lemma", "plural", "form"),
    [
        ("meet", False, "meets"),
        ("meet", True, "meet"),
        ("veto", False, "vetoes"),
        ("carry", False, "carries"),
        ("be", True, "are"),
    ],
)
def test_verbs_in_the_present_tense(lemma: str, plural: bool, form: str) -> None:
    assert present(lemma, plural=plural) == form


@pytest.mark.parametrize(
    ("actor", "name"),
    [
        (LocalActor("Emmanuel Macron", "person", ("Emmanuel Macron", "Macron")), "Macron"),
        (LocalActor("Wang Wenbin", "person", ("Wang Wenbin",)), "Wang Wenbin"),
        (LocalActor("Ursula von der Leyen", "person", ("Ursula von der Leyen",)), "von der Leyen"),
        (
            LocalActor(
                "North Atlantic Treaty Organization", "organization", ("North Atlantic Treaty Organization", "NATO")
            ),
            "NATO",
        ),
        (LocalActor("two diplomats", "group", anonymous=True), "two diplomats"),
    ],
)
def test_short_names(actor: LocalActor, name: str) -> None:
    assert short_name(actor) == name


def test_a_wrong_row_of_the_lexicon_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = tmp_path / "events.tsv"
    bad.write_text("word\tpart\tclasses\nmeet\tverb\thappening\nmeet\tverb\thappening\n", "utf-8")
    monkeypatch.setattr(paths, "resource", lambda name: bad)
    load_event_words.cache_clear()
    with pytest.raises(EventWordError, match="line 3"):
        load_event_words()
    load_event_words.cache_clear()

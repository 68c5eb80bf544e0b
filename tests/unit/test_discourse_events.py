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
from stanceline.temporal.anchors.direction import read_directions
from stanceline.temporal.finding.tagger import find_candidates
from stanceline.temporal.references.events import ReferenceEvent
from stanceline.temporal.timex import DAY_S, DocumentTime, format_day, parse_day
from stanceline.temporal.values.normalizer import resolve_all

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


def merge(
    extractions: list[Extraction], published: str = PUBLISHED, references: tuple[ReferenceEvent, ...] = ()
) -> tuple[EventRow, ...]:
    day = parse_day(published)
    assert day is not None
    time = DocumentTime.stated(day, "user")
    times = {each.article.id: time for each in extractions}
    resolved = {
        each.article.id: resolve_all(each.article.text, each.candidates, time, hints=each.hints) for each in extractions
    }
    return merge_events(extractions, merge_actors(extractions), WhenOf(times, resolved), references)


def summit(city: str, country: str, first: str, last: str) -> ReferenceEvent:
    start, end = parse_day(first), parse_day(last)
    assert start is not None
    assert end is not None
    name = f"Fjord League summit in {city} ({first[:4]})"
    return ReferenceEvent(
        f"league-{first}", name, (), start, end, series="Fjord League summit", city=city, country=country
    )


LEAGUE = (
    summit("Bergen", "Norway", "2023-07-11", "2023-07-12"),
    summit("Malmo", "Sweden", "2023-12-05", "2023-12-06"),
)


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
        ("Norway signs fishing treaty with Iceland", "2023-07-04", ("n2 gives 2023-07-05 instead of 2023-07-04",))
    ]


@pytest.mark.slow
def test_a_known_meeting_gives_its_days_and_is_one_row(model: LanguageModel) -> None:
    texts = {
        "one": "Next week's Fjord League summit in Bergen is a test for Norway.",
        "two": "The Fjord League summit in Norway on 11 July worries Voss.",
        "three": "Voss will host the Fjord League summit in Bergen.",
        "four": "Voss spoke of the Fjord League summit.",
    }
    rows = merge([extract(model, text, ident) for ident, text in texts.items()], references=LEAGUE)
    found = next(row for row in rows if len(row.mentions) > 1)
    assert (found.label, found.edtf, found.status) == (
        "Fjord League summit in Bergen",
        "2023-07-11/2023-07-12",
        "planned",
    )
    assert [mention.article for mention in found.mentions] == ["one", "three", "two"]


@pytest.mark.slow
def test_who_attends_a_known_meeting_does_so_on_its_days(model: LanguageModel) -> None:
    rows = merge([extract(model, "The islanders will attend the Fjord League summit in Bergen.")], references=LEAGUE)
    assert [(row.label, row.edtf) for row in rows] == [
        ("Islanders to attend Fjord League summit in Bergen", "2023-07-11/2023-07-12")
    ]


@pytest.mark.slow
def test_where_several_known_meetings_fit_none_is_taken(model: LanguageModel) -> None:
    text = "The islanders will attend the Fjord League summit this year."
    rows = merge([extract(model, text)], references=LEAGUE)
    assert [(row.label, row.edtf) for row in rows] == [("Islanders to attend Fjord League summit", "2023")]
    rows = merge([extract(model, "Voss spoke after the Fjord League summit in Bergen in May.")], references=LEAGUE)
    assert all(row.edtf != "2023-07-11/2023-07-12" for row in rows)


@pytest.mark.slow
def test_a_speaker_quoted_again_spoke_on_the_same_day(model: LanguageModel) -> None:
    text = "\n\n".join(
        [
            "Harbor to close",
            "“The ferry is old,” Lena Voss told reporters on Wednesday.",
            "It was built in 1950.",
            "The fjord is deep.",
            "“Nobody uses it,” Voss added.",
        ]
    )
    said = [row for row in merge([extract(model, text)]) if "“Nobody" in row.label]
    assert [(row.edtf, row.inferred_date) for row in said] == [("2023-07-05?", True)]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Norway, whose minister opened the bridge on Monday, is proud.", "Norway’s minister opens bridge"),
        ("“We may go,” he said, “but not now.” That is what Voss said on Monday.", None),
        ("BERGEN (FPA) — The council closed the harbor on Monday.", "Bergen City Council closes harbor"),
    ],
)
def test_headlines_name_who_is_meant(text: str, label: str | None, model: LanguageModel) -> None:
    labels = [event.label for event in extract(model, text).events]
    assert label is None or label in labels
    assert not any(each.split()[0] in ("Whose", "Which", "That", "BERGEN") for each in labels)


@pytest.mark.slow
def test_the_headline_and_the_story_below_it_are_one_report(model: LanguageModel) -> None:
    text = "Norway closes Bergen harbor\n\nNorway closed the harbor of Bergen on Wednesday after a storm.\n\nIt rained."
    rows = merge([extract(model, text)])
    assert [(row.label, len(row.mentions), day_of(row)) for row in rows] == [
        ("Norway closes harbor of Bergen after storm", 2, "2023-07-05")
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


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("The ministers met in Oslo on 3 May 2024.", "meeting"),
        ("The union held a rally in the harbor on 3 May 2024.", "protest"),
        ("The mayor hosted talks with the traders on 3 May 2024.", "meeting"),
        ("Residents marched against the toll on 3 May 2024.", "protest"),
        ("A storm flooded the old town on 3 May 2024.", "incident"),
        ("The port published its accounts on 3 May 2024.", "publication"),
        ("The council raised the toll on 3 May 2024.", "other"),
        ("The company held a stake in the port on 3 May 2024.", "other"),
    ],
)
def test_events_are_of_a_sort(text: str, sort: str, model: LanguageModel) -> None:
    rows = merge([extract(model, text)])
    assert {row.sort for row in rows} == {sort}

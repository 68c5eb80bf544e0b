"""A project: edits with inverses, decisions that survive, one announcement an edit, a file that loses nothing."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from stanceline.codec import decode_extraction
from stanceline.model.edits import (
    DismissSuggestion,
    Edit,
    EditError,
    MergeActors,
    RejectRow,
    RemoveArticles,
    RenameActor,
    Restore,
    SetArticleDate,
    SetProposals,
    SetSettings,
    SetStance,
    UnmergeActor,
)
from stanceline.model.project import Change, Project
from stanceline.model.store import Store
from stanceline.reading.article import Article, Problem
from stanceline.records import ActorRow, Analysis, ArticleRow, Decision, Extraction, Proposal
from stanceline.temporal.timex import parse_day


def extraction(ident: str, text: str = "Some words.") -> Extraction:
    return Extraction(Article(ident, text, f"sha-{ident}-{text}", path=f"{ident}.txt", title=ident.upper()))


def fake_derive(
    extractions: Sequence[Extraction],
    *,
    proposals: Sequence[Proposal],
    decisions: Sequence[Decision],
    problems: Sequence[Problem],
) -> Analysis:
    """An analysis that shows what was handed in: dates and names as decided."""
    dates = {d.key: parse_day(d.value) for d in decisions if d.kind == "article_date"}
    names = {d.key: d.value for d in decisions if d.kind == "actor_name"}
    gone = {d.key for d in decisions if d.kind == "actor_merge"}
    articles = tuple(
        ArticleRow(
            e.article.id, e.article.path, e.article.title, None, None, None, "en", e.article.text,
            dates.get(e.article.id), None, None, "user" if e.article.id in dates else "unknown", (), (),
        )
        for e in extractions
    )  # fmt: skip
    actors = tuple(ActorRow(key, names.get(key, key), "state", None, None, ()) for key in ("x", "y") if key not in gone)
    return Analysis(proposals=tuple(proposals), articles=articles, actors=actors, problems=tuple(problems))


@pytest.fixture
def project() -> Iterator[Project]:
    made = Project(derive=fake_derive)
    made.add_extractions([extraction("a"), extraction("b")])
    yield made
    made.close()


def contents(store: Store) -> tuple[object, ...]:
    """Everything that a project file holds, in a fixed order."""
    return (
        [(a, store.content(a.id)) for a in store.articles()],
        store.decisions(),
        store.history(),
        store.proposals(),
        store.references(),
    )


def test_an_edit_changes_the_analysis_and_its_inverse_changes_it_back(project: Project) -> None:
    before = project.analysis
    inverse = project.apply(SetArticleDate("a", "2023-07-12", "A"))
    assert project.row("a").published == parse_day("2023-07-12")
    assert inverse.text == "Date 'A' 2023-07-12"
    again = project.apply(inverse)
    assert project.analysis == before
    project.apply(again)
    assert project.decided("article_date", "a") == "2023-07-12"


def test_an_edit_is_announced_once_with_tables_and_keys(project: Project) -> None:
    heard: list[Change] = []
    stop = project.listen(heard.append)
    project.apply(RenameActor("x", " Ada  Okafor ", "x"), who="detail")
    assert len(heard) == 1
    assert heard[0].tables == {"decisions", "actors"}
    assert heard[0].keys == {"x"}
    assert heard[0].who == "detail"
    stop()
    project.apply(RenameActor("x", None))
    assert len(heard) == 1
    assert project.row("x").name == "x"


def test_texts_name_the_act() -> None:
    assert MergeActors("p", "q", "Dr. Okafor", "Ada Okafor").text == "Merge 'Dr. Okafor' into 'Ada Okafor'"
    assert SetStance("s", -2, "France").text == "Set France: opposes"
    assert RejectRow("event", "e", "Summit opens").text == "Reject event 'Summit opens'"
    assert RemoveArticles(("a",), "Title").text == "Remove 'Title'"


@pytest.mark.parametrize(
    "edit",
    [
        SetArticleDate("a", "12 July"),
        SetArticleDate("a", "2023-02-30"),
        SetStance("s", 3),
        RenameActor("x", "  "),
        MergeActors("x", "x"),
    ],
)
def test_an_edit_without_sense_changes_nothing(project: Project, edit: Edit) -> None:
    before = contents(project.store)
    with pytest.raises(EditError):
        project.apply(edit)
    assert contents(project.store) == before


def test_merges_cannot_run_in_a_circle(project: Project) -> None:
    project.apply(MergeActors("x", "y"))
    project.apply(MergeActors("y", "z"))
    with pytest.raises(EditError, match="itself"):
        project.apply(MergeActors("z", "x"))
    project.apply(UnmergeActor("x"))
    project.apply(MergeActors("z", "x"))


def random_edit(rng: random.Random) -> Edit:
    key = rng.choice("abcd")
    edits: list[Edit] = [
        SetArticleDate(key, rng.choice([None, "2023-07-12", "2024-01-01"])),
        SetStance(f"s{key}", rng.choice([None, -2, 0, 2])),
        RenameActor(key, rng.choice([None, "New", "Newer"])),
        MergeActors(key, rng.choice("efg")),
        UnmergeActor(key),
        RejectRow(rng.choice(["statement", "event"]), key, is_rejected=rng.random() < 0.7),
        RemoveArticles((rng.choice("ab"),)),
        SetProposals((Proposal(key, rng.choice(["One", "Other"]), aliases=("it",)),)),
        SetProposals(gone=(key,), order=tuple(rng.sample("abcd", 4))),
        DismissSuggestion(key, "alias", "the plan", is_dismissed=rng.random() < 0.7),
        SetSettings((("cells.second_hand", rng.choice([None, "0.4"])),)),
    ]
    return rng.choice(edits)


@pytest.mark.parametrize("seed", range(5))
def test_random_edits_all_undone_leave_the_file_as_it_was(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    project = Project(Store.create(tmp_path / "p.stanceline"), fake_derive)
    project.add_extractions([extraction("a"), extraction("b")])
    for edit in [random_edit(rng) for _ in range(10)]:
        project.apply(edit)
    before, analysis = contents(project.store), project.analysis
    inverses = [project.apply(random_edit(rng)) for _ in range(40)]
    for inverse in reversed(inverses):
        project.apply(inverse)
    assert contents(project.store) == before
    assert project.analysis == analysis
    project.close()


def test_a_removed_article_comes_back_with_undo_and_is_gone_after_closing(tmp_path: Path) -> None:
    path = tmp_path / "p.stanceline"
    project = Project(Store.create(path), fake_derive)
    project.add_extractions([extraction("a"), extraction("b")])
    inverse = project.apply(RemoveArticles(("a",)))
    assert [article.id for article in project.articles] == ["b"]
    project.apply(inverse)
    assert [article.id for article in project.articles] == ["a", "b"]
    project.apply(RemoveArticles(("b",)))
    project.close()
    again = Project(Store.open(path), fake_derive)
    assert [row.id for row in again.analysis.articles] == ["a"]
    again.close()


def test_decisions_survive_reading_an_article_again(project: Project) -> None:
    project.apply(SetArticleDate("a", "2023-07-12"))
    project.add_extractions([extraction("a", "Other words.")])
    assert project.row("a").text == "Other words."
    assert project.row("a").published_basis == "user"


def test_everything_is_there_after_opening_again(tmp_path: Path) -> None:
    path = tmp_path / "p.stanceline"
    project = Project(Store.create(path), fake_derive)
    project.add_extractions([extraction("a")])
    project.set_proposals([Proposal("plan", "The plan", aliases=("it",))])
    project.set_references({"summits.tsv": b"name\tstart\tend\n"})
    project.set_setting("view", {"grouping": "kind", "widths": [1, 2]})
    project.apply(SetStance("s", 1, "X"))
    before, analysis = contents(project.store), project.analysis
    project.close()
    again = Project(Store.open(path), fake_derive)
    assert contents(again.store) == before
    assert again.analysis == analysis
    assert again.setting("view") == {"grouping": "kind", "widths": [1, 2]}
    assert again.setting("other", 7) == 7
    assert decode_extraction(again.content("a")).article.text == "Some words."
    assert again.outdated() == ()
    again.close()


def test_proposals_are_added_changed_ordered_and_removed_as_edits(tmp_path: Path) -> None:
    path = tmp_path / "p.stanceline"
    project = Project(Store.create(path), fake_derive)
    project.add_extractions([extraction("a")])
    project.set_proposals([Proposal("toll", "Toll"), Proposal("dam", "Dam")])
    heard: list[Change] = []
    project.listen(heard.append)
    undo_add = project.apply(SetProposals((Proposal("pier", "Pier", aliases=("new pier",)),), text="Add 'Pier'"))
    assert [p.id for p in project.proposals] == ["toll", "dam", "pier"]
    assert "proposals" in heard[-1].tables
    project.apply(SetProposals((Proposal("dam", "High dam"),), order=("pier", "dam")))
    assert [p.title for p in project.proposals] == ["Pier", "High dam", "Toll"]
    assert [p.title for p in project.analysis.proposals] == ["Pier", "High dam", "Toll"]
    project.apply(SetProposals(gone=("toll",)))
    assert [p.id for p in project.proposals] == ["pier", "dam"]
    project.close()
    again = Project(Store.open(path), fake_derive)
    assert [p.title for p in again.proposals] == ["Pier", "High dam"]
    assert next(entry.text for entry in again.history()) == "Add 'Pier'"
    for entry in reversed(again.history()):
        again.apply(Restore(entry.text, entry.back))
    assert [p.title for p in again.proposals] == ["Toll", "Dam"]
    assert undo_add.text == "Add 'Pier'"
    again.close()


@pytest.mark.parametrize("proposal", [Proposal("No id", "Title"), Proposal("toll", " ")])
def test_a_proposal_without_an_id_or_a_title_is_refused(project: Project, proposal: Proposal) -> None:
    before = project.proposals
    with pytest.raises(EditError, match=r"id|title"):
        project.apply(SetProposals((proposal,)))
    assert project.proposals == before


def test_an_analysis_made_elsewhere_is_taken_unless_outdated() -> None:
    project = Project()
    heard: list[Change] = []
    project.listen(heard.append)
    project.add_extractions([extraction("a")])
    first = project.generation
    assert project.accept(Analysis(), first)
    project.add_extractions([extraction("b")])
    assert not project.accept(Analysis(), first)
    project.apply(RenameActor("x", "Ada"))
    analysis = fake_derive([extraction("a")], proposals=(), decisions=project.decisions, problems=())
    assert not project.accept(replace(analysis, actors=()), first)
    assert project.accept(analysis, project.generation)
    assert project.row("x").name == "Ada"
    assert [change.tables for change in heard] == [{"articles"}, {"articles"}, {"decisions"}, {"articles", "actors"}]
    project.close()


def test_what_a_dropped_analysis_changed_is_not_forgotten() -> None:
    project = Project()
    project.add_extractions([extraction("a")])
    first = fake_derive([extraction("a")], proposals=(), decisions=(), problems=())
    assert project.accept(first, project.generation, changed=(frozenset({"articles", "actors"}), frozenset()))
    assert list(project.tables["actors"]["name"]) == ["x", "y"]
    project.apply(RenameActor("x", "Ada"))
    dropped = fake_derive([extraction("a")], proposals=(), decisions=project.decisions, problems=())
    project.apply(SetArticleDate("a", "2023-07-12"))
    last = replace(dropped, articles=(replace(dropped.articles[0], published=1),))
    heard: list[Change] = []
    project.listen(heard.append)
    assert project.accept(last, project.generation, changed=(frozenset({"articles"}), frozenset({"a"})))
    assert heard[0].tables == {"articles", "actors"}
    assert list(project.tables["actors"]["name"]) == ["Ada", "y"]
    project.close()


def test_rows_appear_while_articles_come_in() -> None:
    project = Project()
    project.add_extractions([extraction("a")])
    asked = project.generation
    project.add_extractions([extraction("b")])
    partial = fake_derive([extraction("a")], proposals=(), decisions=(), problems=())
    assert project.accept(partial, asked)
    project.add_extractions([extraction("a", "Read again.")])
    assert not project.accept(partial, asked + 1)
    project.close()


def test_problems_are_listed_once(project: Project) -> None:
    problem = Problem("empty", "x.txt is empty.", "x.txt")
    project.add_problems([problem, problem])
    project.add_problems([problem])
    assert project.analysis.problems == (problem,)
    project.apply(RenameActor("x", "Ada"))
    assert project.analysis.problems == (problem,)


def test_tables_come_as_checked_frames(project: Project) -> None:
    assert list(project.tables["articles"]["id"]) == ["a", "b"]
    project.apply(SetArticleDate("a", "2023-07-12"))
    assert str(project.tables["articles"]["published"].iloc[0]) == "2023-07-12 00:00:00"

"""Rows of the analysis that follow from one article, once it is dated and its actors are known."""

from collections.abc import Callable, Sequence

from stanceline.discourse.placing import first_of
from stanceline.discourse.when import WhenOf
from stanceline.reading.article import Article, Problem
from stanceline.records import ArticleRow, Extraction, StatementRow, TimexRow, statement_ids
from stanceline.temporal.timex import DocumentTime, Timex


def article_row(article: Article, time: DocumentTime) -> ArticleRow:
    """The article with its day."""
    return ArticleRow(
        id=article.id,
        path=article.path,
        title=article.title,
        source=article.source,
        author=article.author,
        url=article.url,
        language=article.language,
        text=article.text,
        published=time.day,
        published_begin=time.begin,
        published_end_exclusive=time.end_exclusive,
        published_basis=time.basis,
        published_candidates=time.candidates,
        published_reasons=time.reasons,
    )


def timex_rows(article: Article, timexes: Sequence[Timex]) -> tuple[TimexRow, ...]:
    """An article's date expressions, in the order of the text."""
    return tuple(_timex_row(article.id, timex) for timex in timexes)


def _timex_row(article: str, timex: Timex) -> TimexRow:
    interval = timex.interval
    return TimexRow(
        article=article,
        start=timex.start,
        end=timex.end,
        text=timex.text,
        type=timex.type,
        value=timex.value,
        mod=timex.mod,
        edtf=timex.edtf,
        begin=interval.begin if interval else None,
        end_exclusive=interval.end if interval else None,
        granularity=timex.granularity,
        rule=timex.rule,
        anchor=timex.anchor,
        unresolved=timex.unresolved,
        doubt=timex.doubt,
    )


def statement_rows(extraction: Extraction, when: WhenOf, id_of: Callable[[str, int], str]) -> tuple[StatementRow, ...]:
    """An article's statements, in the order of the extraction; `id_of` gives the id of an article's local actor."""
    article = extraction.article.id
    rows = []
    for number, (ident, statement) in enumerate(zip(statement_ids(extraction), extraction.statements, strict=True)):
        when_said = when.at(article, first_of(extraction.statements, number).timex)
        rows.append(
            StatementRow(
                id=ident,
                article=article,
                source=None if statement.source is None else id_of(article, statement.source),
                form=statement.form,
                source_span=statement.source_span,
                cue_span=statement.cue,
                content_spans=statement.contents,
                begin=when_said.begin,
                end_exclusive=when_said.end_exclusive,
                rule=statement.rule,
                decided_by="machine",
                granularity=when_said.granularity,
                inferred_date=when_said.inferred,
                timex=when_said.timex,
                undated=when_said.undated,
            )
        )
    return tuple(rows)


# ---- what is wrong with an article's dates -------------------------------------------------------------------


def date_problems(article: Article, time: DocumentTime, timexes: Sequence[Timex]) -> tuple[Problem, ...]:
    """One problem for each date that contradicts its text, and for each strong sign of the day that was left out."""
    doubtful = [
        Problem("date.doubtful", f"“{' '.join(timex.text.split())}”: {timex.doubt}.", article.path, article.id)
        for timex in timexes
        if timex.doubt is not None
    ]
    says = "The signs of the day of writing contradict each other. "
    contradicted = [
        Problem("date.contradiction", says + reason.says, article.path, article.id)
        for reason in time.reasons
        if reason.dropped == "hard" or (reason.dropped and reason.rule in ("dating.shared", "dating.same_words"))
    ]
    return (*doubtful, *contradicted)

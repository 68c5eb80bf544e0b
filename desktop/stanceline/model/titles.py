"""What articles and figures are called where nobody gave them a title."""

from stanceline.model.marks import Corpus
from stanceline.reading.furniture import mark_blocks
from stanceline.records import ArticleRow

_WORDS = 8
_MOST_CHARACTERS = 72
_HEAD = 4_000
_MOST_NAMED = 3


def article_title(article: ArticleRow) -> str:
    """The article's title, else the first words of its prose, else its id."""
    if article.title:
        return article.title
    head = article.text[:_HEAD]
    first = next((block for block in mark_blocks(head) if block.kind != "furniture"), None)
    words = first.span.quote(head).split() if first is not None else []
    if not words:
        return article.id
    shown = " ".join(words[:_WORDS])
    if len(words) <= _WORDS and len(shown) <= _MOST_CHARACTERS:
        return shown
    if len(shown) > _MOST_CHARACTERS:
        shown = shown[:_MOST_CHARACTERS]
        shown = shown.rsplit(" ", 1)[0] if " " in shown else shown
    return shown.rstrip(" ,;:–—-") + "…"


def figure_title(corpus: Corpus) -> str:
    """What a figure is about: its proposals, else its one article."""
    titles = [title for _, title in corpus.columns]
    if titles:
        return ", ".join(titles[:_MOST_NAMED]) + ("…" if len(titles) > _MOST_NAMED else "")
    if len(corpus.articles) == 1:
        return corpus.articles[0].title
    return "Who said what, and when"

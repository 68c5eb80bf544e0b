"""The sample as it was read when the program was made, so that a first start has something to show at once.

Only what one article yields by itself is kept (`pipeline.extract`); dates, actors and stances are derived from it as
from any other reading. `packaging/make_sample.py` makes it anew, and a test tells when that is due.
"""

from dataclasses import replace
from pathlib import Path

from stanceline.codec import MADE_BY, CodecError, decode_extraction, encode_extraction, text_digest
from stanceline.model.store import StoredArticle
from stanceline.paths import ResourceMissingError, resource, sample_folder
from stanceline.records import Extraction

NAME = "sample"
SUFFIX = ".extraction"


def made_sample() -> list[tuple[StoredArticle, bytes]] | None:
    """The sample's articles as `Project.add_articles` takes them; None where they have to be read.

    They do where the articles were changed, or where another version of the program made what is kept.
    """
    try:
        return [_taken_in(content, sample_folder().resolve()) for content in kept_sample()]
    except (CodecError, OSError, ResourceMissingError, ValueError):
        return None


def kept_sample() -> list[bytes]:
    """The encoded extractions, ordered by name."""
    files = sorted(resource(NAME).glob(f"*{SUFFIX}"))
    if not files:
        raise ValueError("the sample was not made")
    made_by = (resource(NAME) / "MADE_BY").read_text(encoding="utf-8").strip()
    if made_by != MADE_BY:
        raise ValueError(f"made by {made_by}, not by {MADE_BY}")
    return [file.read_bytes() for file in files]


def _taken_in(content: bytes, folder: Path) -> tuple[StoredArticle, bytes]:
    extraction = decode_extraction(content)
    path = folder / Path(extraction.article.path or "").name
    if path.read_text(encoding="utf-8") != extraction.article.text:
        raise ValueError(f"{path.name} has changed")
    # Where the program is installed is known only now.
    article = replace(extraction.article, path=path.as_posix())
    stored = StoredArticle(article.id, article.sha256, text_digest(article.text), article.path, article.title, MADE_BY)
    return stored, encode_extraction(replace(extraction, article=article))


def keep_sample(extractions: list[Extraction], folder: Path) -> None:
    """Write what `made_sample` reads into `folder`, in the place of what is there."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob(f"*{SUFFIX}"):
        old.unlink()
    for extraction in extractions:
        article = replace(extraction.article, path=Path(extraction.article.path or "").name)
        content = encode_extraction(replace(extraction, article=article))
        (folder / f"{Path(article.path or article.id).stem}{SUFFIX}").write_bytes(content)
    (folder / "MADE_BY").write_text(MADE_BY + "\n", encoding="utf-8")

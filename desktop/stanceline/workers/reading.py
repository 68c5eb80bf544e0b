"""The reading worker: files to articles to extractions, one job at a time, until its parent is gone."""

import traceback
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from stanceline import StancelineError
from stanceline.codec import decode_article, encode_article, encode_extraction, text_digest
from stanceline.workers.messages import (
    Begun,
    ExtractArticle,
    Extracted,
    Failed,
    FileRead,
    Header,
    Job,
    Listed,
    ListFiles,
    ReadFile,
    Reply,
    Setup,
    Summary,
    WarmUp,
    decode_job,
    decode_setup,
    encode,
)
from stanceline.workers.process import allow_seconds, load_function, settle


def serve(connection: "Connection[bytes, bytes]", setup: bytes) -> None:
    """The whole life of a worker."""
    worker = _Worker(decode_setup(setup))
    settle(niceness=worker.setup.limits.niceness, memory_mb=worker.setup.limits.memory_mb)
    while True:
        try:
            job = decode_job(connection.recv_bytes())
            for reply in worker.answer(job):
                connection.send_bytes(encode(reply))
        except (EOFError, OSError):
            return


class _Worker:
    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self._model: Any = None

    def answer(self, job: Job) -> Iterator[Reply]:
        """Replies to one job; the last one ends it."""
        if isinstance(job, WarmUp):
            self.model()
            return
        size = _size(job)
        yield Begun(job.number, size)
        allow_seconds(job.seconds if isinstance(job, ExtractArticle) else self.setup.limits.seconds_for(size))
        try:
            yield self._do(job)
        except MemoryError:
            yield Failed(job.number, "memory", f"it needs more than {self.setup.limits.memory_mb} MB of memory")
        except StancelineError as error:
            yield Failed(job.number, "failed", str(error))
        except Exception as error:  # the worker's border: one bad article must not end the rest
            says = f"the program failed on it ({type(error).__name__}: {error})"
            yield Failed(job.number, "internal", says, traceback.format_exc())

    def _do(self, job: ListFiles | ReadFile | ExtractArticle) -> Reply:
        match job:
            case ListFiles(number, paths):
                files, problems = load_function(self.setup.steps.list)([Path(path) for path in paths])
                return Listed(number, [str(file) for file in files], list(problems))
            case ReadFile(number, path):
                result = load_function(self.setup.steps.read)(Path(path))
                found = [
                    (
                        Header(a.id, a.sha256, text_digest(a.text), a.path, a.title, len(a.text)),
                        encode_article(a),
                    )
                    for a in result.articles
                ]
                return FileRead(number, found, list(result.problems))
            case ExtractArticle(number, ident, content):
                article = replace(decode_article(content), id=ident)
                done = load_function(self.setup.steps.extract)(article, self.model())
                summary = Summary(
                    ident,
                    article.sha256,
                    text_digest(article.text),
                    article.path,
                    article.title,
                    len(done.statements),
                    len(done.events),
                )
                return Extracted(number, summary, encode_extraction(done))

    def model(self) -> Any:
        """The language model, loaded once a process; None where the steps do without."""
        if self._model is None and self.setup.model is not None and self.setup.steps.uses_model:
            from stanceline.discourse.language import LanguageModel, ModelFolder

            folder, name = self.setup.model
            self._model = LanguageModel(ModelFolder(Path(folder), name))
        return self._model


def _size(job: ListFiles | ReadFile | ExtractArticle) -> int:
    match job:
        case ReadFile(_, path):
            try:
                return Path(path).stat().st_size
            except OSError:
                return 0
        case ExtractArticle(_, _, article):
            return len(article)
        case _:
            return 0

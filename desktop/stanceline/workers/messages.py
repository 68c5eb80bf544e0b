"""What is said across the process borders: small structures as MessagePack, and the limits of a worker."""

from dataclasses import dataclass

import msgspec

from stanceline.reading.article import Problem


class Limits(msgspec.Struct, frozen=True):
    """What one article may cost: address space of its worker, and seconds of computing by its size.

    The clock on the wall may run `patience` times as long, because the machine has other things to do.
    """

    memory_mb: int = 4096
    seconds: float = 120.0
    seconds_per_mb: float = 30.0
    patience: float = 4.0
    niceness: int = 10

    def seconds_for(self, size: int) -> float:
        """Seconds for a file or text of so many bytes or characters."""
        return self.seconds + self.seconds_per_mb * size / 1e6


class Steps(msgspec.Struct, frozen=True):
    """The functions that a reading worker calls, as `module:name`, so that only the worker imports them."""

    list: str = "stanceline.reading.readers:list_files"
    read: str = "stanceline.reading.readers:read_path"
    extract: str = "stanceline.pipeline:extract"
    uses_model: bool = True


DEFAULT_STEPS = Steps()


class Setup(msgspec.Struct, frozen=True):
    """What a worker must know before its first job: `model` is (folder, name) of the verified language model."""

    limits: Limits
    steps: Steps
    model: tuple[str, str] | None


# ---- to a reading worker -------------------------------------------------------------------------------


class WarmUp(msgspec.Struct, frozen=True, tag=True):
    """Load the language model before it is needed."""


class ListFiles(msgspec.Struct, frozen=True, tag=True):
    """Expand folders."""

    number: int
    paths: list[str]


class ReadFile(msgspec.Struct, frozen=True, tag=True):
    """Read one file."""

    number: int
    path: str


class ExtractArticle(msgspec.Struct, frozen=True, tag=True):
    """Extract one article, which gets `id` as its id."""

    number: int
    id: str
    article: bytes
    seconds: float


Job = WarmUp | ListFiles | ReadFile | ExtractArticle


# ---- from a reading worker -----------------------------------------------------------------------------


class Header(msgspec.Struct, frozen=True):
    """What the parent must know of an article to give it an id: `digest` is equal for equal words."""

    id: str
    sha256: str
    digest: str
    path: str | None
    title: str | None
    size: int


@dataclass(frozen=True, slots=True)
class Summary:
    """An extracted article in a few words, for lists and progress."""

    id: str
    sha256: str
    digest: str
    path: str | None
    title: str | None
    statements: int
    events: int


class Begun(msgspec.Struct, frozen=True, tag=True):
    """A file or article of so many bytes or characters was taken up: the clock starts anew."""

    number: int
    size: int


class Listed(msgspec.Struct, frozen=True, tag=True):
    """The files below the given paths."""

    number: int
    files: list[str]
    problems: list[Problem]


class FileRead(msgspec.Struct, frozen=True, tag=True):
    """The articles of one file, encoded."""

    number: int
    articles: list[tuple[Header, bytes]]
    problems: list[Problem]


class Extracted(msgspec.Struct, frozen=True, tag=True):
    """One extraction, encoded."""

    number: int
    summary: Summary
    content: bytes


class Failed(msgspec.Struct, frozen=True, tag=True):
    """A job that ended in an error; `detail` is for the log."""

    number: int
    code: str
    says: str
    detail: str = ""


Reply = Begun | Listed | FileRead | Extracted | Failed

_encoder = msgspec.msgpack.Encoder()
_job_decoder: msgspec.msgpack.Decoder[Job] = msgspec.msgpack.Decoder(Job)
_reply_decoder: msgspec.msgpack.Decoder[Reply] = msgspec.msgpack.Decoder(Reply)
_setup_decoder = msgspec.msgpack.Decoder(Setup)


def encode(message: msgspec.Struct) -> bytes:
    """Any message as bytes."""
    return _encoder.encode(message)


def decode_job(content: bytes) -> Job:
    """A message to a worker."""
    return _job_decoder.decode(content)


def decode_reply(content: bytes) -> Reply:
    """A message from a worker."""
    return _reply_decoder.decode(content)


def decode_setup(content: bytes) -> Setup:
    """A worker's setup."""
    return _setup_decoder.decode(content)

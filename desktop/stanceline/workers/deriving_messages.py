"""What is said between the window and the deriving process."""

import msgspec

from stanceline.reading.article import Problem
from stanceline.records import Decision, Proposal


class DeriveSteps(msgspec.Struct, frozen=True):
    """The functions that the deriving process calls, as `module:name`."""

    derive: str = "stanceline.pipeline:derive"
    references: str = "stanceline.temporal.references.events:load_references"


class PutArticles(msgspec.Struct, frozen=True, tag=True):
    """Encoded extractions, new or read again."""

    contents: list[bytes]


class LoadArticles(msgspec.Struct, frozen=True, tag=True):
    """Articles to be read from a project file."""

    path: str
    articles: list[str]


class DropArticles(msgspec.Struct, frozen=True, tag=True):
    """Articles that were taken out."""

    articles: list[str]


class Decide(msgspec.Struct, frozen=True, tag=True):
    """All decisions in force."""

    decisions: list[Decision]


class Propose(msgspec.Struct, frozen=True, tag=True):
    """All proposals."""

    proposals: list[Proposal]


class Refer(msgspec.Struct, frozen=True, tag=True):
    """Added tables of reference events: file name to content."""

    files: dict[str, bytes]


class Report(msgspec.Struct, frozen=True, tag=True):
    """Problems of reading."""

    problems: list[Problem]


class Request(msgspec.Struct, frozen=True, tag=True):
    """Derive now; `mentioned_only` leaves out proposals that no article mentions."""

    generation: int
    mentioned_only: bool


class Consult(msgspec.Struct, frozen=True, tag=True):
    """Try a wording of a proposal; of several that wait only the newest is answered."""

    number: int
    proposal: Proposal
    is_thorough: bool


class MakeReady(msgspec.Struct, frozen=True, tag=True):
    """Derive what the project file kept, so that the next edit costs only what it touches.

    `digests` are those of the tables that the window shows: what differs from them is sent with the next analysis.
    """

    mentioned_only: bool
    digests: dict[str, str]


Order = PutArticles | LoadArticles | DropArticles | Decide | Propose | Refer | Report | Request | Consult | MakeReady


class Opened(msgspec.Struct, frozen=True, tag=True):
    """An analysis follows; tables that did not change are not sent again."""

    generation: int
    tables: list[str]
    keys: list[str]


class Rows(msgspec.Struct, frozen=True, tag=True):
    """Some rows of one table, in order."""

    table: str
    content: bytes


class Columns(msgspec.Struct, frozen=True, tag=True):
    """One field of the prepared columns; `dtype` is empty for lists, "strings" for `model.strings`."""

    name: str
    dtype: str
    content: bytes


class Closed(msgspec.Struct, frozen=True, tag=True):
    """The analysis is complete. `fleeting` are those of its problems that only this session knows of.

    Not `is_lasting`: something in the project could not be read, and may be read another time.
    """

    generation: int
    fleeting: list[Problem]
    is_lasting: bool


class Ready(msgspec.Struct, frozen=True, tag=True):
    """The answer to `MakeReady`: names of the tables that differ from those that the window shows."""

    differing: list[str]


class CannotDerive(msgspec.Struct, frozen=True, tag=True):
    """The analysis could not be made; `detail` is for the log."""

    generation: int
    says: str
    detail: str


class Advised(msgspec.Struct, frozen=True, tag=True):
    """A packed `counsel.Counsel`, empty where none could be made; `says` then tells why."""

    number: int
    content: bytes
    says: str = ""


Answer = Opened | Rows | Columns | Closed | Ready | CannotDerive | Advised

_encoder = msgspec.msgpack.Encoder()
_order_decoder: msgspec.msgpack.Decoder[Order] = msgspec.msgpack.Decoder(Order)
_answer_decoder: msgspec.msgpack.Decoder[Answer] = msgspec.msgpack.Decoder(Answer)


def encode(message: msgspec.Struct) -> bytes:
    """Any message as bytes."""
    return _encoder.encode(message)


def decode_order(content: bytes) -> Order:
    """A message to the deriving process."""
    return _order_decoder.decode(content)


def decode_answer(content: bytes) -> Answer:
    """A message from the deriving process."""
    return _answer_decoder.decode(content)

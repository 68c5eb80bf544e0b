"""Formats of the project file: small named steps, each from one version to the next."""

from collections.abc import Callable

import apsw

APPLICATION_ID = 0x53544C4E
"""`STLN`, in the header of every project file."""

Step = Callable[[apsw.Connection], None]


def first_tables(connection: apsw.Connection) -> None:
    """Format 1: articles with findings, decisions, history, proposals, reference events, settings."""
    connection.pragma("application_id", APPLICATION_ID)
    connection.execute(
        """
        CREATE TABLE article (
            id TEXT PRIMARY KEY NOT NULL,
            sha256 TEXT NOT NULL,
            digest TEXT NOT NULL,
            path TEXT,
            title TEXT,
            made_by TEXT NOT NULL,
            is_removed INTEGER NOT NULL DEFAULT 0,
            content BLOB NOT NULL
        ) STRICT;
        CREATE TABLE decision (
            kind TEXT NOT NULL,
            key TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (kind, key)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE edit (number INTEGER PRIMARY KEY, text TEXT NOT NULL, done TEXT NOT NULL, back TEXT NOT NULL)
            STRICT;
        CREATE TABLE proposal (id TEXT PRIMARY KEY NOT NULL, place INTEGER NOT NULL, content TEXT NOT NULL) STRICT;
        CREATE TABLE reference (name TEXT PRIMARY KEY NOT NULL, content BLOB NOT NULL) STRICT;
        CREATE TABLE setting (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
        """
    )


def kept_analysis(connection: apsw.Connection) -> None:
    """Format 2: the last analysis, which can be made again, so that a project opens at once."""
    connection.execute(
        "CREATE TABLE kept (entry TEXT NOT NULL, part INTEGER NOT NULL, content BLOB NOT NULL, "
        "PRIMARY KEY (entry, part)) STRICT"
    )


STEPS: tuple[Step, ...] = (first_tables, kept_analysis)
"""Step number n leads from format n to n + 1."""
NEWEST = len(STEPS)


def migrate(connection: apsw.Connection, found: int) -> None:
    """Bring a file of format `found` (0: empty) to the newest, each step in a transaction of its own."""
    for number, step in enumerate(STEPS[found:], found + 1):
        with connection:
            step(connection)
            connection.pragma("user_version", number)

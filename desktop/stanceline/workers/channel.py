"""The parent's end of a worker: a process, and two threads that wait for its pipe so that nobody else must.

Messages arrive whole in a mailbox that several workers share; a window watches the mailbox's file
descriptor or looks in at intervals, a command waits for it.
"""

import contextlib
import multiprocessing
import queue
import select
import signal
import socket
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from multiprocessing import resource_tracker
from typing import Any


class Mailbox:
    """Messages from worker threads to the one thread that reads them."""

    def __init__(self) -> None:
        self._letters: deque[tuple[Channel, bytes | None]] = deque()
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)

    def fileno(self) -> int:
        """Readable while letters wait: for a QSocketNotifier or `select`."""
        return self._reader.fileno()

    def put(self, sender: "Channel", letter: bytes | None) -> None:
        """Called by any thread; None says that the sender's process is gone."""
        self._letters.append((sender, letter))
        # A full buffer already wakes the reader; a closed one has no reader left.
        with contextlib.suppress(OSError):
            self._writer.send(b"x")

    def take(self) -> "tuple[Channel, bytes | None] | None":
        """The oldest letter, or None where there is none."""
        if self._letters:
            return self._letters.popleft()
        with contextlib.suppress(OSError):
            while self._reader.recv(4096):
                pass
        # A letter may have come in between: its byte is gone, so look again.
        return self._letters.popleft() if self._letters else None

    def wait(self, timeout_s: float) -> None:
        """Until a letter is there or the time is over; interrupted by Ctrl+C."""
        if not self._letters:
            select.select([self._reader], [], [], timeout_s)

    def close(self) -> None:
        """Let the descriptors go."""
        self._reader.close()
        self._writer.close()


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """A child that starts inherits a blocked Ctrl+C, and cannot die of it before it has settled."""
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    # Started here, because what starts it (the first process) lets Ctrl+C through again when that is done.
    resource_tracker.ensure_running()
    came: list[int] = []
    # Another thread may take the signal in spite of the mask, and Python would interrupt this one with it.
    handler = signal.signal(signal.SIGINT, lambda number, _frame: came.append(number))
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        signal.signal(signal.SIGINT, handler)
        if came:
            signal.raise_signal(signal.SIGINT)


class Channel:
    """A running worker process; `target(connection, *arguments)` is what it runs."""

    def __init__(self, target: Callable[..., None], arguments: tuple[Any, ...], mailbox: Mailbox, name: str) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe(duplex=True)
        self._process = context.Process(target=target, args=(theirs, *arguments), name=name, daemon=True)
        with _interrupts_held():
            self._process.start()
        theirs.close()
        self._mailbox = mailbox
        self._outgoing: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=work, name=f"{name}-{work.__name__}", daemon=True)
            for work in (self._receive, self._send)
        ]
        for thread in self._threads:
            thread.start()

    @property
    def pid(self) -> int | None:
        """The process id."""
        return self._process.pid

    def send(self, message: bytes) -> None:
        """Queue a message; never waits."""
        self._outgoing.put(message)

    def _receive(self) -> None:
        try:
            while True:
                self._mailbox.put(self, self._connection.recv_bytes())
        except (EOFError, OSError):
            self._outgoing.put(None)
            self._mailbox.put(self, None)

    def _send(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            while (message := self._outgoing.get()) is not None:
                self._connection.send_bytes(message)

    def kill(self) -> None:
        """End the process at once; its mailbox gets None."""
        self._process.kill()

    def end(self, *, wait_s: float = 0.0) -> int | None:
        """Kill the process unless it ends within `wait_s`, let everything go; returns its exit code."""
        self._outgoing.put(None)
        self._process.join(wait_s)
        self._process.kill()
        self._process.join(10)
        code = self._process.exitcode
        for thread in self._threads:
            thread.join(10)
        self._connection.close()
        self._process.close()
        return code

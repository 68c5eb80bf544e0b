"""What every process of the program does first: low priority, limits, one thread, an end with its parent."""

import os
import signal
import sys
from importlib import import_module
from typing import Any

_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS", "BLIS_NUM_THREADS")


def settle(*, niceness: int, memory_mb: int | None) -> None:
    """Called before anything heavy is imported: libraries read these settings once."""
    # Ctrl+C reaches every process of a terminal; the parent decides what becomes of the work.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in _THREADS:
        os.environ[name] = "1"
    if sys.platform == "win32":
        return
    import resource

    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    os.nice(niceness)
    if memory_mb is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = memory_mb << 20
        resource.setrlimit(resource.RLIMIT_AS, (wanted if hard < 0 else min(wanted, hard), hard))
    # A process that is stopped for taking too long must not leave a picture of its memory behind.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def allow_seconds(seconds: float) -> None:
    """Let the system end this process when it computes for longer than that from now on."""
    if sys.platform == "win32":
        return
    import resource
    import time

    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = int(time.process_time() + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (wanted if hard < 0 else min(wanted, hard), hard))


def load_function(name: str) -> Any:
    """The function that `module:name` stands for."""
    module, _, attribute = name.partition(":")
    return getattr(import_module(module), attribute)

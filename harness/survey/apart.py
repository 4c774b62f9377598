"""Work on texts in processes of their own: a text that ends or holds up what reads it costs itself only."""

import multiprocessing
from collections.abc import Callable
from concurrent.futures import Future, TimeoutError
from typing import TypeVar

from pebble import ProcessExpired, ProcessPool

T = TypeVar("T")

# Reading and drafting take milliseconds to seconds; what takes longer will never end.
SECONDS = 120.0


class Apart:
    """Does work in up to ``jobs`` processes, each started when it is needed; used as a context manager."""

    def __init__(self, jobs: int, seconds: float = SECONDS) -> None:
        # Not forked: the host has threads, and a fork would take their locks along.
        self._pool = ProcessPool(max_workers=jobs, context=multiprocessing.get_context("spawn"))
        self._seconds = seconds

    def __enter__(self) -> "Apart":
        return self

    def __exit__(self, *_reason: object) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def submit(self, work: Callable[..., T], *arguments: object) -> "Future[T]":
        """Queue a call of a function of a module, with arguments that can be sent."""
        return self._pool.schedule(work, args=list(arguments), timeout=self._seconds)


def result_of(future: "Future[T]") -> T | str:
    """Wait for work; give what came of it, or in words why nothing did."""
    try:
        return future.result()
    except TimeoutError:
        return f"takes longer than {SECONDS:g} s to be read"
    except ProcessExpired as error:
        return f"ends the process that reads it (exit code {error.exitcode})"
    except Exception as error:  # a mistake of ours in reading it, which costs this file and no other
        return f"cannot be looked at ({type(error).__name__}: {' '.join(str(error).split())[:200]})"

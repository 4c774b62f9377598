"""Processes that read texts, kept: the surveys of a file of tests share them, where each would start its own."""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import Any

import pytest
from pebble import ProcessPool


class KeptPool:
    """Looks like a pool of one's own to whoever stops it, and goes on."""

    def __init__(self, pool: ProcessPool) -> None:
        self._pool = pool

    def schedule(self, work: Callable[..., Any], args: list[object], timeout: float) -> "Future[Any]":
        return self._pool.schedule(work, args=args, timeout=timeout)

    def stop(self) -> None:
        pass

    def join(self) -> None:
        pass


@pytest.fixture(scope="module")
def kept_readers() -> Iterator[None]:
    """Reading texts is the same in all tests of a file, where they name what they read by its whole path.
    ``HARNESS_TEST_FRESH_WORKERS`` gives each survey processes of its own, which has to give the same."""
    if os.environ.get("HARNESS_TEST_FRESH_WORKERS"):
        yield
        return
    pools: dict[int, ProcessPool] = {}

    def kept(max_workers: int, context: object) -> KeptPool:
        if max_workers not in pools:
            pools[max_workers] = ProcessPool(max_workers=max_workers, context=multiprocessing.get_context("spawn"))
        return KeptPool(pools[max_workers])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("harness.survey.apart.ProcessPool", kept)
        yield
    for pool in pools.values():
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()

"""The way to a Dask cluster: whether one answers, and whether it is of the same packages and the same harness."""

import contextlib
import logging
import warnings
from collections.abc import Callable, Iterator
from typing import Any

from distributed import Client
from distributed.versions import error_message

from harness.releases.shipped import version_text
from harness.results.reuse import harness_digest
from harness.words.errors import UsageError

# So long a scheduler may take to answer, in seconds.
_TO_CONNECT = 8.0
# Packages of which client, scheduler and workers have to have the same.
_SPOKEN = ("dask", "distributed", "python")


@contextlib.contextmanager
def connected(address: str) -> Iterator[Client]:
    """Give a client of the scheduler at an address. Raises UsageError where none answers."""
    try:
        client = Client(  # type: ignore[no-untyped-call]
            address, timeout=_TO_CONNECT, set_as_default=False
        )
    except Exception as error:
        raise UsageError(
            f"--on {_called(address)}: no Dask scheduler answers there ({said(error)}); `dask "
            "scheduler` starts one and says its address"
        ) from None
    try:
        yield client
    finally:
        with contextlib.suppress(Exception):
            client.close(timeout=_TO_CONNECT)  # type: ignore[no-untyped-call]


def threads_of(client: Client) -> dict[str, int]:
    """Give the workers that there are, and how many threads each has."""
    return dict(client.nthreads())  # type: ignore[no-untyped-call]


def _apart_in(versions: Any) -> str:
    """What Dask says of packages that are not the same everywhere; empty where those that matter are."""
    found = error_message(  # type: ignore[no-untyped-call]
        versions["scheduler"], versions["workers"], versions["client"]
    )
    told = str(found["warning"])
    return told if any(line.strip("| ").partition(" ")[0] in _SPOKEN for line in told.splitlines()) else ""


def check(client: Client, address: str, without_workers: float) -> None:
    """Raise UsageError for a cluster without workers, and for one on which something else is installed."""
    try:
        client.wait_for_workers(1, timeout=without_workers)
    except TimeoutError:
        raise UsageError(
            f"--on {_called(address)}: the scheduler has no workers; `dask worker {address}` starts one"
        ) from None
    told = _apart_in(client.get_versions())
    if told:
        raise UsageError(f"--on {_called(address)}: {told}")
    own = (version_text(), harness_digest())
    for worker, there in client.run(_asking(), on_error="return").items():
        if there[1:] != own[1:]:
            theirs = f"{there[0]}, sources {there[1][:8]}" if isinstance(there, tuple) and there[0] else "no harness"
            raise UsageError(
                f"--on {_called(address)}: the worker {worker} has {theirs}; here is {own[0]}, sources {own[1][:8]}; "
                "install the same on both"
            )


def _asking() -> Callable[[], tuple[str, str]]:
    """A function that is sent by its code, for a worker may have no harness to find it in."""

    def asked() -> tuple[str, str]:
        try:
            from harness.releases.shipped import version_text
            from harness.results.reuse import harness_digest
        except ImportError:
            return "", ""
        return version_text(), harness_digest()

    return asked


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Dask tells its log of each worker that is lost, and of each package that is another one; we say it ourselves."""
    loggers: list[Any] = [logging.getLogger(name) for name in ("distributed", "tornado", "asyncio")]
    levels = [logger.level for logger in loggers]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for logger in loggers:
            logger.setLevel(logging.CRITICAL + 1)
        try:
            yield
        finally:
            for logger, level in zip(loggers, levels, strict=True):
                logger.setLevel(level)


def _called(address: str) -> str:
    return address.replace("tcp://", "dask://", 1)


def said(error: BaseException) -> str:
    """Give what an error says, in one line."""
    return " ".join(str(error).split())[:200] or type(error).__name__

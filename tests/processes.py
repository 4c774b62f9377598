"""Processes that tests start."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def killed_on_failure(process: "subprocess.Popen[str] | subprocess.Popen[bytes]") -> Iterator[None]:
    """Kill a process where its test fails: the end of its block would wait for it for ever."""
    try:
        yield
    except BaseException:
        process.kill()
        raise

"""The line to a worker process: starting it, one JSON object a line each way, ending it."""

import contextlib
import json
import os
import queue
import signal
import subprocess
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from harness.errors import UsageError
from harness.outcome import last_lines, signal_name
from harness.target import Setup, Target

_WORKER = Path(__file__).with_name("worker")
_START_SECONDS = 300.0


class Link:
    """A started worker process: one line in, one line out."""

    def __init__(self, python: Path, setup: Setup) -> None:
        self.python = python
        self.errors: IO[bytes] = tempfile.TemporaryFile()
        config = json.dumps({"jobs": setup.jobs, "isolation": setup.isolation})
        try:
            self.popen = subprocess.Popen(
                [str(python), str(_WORKER), config],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self.errors,
                env={**os.environ, "PYTHONIOENCODING": "utf-8", **setup.environment},
                start_new_session=True,
            )
        except OSError as error:
            self.errors.close()
            raise UsageError(f"--python {python} cannot be started: {error.strerror}") from None
        self.lines: queue.Queue[Mapping[str, Any] | None] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.popen.stdout is not None
        for line in self.popen.stdout:
            try:
                message = json.loads(line)
            except ValueError:
                break
            self.lines.put(message if isinstance(message, dict) else None)
        self.lines.put(None)

    def send(self, message: Mapping[str, Any]) -> None:
        assert self.popen.stdin is not None
        with contextlib.suppress(BrokenPipeError):  # its death is noticed where its answers are read
            self.popen.stdin.write(json.dumps(message).encode() + b"\n")
            self.popen.stdin.flush()

    def said_on_stderr(self) -> str:
        self.errors.seek(0)
        return self.errors.read().decode(errors="replace")

    def end(self, at_once: bool) -> int:
        """Close its input, or kill it, and give its exit status."""
        assert self.popen.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            self.popen.stdin.close()
        try:
            return self.popen.wait(0 if at_once else 5)
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.popen.pid, signal.SIGKILL)
            return self.popen.wait()


def handshake(link: Link) -> Target:
    try:
        hello = link.lines.get(timeout=_START_SECONDS)
    except queue.Empty:
        link.end(at_once=True)
        raise UsageError(f"--python {link.python} did not import TensorFlow within {_START_SECONDS:g} s") from None
    if hello is not None and hello.get("answer") == "ready":
        facts = hello["facts"]
        return Target(link.python, facts["tensorflow"], facts)
    status = link.end(at_once=hello is None and link.popen.poll() is None)
    said = last_lines(link.said_on_stderr(), 5)
    link.errors.close()
    if hello is None:
        what = f"is no Python 3.6 or newer, or one that cannot import TensorFlow ({status_text(status)})"
    elif hello.get("missing"):
        raise UsageError(
            f"--python {link.python} has no TensorFlow; install one there, or let tox make an environment: tox -e tf2.21"
        )
    else:
        what = f"has a TensorFlow that cannot be imported: {hello.get('message')}"
        said = last_lines(str(hello.get("traceback", "")), 5)
    raise UsageError(f"--python {link.python} {what}" + (f"; its last lines:\n{_indented(said)}" if said else ""))


def status_text(status: int) -> str:
    """Give an exit status in words."""
    return f"exit code {status}" if status >= 0 else signal_name(-status)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())

"""The line to a worker process: starting it, one JSON object a line each way, ending it and all that is below it."""

import contextlib
import json
import os
import queue
import signal
import subprocess
import tempfile
import threading
import time
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from harness.targets.outcome import last_lines, signal_name
from harness.targets.surroundings import inherited, told
from harness.targets.target import MEBIBYTE, Setup, Target
from harness.targets.worker.folders import remove_folder
from harness.words.errors import UsageError

_WORKER = Path(__file__).with_name("worker")
# An answer holds a trace of 64 MiB at most, quoted, and two streams. Whatever says more in one line is no worker.
_LINE_LIMIT = 512 * MEBIBYTE
# What a warning-happy TensorFlow may say while it is imported.
_STDERR_LIMIT = 16 * MEBIBYTE
_END_SECONDS = 5.0
# What no program does to itself.
_KILLED = {f"killed by {name}" for name in ("SIGKILL", "SIGTERM", "SIGHUP", "SIGINT")}
_TAG = "HARNESS_WORKER"


class Link:
    """A started worker process: one line in, one line out; ``None`` among the lines is its end.

    Raises UsageError where it cannot be started, or there is no room for its files.
    """

    def __init__(self, python: Path, setup: Setup) -> None:
        self.python = python
        self.tag = uuid.uuid4().hex
        with contextlib.ExitStack() as stack:
            try:
                self.folder = tempfile.mkdtemp(prefix="harness-")
                self.home = Path(self.folder) / "home"
                stack.callback(remove_folder, self.folder)
                self.home.mkdir()
                self.errors: IO[bytes] = stack.enter_context(tempfile.TemporaryFile())
            except OSError as error:
                place = _temporary_folder()
                raise UsageError(f"no worker can be started: {error.strerror} (TMPDIR is {place})") from None
            environment = self._environment(setup)
            config = {
                "jobs": setup.jobs,
                "isolation": setup.isolation,
                "one_cpu": setup.one_cpu,
                "progress": setup.progress,
                "folder": self.folder,
                "recorded": sorted(told(environment, setup)),
                # Of its own each run has these, unless somebody said otherwise.
                "own_places": [name for name in ("HOME", "TMPDIR") if name not in setup.environment],
            }
            try:
                self.popen = subprocess.Popen(
                    [str(python), str(_WORKER), json.dumps(config)],
                    bufsize=0,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=self.errors,
                    env=environment,
                    start_new_session=True,
                )
            except OSError as error:
                raise UsageError(f"--python {python} cannot be started: {error.strerror}") from None
            self._owned = stack.pop_all()
        self.lines: queue.Queue[Mapping[str, Any] | None] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _environment(self, setup: Setup) -> dict[str, str]:
        # tox picks a hash seed per call; a script that walks over a set must not depend on it.
        own = {"PYTHONIOENCODING": "utf-8", "PYTHONHASHSEED": "0", _TAG: self.tag}
        return {"HOME": str(self.home), **inherited(os.environ), **own, **setup.environment}

    def _read(self) -> None:
        assert self.popen.stdout is not None
        with open(self.popen.stdout.fileno(), "rb", closefd=False) as stream:
            for line in iter(lambda: stream.readline(_LINE_LIMIT), b""):
                try:
                    message = json.loads(line)
                except (ValueError, RecursionError):
                    break
                if not isinstance(message, dict):
                    break
                self.lines.put(message)
        self.lines.put(None)

    def send(self, message: Mapping[str, Any]) -> None:
        """Send one message. That the worker is dead is noticed where its answers are read, not here."""
        assert self.popen.stdin is not None
        data = memoryview(json.dumps(message).encode() + b"\n")
        with contextlib.suppress(OSError, ValueError):
            while data:
                data = data[self.popen.stdin.write(data) or 0 :]

    def said_on_stderr(self) -> str:
        """Give the last MiB of what the worker itself wrote to stderr."""
        size = self._stderr_size()
        return os.pread(self.errors.fileno(), MEBIBYTE, max(0, size - MEBIBYTE)).decode(errors="replace")

    def _stderr_size(self) -> int:
        return os.fstat(self.errors.fileno()).st_size

    def hello(self, patience: float) -> Mapping[str, Any] | None:
        """Give the worker's next message, None if it ends, babbles, or says nothing for ``patience`` seconds."""
        until = time.monotonic() + patience
        while time.monotonic() < until and self._stderr_size() < _STDERR_LIMIT:
            with contextlib.suppress(queue.Empty):
                return self.lines.get(timeout=min(1.0, patience))
        raise TimeoutError

    def end(self, at_once: bool) -> int:
        """Close its input, upon which it ends and takes its children along, or kill it; give its exit status.

        Whatever it could not take along is killed, too. May be called again, and from several threads.
        """
        assert self.popen.stdin is not None
        if not at_once:
            self.popen.stdin.close()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.popen.wait(_END_SECONDS)
        clean = self.popen.poll() == 0
        if not clean:
            # Before its input is closed: another thread may be stuck in writing to a worker that was stopped.
            if self.popen.returncode is None:
                self.popen.terminate()  # the worker's keeper finds whatever is below, and ends it
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self.popen.wait(_END_SECONDS)
            if self.popen.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(self.popen.pid, signal.SIGKILL)
                self.popen.wait()
            _kill_tagged(self.tag)
        self.popen.stdin.close()
        return self.popen.wait()

    def dispose(self) -> None:
        """Let go of everything, after the end."""
        assert self.popen.stdout is not None
        self._reader.join(_END_SECONDS)
        self.popen.stdout.close()
        self._owned.close()


def connect(python: Path, setup: Setup) -> tuple[Link, Target]:
    """Start a worker and give the line to it, and what it is. Raises UsageError for what is no usable interpreter."""
    link = Link(python, setup)
    try:
        return link, _handshake(link, setup.patience)
    except BaseException:
        link.end(at_once=True)
        link.dispose()
        raise


def _handshake(link: Link, patience: float) -> Target:
    try:
        hello = link.hello(patience)
        is_python = hello is not None and hello.get("answer") == "python"
        if is_python:
            hello = link.hello(patience)
    except TimeoutError:
        raise _unusable(link, f"did not import TensorFlow within {patience:g} s", link.said_on_stderr()) from None
    if hello is None:
        status = status_text(link.end(at_once=True)) if _ended(link) else "it says what no worker would say"
        if status in _KILLED:
            when = "while it imported TensorFlow" if is_python else "as it started"
            raise _unusable(link, f"was {status} {when}; something else did that", link.said_on_stderr())
        if is_python:
            raise _unusable(link, f"has a TensorFlow that ends Python when imported ({status})", link.said_on_stderr())
        raise _unusable(link, f"is no Python 3.6 or newer ({status})", link.said_on_stderr())
    if hello.get("answer") == "ready":
        facts = hello["facts"]
        return Target(link.python, facts["tensorflow"], facts)
    if hello.get("missing"):
        advice = (
            "install one there, or let tox make an environment: tox -e tf2.21; a script of yours names its release: "
            "old.py@2.21"
        )
        raise UsageError(f"--python {link.python} has no TensorFlow; {advice}")
    if hello.get("answer") != "unusable":
        raise _unusable(link, "is no Python 3.6 or newer (it says what no worker would say)", "")
    raise _unusable(
        link, f"has a TensorFlow that cannot be imported: {hello.get('message')}", str(hello.get("traceback", ""))
    )


def _ended(link: Link) -> bool:
    """Whether the worker ended by itself: its output is closed, its exit a moment away."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        link.popen.wait(1.0)
    return link.popen.returncode is not None


def _unusable(link: Link, what: str, said: str) -> UsageError:
    lines = [f"    {line[:200]}" for line in last_lines(said, 5).splitlines()]
    return UsageError("\n".join([f"--python {link.python} {what}" + ("; its last lines:" if lines else ""), *lines]))


def _kill_tagged(tag: str) -> None:
    """Kill what a worker left that was itself killed: all its descendants have its tag in their environment."""
    mark = f"{_TAG}={tag}".encode()
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if mark in (entry / "environ").read_bytes():
                os.kill(int(entry.name), signal.SIGKILL)


def _temporary_folder() -> str:
    try:
        return tempfile.gettempdir()
    except OSError:
        return os.environ.get("TMPDIR", "not set")


def status_text(status: int) -> str:
    """Give an exit status in words."""
    return f"exit code {status}" if status >= 0 else f"killed by {signal_name(-status)}"

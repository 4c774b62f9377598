"""One run as the server sees it: its limits, what it said, and the answer about it."""

import base64
import fcntl
import os
import signal
import tempfile
import time
from typing import Any, Dict, List, Optional  # noqa: F401  (Optional: in comments)

from _harness_worker import processes
from _harness_worker.stream import Stream

# More than any documented example needs, small enough to read in a moment.
_REPORT_LIMIT = 64 << 20
_FAULT_LIMIT = 1 << 16
# What a child that was told to say where it hangs gets for that.
_LAST_WORDS_SECONDS = 0.3
# What a process that imports TensorFlow anew gets for that.
_IMPORT_SECONDS = 300.0


class Run:
    """A request, the child that serves it, and what it has said so far. Times are seconds of the monotonic clock.

    The report is a file, not a pipe: what was written to it before a crash is there, and nobody has to wake up for it.
    Its first line is the child's clock when it was about to run the script.
    """

    def __init__(self, request: Dict[str, Any], base: str) -> None:
        self.request = request
        self.stdout = Stream(request["output"])
        self.stderr = Stream(request["output"])
        self.report = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115
        # A script that moves about in descriptors that are not its own must not have the child write over its records.
        fcntl.fcntl(self.report.fileno(), fcntl.F_SETFL, os.O_APPEND)
        self.fault = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115
        self.folder = tempfile.mkdtemp(prefix="run-", dir=base)
        self.gate_child_end, self.gate = os.pipe()
        self.pid = 0
        self.opened = None  # type: Optional[float]
        self.status = None  # type: Optional[int]
        self.ended_at = 0.0
        self.stopped_for = None  # type: Optional[str]
        self.kill_at = 0.0
        self.left_over = []  # type: List[str]

    def open(self) -> None:
        """Let the child go: it waits for this before it runs the script."""
        self.opened = time.monotonic()
        try:
            os.write(self.gate, b"1")
        except BrokenPipeError:
            return  # it is dead already

    def is_busy(self) -> bool:
        """Whether the script runs: neither waits for its turn nor has said all that it will say."""
        said_all = self.stdout.read_end is None and self.stderr.read_end is None
        return self.opened is not None and self.status is None and not said_all

    def end(self, status: int) -> None:
        """The first process is gone."""
        self.status = status
        self.ended_at = time.monotonic()

    def began(self) -> "Optional[float]":
        """When the script began to run, None before that."""
        line, end, _ = os.pread(self.report.fileno(), 64, 0).partition(b"\n")
        if not end and len(line) < 64:
            return None
        began = self._clock(line)
        # What no child wrote is the script's doing, which began then at the latest.
        return self.opened if began is None else began

    def _clock(self, line: bytes) -> "Optional[float]":
        """The time in the report's first line, None for what cannot be one."""
        try:
            value = float(line)
        except ValueError:
            return None
        return value if (self.opened or 0.0) <= value <= time.monotonic() else None

    def hold_to_limits(self, now: float, memory: int) -> None:
        """Stop the child where it went beyond a limit; ``memory`` is what it holds, in bytes."""
        if self.opened is None:
            return
        began = self.began()
        if self.stopped_for is not None:
            if now >= self.kill_at:
                processes.kill_group(self.pid)
        elif now > (self.opened + _IMPORT_SECONDS if began is None else began + self.request["timeout"]):
            self._stop("time", now)
        elif memory > self.request["memory"]:
            self._stop("memory", now)
        elif os.fstat(self.report.fileno()).st_size > _REPORT_LIMIT:
            self._stop("trace", now)

    def _stop(self, reason: str, now: float) -> None:
        """Ask the child where it is; it is killed a moment later."""
        self.stopped_for = reason
        self.kill_at = now + _LAST_WORDS_SECONDS
        processes.signal_one(self.pid, signal.SIGUSR2)

    def close(self) -> Dict[str, Any]:
        """Give the answer for the host, let go of everything."""
        for stream in (self.stdout, self.stderr):
            stream.pump()
            stream.close()
        began = self.began()
        clock, _, report = os.pread(self.report.fileno(), _REPORT_LIMIT, 0).partition(b"\n")
        fault = os.pread(self.fault.fileno(), _FAULT_LIMIT, 0)
        self.report.close()
        self.fault.close()
        os.close(self.gate)
        processes.remove_folder(self.folder)
        return {
            "answer": "done",
            "id": self.request["id"],
            "seconds": max(0.0, self.ended_at - (began or self.opened or self.ended_at)),
            "status": self.status,
            "stopped_for": self.stopped_for,
            "left_over": self.left_over,
            "cut": bool(clock) and self._clock(clock) is None,
            "report": report.decode("utf-8", "replace"),
            "fault": _without_own_frames(fault.decode("utf-8", "replace")),
            "stdout": base64.b64encode(bytes(self.stdout.kept)).decode("ascii"),
            "stderr": base64.b64encode(bytes(self.stderr.kept)).decode("ascii"),
            "stdout_bytes": self.stdout.total,
            "stderr_bytes": self.stderr.total,
        }


def _without_own_frames(fault: str) -> str:
    """A stack as faulthandler writes it, most recent call first, down to where the worker called the script."""
    mark = '  File "%s' % os.path.dirname(os.path.abspath(__file__))
    kept = []
    for line in fault.splitlines(True):
        if line.startswith(mark):
            break
        kept.append(line)
    return "".join(kept)

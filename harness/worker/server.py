"""Serving runs: read requests, start a child for each, hold it to its limits, collect it, answer.

The process that serves never runs a line of TensorFlow code after the import: a child forked from a process that has
run a Session hangs in its first own one (measured on every release from 0.12 to 2.22).
"""

import base64
import json
import os
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from typing import Any, Dict, List, NoReturn, Optional  # noqa: F401  (Optional: in comments)

from _harness_worker import processes, tensorflow

_POLL_SECONDS = 0.1
_CHUNK = 1 << 16
# More than any documented example needs, small enough to read in a moment.
_REPORT_LIMIT = 64 << 20
# What a child that was told to say where it hangs gets for that.
_LAST_WORDS_SECONDS = 0.3
# What a pipe that a left-over process keeps open is waited for after the child is gone.
_DRAIN_SECONDS = 0.5


class _Stream:
    """One pipe from a child: what it said up to a limit, and how much it said."""

    def __init__(self, limit: int) -> None:
        read, self.child_end = os.pipe()
        self.read_end = read  # type: Optional[int]
        os.set_blocking(read, False)
        self.limit = limit
        self.kept = bytearray()
        self.total = 0

    def pump(self) -> bool:
        """Read what is there; False when the other end is closed."""
        if self.read_end is None:
            return False
        while True:
            try:
                chunk = os.read(self.read_end, _CHUNK)
            except BlockingIOError:
                return True
            if not chunk:
                return False
            self.total += len(chunk)
            self.kept += chunk[: max(0, self.limit - len(self.kept))]

    def close(self) -> None:
        if self.read_end is not None:
            os.close(self.read_end)
            self.read_end = None


class _Run:
    """A child and what it has said so far."""

    def __init__(self, request: Dict[str, Any]) -> None:
        self.request = request
        self.streams = {
            "stdout": _Stream(request["output"]),
            "stderr": _Stream(request["output"]),
            "report": _Stream(_REPORT_LIMIT),
        }
        self.fault = tempfile.TemporaryFile()
        # Not a TemporaryDirectory: its exit handler would remove the folder from within every child.
        self.folder = tempfile.mkdtemp(prefix="harness-run-")
        self.pid = 0
        self.started = time.time()
        self.status = None  # type: Optional[int]
        self.stopped_for = None  # type: Optional[str]
        self.kill_at = None  # type: Optional[float]
        self.drain_until = 0.0
        self.left_over = []  # type: List[str]

    def stop(self, reason: str) -> None:
        """Ask the child where it is and have it killed a moment later."""
        if self.stopped_for is None:
            self.stopped_for = reason
            self.kill_at = time.time() + _LAST_WORDS_SECONDS
            processes.signal_one(self.pid, signal.SIGUSR2)


class Server:
    """The loop around all children: one thread, one selector."""

    def __init__(self, config: Dict[str, Any], requests: int, answers: int) -> None:
        self.config = config
        self.requests = requests
        self.answers = answers
        self.unread = bytearray()
        self.waiting = []  # type: List[Dict[str, Any]]
        self.runs = {}  # type: Dict[int, _Run]
        self.module = None  # type: Any
        self.selector = selectors.DefaultSelector()

    def answer(self, message: Dict[str, Any]) -> None:
        data = (json.dumps(message) + "\n").encode("utf-8")
        while data:
            data = data[os.write(self.answers, data) :]

    def serve(self) -> None:
        """Serve until the host closes its end; no child outlives that."""
        self.module = tensorflow.import_tensorflow()
        self.answer({"answer": "ready", "facts": tensorflow.facts(self.module)})
        processes.adopt_orphans()
        wake_read, wake_write = os.pipe()
        for end in (wake_read, wake_write):
            os.set_blocking(end, False)
        signal.signal(signal.SIGCHLD, lambda number, frame: None)
        signal.set_wakeup_fd(wake_write)
        self.selector.register(wake_read, selectors.EVENT_READ, "wake")
        self.selector.register(self.requests, selectors.EVENT_READ, "requests")
        try:
            while True:
                for key, _ in self.selector.select(_POLL_SECONDS if self.runs else None):
                    if key.data == "wake":
                        os.read(wake_read, _CHUNK)
                    elif key.data == "requests":
                        if not self._read_requests():
                            return
                    elif not key.data.pump():
                        self.selector.unregister(key.fileobj)
                        key.data.close()
                self._look_after_runs()
                while self.waiting and len(self.runs) < self.config["jobs"]:
                    self._start(self.waiting.pop(0))
        finally:
            for run in self.runs.values():
                processes.kill_group(run.pid)

    def _read_requests(self) -> bool:
        chunk = os.read(self.requests, _CHUNK)
        self.unread += chunk
        while b"\n" in self.unread:
            line, _, rest = bytes(self.unread).partition(b"\n")
            self.unread = bytearray(rest)
            self.waiting.append(json.loads(line.decode("utf-8")))
        return bool(chunk)

    def _start(self, request: Dict[str, Any]) -> None:
        self.answer({"answer": "started", "id": request["id"]})
        run = _Run(request)
        ends = {name: stream.child_end for name, stream in run.streams.items()}
        if self.config["isolation"] == "fork":
            with open(request["script"], "rb") as file:
                tensorflow.preload(self.module, file.read())
            run.pid = self._fork(run, ends)
        else:
            run.pid = _spawn(run, ends)
        for stream in run.streams.values():
            os.close(stream.child_end)
            self.selector.register(stream.read_end, selectors.EVENT_READ, stream)  # type: ignore[arg-type]
        self.runs[run.pid] = run

    def _fork(self, run: _Run, ends: Dict[str, int]) -> int:
        sys.stdout.flush()
        sys.stderr.flush()
        pid = os.fork()
        if pid == 0:
            try:
                os.setsid()
                signal.set_wakeup_fd(-1)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                for end in (self.requests, self.answers):
                    os.close(end)
                os.dup2(ends["stdout"], 1)
                os.dup2(ends["stderr"], 2)
                os.chdir(run.folder)
                from _harness_worker import child

                child.run(run.request, ends["report"], run.fault.fileno())
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(70)
        return pid

    def _look_after_runs(self) -> None:
        now = time.time()
        for run in list(self.runs.values()):
            if run.status is None:
                self._hold_to_limits(run, now)
                status = processes.reap(run.pid)
                if status is not None:
                    run.status = status
                    run.drain_until = time.time() + _DRAIN_SECONDS
            if run.status is not None:
                run.left_over += processes.end_left_overs(run.pid, set(self.runs))
                open_streams = [stream for stream in run.streams.values() if stream.pump()]
                if not open_streams or now > run.drain_until:
                    self._finish(run)

    def _hold_to_limits(self, run: _Run, now: float) -> None:
        if run.kill_at is not None:
            if now >= run.kill_at:
                processes.kill_group(run.pid)
        elif now - run.started > run.request["timeout"]:
            run.stop("time")
        elif processes.resident_bytes(run.pid) > run.request["memory"]:
            run.stop("memory")
        elif run.streams["report"].total > _REPORT_LIMIT:
            run.stop("trace")

    def _finish(self, run: _Run) -> None:
        for stream in run.streams.values():
            if stream.read_end is not None:
                self.selector.unregister(stream.read_end)
                stream.close()
        del self.runs[run.pid]
        run.fault.seek(0)
        self.answer(
            {
                "answer": "done",
                "id": run.request["id"],
                "seconds": time.time() - run.started,
                "status": run.status,
                "stopped_for": run.stopped_for,
                "left_over": run.left_over,
                "report": bytes(run.streams["report"].kept).decode("utf-8", "replace"),
                "fault": run.fault.read(_CHUNK).decode("utf-8", "replace"),
                "stdout": base64.b64encode(bytes(run.streams["stdout"].kept)).decode("ascii"),
                "stderr": base64.b64encode(bytes(run.streams["stderr"].kept)).decode("ascii"),
                "stdout_bytes": run.streams["stdout"].total,
                "stderr_bytes": run.streams["stderr"].total,
            }
        )
        run.fault.close()
        shutil.rmtree(run.folder, ignore_errors=True)


def _spawn(run: _Run, ends: Dict[str, int]) -> int:
    fds = (ends["report"], run.fault.fileno())
    command = [sys.executable, os.path.dirname(os.path.abspath(__file__)), "--run"]
    process = subprocess.Popen(
        command + [str(fd) for fd in fds] + [json.dumps(run.request)],
        stdin=subprocess.DEVNULL,
        stdout=ends["stdout"],
        stderr=ends["stderr"],
        pass_fds=fds,
        cwd=run.folder,
        start_new_session=True,
    )
    process.returncode = 0  # the server reaps it, not `subprocess`
    return process.pid


def _run_here(report_fd: int, fault_fd: int, request: Dict[str, Any]) -> NoReturn:
    from _harness_worker import child

    tensorflow.import_tensorflow()
    child.run(request, report_fd, fault_fd)


def main(arguments: List[str]) -> None:
    """Entry: ``CONFIG`` as JSON serves; ``--run REPORT_FD FAULT_FD REQUEST`` is a child of its own."""
    if arguments[0] == "--run":
        _run_here(int(arguments[1]), int(arguments[2]), json.loads(arguments[3]))
    requests, answers = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.dup2(2, 1)  # what an import prints must not get among the answers
    server = Server(json.loads(arguments[0]), requests, answers)
    try:
        server.serve()
    except (KeyboardInterrupt, BrokenPipeError):
        return
    except BaseException as error:
        if server.module is not None:
            raise
        server.answer(
            {
                "answer": "unusable",
                "missing": isinstance(error, ImportError) and getattr(error, "name", None) == "tensorflow",
                "message": "%s: %s" % (type(error).__name__, error),
                "traceback": traceback.format_exc(),
            }
        )

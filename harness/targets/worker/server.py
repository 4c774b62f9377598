"""Serving runs: read requests, start a child for each, hold it to its limits, collect it, answer.

The process that serves never runs a line of TensorFlow code after the import: a child forked from a process that has
run a Session hangs in its first own one (measured on every release from 0.12 to 2.22).
"""

import errno
import json
import os
import platform
import selectors
import signal
import tempfile
import time
from typing import Any, Dict, List, Set  # noqa: F401  (Set: in comments)

from _harness_worker import ahead, huge_pages, left_over, processes, scene, script, start, tensorflow
from _harness_worker.folders import held, remove_folder
from _harness_worker.run import Run
from _harness_worker.shield import Shield, digests

_CHUNK = 1 << 16
_PLACE = " (TMPDIR is %s)"
# How often limits are looked at. Everything else wakes the server when it happens.
_TICK_SECONDS = 0.1
# So often also at processes whose numbers are lower than a run's: where so many were started that they began anew.
_TICKS_OF_ALL = 10
# How often the host is told what runs have printed last.
_TOLD_SECONDS = 1.0


class Server:
    """The loop around all children: one thread, one selector."""

    def __init__(self, config: Dict[str, Any], requests: int, answers: int) -> None:
        self.config = config
        self.requests = requests
        self.answers = answers
        self.unread = bytearray()
        self.waiting = []  # type: List[Dict[str, Any]]
        self.runs = {}  # type: Dict[int, Run]
        self.ahead = []  # type: List[Run]
        self.killed = set()  # type: Set[int]
        self.children_left = False
        self.started = self.ticks = 0
        self.next_tick = self.next_told = 0.0
        self.module = None  # type: Any
        self.shield = Shield(config["folder"])
        self.in_memory = processes.is_in_memory(config["folder"])
        self.selector = selectors.DefaultSelector()
        self.wake_read, self.wake_write = os.pipe()

    def answer(self, message: Dict[str, Any]) -> None:
        """Write one message to the host."""
        data = (json.dumps(message) + "\n").encode("utf-8")
        while data:
            data = data[os.write(self.answers, data) :]

    def serve(self, imported: int) -> None:
        """Serve until the host closes its end; no child outlives that. ``imported`` is told of TensorFlow's import."""
        self.answer({"answer": "python", "version": platform.python_version()})
        if self.config["one_cpu"]:
            processes.keep_to_one_processor()
        self.module = tensorflow.import_tensorflow()
        ahead.note_modules()
        tensorflow.settle()
        processes.keep_orphans()
        os.write(imported, b"1")
        os.close(imported)
        self.answer({"answer": "ready", "facts": tensorflow.facts(self.module, self.config["recorded"])})
        for end in (self.wake_read, self.wake_write):
            os.set_blocking(end, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)  # only to be woken up
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the host decides what Ctrl-C ends
        signal.set_wakeup_fd(self.wake_write)
        self.selector.register(self.wake_read, selectors.EVENT_READ, None)
        self.selector.register(self.requests, selectors.EVENT_READ, None)
        try:
            while self._turn():
                continue
        finally:
            processes.kill_all_below()
            remove_folder(self.config["folder"])

    def _turn(self) -> bool:
        """Wait for something to happen and deal with it; False when the host is gone."""
        for key, _ in self.selector.select(self._patience()):
            if key.fd == self.wake_read:
                os.read(self.wake_read, _CHUNK)
            elif key.fd == self.requests:
                if not self._read_requests():
                    return False
            elif not key.data.pump():
                self.selector.unregister(key.fd)
                key.data.close()
        self._bury()
        if self.runs and time.monotonic() >= self.next_tick:
            self._tick()
        for run in [run for run in self.runs.values() if run.status is not None]:
            if left_over.is_settled(run, self.runs, self.killed, self.children_left):
                self._finish(run)
        self._fill()
        return True

    def _fill(self) -> None:
        """Let as many scripts run as there are jobs, and have the fork for the next one done while they do."""
        while True:
            free = sum(run.is_busy() for run in self.runs.values()) < self.config["jobs"]
            if self.ahead and free:
                run = self.ahead.pop()
                self.answer({"answer": "started", "id": run.request["id"]})
                run.open()
            elif self.waiting and not self.ahead and (free or self.config["isolation"] == "fork"):
                request = self.waiting.pop(0)
                try:
                    self.ahead.append(self._start(request))
                except OSError as error:
                    self.answer({"answer": "refused", "id": request["id"], "reason": _refusal(error)})
            else:
                return

    def _patience(self) -> Any:
        return max(0.0, self.next_tick - time.monotonic()) if self.runs else None

    def _read_requests(self) -> bool:
        chunk = os.read(self.requests, _CHUNK)
        lines = bytes(self.unread + chunk).split(b"\n")
        self.unread = bytearray(lines.pop())
        for message in [json.loads(line.decode("utf-8")) for line in lines]:
            if "jobs" in message:
                self.config["jobs"] = message["jobs"]
            else:
                self.waiting.append(message)
        return bool(chunk)

    def _start(self, request: Dict[str, Any]) -> Run:
        """Give the run of a request, its child waiting to be let go."""
        by_fork = self.config["isolation"] == "fork"
        if by_fork:
            tensorflow.preload(self.module, script.texts(request), scene.preludes_of(request))
            self.started += 1
            if self.started == huge_pages.WORTH_IT:
                huge_pages.put_together()
        run = Run(request, self.config["folder"], by_fork, self.config["own_places"], self.shield)
        if run.view is not None and run.view.linked:
            run.watched = digests(run.view.linked)
        if not all([self.shield.covers(folder) for folder in request["protected"]]):
            run.watched = digests(request["watched"])
        try:
            run.pid = start.fork(run, self._private(run), self.shield) if by_fork else start.spawn(run, self.shield)
        except OSError:
            run.abandon()
            raise
        run.hand_over()
        for stream in (run.stdout, run.stderr):
            self.selector.register(stream.read_end, selectors.EVENT_READ, stream)  # type: ignore[arg-type]
        self.runs[run.pid] = run
        if len(self.runs) == 1:
            self.next_tick = time.monotonic() + _TICK_SECONDS
        return run

    def _private(self, new: Run) -> List[int]:
        """Descriptors that are the server's own: its line to the host, its ends of pipes, other runs' files."""
        selector = self.selector.fileno() if hasattr(self.selector, "fileno") else None
        own = [self.requests, self.answers, self.wake_read, self.wake_write, selector]
        own += [new.stdout.read_end, new.stderr.read_end, new.gate]
        for run in self.runs.values():
            own += [run.stdout.read_end, run.stderr.read_end, run.report.fileno(), run.fault.fileno(), run.gate]
        return [descriptor for descriptor in own if descriptor is not None]

    def _bury(self) -> None:
        """Learn which children have ended."""
        ended, self.children_left = processes.reap()
        self.killed.difference_update(ended)
        for pid, status in ended.items():
            if pid in self.runs:
                self.runs[pid].end(status)

    def _tick(self) -> None:
        """Hold every run to its limits."""
        now = time.monotonic()
        self.next_tick = now + _TICK_SECONDS
        if self.config.get("progress"):
            self._tell_progress(now)
        base = processes.own_bytes(os.getpid())
        running = [run for run in self.runs.values() if run.status is None]
        self.ticks += 1
        everyone = processes.table(min([run.pid for run in running] or [0]) if self.ticks % _TICKS_OF_ALL else 0)
        for run in running:
            # A fork has the worker's pages, too, and shares them: of further processes counts what they have beyond.
            below = processes.below(run.pid, everyone)
            further = [processes.own_bytes(pid) - base for pid in below]
            size = processes.resident_bytes(run.pid) + sum(size for size in further if size > 0)
            size += processes.shared_bytes([run.pid] + below)
            if self.in_memory:
                size += held(run.base)[0]
            run.hold_to_limits(now, size)

    def _tell_progress(self, now: float) -> None:
        """Tell the host the last line of each run that has printed another one, once a second."""
        if now < self.next_told:
            return
        self.next_told = now + _TOLD_SECONDS
        for run in self.runs.values():
            line = run.new_line()
            if line:
                self.answer({"answer": "progress", "id": run.request["id"], "line": line})

    def _finish(self, run: Run) -> None:
        for stream in (run.stdout, run.stderr):
            if stream.read_end is not None:
                self.selector.unregister(stream.read_end)
        del self.runs[run.pid]
        if run in self.ahead:
            self.ahead.remove(run)
        self.answer(run.close())


def _refusal(error: OSError) -> str:
    # A file could not be made, or a process.
    place = "" if error.errno in (errno.EAGAIN, errno.ENOMEM, errno.EMFILE) else _PLACE % tempfile.gettempdir()
    return "no run can begin: %s%s" % (error.strerror, place)

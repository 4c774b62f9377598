"""One run as the server sees it: its limits, what it said, and the answer about it."""

import base64
import contextlib
import fcntl
import json
import os
import shutil
import signal
import tempfile
import time
from typing import Any, Dict, List, Optional  # noqa: F401  (Optional: in comments)

from _harness_worker import processes
from _harness_worker.ending import FAULT_LIMIT, left_behind, without_own_frames
from _harness_worker.folders import held, remove_folder
from _harness_worker.page import shared_by_file, shared_by_forks
from _harness_worker.shield import Shield, differences, digests
from _harness_worker.steps import until_step
from _harness_worker.stream import Stream
from _harness_worker.view import View

# More than any documented example needs, small enough to read in a moment.
_REPORT_LIMIT = 64 << 20
# In which its last line is looked for.
_LAST_BYTES = 2000
# What a child that was told to say where it hangs gets for that.
_LAST_WORDS_SECONDS = 0.3
# What a run has for itself, by the environment variable that names it. Names are short: the path of a socket holds 108
# bytes (unix(7)).
_PLACES = {"PWD": "work", "HOME": "home", "TMPDIR": "tmp"}
# What a process that imports TensorFlow anew gets for that.
_IMPORT_SECONDS = 300.0


class Run:
    """A request, the child that serves it, and what it has said so far. Times are seconds of the monotonic clock.

    The report, its records, is a file, not a pipe: what was written to it before a crash is there, and nobody has to
    wake up for it. When the script began and how it ended stands on a page of shared memory, which no script can close,
    fill or write to by a descriptor.

    ``base`` is the folder of the run; in it are its working directory ``folder``, its home and its folder for temporary
    files. Raises OSError where there is no room for all that.
    """

    def __init__(
        self, request: Dict[str, Any], base: str, by_fork: bool, own_places: List[str], shield: Shield
    ) -> None:
        self.request = request
        with contextlib.ExitStack() as stack:
            self.stdout = Stream(request["output"])
            stack.callback(self.stdout.close)
            self.stderr = Stream(request["output"])
            stack.callback(self.stderr.close)
            self.report = stack.enter_context(processes.anonymous_file())
            # A script that moves about in descriptors that are not its own must not have the child write over records.
            fcntl.fcntl(self.report.fileno(), fcntl.F_SETFL, os.O_APPEND)
            self.fault = stack.enter_context(processes.anonymous_file())
            self.page_file = None if by_fork else stack.enter_context(processes.anonymous_file())
            self.page = shared_by_forks() if self.page_file is None else shared_by_file(self.page_file.fileno())
            self.base = tempfile.mkdtemp(prefix="run-", dir=base)
            stack.callback(remove_folder, self.base)
            places = {place: os.path.join(self.base, name) for place, name in _PLACES.items()}
            for place in places.values():
                os.mkdir(place)
            self.folder = places["PWD"]
            self.request["environment"] = {place: places[place] for place in own_places}
            self.view = None  # type: Optional[View]
            scene = request.get("scene")
            if scene is not None:
                own = scene.get("repository") or os.path.dirname(request["script"])
                self.view = View(scene["folder"], own, self.base, shield, int(request["disk"]))
                stack.callback(self.view.close)
                self.folder = self.view.folder
                self._set_scene(scene, self.view)
            gate, self.gate = os.pipe()
            stack.callback(os.close, self.gate)
            self.gate_child_end = gate  # type: Optional[int]
            stack.callback(self.hand_over)
            self._all = stack.pop_all()
        self.pid = 0
        self.opened = None  # type: Optional[float]
        self.status = None  # type: Optional[int]
        self.ended_at = 0.0
        self.stopped_for = None  # type: Optional[str]
        self.kill_at = 0.0
        self.left_over = []  # type: List[str]
        self.watched = {}  # type: Dict[str, str]
        self.looked_at = 0
        self.last_line = ""

    def _set_scene(self, scene: Dict[str, Any], view: View) -> None:
        """Tell the child what it finds, and by which paths."""
        self.notes = os.path.join(self.base, "notes")
        scene.update(view=view.for_child(scene.get("elsewhere", True)), notes=self.notes)
        self.request["script"] = view.seen_as(self.request["script"])
        for _, setting in scene["preludes"]:
            if "texts" in setting:
                setting["texts"] = {view.seen_as(path): text for path, text in setting["texts"].items()}
        self.request["environment"].setdefault("MPLBACKEND", "Agg")  # a plot needs no display
        for path in scene["paths"]:
            fonts, own = os.path.join(path, ".matplotlib"), os.path.join(self.base, "matplotlib")
            if os.path.isdir(fonts) and not os.path.exists(own):
                shutil.copytree(fonts, own)
                self.request["environment"]["MPLCONFIGDIR"] = own
        if scene.get("folder") != view.folder and "PWD" in self.request["environment"]:
            self.request["environment"]["PWD"] = view.folder

    def hand_over(self) -> None:
        """Close what the child has, once it is there."""
        if self.gate_child_end is not None:
            os.close(self.gate_child_end)
            self.gate_child_end = None
        self.stdout.hand_over()
        self.stderr.hand_over()

    def abandon(self) -> None:
        """Let go of everything where no child could be made."""
        self._all.close()

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
        return self.page.began()

    def hold_to_limits(self, now: float, memory: int) -> None:
        """Stop the child where it went beyond a limit; ``memory`` is what its processes hold, in bytes."""
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
        elif self.is_over_its_disk():
            self._stop("disk", now)
        elif self._has_its_steps():
            self._stop("time", now)
        elif os.fstat(self.report.fileno()).st_size > _REPORT_LIMIT:
            self._stop("trace", now)

    def _has_its_steps(self) -> bool:
        """Whether the script has printed all steps that are wanted of it, and one more."""
        steps, total = self.request.get("steps"), self.stdout.total
        if steps is None or total == self.looked_at:
            return False
        self.looked_at = total
        return until_step(bytes(self.stdout.kept).decode("utf-8", "replace"), steps) is not None

    def new_line(self) -> str:
        """The last whole line that it has printed, empty for the one that was asked for before."""
        lines = bytes(self.stdout.kept[-_LAST_BYTES:]).decode("utf-8", "replace").splitlines()
        whole = [line.strip() for line in lines[:-1] if line.strip()]
        line = whole[-1] if whole else ""
        if line == self.last_line:
            return ""
        self.last_line = line
        return line

    def is_over_its_disk(self) -> bool:
        """Whether its files are more than it may have, or one has met the limit that the kernel holds it to."""
        total, largest = held(self.base)
        return max(total, largest) >= int(self.request["disk"])

    def _stop(self, reason: str, now: float) -> None:
        """Ask the child where it is; it is killed a moment later."""
        self.stopped_for = reason
        self.kill_at = now + _LAST_WORDS_SECONDS
        processes.signal_one(self.pid, signal.SIGUSR2)

    def close(self) -> Dict[str, Any]:
        """Give the answer for the host, let go of everything."""
        for stream in (self.stdout, self.stderr):
            stream.pump()
        if self.stopped_for is None and self.is_over_its_disk():
            self.stopped_for = "disk"
        began, ended, written = self.began(), self.page.ended(), self.page.written()
        size = os.fstat(self.report.fileno()).st_size
        if self.stopped_for is None and size > _REPORT_LIMIT:
            self.stopped_for = "trace"
        report = os.pread(self.report.fileno(), _REPORT_LIMIT, 0).decode("utf-8", "replace")
        # The host knows the end by this, which no process of the run has ever had.
        seal = os.urandom(16).hex()
        if ended is not None:
            report += "\n" * (report[-1:] not in ("", "\n")) + json.dumps(dict(ended, seal=seal)) + "\n"
        fault = os.pread(self.fault.fileno(), FAULT_LIMIT, 0)
        touched = differences(self.watched, digests(self.watched)) if self.watched else []
        fault_text = without_own_frames(fault.decode("utf-8", "replace"))
        left = (
            None if self.view is None else left_behind(self.view, self.request["scene"], self.notes, _REPORT_LIMIT * 16)
        )
        if self.view is not None:
            report, fault_text = self.view.as_told(report), self.view.as_told(fault_text)
            for stream in (self.stdout, self.stderr):
                told = self.view.as_told(bytes(stream.kept).decode("utf-8", "surrogateescape"))
                stream.kept = bytearray(told.encode("utf-8", "surrogateescape"))
        self._all.close()
        return {
            "answer": "done",
            "id": self.request["id"],
            "seconds": max(0.0, self.ended_at - (began or self.opened or self.ended_at)),
            "status": self.status,
            "stopped_for": self.stopped_for,
            "left_over": self.left_over,
            "touched": touched,
            "cut": size < written,
            "seal": seal,
            "report": report,
            "fault": fault_text,
            "scene": left,
            "stdout": base64.b64encode(bytes(self.stdout.kept)).decode("ascii"),
            "stderr": base64.b64encode(bytes(self.stderr.kept)).decode("ascii"),
            "stdout_bytes": self.stdout.total,
            "stderr_bytes": self.stderr.total,
        }

"""What happens inside the child process of one run: settle in, run the script, say how it ended."""

import atexit
import errno
import faulthandler
import io
import json
import os
import random
import resource
import signal
import sys
import tempfile
import threading
import time
import traceback
from typing import Any, Callable, Dict, List, NoReturn, Tuple, Union  # noqa: F401  (Tuple, Union: in comments)

from _harness_worker import processes, scene
from _harness_worker.encode import NotARecord, as_unicode
from _harness_worker.page import Page
from _harness_worker.script import Record, run_script

# How long a non-daemon thread may outlive its script. Python itself would wait for ever.
THREAD_GRACE_SECONDS = 2.0
_MESSAGE_LIMIT = 10000
_TRACEBACK_LIMIT = 100000
# What the end of a run needs is bound before its script runs, which may put something else in its place.
_leave, _close, _write, _fstat, _encode = os._exit, os.close, os.write, os.fstat, json.JSONEncoder().encode


class _Unwritten(Exception):
    """The run's report takes no record any more; the message says why."""


class _Report:
    """The file of records that the server reads in the end."""

    def __init__(self, descriptor: int, page: Page) -> None:
        self.descriptor = descriptor
        self.page = page
        self.file = self._identity()
        # What is seen of a script may be seen in any of its threads.
        self.lock = threading.Lock()

    def _identity(self) -> Any:
        its = _fstat(self.descriptor)
        return its.st_dev, its.st_ino

    def record(self, record: Record) -> None:
        """Write a record now: after a crash the server still finds it."""
        self._line({"record": record})

    def see(self, kind: str, what: Any) -> None:
        """Write down what a prelude saw the script do. What cannot be written is lost, and nothing else."""
        try:
            self._line({"seen": [kind, what]})
        except _Unwritten:
            return  # the next record meets the same, and tells

    def _line(self, message: Dict[str, Any]) -> None:
        data = (_encode(message) + "\n").encode("ascii")
        count = len(data)
        with self.lock:
            try:
                if self._identity() != self.file:
                    raise _Unwritten("the script put another file in its place")
                while data:
                    data = data[_write(self.descriptor, data) :]
            except OSError as error:
                raise _Unwritten(error.strerror)
            self.page.wrote(count)


def run(request: Dict[str, Any], report_fd: int, page: Page, fault_fd: int, gate_fd: int) -> NoReturn:
    """Run the request's script when ``gate_fd`` says so, and leave the process.

    ``report_fd`` gets the records, ``page`` how it ended, ``fault_fd`` the stack of a crash.
    """
    try:
        _run(request, report_fd, page, fault_fd, gate_fd)
    except BaseException:
        _leave(70)  # without a word of its own: what the page has is the run's
    finally:
        # A child of a process that imported TensorFlow must not run the parent's clean-up.
        _leave(0)


def _run(request: Dict[str, Any], report_fd: int, page: Page, fault_fd: int, gate_fd: int) -> None:
    script = request["script"]
    report = _Report(report_fd, page)
    _settle_in(request, fault_fd)
    streams = _open_streams()
    os.read(gate_fd, 1)
    os.close(gate_fd)
    page.begin(time.monotonic())
    try:
        entry = run_script(request, report.record, report.see)
        left = _wait_for_threads()
        if left:
            page.end("thread", message=left)
        else:
            page.end("ok", entry=entry)
            _run_exit_handlers()
    except _Unwritten as error:
        page.end("record", message="the run's report cannot be written: %s" % error)
    except BaseException as error:  # a KeyboardInterrupt that the script raised is the script's, too
        _tell(page, error, script)
    for stream in streams + [sys.stdout, sys.stderr]:
        try:
            stream.flush()
        except BaseException:  # noqa: S112  (closed by the script, or an object of its own)
            continue
    processes.flush_c_streams()
    # Tells the server that all is said: it need not wait for the kernel to take down so large a process.
    for descriptor in (1, 2):
        try:
            _close(descriptor)
        except OSError:
            continue


def _settle_in(request: Dict[str, Any], fault_fd: int) -> None:
    """Make the process what `python SCRIPT` would find, the same for a fork and for a process of its own."""
    processes.keep_orphans()
    os.environ.update(request["environment"])
    tempfile.tempdir = None  # else the one that the server has looked up
    _limit_files(request["disk"])
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    signal.signal(signal.SIGINT, signal.default_int_handler)
    faulthandler.enable(file=fault_fd, all_threads=False)
    # The server sends this at the time limit, to learn the line at which the script waits.
    faulthandler.register(signal.SIGUSR2, file=fault_fd, all_threads=False)
    # A fork would share these states with all others: unseeded scripts would seem to repeat themselves.
    random.seed()
    if "numpy.random" in sys.modules:  # else NumPy 2 would load it for this
        sys.modules["numpy.random"].seed()  # type: ignore[attr-defined]
    scene.set_words(request)
    sys.dont_write_bytecode = True  # beside the case, for every target another


def _limit_files(most: int) -> None:
    """Let no file become larger than that (setrlimit(2)): writing beyond it is an OSError, "File too large"."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    limits = [each for each in (most, soft, hard) if each != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_FSIZE, (min(limits), hard))


def _open_streams() -> List[Any]:
    """Streams on the run's own pipes; the old ones may hold what was never written."""
    sys.stdout = sys.__stdout__ = io.TextIOWrapper(  # type: ignore[misc]
        io.open(1, "wb", closefd=False),  # noqa: SIM115
        encoding="utf-8",
        line_buffering=True,
    )
    sys.stderr = sys.__stderr__ = io.TextIOWrapper(  # type: ignore[misc]
        io.open(2, "wb", closefd=False),  # noqa: SIM115
        encoding="utf-8",
        errors="backslashreplace",
        line_buffering=True,
    )
    return [sys.stdout, sys.stderr]


def _wait_for_threads() -> str:
    """Wait for what a script may leave to Python's exit; say what still runs after that."""
    for hook in reversed(getattr(threading, "_threading_atexits", [])):
        hook()  # idle threads of a ThreadPoolExecutor end only when they are told (Python 3.9)
    end = time.monotonic() + THREAD_GRACE_SECONDS
    for thread in _own_threads():
        thread.join(max(0.0, end - time.monotonic()))
    left = [thread.name for thread in _own_threads()]
    if not left:
        return ""
    count = "a thread" if len(left) == 1 else "%d threads" % len(left)
    names = as_unicode(", ".join(left[:5]))
    return "left %s running %g s after its last line: %s" % (count, THREAD_GRACE_SECONDS, names)


def _own_threads() -> List[threading.Thread]:
    return [
        thread
        for thread in threading.enumerate()
        if thread is not threading.current_thread() and not thread.daemon and thread.is_alive()
    ]


def _run_exit_handlers() -> None:
    # Some scripts write the end of their log in `atexit`; `os._exit` would lose it.
    try:
        atexit._run_exitfuncs()
    except BaseException:
        return  # Python has printed it, and lets the script end well


def _tell(page: Page, error: BaseException, script: str) -> None:
    """Say on the page how a script failed. Every text of it comes from the script, and may fail, too."""
    try:
        kind, said = _description(error, script)
        page.end(kind, **said)
    except BaseException as second:
        shown = "(it cannot be shown: %s)" % _name(second)
        page.end("raise", type=_name(error), message=shown, line=None, traceback="")


def _description(error: BaseException, script: str) -> "Tuple[str, Dict[str, Union[str, int, None]]]":
    """How a script failed, as the host reads it, without the frames that called the script."""
    if isinstance(error, NotARecord):
        return "record", {"message": as_unicode(str(error))}
    trace, line = error.__traceback__, None
    while trace is not None and trace.tb_frame.f_code.co_filename != script:
        trace = trace.tb_next
    for frame in traceback.extract_tb(trace):
        line = frame[1] if frame[0] == script else line
    if isinstance(error, SystemExit):
        place = "" if line is None else "%s:%d: " % (os.path.basename(script), line)
        code = "" if error.code is None else _text(lambda: repr(error.code), "its code")  # type: ignore[attr-defined]
        return "exit", {"message": "%scalled sys.exit(%s)" % (place, code)}
    if isinstance(error, OSError) and error.errno == errno.EFBIG:
        place = "" if line is None else "%s:%d: " % (os.path.basename(script), line)
        most = resource.getrlimit(resource.RLIMIT_FSIZE)[0] / 2.0**20
        return "disk", {"message": "%sa file of more than %.0f MiB, which is all that a run may have" % (place, most)}
    message = _text(lambda: str(error), "its message")
    if isinstance(error, SyntaxError) and error.filename == script:
        message, line = str(error.msg), error.lineno
    try:
        stack = "".join(traceback.format_exception(type(error), error, trace))
    except BaseException as second:
        stack = "the traceback cannot be shown: %s\n" % _name(second)
    return "raise", {
        "type": as_unicode(_name(error)),
        "message": as_unicode(message),
        "line": line,
        "traceback": as_unicode(stack[-_TRACEBACK_LIMIT:]),
    }


def _text(show: Callable[[], str], what: str) -> str:
    try:
        text = show()
    except BaseException as second:
        text = "(%s cannot be shown: %s)" % (what, _name(second))
    return as_unicode(text[:_MESSAGE_LIMIT])


def _name(value: object) -> str:
    """The name of a value's type, whatever its metaclass makes of that."""
    name = type.__dict__["__name__"].__get__(type(value))
    return name if isinstance(name, str) else "an object"

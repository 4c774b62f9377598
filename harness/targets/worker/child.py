"""What happens inside the child process of one run: settle in, run the script, say how it ended."""

import atexit
import faulthandler
import io
import json
import os
import random
import resource
import signal
import sys
import threading
import time
import traceback
from typing import Any, Dict, List, NoReturn

from _harness_worker import processes
from _harness_worker.encode import NotARecord, as_unicode
from _harness_worker.script import Record, run_script

# How long a non-daemon thread may outlive its script. Python itself would wait for ever.
THREAD_GRACE_SECONDS = 2.0
_MESSAGE_LIMIT = 10000
_TRACEBACK_LIMIT = 100000


class _Report:
    """The file that the server reads in the end: a clock, the records, how it ended."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor

    def line(self, text: str) -> None:
        """Write a line now: after a crash the server still finds it."""
        data = (text + "\n").encode("ascii")
        while data:
            data = data[os.write(self.descriptor, data) :]

    def record(self, record: Record) -> None:
        """Write a record."""
        self.line(json.dumps({"record": record}))


def run(request: Dict[str, Any], report_fd: int, fault_fd: int, gate_fd: int) -> NoReturn:
    """Run the request's script when ``gate_fd`` says so, and leave the process.

    ``report_fd`` gets the records, ``fault_fd`` the stack of a crash.
    """
    script = request["script"]
    report = _Report(report_fd)
    _settle_in(script, fault_fd)
    streams = _open_streams()
    os.read(gate_fd, 1)
    os.close(gate_fd)
    report.line(repr(time.monotonic()))
    try:
        entry = run_script(request, report.record)
        left = _wait_for_threads()
        if left:
            report.line(json.dumps({"ended": "thread", "message": left}))
        else:
            report.line(json.dumps({"ended": "ok", "entry": entry}))
            _run_exit_handlers()
    except BaseException as error:  # a KeyboardInterrupt that the script raised is the script's, too
        report.line(json.dumps(_describe(error, script)))
    for stream in streams + [sys.stdout, sys.stderr]:
        try:
            stream.flush()
        except Exception:  # noqa: S112  (closed by the script, or an object of its own)
            continue
    processes.flush_c_streams()
    # Tells the server that all is said: it need not wait for the kernel to take down so large a process.
    for descriptor in (1, 2):
        try:
            os.close(descriptor)
        except OSError:
            continue
    # A child of a process that imported TensorFlow must not run the parent's clean-up.
    os._exit(0)


def _settle_in(script: str, fault_fd: int) -> None:
    """Make the process what `python SCRIPT` would find, the same for a fork and for a process of its own."""
    processes.keep_orphans()
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    signal.signal(signal.SIGINT, signal.default_int_handler)
    faulthandler.enable(file=fault_fd, all_threads=False)
    # The server sends this at the time limit, to learn the line at which the script waits.
    faulthandler.register(signal.SIGUSR2, file=fault_fd, all_threads=False)
    # A fork would share these states with all others: unseeded scripts would seem to repeat themselves.
    random.seed()
    if "numpy.random" in sys.modules:  # else NumPy 2 would load it for this
        sys.modules["numpy.random"].seed()  # type: ignore[attr-defined]
    sys.argv = [script]
    sys.path.insert(0, os.path.dirname(script))
    sys.dont_write_bytecode = True  # beside the case, for every target another


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


def _describe(error: BaseException, script: str) -> Dict[str, Any]:
    """How a script failed, as the host reads it, without the frames that called the script."""
    if isinstance(error, NotARecord):
        return {"ended": "record", "message": as_unicode(str(error))}
    trace, line = error.__traceback__, None
    while trace is not None and trace.tb_frame.f_code.co_filename != script:
        trace = trace.tb_next
    for frame in traceback.extract_tb(trace):
        line = frame[1] if frame[0] == script else line
    if isinstance(error, SystemExit):
        place = "" if line is None else "%s:%d: " % (os.path.basename(script), line)
        code = "" if error.code is None else as_unicode(repr(error.code)[:_MESSAGE_LIMIT])
        return {"ended": "exit", "message": "%scalled sys.exit(%s)" % (place, code)}
    message = _text(error)
    if isinstance(error, SyntaxError) and error.filename == script:
        message, line = str(error.msg), error.lineno
    try:
        stack = "".join(traceback.format_exception(type(error), error, trace))
    except Exception as second:
        stack = "the traceback cannot be shown: %s\n" % type(second).__name__
    return {
        "ended": "raise",
        "type": type(error).__name__,
        "message": as_unicode(message),
        "line": line,
        "traceback": as_unicode(stack[-_TRACEBACK_LIMIT:]),
    }


def _text(error: BaseException) -> str:
    try:
        text = str(error)
    except Exception as second:
        text = "(its message cannot be shown: %s)" % type(second).__name__
    return as_unicode(text[:_MESSAGE_LIMIT])

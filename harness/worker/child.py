"""What happens inside the child process of one run."""

import ast
import atexit
import faulthandler
import io
import json
import os
import signal
import sys
import threading
import time
import traceback
import types
from typing import Any, Dict, List, NoReturn, Optional

from _harness_worker.encode import NotARecord, encode_record

# How long a non-daemon thread may outlive its script. Python itself would wait for ever.
THREAD_GRACE_SECONDS = 2.0


class _Ended(Exception):
    """The script did not do what a script must; the first argument is the answer for the host."""


def run(request: Dict[str, Any], report_fd: int, fault_fd: int) -> NoReturn:
    """Run the request's script and leave the process; ``report_fd`` gets the records, then how it ended."""
    report = io.open(report_fd, "w", encoding="utf-8", closefd=False)
    faulthandler.enable(file=fault_fd, all_threads=False)
    # The server sends this at the time limit, to learn the line at which the script waits.
    faulthandler.register(signal.SIGUSR2, file=fault_fd, all_threads=False)
    sys.stdout = io.TextIOWrapper(io.open(1, "wb", 0, closefd=False), encoding="utf-8", line_buffering=True)
    sys.stderr = io.TextIOWrapper(
        io.open(2, "wb", 0, closefd=False), encoding="utf-8", errors="backslashreplace", line_buffering=True
    )
    sys.argv = [request["script"]]
    sys.path.insert(0, os.path.dirname(os.path.abspath(request["script"])))
    try:
        entry = _run_script(request, report)
        ended = {"ended": "ok", "entry": entry}
        _wait_for_threads()
        _run_exit_handlers()
    except _Ended as reason:
        ended = reason.args[0]
    except BaseException as error:  # a KeyboardInterrupt that the script raised is the script's, too
        ended = _describe(error, request["script"])
    sys.stdout.flush()
    sys.stderr.flush()
    report.write(json.dumps(ended) + "\n")
    report.flush()
    # A child of a process that imported TensorFlow must not run the parent's clean-up.
    os._exit(0)


def _run_script(request: Dict[str, Any], report: Any) -> str:
    path = request["script"]
    with io.open(path, "rb") as file:
        source = file.read()
    has_trace = any(isinstance(node, ast.FunctionDef) and node.name == "trace" for node in ast.parse(source, path).body)
    name = os.path.splitext(os.path.basename(path))[0] if has_trace else "__main__"
    module = types.ModuleType(name)
    module.__file__ = path
    sys.modules[name] = module
    code = compile(source, path, "exec", dont_inherit=True)
    if not has_trace:
        try:
            exec(code, module.__dict__)
        except SystemExit as stop:
            # `sys.exit(main())` and `tf.app.run()` end good scripts, too.
            if stop.code not in (None, 0):
                raise
        return "script"
    exec(code, module.__dict__)
    for record in module.__dict__["trace"](**request["parameters"]):
        report.write(json.dumps({"record": encode_record(record)}) + "\n")
    return "trace"


def _wait_for_threads() -> None:
    end = time.time() + THREAD_GRACE_SECONDS
    for thread in _own_threads():
        thread.join(max(0.0, end - time.time()))
    left = [thread.name for thread in _own_threads()]
    if left:
        raise _Ended(
            {
                "ended": "thread",
                "message": "left %s running %g s after its last line: %s"
                % ("a thread" if len(left) == 1 else "%d threads" % len(left), THREAD_GRACE_SECONDS, ", ".join(left)),
            }
        )


def _own_threads() -> List[threading.Thread]:
    return [
        thread
        for thread in threading.enumerate()
        if thread is not threading.current_thread() and not thread.daemon and thread.is_alive()
    ]


def _run_exit_handlers() -> None:
    # Some scripts write the end of their log in `atexit`; `os._exit` would lose it.
    atexit._run_exitfuncs()


def _describe(error: BaseException, script: str) -> Dict[str, Any]:
    if isinstance(error, NotARecord):
        return {"ended": "record", "message": str(error)}
    if isinstance(error, SystemExit):
        return {"ended": "exit", "message": "called sys.exit(%s)" % ("" if error.code is None else repr(error.code))}
    frames = traceback.extract_tb(error.__traceback__)
    own = [number for number, frame in enumerate(frames) if frame[0] == script]
    shown = frames[own[0] :] if own else []
    lines = traceback.format_list(shown) + traceback.format_exception_only(type(error), error)
    return {
        "ended": "raise",
        "type": type(error).__name__,
        "message": str(error),
        "line": _line(error, script, frames[own[-1]][1] if own else None),
        "traceback": "".join(["Traceback (most recent call last):\n"] + lines if shown else lines),
    }


def _line(error: BaseException, script: str, last_own: Optional[int]) -> Optional[int]:
    if isinstance(error, SyntaxError) and error.filename == script:
        return error.lineno
    return last_own

"""Two ways to a child: a fork of the server, or a process that imports TensorFlow anew. What it does is the same."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import warnings
from typing import Any, Dict, Iterable, NoReturn  # noqa: F401  (Any, Dict: in a comment)

# Not only in the child: every one of them would read it from the disk.
from _harness_worker import ahead, child, processes, scene, script, tensorflow
from _harness_worker.page import taken_over
from _harness_worker.run import Run
from _harness_worker.shield import Shield, give_up_rights


def fork(run: Run, private: Iterable[int], shield: Shield) -> int:
    """Fork a child for a run and give its process id. ``private``: descriptors of the server that it must not have."""
    ahead.compile_preludes(scene.preludes_of(run.request))
    sys.stdout.flush()
    sys.stderr.flush()
    processes.flush_c_streams()
    server, leave = os.getpid(), os._exit
    with warnings.catch_warnings():
        # Python 3.12 warns that other threads may hold locks. Those that importing NumPy started hold none.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid == 0:
        try:
            processes.die_with(server)
            os.setsid()
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for descriptor in private:
                os.close(descriptor)
            for stream, descriptor in ((run.stdout, 1), (run.stderr, 2)):
                os.dup2(stream.child_end or 0, descriptor)
                stream.hand_over()
            if run.view is None:
                os.chdir(run.folder)
            else:
                scene.enter(run.request["scene"])
            shield.give_up_rights()
            child.run(run.request, run.report.fileno(), run.page, run.fault.fileno(), run.gate_child_end or 0)
        except BaseException as error:
            run.page.end("record", message="the run could not begin: %s" % error)
        finally:
            leave(70)
    return pid


def spawn(run: Run, shield: Shield) -> int:
    """Start a process for a run and give its id."""
    # By a file: a word of a command line holds 128 KiB, less than the text of some scripts.
    request = tempfile.TemporaryFile()  # noqa: SIM115
    request.write(json.dumps(dict(run.request, rights=shield.in_user_namespace)).encode("utf-8"))
    request.flush()
    assert run.page_file is not None
    files = (run.report, run.page_file, run.fault)
    descriptors = [file.fileno() for file in files] + [run.gate_child_end or 0, request.fileno()]
    words = [str(os.getpid())] + [str(descriptor) for descriptor in descriptors]
    process = subprocess.Popen(
        [sys.executable, os.path.dirname(os.path.abspath(__file__)), "--run"] + words,
        stdin=subprocess.DEVNULL,
        stdout=run.stdout.child_end,
        stderr=run.stderr.child_end,
        pass_fds=descriptors,
        cwd=run.folder,
        start_new_session=True,
    )
    request.close()
    process.returncode = 0  # the server reaps it, not `subprocess`
    return process.pid


def run_here(server: int, report: int, page: int, fault: int, gate: int, asked: int) -> NoReturn:
    """Do a run in this process, which ``spawn`` started; ``asked`` is the file that holds the request."""
    processes.die_with(server)
    request = json.loads(os.pread(asked, os.fstat(asked).st_size, 0).decode("utf-8"))  # type: Dict[str, Any]
    os.close(asked)
    for descriptor in (report, fault, gate):
        os.set_inheritable(descriptor, False)
    if request.get("scene") is not None:
        scene.enter(request["scene"])
    if request["rights"]:
        give_up_rights()
    shared = taken_over(page)
    module = tensorflow.import_tensorflow()
    tensorflow.preload(module, script.texts(request), scene.preludes_of(request))
    child.run(request, report, shared, fault, gate)

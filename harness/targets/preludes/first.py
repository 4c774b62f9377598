"""Scripts that are run before this one, which finds what they leave behind: those of ``--first``.

Each has a process of its own, forked before TensorFlow has done anything, and so the same folder, the same made-up data
and the same seeds. It works in the folder that it lies in, and what it prints goes nowhere. ``SETTING["scripts"]`` says
of each its path, its text (None: the file's own), and what is run before it; ``SETTING["seconds"]`` how long all of
them may take: the one that has not ended by then is stopped, for what it has written by then may do.
"""

import atexit
import os
import signal
import sys
import time
import traceback

from _harness_worker import patching
from _harness_worker import script as scripts

_LOOK_SECONDS, _MOST_SAID = 0.05, 2000


def run_here(each, descriptor):
    """Run one in this process and leave it; what it fails with is written to a descriptor."""
    path, code = each["script"], 0
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (1, 2):
            os.dup2(nowhere, stream)
        os.chdir(each["folder"])
        sys.argv = [path]
        sys.path.insert(0, os.path.dirname(path))
        for prelude, setting in each["preludes"]:
            told = dict(setting, script=path, see=SETTING["see"], used=lambda _what: None)
            patching.run_file(prelude, "_harness_first_prelude", SETTING=told, PRELUDES=os.path.dirname(prelude))
        scripts.run_whole(path, each["source"])
        atexit._run_exitfuncs()
    except BaseException as error:
        if not (isinstance(error, SystemExit) and error.code in (None, 0)):
            said = traceback.format_exception_only(type(error), error)[-1].strip()
            lines = [frame[1] for frame in traceback.extract_tb(error.__traceback__) if frame[0] == path]
            place = "line %d: " % lines[-1] if lines else ""
            os.write(descriptor, (place + said)[:_MOST_SAID].encode("utf-8", "replace"))
            code = 1
    finally:
        os._exit(code)


def wait(child, until):
    """Wait until a process has ended, or stop it then; say whether it ended by itself, and how."""
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return True, status
        if time.time() > until:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return False, 0
        time.sleep(_LOOK_SECONDS)


def run(each, until):
    name, began = os.path.basename(each["script"]), time.time()
    sys.stdout.flush()
    sys.stderr.flush()
    ear, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ear)
        run_here(each, mouth)
    os.close(mouth)
    ended, status = wait(child, until)
    said = os.read(ear, _MOST_SAID).decode("utf-8", "replace")
    os.close(ear)
    if status:
        raise RuntimeError("%s, which --first runs before it, failed: %s" % (name, said or "it was killed"))
    if "used" in SETTING:
        took = "%.1f s" % (time.time() - began)
        SETTING["used"]("%s (%s)" % (name, took if ended else "stopped after %s" % took))


for each in SETTING["scripts"]:
    run(each, time.time() + SETTING["seconds"] / len(SETTING["scripts"]))

"""Do what the worker's child does with a prelude, once for each line of its input: ``python driver.py PRELUDES``.

A line is JSON: the ``setting``, the ``script``, the ``modules`` that are imported before, as the worker does with lazy
parts of TensorFlow that a script names, the ``folder`` to run in and the ``home``. Each is a fork of this process,
which has imported TensorFlow; what it says goes to the files ``said`` and ``told`` of its folder, its exit code here.
"""

import importlib
import json
import os
import sys
import tempfile
import traceback
import types

import tensorflow  # noqa: F401

PRELUDES = sys.argv[1]


def main() -> None:
    for line in sys.stdin:
        asked = json.loads(line)
        pid = os.fork()
        if pid == 0:
            os._exit(_enter(asked))
        _, status = os.waitpid(pid, 0)
        print(status, flush=True)


def _enter(asked):  # type: ignore[no-untyped-def]
    os.chdir(asked["folder"])
    os.environ.update(HOME=asked["home"], TMPDIR=asked["folder"])
    tempfile.tempdir = None
    for stream, name in ((1, "said"), (2, "told")):
        file = os.open(name, os.O_CREAT | os.O_WRONLY)
        os.dup2(file, stream)
        os.close(file)
    code = 1
    try:
        _run(asked)
        code = 0
    except BaseException:
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    return code


def _run(asked):  # type: ignore[no-untyped-def]
    sys.dont_write_bytecode = True
    for name in asked["modules"]:
        importlib.import_module(name)
    package = sys.modules["_harness_preludes"] = types.ModuleType("_harness_preludes")
    package.__path__ = [PRELUDES]
    before = set(sys.modules)
    path = os.path.join(PRELUDES, "stand_in.py")
    namespace = {"SETTING": asked["setting"], "PRELUDES": PRELUDES, "__name__": "_harness_prelude", "__file__": path}
    with open(path, "rb") as file:
        exec(compile(file.read(), path, "exec", dont_inherit=True), namespace)
    imported = sorted(set(sys.modules) - before)
    script = asked["script"]
    sys.argv = [script]
    sys.path[0] = os.path.dirname(script)
    with open(script, "rb") as file:
        code = compile(file.read(), script, "exec", dont_inherit=True)
    exec(code, {"__name__": "__main__", "__file__": script})
    sys.stderr.write("\n" + json.dumps({"used": namespace["USED"], "imported": imported}))


main()

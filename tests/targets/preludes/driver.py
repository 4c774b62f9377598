"""Do what the worker's child does with a prelude: ``python driver.py PRELUDES SIZE SCRIPT``."""

import json
import os
import sys

import tensorflow  # noqa: F401

PRELUDES, SIZE, SCRIPT = sys.argv[1:]
sys.dont_write_bytecode = True


def prelude(name, setting):
    path = os.path.join(PRELUDES, name + ".py")
    with open(path, "rb") as file:
        code = compile(file.read(), path, "exec", dont_inherit=True)
    namespace = {"SETTING": setting, "PRELUDES": PRELUDES, "__name__": "_harness_prelude", "__file__": path}
    sys.path.insert(0, PRELUDES)
    try:
        exec(code, namespace)
    finally:
        sys.path.remove(PRELUDES)
    return namespace


import time  # noqa: E402

begun = time.time()
done = prelude("stand_in", {"size": int(SIZE)})
took = time.time() - begun
sys.argv = [SCRIPT]
sys.path[0] = os.path.dirname(SCRIPT)
with open(SCRIPT, "rb") as file:
    text = file.read()
try:
    exec(compile(text, SCRIPT, "exec", dont_inherit=True), {"__name__": "__main__", "__file__": SCRIPT})
finally:
    sys.stderr.write("\nTOOK %.4f\nUSED %s\n" % (took, json.dumps(done["USED"])))

"""Do what the worker's child does with a prelude: ``python driver.py PRELUDES SETTING SCRIPT [MODULE...]``.

The modules are imported before, as the worker does with lazy parts of TensorFlow that a script names.
"""

import importlib
import json
import os
import sys

import tensorflow  # noqa: F401

preludes, setting, script = sys.argv[1], json.loads(sys.argv[2]), sys.argv[3]
sys.dont_write_bytecode = True
for name in sys.argv[4:]:
    importlib.import_module(name)
before = set(sys.modules)
path = os.path.join(preludes, "stand_in.py")
namespace = {"SETTING": setting, "PRELUDES": preludes, "__name__": "_harness_prelude", "__file__": path}
sys.path.insert(0, preludes)
try:
    with open(path, "rb") as file:
        exec(compile(file.read(), path, "exec", dont_inherit=True), namespace)
finally:
    sys.path.remove(preludes)
imported = sorted(set(sys.modules) - before)
sys.argv = [script]
sys.path[0] = os.path.dirname(script)
with open(script, "rb") as file:
    code = compile(file.read(), script, "exec", dont_inherit=True)
exec(code, {"__name__": "__main__", "__file__": script})
sys.stderr.write("\n" + json.dumps({"used": namespace["USED"], "imported": imported}))

"""Start the worker: ``PYTHON worker CONFIG``, with this folder, serves runs, ``PYTHON worker --run ...`` does one.

Runs under any target's interpreter, Python 3.6 to today, with the standard library and TensorFlow alone.
"""

import sys

# Python put this folder in front; nothing in it may stand in for a module of the script under test.
sys.path.pop(0)
_LOADED = frozenset(sys.modules)

import importlib.util  # noqa: E402
import os  # noqa: E402

_FOLDER = os.path.dirname(os.path.abspath(__file__))
_SPEC = importlib.util.spec_from_file_location(
    "_harness_worker", os.path.join(_FOLDER, "__init__.py"), submodule_search_locations=[_FOLDER]
)
assert _SPEC is not None and _SPEC.loader is not None
_PACKAGE = importlib.util.module_from_spec(_SPEC)
sys.modules["_harness_worker"] = _PACKAGE
_PACKAGE.__dict__["LOADED_AT_START"] = _LOADED
_SPEC.loader.exec_module(_PACKAGE)

if __name__ == "__main__":
    from _harness_worker import entry

    entry.main(sys.argv[1:])

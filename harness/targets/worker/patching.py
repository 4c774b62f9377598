"""A patch: a file that an experiment has run before the script, to change one thing that the script finds."""

import io
import os
import sys
import types
from typing import Any, Dict


class PatchError(Exception):
    """A patch cannot do its work here; the message says why."""


def apply(path: str, arguments: Dict[str, Any]) -> None:
    """Run a patch, which finds ``arguments`` as ``CHANGE`` and may import what lies beside it.

    Raises PatchError, for a RuntimeError with its text, for all else that the patch raises with type and text.
    """
    stem = os.path.splitext(os.path.basename(path))[0]
    module = types.ModuleType("_harness_patch")
    module.__dict__.update(__file__=path, CHANGE=arguments)
    sys.modules[module.__name__] = module
    with io.open(path, "rb") as file:
        text = file.read()
    sys.path.insert(0, os.path.dirname(path))
    try:
        exec(compile(text, path, "exec", dont_inherit=True), module.__dict__)
    except Exception as error:
        reason = str(error) if type(error) is RuntimeError else "%s: %s" % (type(error).__name__, error)
        raise PatchError("the patch %s cannot be applied here: %s" % (stem, reason)) from error
    finally:
        sys.path.remove(os.path.dirname(path))

"""A patch: a file that an experiment has run before the script, to change one thing that the script finds."""

import os
import sys
import types
from typing import Any, Dict

from _harness_worker import ahead

# What patches import each other from, those of all rooms.
_PACKAGE = "_harness_patches"


class PatchError(Exception):
    """A patch cannot do its work here; the message says why."""


def apply(path: str, arguments: Dict[str, Any], script: str = "") -> None:
    """Run a patch, which finds ``arguments`` as ``CHANGE``, the path of the ``script`` as ``SCRIPT``, and may import
    what lies beside it, and what lies in the rooms of patches and of preludes.

    Raises PatchError, for a RuntimeError with its text, for all else that the patch raises with type and text.
    """
    stem = os.path.splitext(os.path.basename(path))[0]
    ahead.provide(_PACKAGE, os.path.dirname(os.path.dirname(path)))
    try:
        run_file(path, "_harness_patch", CHANGE=arguments, SCRIPT=script)
    except Exception as error:
        reason = str(error) if type(error) is RuntimeError else "%s: %s" % (type(error).__name__, error)
        raise PatchError("the patch %s cannot be applied here: %s" % (stem, reason)) from error


def run_file(path: str, name: str, **values: Any) -> None:
    """Run a file as a module of that name, which finds these values; it may import what lies beside it, and from the
    rooms of preludes."""
    module = types.ModuleType(name)
    module.__dict__.update(values, __file__=path)
    sys.modules[name] = module
    beside = os.path.dirname(path)
    sys.path.insert(0, beside)
    ahead.find_here()
    try:
        exec(ahead.code_of(path), module.__dict__)
    finally:
        sys.path.remove(beside)

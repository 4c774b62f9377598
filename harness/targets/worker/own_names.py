"""Modules of a script that are named like one of the standard library, which this process may have loaded already."""

import os
import sys

import _harness_worker

_STANDARD = os.path.join(os.path.dirname(os.path.abspath(os.__file__)), "")
_PACKAGES = ("site-packages", "dist-packages")


def give_way(folder: str, script: str) -> None:
    """In a child: have a script find what lies in its folder where the standard library has that name, as ``python
    SCRIPT`` does. Who imported the other one before keeps it; what Python itself loads at its start stays, and a script
    that is itself named so is no module of its own."""
    try:
        names = os.listdir(folder or os.curdir)
    except OSError:
        return
    for name in names:
        stem, ending = os.path.splitext(name)
        place = getattr(sys.modules.get(stem), "__file__", None) or ""
        if os.path.basename(script) == name or stem in _harness_worker.LOADED_AT_START or not _is_standard(place):
            continue
        if ending == ".py" or (not ending and os.path.isfile(os.path.join(folder, name, "__init__.py"))):
            for each in [each for each in sys.modules if each == stem or each.startswith(stem + ".")]:
                del sys.modules[each]


def _is_standard(place: str) -> bool:
    inner = place[len(_STANDARD) :] if place.startswith(_STANDARD) else ""
    return bool(inner) and not inner.startswith(_PACKAGES)

"""What a script finds besides an empty folder, as its request says: the ``scene``.

==============  ===========================================================================
``folder``      what it works in, seen by ``view``
``arguments``   the words behind its name
``module``      the name of the module that it is, empty for a script
``paths``       folders of packages beside TensorFlow's own
``preludes``    files that are run before it, each with its setting
``network``     whether it has one
``input``       the file that is its standard input, none for an empty one
``keep``        where what it wrote is copied to
``repository``  a further folder that it may write to
``elsewhere``   whether it may make folders where this machine has none
==============  ===========================================================================
"""

import io
import os
import site
import sys
from typing import Any, Callable, Dict, List

from _harness_worker import entering, patching


def enter(scene: Dict[str, Any]) -> None:
    """In a child: go where the script works; without a network, unless it may have one. Raises OSError."""
    if not scene["network"] and not entering.cut_off_network():
        note(scene, "network", "the kernel lets nobody cut it off")
    if scene.get("input"):
        given = os.open(scene["input"], os.O_RDONLY)
        os.dup2(given, 0)
        os.close(given)
        sys.stdin = sys.__stdin__ = io.TextIOWrapper(  # type: ignore[misc]
            io.open(0, "rb", closefd=False),  # noqa: SIM115
            encoding="utf-8",
        )
    if not entering.enter(scene["view"]):
        note(scene, "unprotected", "neither an overlay nor Landlock")


def note(scene: Dict[str, Any], kind: str, what: str) -> None:
    """Write down what the host is told of when the run has ended."""
    with io.open(scene["notes"], "a", encoding="utf-8") as file:
        file.write("%s %s\n" % (kind, what))


def set_words(request: Dict[str, Any]) -> None:
    """Set the words of the command line, and where modules are looked for, as ``python SCRIPT`` or ``python -m``."""
    script, scene = request["script"], request.get("scene")
    sys.argv = [script]
    sys.path.insert(0, os.path.dirname(script))
    if scene is None:
        return
    sys.argv += scene["arguments"]
    if scene["module"]:
        sys.path[0] = os.getcwd()
    # TensorFlow 1.4 and 1.12 import it, and it knows no package that came later: others ask it for versions.
    resources = sys.modules.get("pkg_resources")
    for path in scene["paths"]:
        site.addsitedir(path)
        if resources is not None:
            resources.working_set.add_entry(path)


def module_of(request: Dict[str, Any]) -> str:
    """The name of the module that is to be run; empty for a script."""
    return str((request.get("scene") or {}).get("module", ""))


def run_preludes(request: Dict[str, Any], see: Callable[[str, Any], None]) -> None:
    """Run what prepares TensorFlow and Python for the script: the scene's, then those of every run."""
    scene = request.get("scene") or {}
    for path, setting in _preludes(request):
        stem = os.path.splitext(os.path.basename(path))[0]
        told = dict(setting, see=see, script=request["script"])
        if scene:
            told.update(used=_noting(scene, stem), notes=scene["notes"])
        patching.run_file(path, "_harness_prelude_" + stem, SETTING=told, PRELUDES=os.path.dirname(path))


def preludes_of(request: Dict[str, Any]) -> List[str]:
    """Give the files that are run before the script."""
    return [path for path, _ in _preludes(request)]


def _preludes(request: Dict[str, Any]) -> List[Any]:
    return list((request.get("scene") or {}).get("preludes", ())) + list(request.get("preludes", ()))


def _noting(scene: Dict[str, Any], kind: str) -> "Callable[[str], None]":
    return lambda what: note(scene, kind, " ".join(what.split()))

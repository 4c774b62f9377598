"""Checkpoints that are nowhere: variables begin as they are initialized, with weights that nobody has trained.

Nothing is given where the script itself tries whether there is one, where it saves some, or where another one beside it
names the checkpoint: that is run first. Those of well-known networks have come from elsewhere.
"""

import ast
import fnmatch
import linecache
import os
import re
import sys

_ENDINGS = ("", ".index", ".meta", ".data-00000-of-00001")
_PACKAGES = os.sep + "site-packages" + os.sep
_SAVES = re.compile(
    r"\.save\s*\(\s*(?:self\.)?_?sess\w*\b|\bmodel_dir\b|\b(?:Supervisor|MonitoredTrainingSession)\s*\("
)
# What others have trained, and nobody writes who restores it.
_HANDED_OUT = re.compile(r"(?:inception|resnet|vgg|mobilenet|nasnet|pnasnet)_[\w.-]*\.ckpt$")
_SCRIPTS = (".py", ".ipynb")
_MOST_FILES, _MOST_BYTES = 200, 1 << 20
# Shorter names stand in any text.
_SHORTEST = 5


def begin(run, session, variables, path):
    """Have variables begin as they are initialized; of a Saver without a list of them, all that a graph has."""
    variables = session.graph.get_collection("variables") if variables is None else variables
    session.run([each.initializer for each in _flat(variables) if hasattr(each, "initializer")])
    run.used("the checkpoint %s (weights that nobody has trained)" % os.path.basename(str(path)))


def _flat(variables):
    if isinstance(variables, dict):
        variables = [variables[name] for name in sorted(variables)]
    if not isinstance(variables, (list, tuple)):
        return [variables]
    return [one for each in variables for one in _flat(each)]


def is_nowhere(run, path):
    """Whether a checkpoint is not there, and nobody writes it or does without."""
    try:
        path = os.fsdecode(path)
    except TypeError:
        return False
    name = re.sub(r"-\d+$", "", os.path.basename(path))
    if len(name) < _SHORTEST or any(os.path.lexists(path + ending) for ending in _ENDINGS) or _are_there(path):
        return False
    if _is_tried(run):
        return False
    return _HANDED_OUT.match(name) is not None or not _may_be_written(getattr(run, "script", ""), name)


def _are_there(path):
    """Whether a pattern leads to some, as ``model.ckpt-9-?????-of-00001``, by which 0.12 finds those in parts."""
    folder, pattern = os.path.split(path)
    return "?" in pattern and os.path.isdir(folder) and bool(fnmatch.filter(os.listdir(folder), pattern))


def _is_tried(run):
    """Whether the script asks for it where it catches that there is none."""
    own = tuple(os.path.join(each, "") for each in run.near)
    frame = sys._getframe(2)
    while frame is not None:
        name = frame.f_code.co_filename
        is_own = name.startswith(own) and _PACKAGES not in name
        if is_own and any(first <= frame.f_lineno < last for first, last in _tries(name)):
            return True
        frame = frame.f_back
    return False


def _tries(name):
    """The lines between which a file catches what is raised."""
    try:
        tree = ast.parse("".join(linecache.getlines(name)))
    except (SyntaxError, ValueError):
        return []
    tries = [each for each in ast.walk(tree) if isinstance(each, ast.Try) and each.handlers]
    return [(each.body[0].lineno, each.handlers[0].lineno) for each in tries]


def _may_be_written(script, name):
    if not script or _SAVES.search("".join(linecache.getlines(script)) or _read(script)):
        return True
    folder, own = os.path.dirname(script), os.path.realpath(script)
    beside = [os.path.join(folder, each) for each in sorted(os.listdir(folder)) if each.endswith(_SCRIPTS)]
    return any(name in _read(each) for each in beside[:_MOST_FILES] if os.path.realpath(each) != own)


def _read(path):
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read(_MOST_BYTES)
    except OSError:
        return ""

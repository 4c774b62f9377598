"""Packages that a script asks for: those that ``--with`` names, or those that it imports and its environment lacks."""

import itertools
import json
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from harness.releases.layers import Layer, layer_of, on_the_index
from harness.sides.around.above import folders_above, is_folder_near
from harness.sides.around.models_repository import folder_in_models
from harness.sides.around.own_files import OwnFile, imported_by, own_files
from harness.sides.around.versions import packages_by_use
from harness.words.distributions import distribution_of, is_name_of_ones_own, is_well_known
from harness.words.errors import UsageError

AUTO = "auto"
_MISSING = """
import importlib.util, json, sys
sys.path.insert(0, sys.argv[1])
def is_there(name):
    try:
        return importlib.util.find_spec(name) is not None
    except Exception:
        return True
print(json.dumps([name for name in sys.argv[2:] if not is_there(name)]))
"""
# A module that is not there and that no package has: TensorFlow's own, and Python 2's.
NO_PACKAGES = frozenset(
    [
        "cPickle",
        "urllib2",
        "urlparse",
        "Queue",
        "StringIO",
        "ConfigParser",
        "cStringIO",
        "commands",
        "Tkinter",
        "httplib",
        "__builtin__",
        "input_data",
        "tensorflow",
    ]
)


def layer_for(
    packages: Sequence[str],
    script: Path,
    text: str,
    python: Path,
    root: Path,
    files: Iterable[OwnFile] | None = None,
) -> Layer | None:
    """Give the layer with what ``--with`` asks for, for a script with that ``text`` in an interpreter; None where
    nothing is asked for, or missing. ``files`` are what it imports of its own, None where nobody has looked yet.
    Raises UsageError for what cannot be had."""
    named = [package for package in packages if package != AUTO]
    if AUTO not in packages:
        return _layer(named, python, root)
    files = [*(own_files(script, text) if files is None else files)]
    texts = [text, *(file.text for file in files)]
    own = {(file.path.parent if file.path.stem == "__init__" else file.path).stem for file in files}
    full = {module for each in texts for module in imported_by(each, relative=False)}
    modules = {each.partition(".")[0] for each in full}
    lie_above = {each.partition(".")[0] for each in full if folders_above(script, [each])}
    wanted = {
        module: ""
        for module in sorted(modules - NO_PACKAGES - own - lie_above)
        if not _lies_below(script.parent, module) and not any(_is_of_models(module, each) for each in texts)
    }
    for module, versions in (each for text in texts for each in packages_by_use(text, modules)):
        wanted[module] = wanted.get(module) or versions
    lacking = _missing([*wanted], script.parent, python)
    known = [f"{distribution_of(each)}{wanted[each]}" for each in lacking if is_well_known(each) or wanted[each]]
    unknown = [each for each in lacking if not (is_well_known(each) or wanted[each])]
    found = [
        distribution_of(each) for each in unknown if not is_folder_near(script, each) and not is_name_of_ones_own(each)
    ]
    try:
        return _layer(named, python, root, found, known)
    except UsageError:
        # A module that is no package may be a file of the user's that lies elsewhere: the run says that it is missing.
        there = on_the_index(python, found)
        if len(there) == len(found):
            raise
        return _layer(named, python, root, there, known)


def _is_of_models(module: str, text: str) -> bool:
    return folder_in_models(module, text) is not None


def _layer(
    packages: Sequence[str], python: Path, root: Path, guessed: Sequence[str] = (), known: Sequence[str] = ()
) -> Layer | None:
    wanted = tuple(dict.fromkeys(packages))
    more = tuple(each for each in dict.fromkeys(guessed) if each not in wanted)
    known = tuple(each for each in dict.fromkeys(known) if each not in wanted)
    return layer_of(python, wanted, root, more, known) if wanted or more or known else None


def _lies_below(folder: Path, module: str) -> bool:
    """Whether a folder has a module in one of its own, or lies in that package itself: a script adds them to its path,
    or is meant to be run from above. No package that has that name by chance is what it imports."""
    below = (f"{depth}{name}" for depth in ("*/", "*/*/") for name in (f"{module}.py", f"{module}/__init__.py"))
    if any(next(folder.glob(each), None) is not None for each in below):
        return True
    inside = itertools.takewhile(lambda each: (each / "__init__.py").is_file(), (folder, *folder.resolve().parents))
    return module in (each.resolve().name for each in inside)


def _missing(modules: Sequence[str], folder: Path, python: Path) -> list[str]:
    """Those of some modules that an interpreter does not find."""
    done = subprocess.run(
        [str(python), "-c", _MISSING, str(folder), *modules], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise UsageError(f"--with {AUTO}: {python} cannot be asked what it has: {done.stderr.strip()[-200:]}")
    found: list[str] = json.loads(done.stdout.splitlines()[-1])
    return found

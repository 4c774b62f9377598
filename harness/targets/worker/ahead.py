"""What a server does once for all of its children: preludes compiled, names of modules written down.

A child may keep no ``.pyc``, so each would compile the same texts, and the regular expressions in them; and to look
through ``sys.modules`` it touches as many objects as there are names, whose pages the kernel then copies for it (3 to 8
ms of some 5000 names).
"""

import ast
import importlib.machinery
import io
import os
import re
import sys
import types
from typing import Any, Dict, List, Sequence, Tuple  # noqa: F401  (Dict, List: in comments)

PRELUDES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "preludes")
# The package that preludes import what lies in their rooms from: no module of a script has its name.
PACKAGE = "_harness_preludes"
# What a text imports of a room, and names in quotes: some are imported only when the script asks for what they stand in
# for.
_IMPORTED = re.compile(r"^ *from _harness_preludes\.(\w+)(?:\.(\w+))? import (\([^)]*\)|.*)", re.MULTILINE)
_QUOTED = re.compile(r"\"(\w+)\.(\w+)\"")
_PATTERN = re.compile(r"\bre\.compile\((r?\"(?:[^\"\\\n]|\\.)*\")\)")
_compiled = {}  # type: Dict[str, types.CodeType]
# The names of all modules by then, a line each, and the last of them.
_there = {"names": "", "last": ""}


def note_modules() -> None:
    """Write down which modules there are. Children that are forked from now on look only through what they add."""
    names = list(sys.modules)
    _there.update(names="\n" + "\n".join(names) + "\n", last=names[-1])


def loaded(endings: Sequence[str]) -> "List[str]":
    """Give the modules that are there and whose names end in one of these."""
    last = _there["last"]
    if last not in sys.modules:
        return [name for name in list(sys.modules) if name.endswith(tuple(endings))]
    added = []  # type: List[Tuple[str, Any]]
    # From the end, where the new ones are: to go through a dictionary from its beginning touches every key.
    while not added or added[-1][0] != last:
        added.append(sys.modules.popitem())
    sys.modules.update(reversed(added))
    return [name for name in _written_down(endings) if name in sys.modules] + [
        name for name, _ in reversed(added[:-1]) if name.endswith(tuple(endings))
    ]


def _written_down(endings: Sequence[str]) -> "List[str]":
    names, found = _there["names"], []
    for ending in endings:
        end = names.find(ending + "\n")
        while end >= 0:
            found.append(names[names.rfind("\n", 0, end) + 1 : end + len(ending)])
            end = names.find(ending + "\n", end + 1)
    return found


def compile_preludes(paths: Sequence[str]) -> None:
    """Compile these files, where they are preludes, and those of their rooms that they name, and so on."""
    waiting = [path for path in paths if os.path.dirname(path) == PRELUDES and path not in _compiled]
    if waiting:
        find_here()
    while waiting:
        path = waiting.pop()
        if path in _compiled or not os.path.exists(path):
            continue
        text = _read(path).decode("utf-8")
        _compiled[path] = compile(text, path, "exec", dont_inherit=True)
        _compile_patterns(text)
        for room, name in _named(text):
            waiting += [os.path.join(PRELUDES, room, each + ".py") for each in ("__init__", name)]


def _named(text: str) -> "List[Tuple[str, str]]":
    """What a prelude names of the rooms, each a room and a module in it; of what it quotes some are no such thing."""
    found = list(_QUOTED.findall(text))
    for room, module, names in _IMPORTED.findall(text):
        words = [module] if module else [each.split()[0] for each in names.strip("() \n").split(",") if each.strip()]
        found += [(room, word) for word in words]
    return found


def _compile_patterns(text: str) -> None:
    """Have ``re`` know the expressions that a prelude compiles, which it keeps: those of one line, without flags."""
    for found in _PATTERN.findall(text):
        re.compile(ast.literal_eval(found))


def code_of(path: str) -> types.CodeType:
    """Give a file compiled, from memory where it is there."""
    if path in _compiled:
        return _compiled[path]
    return compile(_read(path), path, "exec", dont_inherit=True)


def provide(name: str, folder: str) -> None:
    """Have a package of that name, which none of a script's has, be what lies in a folder."""
    if name not in sys.modules:
        package = types.ModuleType(name)
        package.__path__ = [folder]  # type: ignore[attr-defined]
        sys.modules[name] = package


def find_here() -> None:
    """Have what is imported from the folder of preludes, and from their rooms, come from memory where it is there."""
    if PACKAGE in sys.modules:
        return
    provide(PACKAGE, PRELUDES)
    rooms = [each.path for each in os.scandir(PRELUDES) if each.is_dir()]
    for folder in [PRELUDES, *rooms]:
        sys.path_importer_cache[folder] = importlib.machinery.FileFinder(folder, (_Loader, [".py"]))


class _Loader(importlib.machinery.SourceFileLoader):
    def get_code(self, fullname: str) -> types.CodeType:
        return code_of(self.get_filename(fullname))


def _read(path: str) -> bytes:
    with io.open(path, "rb") as file:
        return file.read()

"""Files that a script reads and that are not there, nor written by itself."""

import ast
import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from harness.survey.answers import Need, Wanting
from harness.survey.needs import readers
from harness.survey.needs.course import ASKS_PATH, Course
from harness.survey.needs.loaders import NETWORK, plain_name
from harness.survey.needs.readers import Reader
from harness.survey.needs.reading import Place, Reading
from harness.survey.needs.tree import Tree, is_address
from harness.survey.needs.values import Values, argument

_FAILURES = ("IOError", "OSError", "FileNotFoundError", "EnvironmentError", "NotFoundError", "OpError")
_WRITING = re.compile(r"[wax]")
# Names with places left open, and those of devices.
_OPEN = re.compile(r"[*?{}\n]|%[sd0-9(]|^/dev/|^/proc/")
_OF_WINDOWS = re.compile(r"^[A-Za-z]:[\\/]|^[^/]*\\")
_MAKES_FILES = re.compile(r"\b(?:wget|curl|unzip|tar|gunzip|python3?|cp|mv|git|aws|gsutil|7z|bash|sh)\b|\.sh\b")
_SHELL = ("system", "Popen", "check_call", "check_output")


@dataclass(frozen=True)
class Written:
    """What a script writes: a path, or what it begins with where it is ``open``, which is empty for any at all. It is
    written ``by`` that line of the module itself; 0: by a function, whenever that is."""

    name: str
    open: bool
    by: int

    def accounts_for(self, path: str, line: int) -> bool:
        """Whether a path that is read in a line of the module (0: of a function) may have been written so."""
        if self.by and line and self.by > line:
            return False
        if self.open:
            return path.startswith(self.name)
        return path.startswith(self.name) or self.name.startswith(f"{path}/")


def file_needs(
    reading: Reading, tree: Tree, values: Values, course: Course, written: Sequence[Written]
) -> Iterator[Need]:
    """Give the paths that a text reads and that lead to nothing, but for those that it may have ``written``, and those
    of which it asks first whether they are there."""
    asked = _asked(reading, values)
    for call, place in reading.calls:
        reader = _reader(reading, call)
        if reader is None or place.catches(*_FAILURES) or not course.is_certain(place):
            continue
        if reader.mode is not None and not _reads(call, reader, place, values):
            continue
        for node in _paths(reading, call, reader):
            if ast.unparse(node) in asked:
                continue
            for name in values.texts(node, place.scope):
                line = call.lineno if place.scope is None else 0
                path = tree.shown(name)
                need = _need(path, reader, call.lineno, tree)
                known = any(each.accounts_for(path, line) for each in written)
                if need is not None and not known and not any(path.startswith(each) for each in asked):
                    yield need


def _need(name: str, reader: Reader, line: int, tree: Tree) -> Need | None:
    if is_address(name):
        web = name.startswith(("http://", "https://", "ftp://", "file:"))
        return None if web else Need(Wanting.DATA, name, line, NETWORK)
    if _OPEN.search(name) or tree.has(name, prefix=reader.prefix):
        return None
    above = tree.above(name, prefix=reader.prefix)
    if above:
        option = f"--cwd {above}"
    elif _OF_WINDOWS.match(name):
        option = "give it a path of this machine"
    else:
        option = "put it there" if name.startswith(("/", "..")) else "put it beside the script"
    return Need(Wanting.FILE, name, line, option)


def written_by(reading: Reading, tree: Tree, values: Values) -> Iterator[Written]:
    """Give what a text writes, as far as that is known."""
    for call, place in reading.calls:
        name = plain_name(reading.name(call))
        last = call.func.attr if isinstance(call.func, ast.Attribute) else name
        by = call.lineno if place.scope is None else 0
        if last.rpartition(".")[2] in (*readers.UNTOLD, *_SHELL) or "download" in last.lower():
            if _makes_files(last, call, place, values):
                yield Written("", open=True, by=by)
            continue
        target = _target(name, last, call, place, values)
        if target is None:
            continue
        for each in values.texts(target, place.scope):
            yield Written(tree.shown(each), open=False, by=by)
        if not values.texts(target, place.scope):
            begun = values.begins(target, place.scope)
            yield Written(tree.shown(begun) if begun else "", open=True, by=by)


def _target(name: str, last: str, call: ast.Call, place: Place, values: Values) -> ast.expr | None:
    reader = readers.FUNCTIONS.get(name)
    if reader is not None and reader.mode is not None:
        return argument(call, 0, *reader.names) if _writes(call, reader, place, values) else None
    writer = readers.WRITERS.get(name) or readers.WRITING_METHODS.get(last)
    if writer is not None:
        return argument(call, writer.number, *writer.names)
    if last in ("save", "fit") and name not in readers.WRITERS:
        return argument(call, 1 if len(call.args) > 1 else 0, "save_path", "filepath") if last == "save" else None
    return None


def _makes_files(last: str, call: ast.Call, place: Place, values: Values) -> bool:
    """Whether a call may leave files; of a command of the shell, as its words tell."""
    if last not in _SHELL and not last.endswith(tuple(f".{each}" for each in _SHELL)):
        return True
    words = call.args[0] if call.args else None
    parts = words.elts if isinstance(words, ast.List) else [words]
    texts = [text for part in parts for text in values.texts(part, place.scope)]
    return not texts or _MAKES_FILES.search(" ".join(texts)) is not None


def _reader(reading: Reading, call: ast.Call) -> Reader | None:
    name = plain_name(reading.name(call))
    if name in readers.FUNCTIONS:
        return readers.FUNCTIONS[name] if name not in reading.functions else None
    return readers.METHODS.get(call.func.attr) if isinstance(call.func, ast.Attribute) else None


def _mode(call: ast.Call, reader: Reader, place: Place, values: Values) -> str:
    given = argument(call, reader.mode or 0, "mode")
    return (values.texts(given, place.scope) or ("?",))[0] if given is not None else reader.default


def _reads(call: ast.Call, reader: Reader, place: Place, values: Values) -> bool:
    return _mode(call, reader, place, values).startswith(("r", "U"))


def _writes(call: ast.Call, reader: Reader, place: Place, values: Values) -> bool:
    mode = _mode(call, reader, place, values)
    return mode == "?" or _WRITING.search(mode) is not None


def _paths(reading: Reading, call: ast.Call, reader: Reader) -> list[ast.expr]:
    node = argument(call, reader.number, *reader.names)
    if reader.many and isinstance(node, ast.Name):
        bound = reading.bindings.get((0, node.id), [])
        node = bound[0].value if len(bound) == 1 and isinstance(bound[0].value, ast.List) else node
    if isinstance(node, ast.List):
        return node.elts if reader.many else []
    if isinstance(node, ast.Call) and reading.name(node).endswith(".latest_checkpoint") and node.args:
        node = node.args[0]
    return [node] if node is not None else []


def _asked(reading: Reading, values: Values) -> frozenset[str]:
    """The paths, and the texts of expressions, of which a script asks whether they are there."""
    found = set()
    for call, place in reading.calls:
        if reading.name(call).rpartition(".")[2] in ASKS_PATH:
            node = argument(call, 0, "path", "filename")
            node = node if node is not None else call.func.value if isinstance(call.func, ast.Attribute) else None
            if node is not None:
                found.add(ast.unparse(node))
                found |= {posixpath.normpath(each) for each in values.texts(node, place.scope)}
    return frozenset(found - {"."})

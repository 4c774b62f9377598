"""Whether a place of a script is reached: by the tests that it stands under, and those of the calls that lead there."""

import ast
from collections.abc import Mapping, Sequence

from harness.survey.needs.reading import Place, Reading
from harness.survey.needs.tree import Tree
from harness.survey.needs.values import Values, argument

# What asks whether a path is there.
ASKS_PATH = frozenset(["exists", "isfile", "isdir", "lexists", "Exists", "IsDirectory", "is_file", "is_dir", "access"])
_DEEPEST = 6


class Course:
    """Which places of a text run whatever happens, and which never do."""

    def __init__(self, reading: Reading, tree: Tree, values: Values) -> None:
        self._reading, self._tree, self._values = reading, tree, values
        self._sites: dict[str, list[Place]] = {}
        for call, place in reading.calls:
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            self._sites.setdefault(name, []).append(place)

    def is_dead(self, place: Place, deep: int = 0) -> bool:
        """Whether a test that is known keeps it from ever running."""
        if any(self._truth(test, place) is (not wanted) for test, wanted in place.tests):
            return True
        sites = self._calls_of(place)
        return bool(sites) and deep < _DEEPEST and all(self.is_dead(each, deep + 1) for each in sites)

    def is_certain(self, place: Place, deep: int = 0) -> bool:
        """Whether no test that is not known, and no failure of something else, decides about it. What nothing in the
        text calls counts as called."""
        if place.handles or any(self._truth(test, place) is not wanted for test, wanted in place.tests):
            return False
        sites = self._calls_of(place)
        return not sites or deep >= _DEEPEST or any(self.is_certain(each, deep + 1) for each in sites)

    def _calls_of(self, place: Place) -> Sequence[Place]:
        scope = place.scope
        if scope is None or isinstance(scope, ast.Lambda):
            return ()
        return [each for each in self._sites.get(scope.name, ()) if each.scope is not scope]

    def _truth(self, test: ast.expr, place: Place) -> bool | None:
        if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            truth = self._truth(test.operand, place)
            return None if truth is None else not truth
        if isinstance(test, ast.Call) and self._reading.name(test).rpartition(".")[2] in ASKS_PATH:
            paths = self._values.texts(argument(test, 0, "path", "filename"), place.scope)
            # What is not there, the script itself may have made by then.
            return True if paths and all(self._tree.has(each) for each in paths) else None
        return self._values.is_true(test, place.scope)


def options_of(readings: Sequence[Reading]) -> Mapping[str, ast.expr | None]:
    """Give the options that texts define, by the names under which their values are read, each with its default; None
    for one without."""
    found: dict[str, ast.expr | None] = {}
    for reading in readings:
        for call, _ in reading.calls:
            name = reading.name(call).rpartition(".")[2]
            named = {word.arg: word.value for word in call.keywords}
            if name == "add_argument":
                found.update(_of_argparse(call, named))
            elif name.startswith("DEFINE_") or (name.startswith("add_option") and call.args):
                first = named.get("name") or (call.args[0] if call.args else None)
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found[first.value.lstrip("-")] = named.get("default") or next(iter(call.args[1:]), None)
    return found


def _of_argparse(call: ast.Call, named: Mapping[str | None, ast.expr]) -> dict[str, ast.expr | None]:
    names = words_of(call)
    if not names:
        return {}
    long = next((each for each in names if each.startswith("--")), names[0])
    dest = named.get("dest")
    name = str(dest.value) if isinstance(dest, ast.Constant) else long.lstrip("-").replace("-", "_")
    action = named.get("action")
    flag = {"store_true": False, "store_false": True}.get(str(action.value) if isinstance(action, ast.Constant) else "")
    return {name: named.get("default") or (ast.Constant(flag) if flag is not None else None)}


def words_of(call: ast.Call) -> list[str]:
    """Give the names of an option or argument, as ``add_argument`` is told them."""
    return [each.value for each in call.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]

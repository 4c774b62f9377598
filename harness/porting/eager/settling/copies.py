"""Copies between the variables of two scopes, pair by pair: each is an assignment that names its variables."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import libcst as cst

from harness.porting.eager.equals.layers import makes_layer
from harness.porting.eager.equals.supplied import CELLS
from harness.porting.eager.flatten import as_statements
from harness.porting.eager.helpers import Does, helpers_of
from harness.porting.eager.kinds import ASSIGNS, VARIABLES
from harness.porting.eager.names import names_in_target
from harness.porting.eager.renaming import Rename
from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import argument, assigned, calls, code, dotted, only, statements, walk

_ALL = frozenset({"tf.trainable_variables", "tf.global_variables", "tf.all_variables"})
_ASSIGN_METHODS = ("assign", "assign_add", "assign_sub")
# More pairs than this are better copied in a loop.
_MOST = 24


@dataclass(frozen=True)
class _Variable:
    """A variable of a script: the scopes around it, with a slash at the end, and its name in the text."""

    scope: str
    name: str
    trains: bool


def with_copies(module: cst.Module, aliases: Aliases) -> cst.Module:
    """Give a module in which what is assigned to the variables of one scope from those of another is written out; as it
    is where a variable may be made elsewhere than in an assignment to a name."""
    if not any(dotted(call.func) == "zip" for call in calls(module)):
        return module
    functions = [each for each in walk(module) if isinstance(each, cst.FunctionDef)]
    helpers = helpers_of(functions, aliases)
    gives = frozenset(name for name, each in helpers.items() if each.does is Does.GIVES_VARIABLE)
    variables = _variables(module.body, aliases, "", gives)
    if variables is None:
        return module
    lists = {
        dotted(pair[0]): asked
        for node in walk(module)
        if (pair := assigned(node)) is not None and (asked := _asked(pair[1], variables, aliases)) is not None
    }
    if not lists:
        return module
    change = _Copies(lists, aliases)
    changed = module.visit(change)
    assert isinstance(changed, cst.Module)
    counted = Counter(each.value for each in walk(changed) if isinstance(each, cst.Name))
    gone = {name for name in change.copied if counted[name] == 1}
    cleaned = changed.visit(_Without(gone)) if gone else changed
    assert isinstance(cleaned, cst.Module)
    return cleaned


def _variables(
    body: Iterable[cst.BaseStatement], aliases: Aliases, scope: str, gives: frozenset[str]
) -> list[_Variable] | None:
    """Give the variables that statements make, in their order, also by functions that give one; None where one is made
    otherwise than for a name."""
    found: list[_Variable] = []
    for statement in body:
        inner: Sequence[cst.BaseStatement] | None = None
        below = scope
        if isinstance(statement, cst.With):
            inner = as_statements(statement.body)
            names = [_scope(item.item, aliases) for item in statement.items]
            if any(name is None for name in names):
                return None
            below = scope + "".join(f"{name}/" for name in names if name)
        elif _is_run_once(statement):
            inner = as_statements(statement.body)  # type: ignore[attr-defined]
        if inner is not None:
            more = _variables(inner, aliases, below, gives)
            if more is None:
                return None
            found += more
            continue
        pair = assigned(statement)
        made = [call for call in calls(statement) if _makes(call, aliases) or dotted(call.func) in gives]
        if not made or (isinstance(statement, cst.FunctionDef) and statement.name.value in gives):
            continue
        if pair is None or made != [pair[1]] or not isinstance(pair[0], cst.Name):
            return None
        given = argument(made[0], "trainable")
        found.append(_Variable(scope, pair[0].value, given is None or code(given) != "False"))
    return found


def _is_run_once(statement: cst.BaseStatement) -> bool:
    """Whether a statement has a body that a script runs at most once: that of ``main``."""
    if isinstance(statement, cst.If):
        return "__name__" in code(statement.test)
    return isinstance(statement, cst.FunctionDef) and not statement.params.params


def _makes(call: cst.Call, aliases: Aliases) -> bool:
    name = called(call, aliases)
    return name in VARIABLES or makes_layer(name) or name in CELLS


def _scope(node: cst.BaseExpression, aliases: Aliases) -> str | None:
    """Give the name of the scope that a block opens, an empty text for other blocks, None for a name that is not
    known."""
    if called(node, aliases) != "tf.variable_scope" or not isinstance(node, cst.Call):
        return ""
    name = argument(node, "name_or_scope", 0)
    return str(name.evaluated_value) if isinstance(name, cst.SimpleString) else None


def _asked(value: cst.BaseExpression, variables: list[_Variable], aliases: Aliases) -> list[str] | None:
    """Give the names of the variables of a scope that an expression asks for, None for any other expression."""
    symbol = called(value, aliases)
    text = code(value)
    place = 1 if symbol == "tf.get_collection" else 0
    scope: cst.BaseExpression | None = None
    if isinstance(value, cst.Call) and (symbol in _ALL or (symbol == "tf.get_collection" and "_VARIABLES" in text)):
        scope = argument(value, "scope", place)
    elif isinstance(value, cst.ListComp) and called(value.for_in.iter, aliases) in _ALL and ".name.startswith(" in text:
        words = [each for each in walk(value) if isinstance(each, cst.SimpleString)]
        scope = words[0] if len(words) == 1 else None
        text = code(value.for_in.iter)
    if not isinstance(scope, cst.SimpleString):
        return None
    alone = "trainable" in text.lower()
    begins = str(scope.evaluated_value)
    found = [each.name for each in variables if each.scope.startswith(begins) and (each.trains or not alone)]
    return found if 0 < len(found) <= _MOST else None


class _Copies(cst.CSTTransformer):
    """Writes pairs of variables out. ``copied`` are the lists of variables that it has asked."""

    def __init__(self, lists: dict[str, list[str]], aliases: Aliases) -> None:
        self.copied: set[str] = set()
        self._lists, self._aliases = lists, aliases
        self._tf = next((name for name, what in aliases.items() if what == "tf"), "tf")
        self._filled: set[str] = set()

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.BaseStatement | cst.FlattenSentinel[cst.BaseStatement]:
        pair = assigned(original_node)
        if pair is None or not isinstance(pair[1], cst.ListComp) or not isinstance(pair[0], cst.Name):
            return updated_node
        comp = pair[1].for_in
        if comp.ifs or comp.inner_for_in is not None:
            return updated_node
        made = self._written(pair[0].value, comp.target, comp.iter, pair[1].elt)
        if made is None:
            return updated_node
        return cst.FlattenSentinel([made[0].with_changes(leading_lines=updated_node.leading_lines), *made[1:]])

    def leave_For(
        self, original_node: cst.For, updated_node: cst.For
    ) -> cst.BaseStatement | cst.FlattenSentinel[cst.BaseStatement]:
        body = as_statements(original_node.body)
        names: dict[str, cst.BaseExpression] = {}
        for each in body[:-1]:
            pair = assigned(each)
            if pair is None or not isinstance(pair[0], cst.Name):
                return updated_node
            names[pair[0].value] = pair[1]
        small = only(body[-1])
        call = small.value if isinstance(small, cst.Expr) else None
        func = call.func if isinstance(call, cst.Call) else None
        if not isinstance(call, cst.Call) or not isinstance(func, cst.Attribute) or func.attr.value != "append":
            return updated_node
        given = call.args[0].value
        given = names.get(dotted(given), given)
        made = self._written(dotted(func.value), original_node.target, original_node.iter, given)
        if made is None:
            return updated_node
        self._filled.add(dotted(func.value))
        return cst.FlattenSentinel([made[0].with_changes(leading_lines=updated_node.leading_lines), *made[1:]])

    def leave_Module(self, original_node: cst.Module, updated_node: cst.Module) -> cst.Module:
        del original_node
        changed = updated_node.visit(_Without(self._filled, empty=True)) if self._filled else updated_node
        assert isinstance(changed, cst.Module)
        return changed

    def _written(
        self, name: str, target: cst.BaseExpression, over: cst.BaseExpression, what: cst.BaseExpression
    ) -> list[cst.BaseStatement] | None:
        """Give the assignments of all pairs, and the name for all of them."""
        names = names_in_target(target)
        if not isinstance(over, cst.Call) or dotted(over.func) != "zip" or not name.isidentifier():
            return None
        asked = [dotted(each.value) for each in over.args]
        if len(names) != len(asked) or not set(asked) <= set(self._lists) or not self._assigns(what, names):
            return None
        self.copied |= set(asked)
        lines: list[cst.BaseStatement] = []
        single: list[str] = []
        for number, row in enumerate(zip(*(self._lists[each] for each in asked), strict=False), 1):
            own = what.visit(Rename(dict(zip(names, row, strict=True))))
            assert isinstance(own, cst.BaseExpression)
            single.append(f"{name}_{number}")
            lines += statements(f"{single[-1]} = {code(own)}")
        return [*lines, *statements(f"{name} = {self._tf}.group({', '.join(single)})")]

    def _assigns(self, node: cst.BaseExpression, names: list[str]) -> bool:
        if called(node, self._aliases) in ASSIGNS:
            return True
        func = node.func if isinstance(node, cst.Call) else None
        return isinstance(func, cst.Attribute) and func.attr.value in _ASSIGN_METHODS and dotted(func.value) in names


class _Without(cst.CSTTransformer):
    """Leaves out assignments to names; where ``empty`` says so only those of an empty list."""

    def __init__(self, names: set[str], *, empty: bool = False) -> None:
        self._names, self._empty = names, empty

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.SimpleStatementLine | cst.RemovalSentinel:
        pair = assigned(original_node)
        if pair is None or dotted(pair[0]) not in self._names or (self._empty and code(pair[1]) != "[]"):
            return updated_node
        return cst.RemoveFromParent()

"""Variables and layers that have one name in several scopes, each with its scope in its name."""

from collections import defaultdict
from collections.abc import Iterator

import libcst as cst

from harness.porting.eager.equals.layers import makes_layer
from harness.porting.eager.kinds import VARIABLES
from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import argument, below


def with_scoped_names(module: cst.Module, aliases: Aliases) -> cst.Module:
    """Give a module in which a name that is given in blocks of several scopes has its scope before it: TF2's variables
    and layers are in no scope, and were all called the same."""
    scopes: dict[str, set[str]] = defaultdict(set)
    found: dict[int, tuple[cst.SimpleString, str]] = {}
    for call, scope in _named(module, aliases):
        name = _name(call, aliases)
        assert name is not None
        said = str(name.evaluated_value)
        scopes[said].add(scope)
        # A layer's name has no slash, by which Keras would take it for a path.
        joined = f"{scope}/{said}" if called(call, aliases) in VARIABLES else f"{scope}/{said}".replace("/", "_")
        found[id(name)] = (name, joined)
    new = {
        key: joined for key, (name, joined) in found.items() if scope_count(scopes, name) > 1 and joined[0] not in "/_"
    }
    if not new:
        return module
    changed = module.visit(_Rename(new))
    assert isinstance(changed, cst.Module)
    return changed


def scope_count(scopes: dict[str, set[str]], name: cst.SimpleString) -> int:
    """Give in how many scopes a name stands."""
    return len(scopes[str(name.evaluated_value)])


def _named(module: cst.Module, aliases: Aliases) -> Iterator[tuple[cst.Call, str]]:
    waiting: list[tuple[cst.CSTNode, str]] = [(module, "")]
    while waiting:
        node, scope = waiting.pop()
        if isinstance(node, cst.FunctionDef):
            scope = ""
        if isinstance(node, cst.With):
            for item in node.items:
                name = argument(item.item, "name_or_scope", 0) if isinstance(item.item, cst.Call) else None
                if called(item.item, aliases) == "tf.variable_scope" and isinstance(name, cst.SimpleString):
                    scope = f"{scope}/{name.evaluated_value!s}".strip("/")
        if isinstance(node, cst.Call) and _name(node, aliases) is not None:
            yield node, scope
        waiting.extend((child, scope) for child in below(node))


def _name(call: cst.Call, aliases: Aliases) -> cst.SimpleString | None:
    """Give the name that a call gives what it makes."""
    symbol = called(call, aliases)
    if symbol == "tf.get_variable":
        name = argument(call, "name", 0)
    elif symbol in VARIABLES or makes_layer(symbol):
        name = argument(call, "name")
    else:
        return None
    return name if isinstance(name, cst.SimpleString) else None


class _Rename(cst.CSTTransformer):
    def __init__(self, names: dict[int, str]) -> None:
        self._names = names

    def leave_SimpleString(self, original_node: cst.SimpleString, updated_node: cst.SimpleString) -> cst.SimpleString:
        name = self._names.get(id(original_node))
        return updated_node if name is None else updated_node.with_changes(value=f'"{name}"')

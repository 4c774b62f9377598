"""Pairs of gradients and variables of which only the variables are asked for: a graph takes no gradient for these, and
a function would."""

from collections import Counter

import libcst as cst

from harness.porting.eager.names import reads
from harness.porting.eager.resolve import Aliases
from harness.porting.eager.tree import argument, assigned, code, dotted, expression, walk


def with_variables_alone(module: cst.Module, aliases: Aliases) -> cst.Module:
    """Give a module in which what goes through the pairs of ``compute_gradients`` for their variables goes through the
    variables."""
    pairs = _pairs(module, aliases)
    changed = module.visit(_Variables(pairs)) if pairs else module
    assert isinstance(changed, cst.Module)
    return changed


def _pairs(module: cst.Module, aliases: Aliases) -> dict[str, str]:
    """The names of pairs, each with the text that gives their variables."""
    found = {}
    times: Counter[str] = Counter()
    for node in walk(module):
        pair = assigned(node)
        if pair is None or not isinstance(pair[0], cst.Name):
            continue
        times[pair[0].value] += 1
        func = pair[1].func if isinstance(pair[1], cst.Call) else None
        if isinstance(func, cst.Attribute) and func.attr.value == "compute_gradients" and isinstance(pair[1], cst.Call):
            variables = argument(pair[1], "var_list", 1)
            tf = next((local for local, name in aliases.items() if name in ("tf", "tf.compat.v1")), "tf")
            found[pair[0].value] = code(variables) if variables is not None else f"{tf}.trainable_variables()"
    return {name: text for name, text in found.items() if times[name] == 1}


class _Variables(cst.CSTTransformer):
    """Rewrites comprehensions over pairs."""

    def __init__(self, pairs: dict[str, str]) -> None:
        self._pairs = pairs

    def leave_ListComp(self, original_node: cst.ListComp, updated_node: cst.ListComp) -> cst.BaseExpression:
        return self._alone(updated_node)

    def leave_GeneratorExp(self, original_node: cst.GeneratorExp, updated_node: cst.GeneratorExp) -> cst.BaseExpression:
        return self._alone(updated_node)

    def _alone(self, node: cst.ListComp | cst.GeneratorExp) -> cst.BaseExpression:
        loop = node.for_in
        numbered = (
            isinstance(loop.iter, cst.Call) and dotted(loop.iter.func) == "enumerate" and len(loop.iter.args) == 1
        )
        through = loop.iter.args[0].value if isinstance(loop.iter, cst.Call) and numbered else loop.iter
        target = _second(loop.target) if numbered else loop.target
        text = self._pairs.get(dotted(through))
        if text is None or loop.ifs or loop.inner_for_in is not None or target is None:
            return node
        if isinstance(target, cst.Tuple):
            gradient, variable = target.elements[0].value, _second(target)
            if variable is None or dotted(gradient) in reads(node.elt):
                return node
            if numbered:
                return node
            changed = node.with_changes(for_in=loop.with_changes(target=variable))
        else:
            name = dotted(target)
            asks = _OfPair(name)
            elt = node.elt.visit(asks)
            if not name or asks.others or not isinstance(elt, cst.BaseExpression):
                return node
            changed = node.with_changes(elt=elt)
        source = f"enumerate({text})" if numbered else text
        return changed.with_changes(for_in=changed.for_in.with_changes(iter=expression(source)))


def _second(target: cst.BaseExpression) -> cst.BaseAssignTargetExpression | None:
    elements = target.elements if isinstance(target, cst.Tuple) else ()
    value = elements[1].value if len(elements) == 2 else None
    return value if isinstance(value, cst.BaseAssignTargetExpression) else None


class _OfPair(cst.CSTTransformer):
    """Has a name stand for the variable of its pair; ``others`` counts what else is asked of the pair."""

    def __init__(self, name: str) -> None:
        self.others = 0
        self._name = name

    def visit_Subscript(self, node: cst.Subscript) -> bool:
        return not (dotted(node.value) == self._name and code(node.slice[0]) == "1")

    def leave_Subscript(self, original_node: cst.Subscript, updated_node: cst.Subscript) -> cst.BaseExpression:
        if dotted(original_node.value) == self._name and code(original_node.slice[0]) == "1":
            return original_node.value
        return updated_node

    def visit_Name(self, node: cst.Name) -> None:
        self.others += node.value == self._name

"""Loops that feed a state part by part: the whole state is fed."""

import libcst as cst

from harness.porting.eager.flatten import as_statements
from harness.porting.eager.resolve import Aliases
from harness.porting.eager.tree import assigned, code, dotted, expression, walk


def with_whole_states(module: cst.Module, aliases: Aliases) -> cst.Module:
    """Give a module in which ``for i, part in enumerate(initial): feed[part] = state[i]`` is ``initial: state`` in what
    the one run that takes ``feed`` feeds."""
    del aliases
    changed = module.visit(_Whole())
    assert isinstance(changed, cst.Module)
    return changed


class _Whole(cst.CSTTransformer):
    def leave_IndentedBlock(
        self, original_node: cst.IndentedBlock, updated_node: cst.IndentedBlock
    ) -> cst.IndentedBlock:
        del original_node
        return updated_node.with_changes(body=_with_whole(list(updated_node.body)))

    def leave_Module(self, original_node: cst.Module, updated_node: cst.Module) -> cst.Module:
        del original_node
        return updated_node.with_changes(body=_with_whole(list(updated_node.body)))


def _with_whole(body: list[cst.BaseStatement]) -> list[cst.BaseStatement]:
    for place, statement in enumerate(body):
        found = _state_fed(statement) if isinstance(statement, cst.For) else None
        if found is None:
            continue
        feed, initial, state = found
        made = next((at for at in range(place) if _makes_feed(body[at], feed)), None)
        after = [at for at, each in enumerate(body) if at > place and _names(each, feed)]
        between = [at for at in range(place) if at != made and _names(body[at], feed)]
        if made is None or between or len(after) != 1 or _names(body[after[0]], feed) != 1:
            continue
        pair = assigned(body[made])
        assert pair is not None and isinstance(pair[1], cst.Dict)
        items = [code(each).rstrip().rstrip(",") for each in pair[1].elements]
        whole = expression("{" + ", ".join([*items, f"{initial}: {state}"]) + "}")
        run = body[after[0]].visit(_InPlace(feed, whole))
        assert isinstance(run, cst.BaseStatement)
        kept = [each for at, each in enumerate(body) if at not in (made, place, after[0])]
        at = after[0] - 2
        return _with_whole([*kept[:at], run, *kept[at:]])
    return body


def _state_fed(loop: cst.For) -> tuple[str, str, str] | None:
    """Give the feed, the state that the graph begins with and the one that is fed, None for any other loop."""
    call = loop.iter
    target = loop.target
    if not isinstance(call, cst.Call) or dotted(call.func) != "enumerate" or len(call.args) != 1:
        return None
    if not isinstance(target, cst.Tuple) or len(target.elements) != 2 or loop.orelse is not None:
        return None
    index, part = code(target.elements[0].value), target.elements[1].value
    initial = dotted(call.args[0].value)
    parts = {code(part): ""}
    if isinstance(part, cst.Tuple) and len(part.elements) == 2:
        parts = {code(part.elements[0].value): ".c", code(part.elements[1].value): ".h"}
    said: set[tuple[str, str]] = set()
    for line in as_statements(loop.body):
        pair = assigned(line)
        if pair is None or not isinstance(pair[0], cst.Subscript) or len(pair[0].slice) != 1:
            return None
        key = code(pair[0].slice[0])
        ends = f"[{index}]{parts.get(key, '?')}"
        if not code(pair[1]).endswith(ends):
            return None
        said.add((dotted(pair[0].value), code(pair[1]).removesuffix(ends)))
    if len(said) != 1 or len(as_statements(loop.body)) != len(parts) or not initial:
        return None
    feed, state = said.pop()
    return (feed, initial, state) if feed and state.isidentifier() else None


def _makes_feed(statement: cst.BaseStatement, name: str) -> bool:
    pair = assigned(statement)
    return pair is not None and dotted(pair[0]) == name and isinstance(pair[1], cst.Dict)


def _names(node: cst.CSTNode, name: str) -> int:
    return sum(1 for each in walk(node) if isinstance(each, cst.Name) and each.value == name)


class _InPlace(cst.CSTTransformer):
    """Puts what is fed in the place of its name, which is an argument."""

    def __init__(self, name: str, value: cst.BaseExpression) -> None:
        self._name, self._value = name, value

    def leave_Arg(self, original_node: cst.Arg, updated_node: cst.Arg) -> cst.Arg:
        if dotted(original_node.value) != self._name:
            return updated_node
        return updated_node.with_changes(value=self._value)

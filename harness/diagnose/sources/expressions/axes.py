"""Axes: a script that reduces over another axis, for an experiment."""

import ast
from collections.abc import Iterator

from harness.diagnose.sources.expressions.canonical import Script, callee, canonical, is_of_library, one_name
from harness.diagnose.sources.text.rewritten import Rewritten
from harness.diagnose.sources.text.syntax import Edit, edited

# What reduces an array, or works along one of its axes; none of these has anything but that as its second argument.
_ALONG = frozenset(
    ["mean", "sum", "max", "min", "std", "var", "prod", "logsumexp", "argmax", "argmin", "softmax", "log_softmax"]
)
_NORMS = frozenset(["norm", "l2_normalize"])


def with_other_axis(source: str, left: Script, right: Script) -> Iterator[Rewritten]:
    """Give the right script with each call that works along axes, and that the left one does not have, along one of the
    axes that the left one names, or along all."""
    named = [_axis_of(call, left) for call in _calls(left)]
    wanted = dict.fromkeys(ast.unparse(each) for each in named if each is not None)
    known = {canonical(call, left) for call in _calls(left)}
    for call in _calls(right):
        if canonical(call, right) in known or call.end_lineno is None or call.end_col_offset is None:
            continue
        now = _axis_of(call, right)
        for axis in wanted:
            if now is None:
                at = call.end_col_offset - 1
                edit = Edit(call.end_lineno, at, at, f"{', ' if call.args else ''}axis={axis}")
                yield from _made(source, call, edit, f"{ast.unparse(call)[:-1]}{edit.text})")
            elif ast.unparse(now) != axis and now.lineno == now.end_lineno:
                edit = Edit(now.lineno, now.col_offset, now.end_col_offset or 0, axis)
                yield from _made(source, call, edit, f"{ast.unparse(call.func)} along {axis}")


def _made(source: str, call: ast.Call, edit: Edit, now: str) -> Iterator[Rewritten]:
    text = edited(source, [edit])
    if text is not None:
        yield Rewritten(text, call.lineno, now, ast.unparse(call))


def _calls(script: Script) -> list[ast.Call]:
    return [node for node in ast.walk(script.tree) if isinstance(node, ast.Call) and _is_along(node, script)]


def _is_along(call: ast.Call, script: Script) -> bool:
    name = callee(call, script)
    of_library = is_of_library(call.func, script)
    return (name in _ALONG and (of_library or not call.args)) or (name in _NORMS and of_library)


def _axis_of(call: ast.Call, script: Script) -> ast.expr | None:
    """The axis that a call names, by its name or its place; None for all of them."""
    named = next((each.value for each in call.keywords if one_name(each.arg or "") == "axis"), None)
    if named is not None or callee(call, script) == "norm" or not is_of_library(call.func, script):
        return named
    return call.args[1] if len(call.args) > 1 else None

"""What is printed of an epoch: the mean or the sum of its batches' losses, or that of the last batch, for an
experiment."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from harness.diagnose.sources.text.syntax import Edit, edited, tree_of

_KEPT = "_harness_losses"
_LOOPS = (ast.For, ast.While)


@dataclass(frozen=True)
class OfEpoch:
    """A script that prints another number of each epoch: its text, and what it prints now, of which ``name``."""

    source: str
    name: str
    says: str


def with_epochs_printed(source: str) -> Iterator[OfEpoch]:
    """Give the script with the mean, then the sum, over an inner loop in place of what is left of its last turn, where
    a print behind that loop shows it; and with the last turn's in place of what the loop adds up."""
    tree = tree_of(source)
    loops = [each for each in ast.walk(tree) if isinstance(each, ast.For | ast.While)] if tree is not None else []
    for outer in loops:
        for place, inner in enumerate(outer.body):
            if not isinstance(inner, _LOOPS) or not inner.body:
                continue
            prints = [each for each in outer.body[place + 1 :] if _is_print(each)]
            shown = list(dict.fromkeys(name for each in prints for name in _loaded(each)))
            for name in shown:
                if name in _set_in(inner) and prints[0].lineno > (inner.end_lineno or 0):
                    yield from _over_the_loop(source, inner, prints[0], name)
                yield from _of_the_last(source, inner, prints, name)


def _over_the_loop(source: str, inner: ast.stmt, shown: ast.stmt, name: str) -> Iterator[OfEpoch]:
    assert isinstance(inner, _LOOPS)
    lines = source.split("\n")
    last = inner.body[-1]
    indents = inner.col_offset, inner.body[0].col_offset
    if last.lineno == inner.lineno:
        return
    for what, worked_out in (("mean", f"sum({_KEPT}) / len({_KEPT})"), ("sum", f"sum({_KEPT})")):
        text = [
            *lines[: inner.lineno - 1],
            " " * indents[0] + f"{_KEPT} = []",
            *lines[inner.lineno - 1 : last.end_lineno],
            " " * indents[1] + f"{_KEPT}.append(float({name}))",
            *lines[last.end_lineno or 0 : shown.lineno - 1],
            " " * shown.col_offset + f"{name} = {name} * 0 + {worked_out}",
            *lines[shown.lineno - 1 :],
        ]
        made = "\n".join(text)
        if tree_of(made) is not None:
            yield OfEpoch(made, name, f"the {what} of {name} over the loop in line {inner.lineno}")


def _of_the_last(source: str, inner: ast.stmt, prints: list[ast.stmt], name: str) -> Iterator[OfEpoch]:
    """Where a loop adds something up under a name: what its last turn adds, and nothing divides it."""
    sums = [
        node
        for node in ast.walk(inner)
        if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add) and getattr(node.target, "id", "") == name
    ]
    if len(sums) != 1 or sums[0].lineno != sums[0].end_lineno:
        return
    added = sums[0].value
    value = added.left if isinstance(added, ast.BinOp) and isinstance(added.op, ast.Div) else added
    edits = [Edit(sums[0].lineno, sums[0].col_offset, sums[0].end_col_offset or 0, f"{name} = {ast.unparse(value)}")]
    for each in prints:
        for node in ast.walk(each):
            divided = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
            if divided and isinstance(node, ast.BinOp) and getattr(node.left, "id", "") == name:
                if node.lineno != node.end_lineno:
                    return
                edits.append(Edit(node.lineno, node.col_offset, node.end_col_offset or 0, name))
    text = edited(source, edits)
    if text is not None:
        yield OfEpoch(text, name, f"{name} of the last turn of the loop in line {inner.lineno}")


def _is_print(node: ast.stmt) -> bool:
    calls = [each for each in ast.walk(node) if isinstance(each, ast.Call)]
    return not isinstance(node, _LOOPS) and any(getattr(each.func, "id", "") == "print" for each in calls)


def _loaded(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load) and each.id != "print":
            yield each.id


def _set_in(loop: ast.stmt) -> set[str]:
    """The names that are set in a loop, but for those that it adds up in, or counts by."""
    assert isinstance(loop, _LOOPS)
    found = {
        each.id
        for node in loop.body
        for each in ast.walk(node)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    }
    added = {getattr(node.target, "id", "") for node in ast.walk(loop) if isinstance(node, ast.AugAssign)}
    return found - added

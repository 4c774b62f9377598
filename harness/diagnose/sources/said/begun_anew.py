"""What a loop begins anew in each round: a data set, or a generator of random numbers."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from harness.diagnose.sources.text.syntax import Edit, edited, tree_of

_LOOPS = (ast.For, ast.While)
_GENERATORS = ("RandomState", "default_rng", "Random", "from_seed")
_SEEDS = ("seed", "set_seed", "set_random_seed")


@dataclass(frozen=True)
class BegunAnew:
    """An expression that begins something anew, its line, and that of the loop around it, or of the function that is
    called in one."""

    text: str
    line: int
    loop: int


def iterators_in_loops(text: str) -> tuple[BegunAnew, ...]:
    """Give what takes a part of a data set, or its first element, in each round of a loop: ``for batch in ds.take(n)``
    and ``next(iter(ds))``, and a loop over it that breaks off."""
    tree = tree_of(text)
    if tree is None:
        return ()
    found: dict[int, BegunAnew] = {}
    for loop in _loops_of(tree):
        for node in ast.walk(loop):
            begun = _begun(node) if node is not loop else None
            if begun is not None and hasattr(node, "lineno"):
                found.setdefault(node.lineno, BegunAnew(begun, node.lineno, loop.lineno))
    return tuple(found.values())


def _loops_of(tree: ast.Module) -> list[ast.For | ast.While | ast.FunctionDef]:
    """The loops of a script, and those functions that a loop calls by name."""
    loops: list[ast.For | ast.While | ast.FunctionDef] = [node for node in ast.walk(tree) if isinstance(node, _LOOPS)]
    called = {
        ast.unparse(node.func).rpartition(".")[2]
        for loop in loops
        for node in ast.walk(loop)
        if isinstance(node, ast.Call)
    }
    return loops + [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name in called]


def _begun(node: ast.AST) -> str | None:
    match node:
        case ast.Call(func=ast.Name(id="next"), args=[ast.Call(func=ast.Name(id="iter"), args=[given])]):
            return f"next(iter({ast.unparse(given)}))"
        case ast.For(iter=of):
            takes = any(
                isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute) and each.func.attr == "take"
                for each in ast.walk(of)
            )
            breaks = any(isinstance(each, ast.Break) for each in ast.walk(node))
            return f"for … in {ast.unparse(of)}" if takes or breaks else None
    return None


def seeds_in_loops(text: str) -> tuple[BegunAnew, ...]:
    """Give the generators that are made, and the seeds that are set, inside of a function or a loop."""
    tree = tree_of(text)
    return tuple(BegunAnew(ast.unparse(call), call.lineno, around) for call, _, around in _seeds(tree)) if tree else ()


def seeded_once(text: str) -> str | None:
    """Give a script that does each of these once, whenever it comes there first; None where it does none."""
    tree = tree_of(text)
    if tree is None:
        return None
    edits = []
    for number, (call, is_generator, _) in enumerate(_seeds(tree)):
        if call.end_lineno != call.lineno or call.end_col_offset is None:
            continue
        name, made = f"_once_{number}", ast.unparse(call)
        kept = f'globals()["{name}"] if "{name}" in globals() else globals().setdefault("{name}", {made})'
        done = f'"{name}" in globals() or globals().update({name}=({made}, 1))'
        edits.append(Edit(call.lineno, call.col_offset, call.end_col_offset, f"({kept if is_generator else done})"))
    return edited(text, edits)


def _seeds(tree: ast.Module) -> Iterator[tuple[ast.Call, bool, int]]:
    """The calls, whether each makes a generator, and the line of the function or loop around it."""
    seen: set[int] = set()
    for outer in ast.walk(tree):
        if not isinstance(outer, (*_LOOPS, ast.FunctionDef)):
            continue
        for node in ast.walk(outer):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or id(node) in seen:
                continue
            whole = [*node.args, *(keyword.value for keyword in node.keywords)]
            if not whole or not all(isinstance(each, ast.Constant) for each in whole):
                continue
            if node.func.attr in _GENERATORS or node.func.attr in _SEEDS:
                seen.add(id(node))
                yield node, node.func.attr in _GENERATORS, outer.lineno

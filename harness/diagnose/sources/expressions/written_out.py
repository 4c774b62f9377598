"""Written out: an expression with what stands for each name that its script sets once."""

import ast
import copy
from collections import Counter
from collections.abc import Mapping

from harness.diagnose.sources.text.syntax import last_name

_DEEPEST, _LARGEST = 5, 200
_MADE = frozenset(
    {"Variable", "get_variable", "placeholder", "placeholder_with_default", "constant", "array", "RandomState"}
)


def values_set_once(tree: ast.Module) -> Mapping[str, ast.expr]:
    """Give what stands for each name that a script sets by one assignment alone, and by nothing else."""
    bound = Counter(
        node.id if isinstance(node, ast.Name) else node.arg
        for node in ast.walk(tree)
        if isinstance(node, ast.arg) or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    )
    found = {}
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if bound[name] == 1:
                found[name] = value
    return found


def written_out(node: ast.expr, values: Mapping[str, ast.expr]) -> ast.expr:
    """Give an expression in which these values stand for their names, as deep as five of them go; as it is where that
    would be very large. Names of what is made, as variables, stand for themselves."""
    made: ast.expr = _Writer(values, _DEEPEST).visit(copy.deepcopy(node))
    return made if sum(1 for _ in ast.walk(made)) <= _LARGEST else node


class _Writer(ast.NodeTransformer):
    def __init__(self, values: Mapping[str, ast.expr], depth: int) -> None:
        self.values = values
        self.depth = depth

    def visit_Name(self, node: ast.Name) -> ast.AST:
        value = self.values.get(node.id)
        if not isinstance(node.ctx, ast.Load) or value is None or not self.depth or not _computes(value):
            return node
        written: ast.AST = _Writer(self.values, self.depth - 1).visit(copy.deepcopy(value))
        return written


def _computes(value: ast.expr) -> bool:
    """Whether a value is worked out of others, so that it may as well stand in the place of its name."""
    if isinstance(value, ast.Constant | ast.Name | ast.Lambda):
        return False
    called = value.func if isinstance(value, ast.Call) else None
    return last_name(called) not in _MADE

"""Rate frozen: a Python number that a tf.function read when it was traced, and never again."""

import ast
from typing import TypeGuard

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.detectors.wording import agree_until, verb
from harness.diagnose.evidence.agreement import first_apart_of
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.gather import names_of
from harness.diagnose.evidence.shape import is_apart, is_constant, is_rate, moving, rates, trained
from harness.diagnose.sources.source import read_source
from harness.diagnose.sources.syntax import tree_of
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find a ``tf.function`` of the right script that reads a Python number which changes outside of it, and trained
    numbers that agree in the first record and differ later; or a rate that falls on the left and stays on the right.

    The trial runs functions eagerly: it would also cure whatever else a trace has frozen, of which no page speaks.
    """
    right = evidence.right
    if right.source == evidence.left.source or not _traces(right.source):
        return None
    still = [paired for paired in rates(evidence) if is_constant(paired.right) and not is_constant(paired.left)]
    apart = tuple(
        paired
        for paired in trained(evidence) or moving(evidence)
        if not is_rate(paired.name) and is_apart(paired, evidence.tolerances)
    )
    first = first_apart_of(apart, evidence.tolerances)
    if first is None or (first == 0 and not still):
        return None
    frozen = frozen_names(right.source)
    if not frozen and not still:
        return None
    what = (
        f"{' and '.join(frozen)} {verb(frozen, 'changes', 'change')} outside of a tf.function of {right.name} that "
        f"reads {verb(frozen, 'it as a Python number', 'them as Python numbers')}"
        if frozen
        else f"{still[0].name} of {right.name} stays at its first value, and {right.name} has a tf.function"
    )
    return Finding(
        "rate-frozen",
        Confidence.LIKELY if frozen else Confidence.POSSIBLE,
        f"{names_of(apart)}: {agree_until(first)}; {what}",
        "hand the rate to the function as a tensor, or keep it in a tf.Variable; a Python number becomes a constant of "
        "the graph",
        trials=(Change("functions run eagerly", patch="eager_functions"),),
    )


def _traces(text: str) -> bool:
    source = read_source(text)
    return any(function.traced for function in source.functions) or bool(source.calls_of("function"))


def frozen_names(text: str) -> tuple[str, ...]:
    """Give the names that a traced function reads, and that are set again and again outside of it to something else
    than a variable or a tensor."""
    traced = {function.line for function in read_source(text).functions if function.traced}
    tree = tree_of(text)
    if tree is None or not traced:
        return ()
    found: set[str] = set()
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    for function in functions:
        if function.lineno not in traced:
            continue
        inside = set(map(id, ast.walk(function)))
        own = {argument.arg for argument in ast.walk(function) if isinstance(argument, ast.arg)}
        names = [node for node in ast.walk(function) if isinstance(node, ast.Name)]
        own |= {node.id for node in names if isinstance(node.ctx, ast.Store)}
        read = {node.id for node in names if isinstance(node.ctx, ast.Load)} - own
        read |= {ast.unparse(node) for node in ast.walk(function) if _is_own(node) and isinstance(node.ctx, ast.Load)}
        found |= {name for name in read if _is_set_again(tree, name, inside)}
    return tuple(sorted(found))


def _is_own(node: ast.AST) -> TypeGuard[ast.Attribute]:
    """Whether this is an attribute of the object that the function belongs to: ``self.rate``."""
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self"


def _is_set_again(tree: ast.Module, name: str, inside: set[int]) -> bool:
    """Whether a name is set in a loop or more than once, and never to what TensorFlow gives."""
    times = 0
    for loop, node in _statements(tree, in_loop=False):
        if id(node) in inside or not _sets(node, name):
            continue
        value = getattr(node, "value", None)
        if isinstance(value, ast.Call) and ast.unparse(value.func).startswith(("tf.", "tensorflow.", "keras.")):
            return False
        times += 2 if loop or isinstance(node, (ast.For, ast.AugAssign)) else 1
    return times > 1


def _statements(node: ast.AST, *, in_loop: bool) -> list[tuple[bool, ast.AST]]:
    """Every statement below a node, with whether it stands in a loop."""
    found: list[tuple[bool, ast.AST]] = []
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt):
            found.append((in_loop, child))
        inner = (in_loop or isinstance(child, (ast.For, ast.While))) and not isinstance(child, ast.FunctionDef)
        found += _statements(child, in_loop=inner)
    return found


def _sets(node: ast.AST, name: str) -> bool:
    targets: list[ast.expr] = []
    if isinstance(node, ast.Assign):
        targets = node.targets
    elif isinstance(node, (ast.AugAssign, ast.AnnAssign, ast.For)):
        targets = [node.target]
    own, _, attribute = name.rpartition(".")
    if own:
        # Outside of the class the object has another name.
        return any(isinstance(target, ast.Attribute) and target.attr == attribute for target in targets)
    return any(isinstance(part, ast.Name) and part.id == name for target in targets for part in ast.walk(target))


CAUSE = Cause(("rate-frozen",), detect, stages=(Stage.RATE,))

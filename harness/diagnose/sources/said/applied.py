"""Applied: whether a script's text shows that it updates variables as it goes on."""

import ast
from enum import Enum

from harness.diagnose.sources.text.source import read_source
from harness.diagnose.sources.text.syntax import tree_of
from harness.diagnose.sources.text.tensorflow import TRAIN_OPS, UPDATES


class Applied(Enum):
    """What a text tells of its updates."""

    SHOWN = "shown"
    NOWHERE = "nowhere"
    UNKNOWN = "unknown"


def applied(text: str) -> Applied:
    """Tell whether a script updates variables: ``shown`` where an update stands in a loop, or a train op is used once
    it is made; ``nowhere`` where there is neither such a call nor such a use."""
    source = read_source(text)
    tree = tree_of(text)
    if not source.parsed or tree is None:
        return Applied.UNKNOWN
    if source.builds_graph:
        return _in_graph(tree)
    own = {function.name for function in source.functions}
    called = [call for call in source.calls if call.method in UPDATES and call.method not in own]
    if any(call.loops for call in called):
        return Applied.SHOWN
    return Applied.UNKNOWN if called else Applied.NOWHERE


def _in_graph(tree: ast.Module) -> Applied:
    """In a graph a train op is an object: what is bound to a name that is never read again, or to none, is not run."""
    made, kept = [], set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in TRAIN_OPS:
                made.append(node)
            elif node.func.attr in UPDATES:
                return Applied.UNKNOWN
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            kept |= {(id(node.value), node.targets[0].id)}
        if isinstance(node, ast.Expr):
            kept |= {(id(node.value), "")}
    names = dict(kept)
    if any(id(call) not in names for call in made):
        return Applied.UNKNOWN  # returned, or handed on at once
    read = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    return Applied.SHOWN if any(names[id(call)] in read for call in made) else Applied.NOWHERE

"""Sets that are walked through: their order is that of hashes, another one in each Python, and so in each release."""

import ast
from collections.abc import Iterator

from harness.porting.edits import Edit, edited

CHANGE = "sets of texts are walked through in sorted order, for their own is another one in each Python"
_WALKS = frozenset({"list", "tuple", "enumerate"})


def with_sorted_sets(text: str) -> str:
    """Give a text of Python 3 in which a set that is made and walked through at once, ``list(set(words))``, is walked
    through in sorted order. A set that has a name is left: it may be asked for its members alone."""
    tree = ast.parse(text)
    edits = []
    for node in _walked(tree):
        # Nothing else is edited inside of it, so that its own words can stay.
        words = ast.get_source_segment(text, node)
        if words is not None:
            edits.append(Edit(node, f"sorted({words})"))
    return edited(text, edits) if edits else text


def _walked(tree: ast.Module) -> Iterator[ast.Call]:
    own = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    if own & {"set", "sorted"}:
        return
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[walked, *_]) if name in _WALKS:
                pass
            case ast.For(iter=walked) | ast.comprehension(iter=walked):
                pass
            case _:
                continue
        if _is_set_of_members(walked):
            assert isinstance(walked, ast.Call)
            yield walked


def _is_set_of_members(node: ast.expr) -> bool:
    """Whether it is ``set(words)``; one of numbers alone, ``set(range(n))``, has the same order everywhere."""
    match node:
        case ast.Call(func=ast.Name(id="set"), args=[ast.Call(func=ast.Name(id="range"))]):
            return False
        case ast.Call(func=ast.Name(id="set"), args=[given], keywords=[]):
            return not any(isinstance(each, ast.Call) and _is_set_of_members(each) for each in ast.walk(given))
    return False

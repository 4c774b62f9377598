"""Activations: a script with another one in the place of those that it has, for an experiment."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from harness.diagnose.sources.text.syntax import Edit, edited, tree_of

# Those that hidden layers of courses and examples have, and by what name a function of each goes everywhere.
_USUAL = ("sigmoid", "tanh", "relu")
_NAMES = {**{name: name for name in _USUAL}, "elu": "elu", "leaky_relu": "leaky_relu", "softplus": "softplus"}
_PLACES = ("tf", "tf.nn", "tf.math", "tf.keras.activations")


@dataclass(frozen=True)
class Activated:
    """A script with another activation: its text, the lines, what stood there and what stands there now."""

    source: str
    lines: tuple[int, ...]
    was: str
    now: str


def with_other_activations(source: str) -> Iterator[Activated]:
    """Give the script with each usual activation in place of another one: wherever that stands, then in each place."""
    tree = tree_of(source)
    if tree is None:
        return
    places: dict[str, list[Edit]] = {}
    for node in ast.walk(tree):
        name, edit = _activation(node)
        if edit is not None:
            places.setdefault(name, []).append(edit)
    for name, edits in places.items():
        groups = [edits, *([each] for each in edits)] if len(edits) > 1 else [edits]
        for group in groups:
            for other in _USUAL:
                # Of sigmoid and others there are functions in tf and in tf.nn, of relu in tf.nn alone.
                text = edited(source, [Edit(each.line, each.start, each.end, _as(each, other)) for each in group])
                if other != name and text is not None and tree_of(text) is not None:
                    yield Activated(text, tuple(each.line for each in group), name, other)


def _activation(node: ast.AST) -> tuple[str, Edit | None]:
    """The activation that a node names, and where the name stands with what is before it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in _NAMES:
        return node.value, Edit(node.lineno, node.col_offset, node.end_col_offset or 0, "'")
    is_function = isinstance(node, ast.Attribute) and node.attr in _NAMES and node.lineno == node.end_lineno
    if isinstance(node, ast.Attribute) and is_function and ast.unparse(node.value) in _PLACES:
        return node.attr, Edit(node.lineno, node.col_offset, node.end_col_offset or 0, "tf.nn.")
    return "", None


def _as(place: Edit, name: str) -> str:
    return repr(name) if place.text == "'" else f"tf.nn.{name}"

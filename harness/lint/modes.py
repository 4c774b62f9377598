"""Whether a script is written for eager execution or for graphs, as its text shows, and where it has what it needs."""

import ast
from collections.abc import Sequence
from dataclasses import dataclass

from harness.lint.uses import Use

_SWITCHES_ON = ("enable_eager_execution", "enable_v2_behavior")
_SWITCHES_OFF = ("disable_eager_execution", "disable_v2_behavior")
_GRAPH_ALONE = (
    "placeholder",
    "placeholder_with_default",
    "sparse_placeholder",
    "Session",
    "InteractiveSession",
    "make_initializable_iterator",
    "string_input_producer",
    "slice_input_producer",
    "shuffle_batch",
)
# What a graph is built in, whatever the default.
_OWN_GRAPH = ("as_default",)


@dataclass(frozen=True)
class Mode:
    """What a script needs: the first place (line, column and the word that shows it) that wants ``eager`` execution,
    and the first that wants a ``graph``; None where nothing does, or the script sees to it itself."""

    eager: tuple[int, int, str] | None = None
    graph: tuple[int, int, str] | None = None

    def missing(self, release: str) -> tuple[int, int, str] | None:
        """Give the place that a release does not serve by default, None where it serves all."""
        return self.eager if release.startswith(("0.", "1.")) else self.graph


def mode_of(tree: ast.Module, text: str, uses: Sequence[Use]) -> Mode:
    """Read off a script what it needs. What it shows by a call of ``.numpy()`` without arguments is eager execution; by
    a placeholder or a session outside of a graph of its own, a graph."""
    eager = None
    if ".numpy()" in text and not any(word in text for word in _SWITCHES_ON):
        eager = _numpy_call(tree)
    seen_to = any(word in text for word in (*_SWITCHES_OFF, *_OWN_GRAPH))
    return Mode(eager, None if seen_to else _graph_use(uses))


def _numpy_call(tree: ast.Module) -> tuple[int, int, str] | None:
    found = [
        (node.lineno, node.col_offset + 1, ".numpy()")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "numpy"
        and not node.args
        and not node.keywords
    ]
    return min(found, default=None)


def _graph_use(uses: Sequence[Use]) -> tuple[int, int, str] | None:
    found = [
        (use.line, use.column, use.names[0])
        for use in uses
        if use.call is not None and use.names[0].rpartition(".")[2] in _GRAPH_ALONE and not use.method
    ]
    return min(found, default=None)

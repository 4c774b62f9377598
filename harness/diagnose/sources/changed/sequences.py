"""Sequences: a script that takes the mean of all steps of a recurrent layer in place of its last one, or the other way
round, for an experiment."""

import ast
from collections.abc import Iterator

from harness.diagnose.sources.text.rewritten import Rewritten
from harness.diagnose.sources.text.syntax import Edit, edited, tree_of

_LAYERS = frozenset({"LSTM", "GRU", "SimpleRNN", "RNN", "Bidirectional"})
_POOLS = frozenset({"GlobalAveragePooling1D", "GlobalMaxPooling1D", "GlobalMaxPool1D", "GlobalAvgPool1D"})


def with_steps_pooled(source: str) -> Iterator[Rewritten]:
    """Give the script with the mean, then the largest, of all steps where a recurrent layer of Keras gives its last
    one, in a list of layers or called; and with the last step where a layer pools."""
    tree = tree_of(source)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)] if tree is not None else []
    called = {id(node.func): node for node in calls}
    for node in calls:
        name, module = _name(node.func)
        outer = called.get(id(node))
        whole = outer or node
        if whole.lineno != whole.end_lineno:
            continue
        if name in _POOLS:
            last = f"{module}Lambda(lambda steps: steps[:, -1])"
            yield from _instead(source, node, last, "the last step")
        elif name in _LAYERS and not any(each.arg in ("return_sequences", "return_state") for each in node.keywords):
            layer = _with_sequences(node)
            for pool, says in (("GlobalAveragePooling1D", "the mean"), ("GlobalMaxPooling1D", "the largest")):
                pooled = f"{module}{pool}()"
                given = ", ".join(ast.unparse(each) for each in outer.args) if outer is not None else ""
                now = f"{layer}, {pooled}" if outer is None else f"{pooled}({layer}({given}))"
                yield from _instead(source, whole, now, f"{says} of all steps")


def _with_sequences(node: ast.Call) -> str:
    """The layer with all of its steps; the wrapper for both directions has them of the layer within."""
    if _name(node.func)[0] == "Bidirectional" and node.args and isinstance(node.args[0], ast.Call):
        rest = [ast.unparse(each) for each in (*node.args[1:], *node.keywords)]
        return f"{ast.unparse(node.func)}({', '.join([_with_sequences(node.args[0]), *rest])})"
    text = ast.unparse(node)
    return f"{text[:-1]}{', ' if node.args or node.keywords else ''}return_sequences=True)"


def _instead(source: str, node: ast.Call, now: str, says: str) -> Iterator[Rewritten]:
    text = edited(source, [Edit(node.lineno, node.col_offset, node.end_col_offset or 0, now)])
    if text is not None and tree_of(text) is not None:
        yield Rewritten(text, node.lineno, says)


def _name(node: ast.expr) -> tuple[str, str]:
    if isinstance(node, ast.Attribute):
        return node.attr, f"{ast.unparse(node.value)}."
    return getattr(node, "id", ""), ""

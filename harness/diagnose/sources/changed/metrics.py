"""Metrics: a script that counts by another metric, for an experiment."""

import ast
from collections.abc import Iterator, Sequence

from harness.diagnose.sources.text.rewritten import Rewritten
from harness.diagnose.sources.text.syntax import Edit, edited, last_name, tree_of

# What metrics of TF1 are in Keras; of accuracy the one that the labels need.
_ACCURACIES = ("SparseCategoricalAccuracy", "BinaryAccuracy", "CategoricalAccuracy", "Accuracy")
_IN_KERAS: dict[str, tuple[str, ...]] = {
    "accuracy": _ACCURACIES,
    "in_top_k": ("SparseTopKCategoricalAccuracy", *_ACCURACIES),
    "equal": _ACCURACIES,
    "precision": ("Precision",),
    "recall": ("Recall",),
    "auc": ("AUC",),
    "mean_squared_error": ("MeanSquaredError",),
    "root_mean_squared_error": ("RootMeanSquaredError",),
    "mean_absolute_error": ("MeanAbsoluteError",),
}
# By what strings compile knows them.
_SHORT = {
    "accuracy": "Accuracy",
    "acc": "Accuracy",
    "mae": "MeanAbsoluteError",
    "mse": "MeanSquaredError",
    "binary_accuracy": "BinaryAccuracy",
    "categorical_accuracy": "CategoricalAccuracy",
    "sparse_categorical_accuracy": "SparseCategoricalAccuracy",
}
_TOP_K = "TopKCategoricalAccuracy"


def with_other_metric(source: str, other: str) -> Iterator[Rewritten]:
    """Give the script with each metric of Keras as one that the ``other`` script, of TF1, counts by; the number of
    classes that may hold the label first."""
    tree, theirs = tree_of(source), tree_of(other)
    if tree is None or theirs is None:
        return
    wanted = list(dict.fromkeys(name for call in _called(theirs) for name in _IN_KERAS.get(last_name(call.func), ())))
    numbers = [number for call in _called(theirs) if last_name(call.func) == "in_top_k" for number in _k_of(call)]
    for node in _called(tree):
        name = last_name(node.func)
        if name.endswith(_TOP_K):
            yield from _with_k(source, node, numbers)
    for place, name in _metrics(tree):
        for now in wanted:
            text = edited(source, [_as(place, now)])
            if now != name and text is not None and tree_of(text) is not None:
                yield Rewritten(text, place.lineno, now, name)


def _called(tree: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def _k_of(call: ast.Call) -> Iterator[int]:
    given = [*call.args[2:3], *(each.value for each in call.keywords if each.arg == "k")]
    yield from (each.value for each in given if isinstance(each, ast.Constant) and isinstance(each.value, int))


def _with_k(source: str, node: ast.Call, numbers: Sequence[int]) -> Iterator[Rewritten]:
    given = next((each for each in node.keywords if each.arg == "k"), None)
    for number in dict.fromkeys(numbers):
        if given is not None:
            value = given.value
            edits = [Edit(value.lineno, value.col_offset, value.end_col_offset or 0, str(number))]
        else:
            end = (node.end_lineno or node.lineno), (node.end_col_offset or 0) - 1
            edits = [Edit(end[0], end[1], end[1], f"{', ' if node.args or node.keywords else ''}k={number}")]
        text = edited(source, edits)
        if text is not None and tree_of(text) is not None:
            yield Rewritten(text, node.lineno, f"{last_name(node.func)}(k={number})", ast.unparse(node.func))


def _metrics(tree: ast.AST) -> Iterator[tuple[ast.Attribute | ast.Constant, str]]:
    """The metrics that a script names: classes of tf.keras.metrics, and what compile is given by name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node.value).endswith("keras.metrics"):
            if node.attr[:1].isupper() and node.attr not in ("Mean", "Sum", "Metric"):
                yield node, node.attr
        elif isinstance(node, ast.keyword) and node.arg == "metrics":
            for each in ast.walk(node.value):
                if isinstance(each, ast.Constant) and each.value in _SHORT:
                    yield each, _SHORT[str(each.value)]


def _as(place: ast.Attribute | ast.Constant, now: str) -> Edit:
    return Edit(place.lineno, place.col_offset, place.end_col_offset or 0, _text(place, now))


def _text(place: ast.Attribute | ast.Constant, now: str) -> str:
    if isinstance(place, ast.Attribute):
        return f"{ast.unparse(place.value)}.{now}"
    return f"__import__('tensorflow').keras.metrics.{now}(name={str(place.value)!r})"

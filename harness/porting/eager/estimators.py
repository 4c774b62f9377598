"""Functions that an Estimator calls while it builds a graph of its own, which it does in TensorFlow 2, too."""

from collections.abc import Iterator

import libcst as cst

from harness.porting.eager.names import reads
from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import argument, calls, walk

_ESTIMATOR = "tf.estimator.Estimator"
REASON = "Estimators build graphs, and are gone from TensorFlow 2.16: what builds them is TF1's"


def graph_functions(module: cst.Module, aliases: Aliases) -> frozenset[str]:
    """Give the functions of a module that Estimators call, and those that only such call."""
    functions = {each.name.value: each for each in module.body if isinstance(each, cst.FunctionDef)}
    found = {name for name in _given(module, aliases) if name in functions}
    for _ in functions:
        rest = [each for each in module.body if not (isinstance(each, cst.FunctionDef) and each.name.value in found)]
        elsewhere = {name for each in rest for name in reads(each) - {_named(each)}}
        below = {name for each in found for name in reads(functions[each]) if name in functions}
        found |= below - elsewhere
    return frozenset(found)


def _named(node: cst.CSTNode) -> str:
    return node.name.value if isinstance(node, cst.FunctionDef) else ""


def _given(module: cst.Module, aliases: Aliases) -> Iterator[str]:
    """The functions that are given to Estimators: their models, and where their data come from."""
    if not any(called(call, aliases).startswith("tf.estimator.") for call in calls(module)):
        return
    for call in calls(module):
        if called(call, aliases) == _ESTIMATOR:
            model = argument(call, "model_fn", 0)
            yield from () if model is None else reads(model)
        for word in ("input_fn", "serving_input_receiver_fn"):
            given = argument(call, word)
            if given is None and word == "input_fn" and isinstance(call.func, cst.Attribute):
                given = argument(call, word, 0) if call.func.attr.value in ("train", "evaluate", "predict") else None
            if isinstance(given, cst.Name | cst.Lambda | cst.Call):
                yield from (each.value for each in walk(given) if isinstance(each, cst.Name))

"""Lengths of variables that a text asks the variables for: a layer has them before it is built."""

import re
from collections.abc import Mapping

import libcst as cst

from harness.porting.eager.tree import code, expression
from harness.porting.keras.weights import Weight, weights_of

_LENGTH = re.compile(
    r"(?P<key>.+)\.(?:get_shape\(\)(?:\.as_list\(\))?|shape(?:\.as_list\(\))?)\[(?P<place>\d)\]", re.DOTALL
)


def with_lengths(module: cst.Module, tf: str) -> cst.Module:
    """Give a text with the lengths of shapes in the place of ``W.get_shape().as_list()[0]``."""
    changed = module.visit(_Lengths(weights_of(module, tf)))
    assert isinstance(changed, cst.Module)
    return changed


class _Lengths(cst.CSTTransformer):
    def __init__(self, weights: Mapping[str, Weight]) -> None:
        super().__init__()
        self.weights = weights

    def leave_Subscript(self, original_node: cst.Subscript, updated_node: cst.Subscript) -> cst.BaseExpression:
        match = _LENGTH.fullmatch(code(original_node))
        weight = self.weights.get(match["key"].replace('"', "'")) if match else None
        if match is None or weight is None or int(match["place"]) >= len(weight.initial.shape):
            return updated_node
        return expression(weight.initial.shape[int(match["place"])])

"""Products and what is done to them in the statement behind, as one statement: ``h = tf.matmul(x, W)``,
``h = tf.nn.relu(h + b)``."""

from collections.abc import Sequence

import libcst as cst

from harness.porting.eager.tree import assigned, only
from harness.porting.keras.affine import affine_of
from harness.porting.keras.chains import lives
from harness.porting.keras.weights import substituted


def with_joined_products(module: cst.Module, tf: str) -> cst.Module:
    """Give a text in which a product, its bias and its activation stand in one statement, where nothing else asks for
    what is between. Comments stay."""
    changed = module.visit(_Joined(tf))
    assert isinstance(changed, cst.Module)
    return changed


class _Joined(cst.CSTTransformer):
    def __init__(self, tf: str) -> None:
        super().__init__()
        self.tf = tf

    def leave_FunctionDef(self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef) -> cst.FunctionDef:
        if not isinstance(updated_node.body, cst.IndentedBlock):
            return updated_node
        made = updated_node
        place = 0
        while isinstance(made.body, cst.IndentedBlock) and place + 1 < len(made.body.body):
            body = [each for each in made.body.body if isinstance(each, cst.BaseStatement)]
            one = _joined(body, place, made, self.tf)
            if one is None:
                place += 1
                continue
            body[place : place + 2] = [one]
            made = made.with_changes(body=made.body.with_changes(body=body))
        return made


def _joined(
    body: Sequence[cst.BaseStatement], place: int, function: cst.FunctionDef, tf: str
) -> cst.BaseStatement | None:
    """The statement that stands for one and the one behind it, if one can."""
    first, second = body[place], body[place + 1]
    pair = assigned(first)
    if pair is None or not isinstance(pair[0], cst.Name) or not isinstance(second, cst.SimpleStatementLine):
        return None
    product = affine_of(pair[1], tf)
    name = pair[0].value
    small = only(second)
    if product is None or product.activation or lives(name, body, place + 1, function):
        return None
    value = small.value if isinstance(small, cst.Assign | cst.Return) else None
    if value is None or not isinstance(small, cst.Assign | cst.Return):
        return None
    within = affine_of(substituted(value, {name: pair[1]}), tf)
    if within is None or not (within.bias or within.activation) or within.kernel != product.kernel:
        return None
    if within.bias == name or not within.inputs.deep_equals(product.inputs):
        return None
    assert isinstance(first, cst.SimpleStatementLine)
    lead = list(first.leading_lines)
    if first.trailing_whitespace.comment is not None:
        lead.append(cst.EmptyLine(comment=first.trailing_whitespace.comment))
    made = small.with_changes(value=substituted(value, {name: pair[1]}))
    return second.with_changes(body=[made], leading_lines=[*lead, *second.leading_lines])

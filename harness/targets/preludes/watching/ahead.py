"""Losses that a Session does not compute by itself: fetched with a step, they keep arrays as large as the variables,
and the variables themselves as they were, until they are computed. Where that is much, they are fetched before it."""

from _harness_preludes.graphs.ops import is_variable, ops_behind

# In elements; what is less takes no memory that counts, and a run more takes time.
_LARGE = 1 << 20
_READS = ("ReadVariableOp", "Const")


def is_better_ahead(tensor, plan):
    """Whether a tensor takes large arrays that a run would not have, and is the same before it: made of what is fed and
    of variables alone, without a state and without anything drawn."""
    behind = ops_behind([tensor], plan.fed)
    arrays = [each for op in behind - plan.ops for each in list(op.inputs) + list(op.outputs)]
    return any((each.get_shape().num_elements() or 0) > _LARGE for each in arrays) and all(map(_is_still, behind))


def _is_still(op):
    if is_variable(op) or op.type in _READS:
        return True
    return op.op_def is not None and not op.op_def.is_stateful

"""Ops of two operands that broadcast, below operators, tf.subtract and Keras: as eager mode calls them and as they join
graphs, on every release."""

import numpy

NAMES = {
    "Add", "AddV2", "Sub", "Mul", "Div", "RealDiv", "SquaredDifference", "Maximum", "Minimum", "Pow",
    "Equal", "NotEqual", "Greater", "GreaterEqual", "Less", "LessEqual",
}  # fmt: skip


def intercept(change):
    """Have ``change(name, x, y)`` give the operands of every such op, just before it is computed or joins a graph."""
    from tensorflow.python.ops import gen_math_ops

    for name in ("_op_def_lib", "_op_def_library"):
        if hasattr(gen_math_ops, name):
            setattr(gen_math_ops, name, _Added(getattr(gen_math_ops, name), change))
            break
    for name in ("pywrap_tfe", "_pywrap_tensorflow"):
        if hasattr(gen_math_ops, name):
            setattr(gen_math_ops, name, _Called(getattr(gen_math_ops, name), change))
            break


def shape_of(value):
    """Give the shape of an operand, None for a length that is not known; None for an unknown rank."""
    shape = getattr(value, "shape", None)
    try:
        if shape is None:
            return numpy.shape(value)
        return tuple(shape.as_list() if hasattr(shape, "as_list") else shape)
    except ValueError:
        return None


def broadcasts_both_ways(one, two):
    """Whether both operands are repeated, so that the result is larger than either: (n,) with (n, 1). A length that is
    not known counts as many."""
    if one is None or two is None or not one or not two:
        return False
    rank = max(len(one), len(two))
    one, two = ((1,) * (rank - len(each)) + tuple(each) for each in (one, two))
    pairs = list(zip(one, two))
    return any(a == 1 != b for a, b in pairs) and any(b == 1 != a for a, b in pairs)


class _Added:
    """What graphs have ops made by, and all else that the module is asked for."""

    def __init__(self, library, change):
        self._library, self._change = library, change

    def __getattr__(self, name):
        found = getattr(self._library, name)
        if name not in ("_apply_op_helper", "apply_op"):
            return found

        def apply(kind, *args, **options):
            if kind in NAMES and "x" in options and "y" in options:
                options["x"], options["y"] = self._change(kind, options["x"], options["y"])
            return found(kind, *args, **options)

        return apply


class _Called:
    """What eager mode computes by. The op's name is the second word since 2.3, and the third before that; then comes
    the name that it is given and, before 2.3, what is called after it."""

    def __init__(self, module, change):
        self._module, self._change = module, change

    def __getattr__(self, name):
        found = getattr(self._module, name)
        if name != "TFE_Py_FastPathExecute":
            return found

        def execute(*args):
            at = next((place for place in (1, 2) if args[place] in NAMES), None) if len(args) > 4 else None
            if at is not None:
                first = at + at + 1 if at == 2 else at + 2
                x, y = self._change(args[at], args[first], args[first + 1])
                args = args[:first] + (x, y) + args[first + 2 :]
            return found(*args)

        return execute

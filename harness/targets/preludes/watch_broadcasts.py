"""Tells of ops whose two operands are both repeated, so that (n,) and (n, 1) give (n, n): each pair of shapes once for
a line of the script."""

from _harness_preludes.behaviours import paired_ops
from _harness_preludes.scripts.lines import line_of

told = set()


def look(name, x, y):
    one, two = paired_ops.shape_of(x), paired_ops.shape_of(y)
    if paired_ops.broadcasts_both_ways(one, two):
        line = line_of(SETTING["script"])
        if line is not None and (name, one, two, line) not in told:
            told.add((name, one, two, line))
            SETTING["see"](
                "behaviour",
                {"what": "broadcast both ways", "op": name, "shapes": [list(one), list(two)], "line": line},
            )
    return x, y


paired_ops.intercept(look)

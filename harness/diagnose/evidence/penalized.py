"""Which variables the loss of a step penalizes by the sum of their squares, by the numbers that its ops put out."""

from harness.words.observation import ObservedStep

# Of a sum of squares of float32, what rounding leaves.
_SAME = 1e-5


def penalized_in(step: ObservedStep) -> dict[str, int | None]:
    """Give the names of the variables of which an op of the forward pass puts out the sum of squares, or half of it,
    with the line of that op; of such as are nothing but zeros nobody can say."""
    sums = [each for each in step.layers if each.output is not None and each.output.size == 1]
    found: dict[str, int | None] = {}
    for variable in step.variables:
        squares = variable.before.norm**2 if variable.before is not None else 0.0
        if not squares:
            continue
        for each in sums:
            assert each.output is not None
            if any(abs(each.output.sample[0] - part) <= _SAME * part for part in (squares, squares / 2)):
                found[variable.name] = each.line
                break
    return found

"""Whether two runs apply equally many updates, as far as that is certain: one step of a run may be several of another
that is written otherwise, as with an optimizer for each group of variables."""

from dataclasses import dataclass

from harness.watching.pairs import Pairs
from harness.words.observation import Observation, ObservedStep, ObservedVariable


@dataclass(frozen=True)
class _Applied:
    """How many updates of each variable moved it: at ``least`` and at ``most``, each sorted."""

    least: tuple[int, ...]
    most: tuple[int, ...]


def counted(steps: int) -> str:
    """Give a number of steps in words: ``1 step``, ``12 steps``."""
    return f"{steps} step{'s' if steps != 1 else ''}"


def unequal_steps(left: Observation, right: Observation, names: tuple[str, str]) -> str:
    """Give in words that two runs make unequal numbers of steps, whatever their names are; empty where they do not."""
    if left.count == right.count:
        return ""
    return f"{names[0]} makes {counted(left.count)}, {names[1]} {right.count}"


def surely_unequal(left: Observation, right: Observation, pairs: Pairs) -> bool:
    """Whether the variables of two runs are surely moved by unequal numbers of updates, however each is written: by the
    variables, not by the steps, for these may be split. What was not seen from its start to its end, what is
    updated where nobody counts, and what a step leaves where it is, is sure of nothing."""
    if left.loose is None or right.loose is None or not left.count or not right.count:
        return False
    loose = left.loose + right.loose
    one, two = _each(left), _each(right)
    whole = not (pairs.only_left or pairs.only_right or pairs.fused)
    if not whole or one is None or two is None or len(one.least) != len(two.least):
        one, two = _alike(left), _alike(right)
    if one is None or two is None:
        return False
    bounds = (*zip(one.least, two.most, strict=True), *zip(two.least, one.most, strict=True))
    return any(most + loose < least for least, most in bounds)


def _each(seen: Observation) -> _Applied | None:
    """Variable by variable, where each step was told of."""
    if len(seen.steps) < seen.count:
        return None
    told: dict[str, list[bool]] = {}
    for step in seen.steps:
        for each in step.variables:
            told.setdefault(each.name, []).append(_moved(each))
    return _Applied(tuple(sorted(map(sum, told.values()))), tuple(sorted(map(len, told.values()))))


def _alike(seen: Observation) -> _Applied | None:
    """All variables as one, where each step that was told of updates all of them."""
    names = {tuple(sorted(each.name for each in step.variables)) for step in seen.steps}
    if len(names) != 1 or not seen.steps[0].variables:
        return None
    moving = sum(_moves(step) for step in seen.steps)
    return _Applied((seen.count if moving == len(seen.steps) else moving,), (seen.count,))


def _moves(step: ObservedStep) -> bool:
    return any(map(_moved, step.variables))


def _moved(variable: ObservedVariable) -> bool:
    known = variable.before is not None and variable.after is not None
    return known and variable.before != variable.after

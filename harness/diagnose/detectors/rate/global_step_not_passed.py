"""global_step not passed: nothing counts up what the rate follows, so the rate stays at its first value."""

import ast
import math
from itertools import pairwise

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.agreement import first_apart
from harness.diagnose.evidence.evidence import Evidence, Paired
from harness.diagnose.evidence.shape import is_apart, is_constant, rates, shown, trained, uncertainty
from harness.diagnose.sources.said.scripts import has_function, is_graph, methods
from harness.diagnose.sources.text.syntax import Edit, edited, tree_of
from harness.diagnose.sources.text.tensorflow import COUNTS, decay_names
from harness.words.finding import Change, Confidence, Finding
from harness.words.series import Series
from harness.words.stage import Stage

_FEWEST = 3
_DECAYS = decay_names()


def detect(evidence: Evidence) -> Finding | None:
    """Find a rate that falls on the left and stays at its first value on the right, where nothing in the right
    script counts the steps; or, with no rate printed, a right script whose ``minimize`` is not given the counter, and
    numbers that start alike: the first update has the same rate.

    Not with ``tf.function``: a rate may be frozen there for another reason.

    The trial passes ``global_step`` to ``minimize`` in the text of the script, and would cure no other cause.
    """
    right = evidence.right
    if has_function(right) or (right.source and not _follows_an_uncounted_step(right.source)):
        return None
    fix = _counted(right.source)
    trials = (Change("global_step passed to minimize", source=fix),) if fix else ()
    change = (
        "pass the counter: minimize(loss, global_step=global_step); minimize counts up only what it is given"
        if is_graph(right)
        else "count the steps, as minimize(loss, global_step=global_step) did: global_step.assign_add(1) after each "
        "update, or give the schedule to the optimizer, which counts its own iterations"
    )
    stuck = [paired for paired in rates(evidence) if _stays_at_first(paired)]
    near = [paired for paired in rates(evidence) if trials and _stays_near_first(paired)]
    if stuck or near:
        rate = (stuck or near)[0]
        left, still = rate.left.values, rate.right
        says = (
            f"{rate.name} of {right.name} stays {shown(still.values[0])} in all {len(still.numbers)} records, where "
            f"{evidence.left.name} goes from {shown(left[0])} to {shown(left[-1])}{_counter(evidence)}"
        )
        # A rate may stand still for other reasons, say a decay over very many steps; only a run tells.
        sure = Confidence.LIKELY if stuck and trials else Confidence.POSSIBLE
        return Finding("global-step-not-passed", sure, says, change, trials=trials)
    apart = [paired for paired in trained(evidence) if is_apart(paired, evidence.tolerances)]
    if rates(evidence) or not trials or not apart or not all(_starts_alike(paired, evidence) for paired in apart):
        return None
    return Finding(
        "global-step-not-passed",
        Confidence.LIKELY,
        f"the rate of {right.name} follows a counter that its script never counts up; {apart[0].name} starts at "
        f"{shown(apart[0].left.values[0])} on both sides and differs from record "
        f"{(first_apart(apart[0], evidence.tolerances) or 0) + 1} on",
        change,
        trials=trials,
    )


def _stays_at_first(paired: Paired) -> bool:
    """Whether the right rate is constant, at the value that the left one starts from or has just left."""
    left, right = paired.left.numbers, paired.right.numbers
    if len(left) < _FEWEST or len(right) < _FEWEST or not is_constant(paired.right) or not _falls(paired.left):
        return False
    first, second = left[0], left[1]
    if second.position != first.position + 1 or second.value <= 0:
        return False
    rate = right[0].value
    slack = uncertainty(paired.left, first) + uncertainty(paired.left, second) + uncertainty(paired.right, right[0])
    # A left rate that was read after its step starts one decay further: by a factor, or by a difference.
    starts = (first.value, first.value**2 / second.value, 2 * first.value - second.value)
    return any(math.isclose(rate, start, rel_tol=0, abs_tol=4 * slack) for start in starts)


def _stays_near_first(paired: Paired) -> bool:
    """Whether the right rate is constant, and the left one may have fallen from it to its first number in one step: of
    a decay of any kind, which falls no more than twice as fast in a step as in the next."""
    left, right = paired.left.values, paired.right.values
    if len(left) < _FEWEST or len(right) < _FEWEST or not is_constant(paired.right) or not _falls(paired.left):
        return False
    return left[0] <= right[0] <= left[0] + 2 * (left[0] - left[1])


def _starts_alike(paired: Paired, evidence: Evidence) -> bool:
    first = first_apart(paired, evidence.tolerances)
    shared = paired.left.at().keys() & paired.right.at().keys()
    return 0 in shared and first != 0


def _falls(series: Series) -> bool:
    values = series.values
    return all(later <= sooner for sooner, later in pairwise(values)) and values[-1] < values[0]


def _counter(evidence: Evidence) -> str:
    """What a printed counter adds: it stays at 0 on the right."""
    for paired in evidence.paired:
        values = paired.left.values
        if "step" in paired.name and is_constant(paired.right) and values[-1] > values[0]:
            return f"; {paired.name} stays {shown(paired.right.values[0])} instead of counting to {shown(values[-1])}"
    return ""


def _follows_an_uncounted_step(source: str) -> bool:
    """Whether a script makes a decay that follows a variable, and nothing in it counts that up."""
    minimized = methods(source, "minimize")
    if any(call.argument(1, "global_step") is not None for call in minimized) or methods(source, *COUNTS):
        return False
    return bool(_followed(source) & _variables(source))


def _followed(source: str) -> set[str]:
    """What the decays of a script are given as the step: by tf.train's functions, or by whoever calls a schedule."""
    bound = [(target, value) for target, value in _assignments(source) if isinstance(value, ast.Call)]
    schedules = {target for target, value in bound if ast.unparse(value.func).rpartition(".")[2] in _DECAYS}
    found = {
        step
        for decay in methods(source, *_DECAYS)
        if decay.method.islower()
        and (
            step := decay.argument(0, "x") if decay.method == "piecewise_constant" else decay.argument(1, "global_step")
        )
    }
    for node in ast.walk(tree_of(source) or ast.Module([], [])):
        if isinstance(node, ast.Call) and node.args and ast.unparse(node.func) in schedules:
            found.add(ast.unparse(node.args[0]))
    return found


def _variables(source: str) -> set[str]:
    """What a script binds to a variable, and steps that are none other: a Python number goes on by itself."""
    makers = ("Variable", "get_variable", "get_or_create_global_step", "create_global_step", "get_global_step")
    return {
        target
        for target, value in _assignments(source)
        if any(
            isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in makers
            for node in ast.walk(value)
        )
    }


def _assignments(source: str) -> list[tuple[str, ast.expr]]:
    """What a script binds, and to what."""
    return [
        (ast.unparse(target), node.value)
        for node in ast.walk(tree_of(source) or ast.Module([], []))
        if isinstance(node, ast.Assign)
        for target in node.targets
    ]


def _counted(source: str) -> str | None:
    """The script with ``global_step=...`` in its one call of ``minimize``: the variable that its decay is given."""
    tree = tree_of(source)
    steps = [step for decay in methods(source, *_DECAYS) if (step := decay.argument(1, "global_step"))]
    minimized = [
        node
        for node in ast.walk(tree or ast.Module([], []))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "minimize"
    ]
    if len(minimized) != 1 or not steps or not steps[0].isidentifier():
        return None
    for last in [*minimized[0].args, *(word.value for word in minimized[0].keywords)][-1:]:
        line, end = last.end_lineno or 0, last.end_col_offset or 0
        return edited(source, [Edit(line, end, end, f", global_step={steps[0]}")])
    return None


CAUSE = Cause(("global-step-not-passed",), detect, stages=(Stage.RATE,))

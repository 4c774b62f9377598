"""Sum against mean: a loss that is summed over the batch trains with as many times the rate as the batch has rows."""

import ast

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.agreement import in_place
from harness.diagnose.evidence.evidence import Evidence, Paired, Side
from harness.diagnose.evidence.shape import differs, is_apart, is_loss, moving, shown
from harness.diagnose.evidence.summed import is_of_whole_batch, summed_losses
from harness.diagnose.evidence.updates import UpdateRatio, update_ratio
from harness.diagnose.sources.changed.literals import rate_of, with_rate
from harness.diagnose.sources.said.scripts import methods
from harness.diagnose.sources.text.source import Call
from harness.diagnose.sources.text.syntax import tree_of
from harness.diagnose.sources.text.tensorflow import MEANS
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage

_FEWEST_LOSSES = 2
_LARGEST = 100_000
# By 2 a sum of squares is divided for the sake of its gradient.
_PART = 2


def detect(evidence: Evidence) -> Finding | None:
    """Find a script that sums its whole loss where the other takes the mean, with numbers that bear it out.

    The updates have a whole number as their ratio; or, where only what falls like a loss is printed, that of the side
    that sums runs ahead in every record. Where the numbers tell neither, it is left to an experiment. A loss that is
    not reduced at all is summed by its gradient.

    The trial takes the mean for every whole sum, or divides the rate: it would also cure ``other-rate`` where that is
    off by the number of rows, which the text of the two scripts tells apart.
    """
    summed = summed_side(evidence)
    if not differs(evidence):
        return None
    if summed is None:
        return _of_losses(evidence) or _unreduced(evidence)
    ratio = update_ratio(evidence)
    if ratio is not None:
        rows = whole_number(ratio)
        if rows is None or (ratio.ratio > 1) != (summed is evidence.right):
            return None
        return _finding(evidence, summed, f"{ratio.says}, a whole number", Confidence.LIKELY)
    losses = [paired for paired in moving(evidence) if is_apart(paired, evidence.tolerances)]
    if not losses or not all(_falls_like_a_loss(paired) for paired in losses):
        return _by_sources(evidence, summed)
    loss = losses[0] if summed is evidence.right else losses[0].swapped
    says = _runs_ahead(loss, evidence, summed)
    # Without the other script, a sum is only one thing among others that may be wrong.
    sure = Confidence.LIKELY if evidence.left.source and evidence.right.source else Confidence.POSSIBLE
    return _finding(evidence, summed, says, sure) if says else _by_sources(evidence, summed)


def _of_losses(evidence: Evidence) -> Finding | None:
    """Of two sides that were watched: loss and gradients of one are those of the other times one whole number."""
    parting = evidence.parting
    found = (
        summed_losses(parting.both, evidence.watched.pairs) if parting and parting.both and evidence.watched else None
    )
    if found is None or parting is None or parting.both is None:
        return None
    times, place = found
    summed, other = evidence.side(place).name, evidence.side(place.other).name
    rows = any(step.loss is not None and step.loss.size > 1 for step in parting.both)
    smaller = parting.both[1 if place is Place.LEFT else 0]
    if rows or is_of_whole_batch(times, smaller):
        how = "by its sum (reduction='sum')" if place is Place.LEFT else "by its mean"
    else:
        how = (
            f"{times} times as {'large' if place is Place.LEFT else 'small'}; look for an axis of length {times} that "
            f"{summed} sums over and {other} takes the mean of"
        )
    return Finding(
        "sum-against-mean",
        Confidence.LIKELY,
        f"{summed} trains by one loss for each of {times} rows, the gradient of which is that of their sum: all its "
        f"gradients are {times} times those of {other}"
        if rows
        else f"the loss of {summed} and all its gradients are {times} times those of {other}",
        f"reduce the loss of {evidence.right.name} as {evidence.left.name} does: {how}",
        trials=(
            Change(
                f"gradients of {times} times the size",
                place.other,
                patch="gradients_scaled",
                arguments={"factor": float(times)},
                scales=True,
            ),
        ),
    )


def _unreduced(evidence: Evidence) -> Finding | None:
    """A right script that neither sums nor takes a mean, with the rate of the left one, which takes one."""
    left, right = evidence.left, evidence.right
    ratio = update_ratio(evidence)
    rows = whole_number(ratio) if ratio is not None else None
    if ratio is None or rows is None or ratio.ratio < 1 or not right.source or reduces(right):
        return None
    wanted, used = rate_of(left), rate_of(right)
    if not _takes_mean(left) or wanted is None or used is None or wanted.value != used.value:
        return None
    divided = with_rate(right.source, used.value / rows)
    return Finding(
        "sum-against-mean",
        Confidence.LIKELY,
        f"{ratio.says}, a whole number, with the same rate; {left.name} takes a mean, {right.name} takes none: the "
        "gradient of a loss that is not reduced is that of its sum",
        "take the mean in the loss that is trained: tf.reduce_mean(...)",
        trials=(Change(f"the rate divided by {rows}", source=divided),) if divided else (),
    )


def _by_sources(evidence: Evidence, summed: Side) -> Finding | None:
    """Of two scripts one of which only sums, and the other only takes the mean."""
    other = evidence.left if summed is evidence.right else evidence.right
    if not other.source or not summed.source or _takes_mean(summed) or summed.origin is None:
        return None
    line = _whole_sums(summed.source)[0].line
    says = f"{summed.name} sums its loss over all rows (line {line}), {other.name} takes a mean"
    return _finding(evidence, summed, says, Confidence.POSSIBLE)


def summed_side(evidence: Evidence) -> Side | None:
    """Give the side whose script sums over all axes where the other, if its script is known, does not."""
    right, left = _sums(evidence.right), _sums(evidence.left)
    if right == left:
        return None
    summed, other = (evidence.right, evidence.left) if right else (evidence.left, evidence.right)
    return summed if not other.source or _takes_mean(other) else None


def reduces(side: Side) -> bool:
    """Whether a script sums or takes a mean anywhere."""
    return _takes_mean(side) or _sums(side)


def _takes_mean(side: Side) -> bool:
    return bool(methods(side.source, *MEANS)) or bool(_divided(side.source))


def whole_number(ratio: UpdateRatio) -> int | None:
    """Give the whole number, 2 or more, that a ratio or its reciprocal is."""
    large = max(ratio.ratio, 1 / ratio.ratio)
    whole = round(large)
    error = 3 * ratio.error * (large / ratio.ratio) + 1e-4 * large
    return whole if 2 <= whole <= _LARGEST and abs(large - whole) <= min(error, 0.1) else None


def _sums(side: Side) -> bool:
    return bool(_whole_sums(side.source))


def _whole_sums(source: str) -> list[Call]:
    """The sums over all axes that are not divided on the spot."""
    divided = _divided(source)
    calls = methods(source, "reduce_sum")
    return [call for call in calls if _is_whole(call) and (call.line, call.arguments) not in divided]


def _divided(source: str) -> set[tuple[int, tuple[str, ...]]]:
    """The sums that are a mean, by line and arguments: divided by something, but for a half or so of a sum."""
    found: set[tuple[int, tuple[str, ...]]] = set()
    for node in ast.walk(tree_of(source) or ast.Module([], [])):
        match node:
            case ast.BinOp(op=ast.Div(), right=ast.Constant(value=int() | float() as few)) if few <= _PART:
                continue
            case ast.BinOp(op=ast.Div(), left=upper):
                parts = [upper]
                while parts:
                    part = parts.pop()
                    if isinstance(part, ast.BinOp):
                        parts += [part.left, part.right]
                    elif isinstance(part, ast.Call) and ast.unparse(part.func).endswith("reduce_sum"):
                        found.add((part.lineno, tuple(map(ast.unparse, part.args))))
    return found


def _is_whole(call: Call) -> bool:
    """Whether a sum goes over all axes; one over an axis is often part of a mean."""
    axes = ("axis", "reduction_indices", "keepdims", "keep_dims")
    return len(call.arguments) <= 1 and not any(axis in call.keywords for axis in axes)


def _falls_like_a_loss(paired: Paired) -> bool:
    """Whether the numbers are positive and fall on both sides; a log may call a loss by any word."""
    return all(values[-1] < values[0] and min(values) > 0 for values in (paired.left.values, paired.right.values))


def _runs_ahead(loss: Paired, evidence: Evidence, summed: Side) -> str:
    """What the losses say, the summing side on the right: it is ahead in every record; empty where it is not."""
    slow, quick = loss.left.at(), loss.right.at()
    shared = [place for place in sorted(slow) if place in quick]
    if len(shared) < _FEWEST_LOSSES or not all(quick[place].value < slow[place].value for place in shared):
        return ""
    other = evidence.left if summed is evidence.right else evidence.right
    agreeing = in_place(loss, evidence.tolerances).agreeing
    first, last = shared[0], shared[-1]
    return (
        f"{loss.name} of {summed.name}, which sums over its rows, runs ahead of {other.name} in all {len(shared)} "
        f"records that both have ({agreeing} agree): {shown(quick[first].value)} against {shown(slow[first].value)} "
        f"in the first, {shown(quick[last].value)} against {shown(slow[last].value)} in the last"
    )


def _finding(evidence: Evidence, summed: Side, says: str, confidence: Confidence) -> Finding:
    printed = "; the loss that is printed stays as many times as large" if _is_loss_printed(evidence) else ""
    if summed is evidence.right:
        change = (
            "take the mean in the loss that is trained, tf.reduce_mean in place of tf.reduce_sum; or divide the rate "
            f"by the number of rows{printed}"
        )
        trials = (Change("tf.reduce_mean in place of tf.reduce_sum", patch="mean_for_sum", scales=True),)
    else:
        change = (
            f"sum the loss that is trained, as {summed.name} does: tf.reduce_sum in place of tf.reduce_mean; or "
            f"multiply the rate by the number of rows{printed.replace('large', 'small')}"
        )
        trials = (
            Change("tf.reduce_mean in place of tf.reduce_sum", side=Place.LEFT, patch="mean_for_sum", scales=True),
        )
    return Finding("sum-against-mean", confidence, says, change, trials=trials)


def _is_loss_printed(evidence: Evidence) -> bool:
    return any(is_loss(paired.name) for paired in evidence.paired)


CAUSE = Cause(("sum-against-mean",), detect, stages=(Stage.LOSS, Stage.GRADIENTS))

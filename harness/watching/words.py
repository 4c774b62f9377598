"""What watching came to, in words and as JSON."""

import math
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from harness.watching.dtypes import dtypes_apart
from harness.watching.factor import common_factor
from harness.watching.forward import ForwardPlace
from harness.watching.pairs import GATES, Pairs
from harness.watching.stages import StageHeld
from harness.watching.state import MOVED, STOOD
from harness.watching.things import Gap, brief
from harness.watching.watched import StepHeld, Watched
from harness.words.observation import Observation
from harness.words.stage import Stage

_MOST = 3
# Beyond this what rounding has grown to shows.
_GROWN = 1e-4
_SINGULAR = {
    Stage.DATA: "fed array",
    Stage.START: "variable",
    Stage.FORWARD: "op of the forward pass",
    Stage.LOSS: "the loss",
    Stage.GRADIENTS: "gradient",
    Stage.RATE: "the rate",
    Stage.UPDATE: "update",
    Stage.STATISTICS: "statistic",
}


def watched_text(watched: Watched) -> list[str]:
    """Give the lines that tell it: what was seen, where the sides part first, what has no partner, and remarks."""
    found = [f"watched: {_counts(watched)}"]
    if watched.parting is not None:
        found += _parting(watched.parting)
    elif watched.held:
        found.append(_agreement(watched))
    found += _alone(watched.pairs)
    found += map(str, dtypes_apart(watched))
    for name, side in (("left", watched.left), ("right", watched.right)):
        found += [f"watched, {name}: {remark}" for remark in side.remarks]
    return found


def watched_document(watched: Watched) -> dict[str, Any]:
    """Give the same for ``--json``."""
    return {
        "steps": {"left": watched.left.count, "right": watched.right.count, "held": watched.held},
        "agreeing": watched.agreeing,
        "stage": watched.stage,
        "parting": finite(asdict(watched.parting)) if watched.parting is not None else None,
        "pairs": asdict(watched.pairs),
        "dtypes": [asdict(each) for each in dtypes_apart(watched)],
        "remarks": {"left": list(watched.left.remarks), "right": list(watched.right.remarks)},
    }


def observation_document(observation: Observation) -> dict[str, Any]:
    """Give an observation for ``--json``, all of it."""
    return {key: finite(value) for key, value in asdict(observation).items()}


def finite(value: Any) -> Any:
    """Give a document with texts in place of infinity and NaN, for which JSON has no numbers."""
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, dict):
        return {key: finite(each) for key, each in value.items()}
    return [finite(each) for each in value] if isinstance(value, list | tuple) else value


def _counts(watched: Watched) -> str:
    left, right = watched.left.count, watched.right.count
    if not left and not right and watched.held:
        return "neither side trains anything; what they compute was held against each other"
    if not left or not right:
        if not left and not right:
            return "neither side updated a trained variable that could be seen"
        return f"the {'right' if left else 'left'} side updated no trained variable that could be seen"
    steps = f"{_number(left, 'step')} on the left, {right} on the right"
    return (
        f"{steps}; {watched.held} looked at on both, {watched.agreeing} agree in every stage before the sides part"
        if (watched.parting is not None)
        else f"{steps}; {watched.held} looked at on both, all agree in every stage that was seen"
    )


def _agreement(watched: Watched) -> str:
    """Steps none of which parts the sides: whether they are the same, or rounding has grown in them."""
    if watched.carried <= _GROWN:
        return "no stage of these steps is apart"
    return (
        "no stage of these steps parts the sides: a difference grows from the last digits on, to "
        f"{watched.carried:.1g} of the largest number in the last of them"
    )


def _parting(step: StepHeld) -> Iterator[str]:
    first = step.first_apart
    assert first is not None
    before = [each for each in step.stages if each.stage.place < first.stage.place]
    agreed = ", ".join(_agreed(each) for each in before)
    lead = f"{agreed}; " if agreed else ""
    place = f", step {step.number}" if step.trains else ""
    yield f"stage {first.stage}{place}: {lead}{_gaps(first)}"
    if first.place is None:
        return
    data = first.place.data
    if first.place.right is not None and first.place.unseen is None:
        agrees = "" if data is not None else ", and what it is made from agrees"
        yield f"    on the right the first op apart is {first.place.right.named}{agrees}{_output(first.place)}"
    if data is not None:
        yield f"    what the sides read is not the same: {brief(data[0])} on the left, {brief(data[1])} on the right"


def _output(place: ForwardPlace) -> str:
    """That the right op puts out what the left one does, times a number; of other data that says nothing."""
    if place.data is not None:
        return ""
    left, right = (None if op is None else op.output for op in (place.left, place.right))
    factor = None if left is None or right is None else common_factor([(left, right)])
    return "" if factor is None else f": it puts out {factor:.6g} times what the left one does"


def _agreed(held: StageHeld) -> str:
    name = _SINGULAR[held.stage]
    if held.stage is Stage.FORWARD:
        return "the forward pass agrees"
    how = "has the same bits" if held.same_bits == held.count else "agrees to rounding"
    if held.count == 1:
        return f"{name if name.startswith('the ') else 'the ' + name} {how}"
    many = "have the same bits" if held.same_bits == held.count else "agree to rounding"
    return f"{'both' if held.count == 2 else f'all {held.count}'} {name}s {many}"


def _gaps(held: StageHeld) -> str:
    gaps = "; ".join(_told(held, gap) for gap in held.gaps[:_MOST])
    more = len(held.gaps) - _MOST
    return gaps + (f"; and {more} more" if more > 0 else "") + _times(held)


def _times(held: StageHeld) -> str:
    """That all gradients are one number times what they are on the other side."""
    if held.factor is None:
        return ""
    if held.factor > 1:
        return f": all on the right are {held.factor:.6g} times those on the left"
    return f": all on the left are {1 / held.factor:.6g} times those on the right"


def _told(held: StageHeld, gap: Gap) -> str:
    if held.place is not None and held.place.unseen is not None:
        side, call = held.place.unseen
        shown = gap.left if side == "left" else gap.right
        return f"first apart within {call.named} on the {side}, of which only the result is seen: {shown}"
    if gap.left == gap.right:
        if not math.isfinite(gap.relative):
            return f"first apart in {gap.name}, in other elements than those shown: {gap.left} on both sides"
        return f"{gap.name} is {gap.left} on both sides, and {gap.relative:.1g} of its largest element apart"
    if held.place is not None and held.place.data is not None:
        return f"first apart in {gap.name}: {gap.left} on the left, {gap.right} on the right"
    return _gap(held.stage, gap.name, gap.left, gap.right)


def _gap(stage: Stage, name: str, left: str, right: str) -> str:
    match stage:
        case Stage.STATISTICS | Stage.UPDATE if STOOD in (left, right):
            return f"{name} moved on the {'left' if left == MOVED else 'right'} only"
        case Stage.UPDATE:
            return f"{name} {left} on the left, {right} on the right"
        case Stage.FORWARD:
            return f"first apart in {name}, what it is made from agrees: {left} on the left, {right} on the right"
        case Stage.GRADIENTS:
            return f"the gradient of {name} is {left} on the left, {right} on the right"
    return f"{name} is {left} on the left, {right} on the right"


def _alone(pairs: Pairs) -> Iterator[str]:
    for name, names in (("left", pairs.only_left), ("right", pairs.only_right)):
        if names:
            shown = ", ".join(names[:_MOST]) + (f" and {len(names) - _MOST} more" if len(names) > _MOST else "")
            yield f"trained on the {name} only: {shown}"
    layouts = [
        f"{pair.left} and {pair.right} are {pair.layout}" for pair in pairs.pairs if pair.layout not in ("", GATES)
    ]
    layouts += [
        f"{' and '.join(each.left)} {_are(each.left)} {' and '.join(each.right)} on the right, its gates in another "
        "order, and not held"
        for each in pairs.fused
    ]
    if layouts:
        yield "laid out otherwise: " + "; ".join(layouts[:_MOST])


def _are(names: tuple[str, ...]) -> str:
    return "is" if len(names) == 1 else "are"


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"

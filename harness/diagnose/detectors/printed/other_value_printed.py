"""Other value printed: both sides train by the same losses, and one of them prints something else under that name."""

import ast
from collections.abc import Iterator

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence, Paired
from harness.diagnose.evidence.shape import differs, is_apart, shown
from harness.diagnose.sources.text.syntax import Edit, edited, tree_of
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.observation import Observation
from harness.words.series import Series

# Losses that a series has to follow, and different ones among them; what rounding leaves of one.
_FEWEST, _ROUNDING = 3, 1e-5
_MOST = 4


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched and compute the same in all steps, one of which prints the loss of these steps
    where the other one prints another number.

    The trials have a right script that prints something else print what it hands its tape, and would cure nothing else.
    """
    seen = evidence.watched
    if seen is None or seen.stage is not None or not seen.held or not differs(evidence):
        return None
    if not seen.left.count == seen.right.count == seen.held:
        return None
    for place, mine, other in ((Place.RIGHT, seen.left, seen.right), (Place.LEFT, seen.right, seen.left)):
        for paired in evidence.paired:
            if is_apart(paired, evidence.tolerances) and _is_other(paired, place, _losses(mine), _losses(other)):
                return _finding(paired, place, evidence)
    return None


def _is_other(paired: Paired, place: Place, mine: list[float], other: list[float]) -> bool:
    """Whether the side that is not at ``place`` prints its losses, and this one none of its own."""
    told, otherwise = (paired.left, paired.right) if place is Place.RIGHT else (paired.right, paired.left)
    return _follows(told, mine) and not _follows(otherwise, other) and not _is_of_both(otherwise, other)


def _follows(series: Series, losses: list[float]) -> bool:
    """Whether all numbers of a series are losses, each of a later step than the one before."""
    if len(series.numbers) < _FEWEST or len(set(series.values)) < _FEWEST:
        return False
    at = 0
    for number in series.numbers:
        allowed = number.slack + _ROUNDING * abs(number.value)
        while at < len(losses) and not abs(losses[at] - number.value) <= allowed:
            at += 1
        if at == len(losses):
            return False
        at += 1
    return True


def _is_of_both(series: Series, losses: list[float]) -> bool:
    """Whether some numbers of a series are losses: means of epochs, or losses of other steps, are another cause."""
    return any(abs(loss - number.value) <= number.slack for loss in losses for number in series.numbers)


def _losses(seen: Observation) -> list[float]:
    return [step.loss.sample[0] for step in seen.steps if step.loss is not None and step.loss.size == 1]


def _finding(paired: Paired, place: Place, evidence: Evidence) -> Finding:
    side, other = evidence.side(place).name, evidence.side(place.other).name
    own = paired.right if place is Place.RIGHT else paired.left
    theirs = paired.left if place is Place.RIGHT else paired.right
    return Finding(
        "other-value-printed",
        Confidence.LIKELY,
        f"both sides train by the same losses, and {other} prints them as {paired.name}: {_told(theirs)}; {side} "
        f"prints {_told(own)}, which is no loss of its steps",
        "print the loss that is trained, of the same step: no part of it, and no mean over steps"
        if place is Place.RIGHT
        else f"print the same part of the loss as {side}, or compare something else",
        trials=tuple(_trials(evidence.right.source)) if place is Place.RIGHT else (),
    )


def _told(series: Series) -> str:
    return ", ".join(map(shown, series.values[:_FEWEST])) + (", …" if len(series.numbers) > _FEWEST else "")


def _trials(source: str) -> Iterator[Change]:
    """The script with what it hands its tape in place of each other name that one of its prints is given."""
    tree = tree_of(source)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)] if tree is not None else []
    targets = {
        call.args[0].id
        for call in calls
        if isinstance(call.func, ast.Attribute) and call.func.attr == "gradient"
        if call.args and isinstance(call.args[0], ast.Name)
    }
    if len(targets) != 1:
        return
    (target,) = targets
    prints = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"]
    names = [node for call in prints for node in ast.walk(call) if isinstance(node, ast.Name)]
    for name in [each for each in names if each.id not in (target, "print")][:_MOST]:
        text = edited(source, [Edit(name.lineno, name.col_offset, name.end_col_offset or 0, target)])
        if text is not None:
            yield Change(f"{target} in place of {name.id} in line {name.lineno}", source=text)


CAUSE = Cause(("other-value-printed",), detect, likely=("other-value-printed",))

"""Other schedule: both sides change their rate as they go, and not alike; or one does and the other does not."""

import math
from collections.abc import Mapping

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.calls import calls_of
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs, shown
from harness.words.finding import Change, Confidence, Finding
from harness.words.observation import Observation
from harness.words.stage import Stage

_SAME = 1e-5
_FEWEST = 3
_MOST_TOLD = 4
_MOST_TIMES = 1000
# So many steps may be an epoch.
_FARTHEST = 100
_NEAREST_FIRST = [by for each in range(1, _FARTHEST + 1) for by in (each, -each)]


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched and whose rates are no constant times one another, by what each step was seen to
    be applied with; or that, but those of other steps, as of a decay by one factor that counts from another number.

    The trial has the optimizers of the right side take the left one's rates, step by step, and would cure nothing else
    of what is known: a constant rate that is another one is left to ``other-rate``.
    """
    first = evidence.watched.parting.first_apart if evidence.watched and evidence.watched.parting else None
    if evidence.watched is None or not differs(evidence):
        return None
    if first is not None and first.stage not in (Stage.RATE, Stage.UPDATE):
        return None
    left, right = _rates(evidence.watched.left), _rates(evidence.watched.right)
    shared = sorted(left.keys() & right.keys())
    ratios = [right[each] / left[each] if left[each] else math.inf for each in shared if left[each] or right[each]]
    if len(shared) < _FEWEST or not ratios:
        return None
    alike = math.inf not in ratios and max(ratios) - min(ratios) <= _SAME * max(ratios)
    if alike and (abs(ratios[0] - 1) <= _SAME or not _shift(left, right)):
        return None
    apart = next((each for each in shared if abs(right[each] - left[each]) > _SAME * abs(left[each])), 0)
    return Finding(
        "other-schedule",
        Confidence.LIKELY,
        f"the rates are {_told(left, apart)} in {evidence.left.name} and {_told(right, apart)} in {evidence.right.name}"
        f"{_relation(left, right)}",
        "change the rate in the same steps by the same factor: look for what counts as a step, an epoch or a batch, "
        "and from which number it counts",
        trials=_trials(evidence, left),
    )


def _rates(seen: Observation) -> dict[int, float]:
    return {step.number: step.rate for step in seen.steps if step.rate is not None}


def _told(rates: Mapping[int, float], apart: int) -> str:
    """The first ones; and those from the step on in which the two part, where it is not among them."""
    told = ", ".join(f"{rates[each]:.6g}" for each in sorted(rates)[:_MOST_TOLD])
    told += ", …" if len(rates) > _MOST_TOLD else ""
    if apart not in sorted(rates)[_MOST_TOLD:]:
        return told
    behind = [f"{rates[each]:.6g}" for each in sorted(rates) if each >= apart]
    return f"{told}, from step {apart} on {', '.join(behind[:_MOST_TOLD])}{', …' if len(behind) > _MOST_TOLD else ''}"


def _relation(left: Mapping[int, float], right: Mapping[int, float]) -> str:
    """In which steps one side has the other's rates, as far as that is simple."""
    shift = _shift(left, right)
    if shift:
        return f": those of step n {'+' if shift > 0 else '-'} {abs(shift)} in step n"
    for times in range(2, _MOST_TIMES):
        if _is(left, right, lambda step, times=times: step * times):
            return f": it goes {times} times as fast"
        if _is(right, left, lambda step, times=times: step * times):
            return f": it goes {times} times as slowly"
        if times not in left and times not in right:
            break
    return ""


def _shift(left: Mapping[int, float], right: Mapping[int, float]) -> int:
    """By how many steps the right side's rates are ahead of the left one's; 0 where they are none of its rates."""
    most = min(_FARTHEST, len(left) - _FEWEST)
    ways = (by for by in _NEAREST_FIRST if abs(by) <= most)
    return next((by for by in ways if _is(left, right, lambda step, by=by: step + by)), 0)


def _is(left: Mapping[int, float], right: Mapping[int, float], step_of: object) -> bool:
    """Whether the right rate of each step is the left one's of another step."""
    assert callable(step_of)
    pairs = [(rate, left[step_of(step)]) for step, rate in right.items() if step_of(step) in left]
    several = len({rate for rate, _ in pairs}) > 1
    return len(pairs) >= _FEWEST and several and all(abs(one - two) <= _SAME * abs(two) for one, two in pairs)


def _trials(evidence: Evidence, left: Mapping[int, float]) -> tuple[Change, ...]:
    assert evidence.watched is not None
    count = evidence.watched.left.count
    if sorted(left) != list(range(count)):
        return ()
    made = [call for call in calls_of(evidence.right) if call.kind == "optimizer"]
    if len({(call.symbol, call.line) for call in made}) > 1:
        return ()  # which of them takes which of the steps nobody knows
    rates = [left[step] for step in range(count)]
    says = f"the rates {shown(rates[0])}, {shown(rates[1])}, … of {evidence.left.name}"
    return (Change(says, patch="given_rates", arguments={"rates": rates}),)


CAUSE = Cause(("other-schedule",), detect, likely=("other-schedule",), stages=(Stage.RATE, Stage.UPDATE), restates=True)

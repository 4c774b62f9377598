"""Staircase: a rate that falls in stairs on one side and smoothly on the other."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.agreement import agree
from harness.diagnose.evidence.evidence import Evidence, Paired, Side
from harness.diagnose.evidence.shape import differs, rates, shown
from harness.diagnose.sources.changed.rewrite import true_division
from harness.diagnose.sources.said.decays import is_stepped, only_decay
from harness.diagnose.sources.text.source import Call
from harness.words.finding import Change, Confidence, Finding
from harness.words.series import Number, Series
from harness.words.stage import Stage

_FEWEST_BETWEEN = 3


@dataclass(frozen=True)
class _Stairs:
    """Where one rate jumps, every ``width`` records, and how the two rates agree at the jumps and between them."""

    width: int | None
    jumps: int
    between: int
    mine: Number
    other: Number


def detect(evidence: Evidence) -> Finding | None:
    """Find a rate that is constant between evenly spaced jumps on one side, falls with every record on the other, and
    is the same on both at every jump and at no other record; or, where the log does not show the rate so well, two
    scripts whose only decays have another ``staircase``.

    Each trial changes the division, or the flag ``staircase``, and nothing else; it would cure no other cause.
    """
    for paired in rates(evidence):
        for pair, stepped, smooth in (
            (paired, evidence.left, evidence.right),
            (paired.swapped, evidence.right, evidence.left),
        ):
            stairs = _stairs(pair, evidence)
            if stairs is not None:
                return _finding(paired.name, stairs, stepped, smooth, evidence)
    return _by_sources(evidence)


def _by_sources(evidence: Evidence) -> Finding | None:
    if not differs(evidence):
        return None
    mine, other = only_decay(evidence.left), only_decay(evidence.right)
    if other is not None and not evidence.left.source and not rates(evidence):
        return _against_log(other, evidence)
    if mine is None or other is None or is_stepped(mine) == is_stepped(other):
        return None
    wanted = is_stepped(mine) == "True"
    stepped, smooth = (evidence.left, evidence.right) if wanted else (evidence.right, evidence.left)
    lines = {id(evidence.left): mine.line, id(evidence.right): other.line}
    return Finding(
        "staircase",
        Confidence.POSSIBLE,
        f"the rate of {stepped.name} falls in stairs (line {lines[id(stepped)]}: staircase=True), that of "
        f"{smooth.name} with each step (line {lines[id(smooth)]}: staircase=False, or left out)",
        _change(evidence, wanted=wanted),
        trials=_trials(evidence.right, wanted=wanted),
    )


def _against_log(decay: Call, evidence: Evidence) -> Finding:
    """The one decay of the right script with its flag the other way: of the left side nobody knows it."""
    wanted = is_stepped(decay) == "False"
    return Finding(
        "staircase",
        Confidence.POSSIBLE,
        f"the rate of {evidence.right.name} falls {'with each step' if wanted else 'in stairs'} (line {decay.line}); "
        f"that of {evidence.left.name} is not printed",
        _change(evidence, wanted=wanted),
        trials=_trials(evidence.right, wanted=wanted),
    )


def _stairs(paired: Paired, evidence: Evidence) -> _Stairs | None:
    """How the left rate, as stairs, meets the right one; None where it does not."""
    tolerance = evidence.tolerances.of(paired.name)
    pairs = paired.together
    if not _falls(paired.right) or len(pairs) < 2:
        return None
    jumps = _jumps(paired.left)
    if not jumps:
        return None
    widths = {later - sooner for sooner, later in pairwise(jumps)}
    if len(widths) > 1 or min(widths, default=2) < 2:
        return None
    at_jumps = [agree(paired, mine, other, tolerance) for mine, other in pairs if mine.position in jumps]
    # The first record stands on a stair that may have begun before it.
    between = [
        (agree(paired, mine, other, tolerance), mine, other)
        for mine, other in pairs
        if mine.position not in jumps and mine.position > pairs[0][0].position
    ]
    if not at_jumps or not all(at_jumps) or len(between) < _FEWEST_BETWEEN or any(same for same, _, _ in between):
        return None
    return _Stairs(next(iter(widths), None), len(at_jumps), len(between), between[-1][1], between[-1][2])


def _jumps(series: Series) -> list[int]:
    """The positions at which a rate is not that of the record before."""
    return [
        later.position
        for sooner, later in pairwise(series.numbers)
        if later.position == sooner.position + 1 and later.value != sooner.value
    ]


def _falls(series: Series) -> bool:
    values = series.values
    return all(later < sooner for sooner, later in pairwise(values))


def _finding(name: str, stairs: _Stairs, stepped: Side, smooth: Side, evidence: Evidence) -> Finding:
    every = f"every {stairs.width} records" if stairs.width else "once"
    says = (
        f"{name} of {stepped.name} falls in stairs, {every}, in {smooth.name} with each record: the two agree at all "
        f"{stairs.jumps} jumps and at none of the {stairs.between} records between (record {stairs.mine.position + 1}: "
        f"{shown(stairs.mine.value)} against {shown(stairs.other.value)})"
    )
    wanted = stepped is evidence.left
    return Finding(
        "staircase",
        Confidence.LIKELY,
        says,
        _change(evidence, wanted=wanted),
        trials=_trials(evidence.right, wanted=wanted),
    )


def _change(evidence: Evidence, *, wanted: bool) -> str:
    if wanted:
        return (
            "make the rate fall in stairs: staircase=True, or the exponent rounded down, step // decay_steps, as "
            "Python 2's / between integers did"
        )
    if "//" in evidence.right.source:
        return "divide by / where // rounds the exponent down: step / decay_steps is smooth in Python 3"
    return "make the rate smooth: staircase=False, and no integer division (//, or / in Python 2) in the exponent"


def _trials(right: Side, *, wanted: bool) -> tuple[Change, ...]:
    trials: list[Change] = []
    divided = None if wanted else true_division(right.source)
    if divided is not None:
        trials.append(Change("/ in place of //", source=divided))
    parameters: Mapping[str, object] = right.origin.request.parameters if right.origin is not None else {}
    if "staircase" in parameters:
        trials.append(Change(f"the parameter staircase={wanted}", parameters={"staircase": wanted}))
    if "xponential" in right.source:
        trials.append(Change(f"staircase={wanted}", patch="staircase", arguments={"staircase": wanted}))
    return tuple(trials)


# Likely without a run: the two rates agree at each jump and nowhere else.
CAUSE = Cause(("staircase",), detect, likely=("staircase",), stages=(Stage.RATE,))

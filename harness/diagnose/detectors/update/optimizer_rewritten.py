"""Optimizer rewritten: Keras wrote its optimizers anew, twice, and their rounding with them."""

from dataclasses import replace

from packaging.version import InvalidVersion, Version

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence, Paired, Side
from harness.diagnose.evidence.gather import names_of
from harness.diagnose.evidence.shape import apart_in, differs, is_apart, moving, stays_near
from harness.diagnose.sources.said.optimizers import Optimizer, optimizers_of
from harness.diagnose.sources.text.source import read_source
from harness.diagnose.sources.text.tensorflow import optimizer_names
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.series import Series
from harness.words.stage import Stage

# Measured: Adam is 4e-5 off after 5000 steps on a smooth loss, 9e-4 on one with a kink.
_LARGEST = 1e-2
# And 2e-5 after 20, which may be the first that is printed.
_FIRST = 1e-4
# The first release with each formula: that of Keras 2 as tf.train had it, Keras' own since 2.11, Keras 3.
_FORMULAS = ((2, 11), (2, 16))


def detect(evidence: Evidence) -> Finding | None:
    """Suspect a Keras optimizer of one side whose formula is written otherwise than that of the other side, in another
    release or in tf.train, where differences start in the last digits.

    The trials change the formula alone: tf.train's optimizer keeps the epsilon that the script has, and RMSProp, of
    which tf.train has other first accumulators too, has no such trial. They would cure no other cause.
    """
    series = moving(evidence) or _printed_once(evidence)
    if not series or not differs(evidence) or not all(stays_near(paired, _LARGEST, _FIRST) for paired in series):
        return None
    for side, place, other in (
        (evidence.right, Place.RIGHT, evidence.left),
        (evidence.left, Place.LEFT, evidence.right),
    ):
        made = _keras(side)
        formula = _formula(side, made)
        if made is None or not formula or side.origin is None:
            continue
        twin = next((it for it in optimizers_of(read_source(other.source)) if it.kind == made.kind), None)
        theirs = _formula(other, twin)
        if theirs == formula or (other.source and twin is None):
            continue
        apart = tuple(paired for paired in series if is_apart(paired, evidence.tolerances))
        return Finding(
            "optimizer-rewritten",
            Confidence.POSSIBLE,
            f"{names_of(apart or series)}: the last digits differ; {side.name} has {made.kind} as Keras writes it "
            f"since TensorFlow {'.'.join(map(str, _FORMULAS[formula - 1]))}, {_other(other, theirs)}",
            f"use tf.keras.optimizers.legacy.{made.kind} (TensorFlow 2.9 to 2.15), "
            f"or tf.compat.v1.train's, or compare within a tolerance",
            trials=_trials(made, formula, place),
        )
    return None


def _printed_once(evidence: Evidence) -> tuple[Paired, ...]:
    """The numbers of a run that are printed in its end alone, as one series in the order in which they stand there."""
    once = apart_in(evidence)
    if not once:
        return ()
    left, right = (
        Series(
            side[0].name, side[0].dtype, tuple(replace(each.numbers[0], position=at) for at, each in enumerate(side))
        )
        for side in ([each.left for each in once], [each.right for each in once])
    )
    return (replace(once[0], left=left, right=right),)


def _keras(side: Side) -> Optimizer | None:
    made = optimizers_of(read_source(side.source))
    return next((each for each in made if each.keras and optimizer_names(each.kind).rewritten), None)


def _formula(side: Side, made: Optimizer | None) -> int | None:
    """Which way of writing it a side has: 0 that of tf.train, 1 Keras' own, 2 that of Keras 3; None if not known."""
    if made is not None and (not made.keras or ".legacy." in made.call.api):
        return 0
    try:
        release = Version(side.tensorflow).release[:2]
    except InvalidVersion:
        return None
    return sum(release >= first for first in _FORMULAS)


def _other(other: Side, formula: int | None) -> str:
    if formula is None:
        return f"and {other.name} does not say what it ran on"
    return f"{other.name} as it was {'before' if formula == 0 else 'then'}"


def _trials(made: Optimizer, formula: int, place: Place) -> tuple[Change, ...]:
    trials, kind = [], made.kind
    names = optimizer_names(kind)
    if formula == 1:
        arguments = {"name": kind, "legacy": True}
        says = f"tf.keras.optimizers.legacy.{kind}"
        trials.append(Change(says, side=place, patch="tf1_optimizers", arguments=arguments))
    if names.same_start:
        kept = {} if made.epsilon is None or names.tf1_epsilon is None else {"epsilon": made.epsilon}
        arguments = {"name": kind, "legacy": False, **kept}
        says = f"tf.train's {kind}" + (" and the epsilon that it has" if kept else "")
        trials.append(Change(says, side=place, patch="tf1_optimizers", arguments=arguments))
    return tuple(trials)


CAUSE = Cause(("optimizer-rewritten",), detect, stages=(Stage.UPDATE,))

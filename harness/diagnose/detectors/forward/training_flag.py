"""Training flag: batch normalization or dropout in inference mode while gradients are taken."""

from collections.abc import Mapping, Sequence
from typing import Any

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.detectors.wording import listed, verb
from harness.diagnose.evidence.behaviour import behaviours
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find a side of which such a layer was seen to be called in inference mode under a tape, and never in training
    mode there, where no layer of the other side is; or a batch normalization that is in training mode where nothing
    records it, as well.

    The trials have batch normalization train under the tape, or not outside of it, and would cure no other cause. What
    dropout would draw no run can show: it is likely where the other side has one.
    """
    for place in (Place.RIGHT, Place.LEFT):
        side, other = evidence.side(place), evidence.side(place.other)
        idle = _idle(side)
        if _idle(other):
            continue
        outside = _outside(side)
        if outside and not idle and not _outside(other):
            return _in_training(side, outside, place)
        normal = [each for each in idle if each["kind"] == "normalization"]
        if normal:
            trial = Change("batch normalization in training mode", side=place, patch="training_mode")
            return _in_inference(side, normal, (trial,))
        if idle and "dropout" in other.source.lower():
            return _in_inference(side, idle, ())
    return None


def _idle(side: Side) -> list[Mapping[str, Any]]:
    trained = {each["layer"] for each in behaviours(side, "trained")}
    return [each for each in behaviours(side, "inference under a tape") if each["layer"] not in trained]


def _outside(side: Side) -> list[Mapping[str, Any]]:
    """Normalization in training mode where nothing records, of a side that trains it under a tape."""
    trained = {each["layer"] for each in behaviours(side, "trained")}
    outside = behaviours(side, "training outside of a tape")
    return [each for each in outside if each["layer"] in trained and each["kind"] == "normalization"]


def _in_training(side: Side, outside: Sequence[Mapping[str, Any]], place: Place) -> Finding:
    names = [each["layer"] for each in outside]
    return Finding(
        "training-flag",
        Confidence.POSSIBLE,
        f"line {outside[0]['line']} of {side.name}: {listed(names)} {verb(names, 'is', 'are')} called with "
        "training=True while no GradientTape records: that normalizes by the batch, and moves the statistics once more",
        "evaluate with training=False",
        trials=(
            Change(
                "batch normalization in inference mode outside of the tape",
                side=place,
                patch="training_mode",
                arguments={"outside": True},
            ),
        ),
    )


def _in_inference(side: Side, idle: Sequence[Mapping[str, Any]], trials: tuple[Change, ...]) -> Finding:
    names = [each["layer"] for each in idle]
    does = "normalizes by the moving statistics, and does not move them" if trials else "drops nothing, as in inference"
    return Finding(
        "training-flag",
        Confidence.LIKELY,
        f"line {idle[0]['line']} of {side.name}: {listed(names)} {verb(names, 'is', 'are')} called without "
        f"training=True while a GradientTape records: outside of fit that {does}",
        "call the model with training=True inside of the tape",
        trials=trials,
    )


CAUSE = Cause(
    ("training-flag",),
    detect,
    likely=("training-flag",),
    witnesses=("watch_training_flags",),
    stages=(Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS, Stage.STATISTICS),
)

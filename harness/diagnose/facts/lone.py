"""What one script does and the other one does not at all: calls without a partner, of kinds that can be left out."""

from collections.abc import Sequence
from dataclasses import dataclass

from harness.diagnose.evidence.calls import CallSetting, calls_of
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.facts.call_pairs import pair_calls
from harness.words.finding import Place
from harness.words.stage import Stage

# What an activation is as an op.
_OPS = {
    "relu": "Relu",
    "tanh": "Tanh",
    "sigmoid": "Sigmoid",
    "softmax": "Softmax",
    "leaky_relu": "LeakyRelu",
    "elu": "Elu",
}


@dataclass(frozen=True)
class LoneFact:
    """That only one side has calls of these ``kinds``, each of which may stand for another, for one ``cause``.

    ``what`` says what the side with the calls does, ``change`` what the other one has to do; ``stages`` are where the
    sides part by it.
    """

    cause: str
    stages: tuple[Stage, ...]
    kinds: tuple[str, ...]
    what: str
    change: str


LONE_FACTS: tuple[LoneFact, ...] = (
    LoneFact(
        "clipping-left-out",
        (Stage.GRADIENTS, Stage.FORWARD, Stage.LOSS),
        ("clipping", "clip"),
        "clips",
        "clip there, too, between the gradients and apply_gradients, or as an option of the optimizer",
    ),
    LoneFact(
        "penalty-left-out",
        (Stage.LOSS, Stage.GRADIENTS),
        ("regularizer", "penalty"),
        "adds a penalty of weights to the loss",
        "add the same penalty to the loss that is trained",
    ),
    LoneFact(
        "loss-weights-left-out",
        (Stage.LOSS, Stage.FORWARD, Stage.GRADIENTS),
        ("loss_weights",),
        "weighs the terms of its loss",
        "give the loss the same weights: sample_weight, class_weight or pos_weight",
    ),
    LoneFact(
        "schedule-left-out",
        (Stage.RATE,),
        ("schedule",),
        "changes its rate by a schedule",
        "give the optimizer the same schedule",
    ),
    LoneFact(
        "activation-left-out",
        (Stage.FORWARD, Stage.LOSS),
        ("softmax", "sigmoid", "relu", "tanh", "leaky_relu", "elu"),
        "applies an activation",
        "apply it on both sides or on neither; a loss that takes logits is given no probabilities",
    ),
    LoneFact(
        "normalization-left-out",
        (Stage.FORWARD, Stage.DATA),
        ("l2_normalize", "response_norm", "standardization"),
        "normalizes",
        "normalize at the same place",
    ),
    LoneFact(
        "sequence-length-left-out",
        (Stage.FORWARD, Stage.LOSS),
        ("lengths",),
        "stops at the end of each sequence",
        "mask what lies behind it: mask=tf.sequence_mask(lengths, steps) in the call of the layer, a Masking layer, or "
        "mask_zero=True of the embedding",
    ),
    LoneFact(
        "average-left-out",
        (Stage.STATISTICS,),
        ("average",),
        "keeps moving averages of weights",
        "evaluate with averages as well: tf.train.ExponentialMovingAverage, or use_ema of an optimizer of Keras",
    ),
    LoneFact("dropout-left-out", (Stage.FORWARD,), ("dropout",), "drops out", "drop out at the same place"),
    LoneFact(
        "dataset-cached",
        (Stage.DATA, Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS),
        ("cache",),
        "keeps what its data set gave in the first epoch for all others",
        "call cache before what changes from epoch to epoch, as a map that draws",
    ),
    LoneFact(
        "gradient-not-stopped",
        (Stage.GRADIENTS,),
        ("stop_gradient",),
        "stops a gradient",
        "put tf.stop_gradient around the same value",
    ),
)


def lone_calls(fact: LoneFact, evidence: Evidence) -> tuple[Place, tuple[CallSetting, ...]] | None:
    """Give the side that has calls of a fact's kinds without partners, and these; None where no side has, or both."""
    pairs = pair_calls(evidence.left, evidence.right)
    left = _alone(fact, evidence.left, [pair.left for pair in pairs])
    right = _alone(fact, evidence.right, [pair.right for pair in pairs])
    if bool(left) == bool(right):
        return None
    place, calls = (Place.LEFT, left) if left else (Place.RIGHT, right)
    return None if _is_handed_on(calls, evidence, place.other) else (place, calls)


def _is_handed_on(calls: Sequence[CallSetting], evidence: Evidence, place: Place) -> bool:
    """Whether a side has layers that do what these calls do: an activation may be an argument of theirs, as often. What
    its forward pass was seen to compute as often is not left out either, whoever calls it."""
    kinds = [call.kind for call in calls]
    handed = [str(call.settings.get("activation")) for call in calls_of(evidence.side(place))]
    ops, others = (_ops_of(evidence, each) for each in (place, place.other))
    return all(
        handed.count(kind) >= kinds.count(kind)
        or ops.count(_OPS.get(kind, "")) >= max(1, others.count(_OPS.get(kind, "")))
        for kind in set(kinds)
    )


def _ops_of(evidence: Evidence, place: Place) -> list[str]:
    """The kinds of the ops of the step in which the sides part, as far as they were told."""
    parting = evidence.parting
    if parting is None or parting.both is None:
        return []
    return [layer.kind for layer in parting.both[0 if place is Place.LEFT else 1].layers]


def _alone(fact: LoneFact, side: Side, paired: list[CallSetting]) -> tuple[CallSetting, ...]:
    return tuple(call for call in calls_of(side) if call.kind in fact.kinds and call not in paired)

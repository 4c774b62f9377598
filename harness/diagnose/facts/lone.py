"""What one script does and the other one does not at all: calls without a partner, of kinds that can be left out."""

from dataclasses import dataclass

from harness.diagnose.evidence.calls import CallSetting, calls_of
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.facts.call_pairs import pair_calls
from harness.words.finding import Place
from harness.words.stage import Stage


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
    LoneFact("dropout-left-out", (Stage.FORWARD,), ("dropout",), "drops out", "drop out at the same place"),
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
    return (Place.LEFT, left) if left else (Place.RIGHT, right)


def _alone(fact: LoneFact, side: Side, paired: list[CallSetting]) -> tuple[CallSetting, ...]:
    return tuple(call for call in calls_of(side) if call.kind in fact.kinds and call not in paired)

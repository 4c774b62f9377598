"""The table of replacement facts, from which detectors and their experiments come.

A pair of calls is told the first fact that holds of a setting: particular ones stand before general ones.
"""

from harness.diagnose.facts import conditions as when
from harness.diagnose.facts.call_pairs import CallPair
from harness.diagnose.facts.fact import OTHER, Difference, Fact
from harness.diagnose.facts.of_layers import OF_LAYERS
from harness.diagnose.facts.of_losses import LOSS_KINDS, OF_LOSSES
from harness.diagnose.facts.of_updates import OF_UPDATES
from harness.words.stage import Stage

# Settings by which calls are paired, or that only say something of another one.
_NO_CAUSE = frozenset({"units", "filters", "class", "lr_given", "weighted", "form", "groups"})
_ONLY_THEN = frozenset({"loss-reduction", "sigmoid-logits", "adamw-decay", "epsilon", "lr-ignored"})
_STAGES = {
    "resize": Stage.DATA,
    "crop_and_resize": Stage.DATA,
    "one_hot": Stage.DATA,
    "preprocess": Stage.DATA,
    "regularizer": Stage.LOSS,
    "optimizer": Stage.UPDATE,
    "clipping": Stage.GRADIENTS,
    "schedule": Stage.RATE,
    "average": Stage.STATISTICS,
    "normal_initializer": Stage.START,
    "uniform_initializer": Stage.START,
    "scaling_initializer": Stage.START,
    **dict.fromkeys((*LOSS_KINDS, "weighted_crossentropy", "ctc"), Stage.LOSS),
}

FACTS: tuple[Fact, ...] = (*OF_LAYERS, *OF_LOSSES, *OF_UPDATES)


def differences(
    pairs: tuple[CallPair, ...], kinds: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
) -> tuple[Difference, ...]:
    """Give what differs between the calls of each pair, by the first fact that holds of a setting; what no fact knows
    of is ``other-setting``. Of optimizers of another kind nothing is told: their settings mean other things. ``kinds``
    are those of all calls of each side: an activation may be a layer of its own."""
    found = []
    for pair in pairs:
        shared = [name for name in pair.left.settings if name in pair.right.settings and name not in _NO_CAUSE]
        for setting in shared:
            fact = next((fact for fact in FACTS if fact.setting == setting and fact.tells(pair)), None)
            fact = fact or _other(pair, setting, kinds)
            if fact is not None:
                left, right = pair.left.settings[setting], pair.right.settings[setting]
                wanted = fact.wanted(left, right) if fact.wanted is not None else left
                found.append(Difference(fact, pair, left, right, wanted))
    return tuple(found)


def _other(pair: CallPair, setting: str, kinds: tuple[frozenset[str], frozenset[str]]) -> Fact | None:
    """The fact of a setting that a user has given otherwise; ``kinds`` are those of all calls of each side."""
    known = [fact for fact in FACTS if fact.setting == setting and pair.left.kind in fact.kinds]
    # What is only told where something else holds is no difference where that does not.
    if any(fact.cause in _ONLY_THEN for fact in known):
        return None
    if not when.one_class(pair, pair.left.settings[setting], pair.right.settings[setting]):
        return None
    if setting == "activation" and not when.nowhere_else(pair, kinds):
        return None
    if setting == "summation" and when.same_area(pair, pair.left.settings[setting], pair.right.settings[setting]):
        return None
    stage = _STAGES.get(pair.left.kind, Stage.FORWARD)
    return Fact(OTHER, stage, (pair.left.kind,), setting, f"give {setting}={{left}}")


def _stages_of(cause: str) -> tuple[Stage, ...]:
    stages = tuple(dict.fromkeys(fact.stage for fact in FACTS if fact.cause == cause))
    # What makes the data ready is seen as part of the forward pass where the script does it in its graph; and the
    # biases of a recurrent layer that is laid out otherwise are not held before that.
    return (*stages, Stage.FORWARD) if Stage.DATA in stages or cause == "recurrent-bias" else stages


# The stages in which each cause lives.
STAGES = {**{fact.cause: _stages_of(fact.cause) for fact in FACTS}, OTHER: tuple(Stage)}

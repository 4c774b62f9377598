"""Sign turned: one side goes up where the other goes down, by the sign of its loss, its gradients or its update."""

from collections.abc import Iterator

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.negated import Turned, turned_in
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.changed.signs import with_loss_turned
from harness.watching.forward import behind_loss
from harness.words.finding import Change, Confidence, Finding
from harness.words.observation import ObservedStep
from harness.words.stage import Stage

_MOST = 4
_SAYS = {
    Turned.LOSS: "the loss of {right} and all its gradients are those of {left} with the other sign",
    Turned.GRADIENTS: "the gradients of {right} are those of {left} with the other sign, of the same loss",
    Turned.UPDATES: "{right} moves its variables the other way than {left}, by the same gradients",
}
_CHANGE = {
    Turned.LOSS: "give the loss its other sign: what is to grow is trained by its negative",
    Turned.GRADIENTS: "hand the optimizer the gradients with their other sign",
    Turned.UPDATES: "subtract rate times gradient (assign_sub), or hand it to an optimizer",
}


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched and part where one has the negative of what the other has, all of it.

    The trials turn the sign of the loss where the right script sets it, or of all gradients; no other cause is cured by
    either.
    """
    parting = evidence.parting
    what = turned_in(evidence) if differs(evidence) else None
    if what is None or parting is None or parting.both is None:
        return None
    names = {"left": evidence.left.name, "right": evidence.right.name}
    trials = tuple(_of_loss(evidence, parting.both[1])) if what is Turned.LOSS else ()
    of_gradients = Change("all gradients with the other sign", patch="gradients_scaled", arguments={"factor": -1.0})
    return Finding(
        "sign-turned",
        Confidence.LIKELY,
        _SAYS[what].format(**names),
        _CHANGE[what],
        trials=(*trials, of_gradients),
    )


def _of_loss(evidence: Evidence, step: ObservedStep) -> Iterator[Change]:
    source = evidence.right.source
    if not source or source == evidence.left.source:
        return
    ops = behind_loss(step.layers, step.loss)
    lines = frozenset(each.line for each in ops[-2:] if each.line is not None)
    for number, each in enumerate(with_loss_turned(source, lines)):
        if number < _MOST:
            yield Change(f"{each.now} in line {each.line}", source=each.source)


CAUSE = Cause(
    ("sign-turned",),
    detect,
    likely=("sign-turned",),
    stages=(Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS, Stage.UPDATE),
)

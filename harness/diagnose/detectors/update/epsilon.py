"""Epsilon: the same optimizer with another epsilon; TF1 and Keras have other defaults."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs, is_apart, shown, trained
from harness.diagnose.facts.suspect import suspect
from harness.diagnose.sources.said.optimizers import Optimizer, optimizers_of
from harness.diagnose.sources.text.source import read_source
from harness.diagnose.sources.text.tensorflow import OPTIMIZERS
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage

# What TF1 has where Keras has 1e-7, for a left side that is a log; the epsilon alone keeps the two apart.
_TF1 = {names.kind: names.tf1_epsilon for names in OPTIMIZERS if names.same_start and names.tf1_epsilon is not None}


def detect(evidence: Evidence) -> Finding | None:
    """Find another epsilon in the texts of both scripts, or, where these say nothing, in the calls that were seen.

    The trials are those of the one or the other: the first changes epsilon and would cure nothing else.
    """
    return _by_texts(evidence) or suspect(evidence, "epsilon")


def _by_texts(evidence: Evidence) -> Finding | None:
    """Find an optimizer that both scripts make with another epsilon, where the side with the larger one takes the
    smaller steps; or a right script with Keras' default, for a log that may be TF1's.

    Not RMSProp without epsilon: there the two differ by their first mean of squares. The first trial changes epsilon
    and would cure nothing else; the second takes tf.train's formula besides, for what rounding is left then, and would
    cure optimizer-rewritten as well.
    """
    if not differs(evidence) or evidence.left.source == evidence.right.source:
        return None
    left = read_source(evidence.left.source)
    theirs = {made.kind: made for made in optimizers_of(left)}
    for made in optimizers_of(read_source(evidence.right.source)):
        other = theirs.get(made.kind)
        wanted = other.epsilon if other is not None else None if left.parsed else _TF1.get(made.kind)
        if made.epsilon is None or wanted is None or made.epsilon == wanted:
            continue
        if other is None and (made.given or not made.keras):
            continue
        if made.kind == "RMSprop" and other is not None and other.keras != made.keras:
            continue
        if not _steps_fit(evidence, larger=made.epsilon > wanted):
            continue
        return _finding(evidence, made, other, wanted)
    return None


def _steps_fit(evidence: Evidence, *, larger: bool) -> bool:
    """Whether the side with the larger epsilon takes the smaller step from the first record to the second."""
    for paired in trained(evidence):
        if len(paired.left.numbers) < 2 or len(paired.right.numbers) < 2 or not is_apart(paired, evidence.tolerances):
            continue
        (a, b), (c, d) = paired.left.values[:2], paired.right.values[:2]
        mine, other = abs(d - c), abs(b - a)
        # One part in a million: the digits that float32 leaves in a difference.
        if (mine > other * (1 + 1e-6)) if larger else (other > mine * (1 + 1e-6)):
            return False
    return True


def _finding(evidence: Evidence, made: Optimizer, other: Optimizer | None, wanted: float) -> Finding:
    mine = f"{made.kind} of {evidence.right.name} (line {made.call.line}) has epsilon {made.epsilon:g}"
    mine += "" if made.given else ", its default"
    theirs = f"that of {evidence.left.name} {wanted:g}" if other is not None else f"tf.train's has {wanted:g}"
    apart = next(paired for paired in evidence.paired if is_apart(paired, evidence.tolerances))
    last = apart.left.numbers[-1]
    partner = apart.right.at().get(last.position)
    ends = f"; {apart.name} ends at {shown(partner.value)} against {shown(last.value)}" if partner is not None else ""
    return Finding(
        "epsilon",
        Confidence.LIKELY if other is not None else Confidence.POSSIBLE,
        f"{mine}, {theirs}{ends}",
        f"give the optimizer epsilon={wanted:g}",
        trials=_trials(made, other, wanted),
    )


def _trials(made: Optimizer, other: Optimizer | None, wanted: float) -> tuple[Change, ...]:
    if not made.keras:
        return ()
    given: dict[str, object] = {"epsilon": wanted, **({"given": True} if made.given else {})}
    smaller = Change(f"epsilon {wanted:g}", patch="epsilon", arguments=given)
    if made.kind not in _TF1 or (other is not None and other.keras):
        return (smaller,)
    formula = Change(
        f"epsilon {wanted:g} and tf.train's formula",
        patch="tf1_optimizers",
        arguments={"name": made.kind, "legacy": False, **given},
        cures=("optimizer-rewritten",),
        besides=f"last digits differ then, for Keras' {made.kind} is written otherwise (optimizer-rewritten)",
    )
    return smaller, formula


CAUSE = Cause(("epsilon",), detect, witnesses=("watch_calls",), stages=(Stage.UPDATE,))

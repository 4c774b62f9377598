"""Whether a port computes what the original computed: both run, from the same values, and every number that was seen is
held against its partner."""

import re
import sys
from dataclasses import replace

from harness.diagnose.detectors.cannot_run import needs_package
from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.gather import gather
from harness.judging.traces import Tolerances
from harness.sides.observing.open_losses import open_losses_text, without_open_losses
from harness.sides.observing.otherwise import computed_otherwise
from harness.sides.observing.rounding import GROWN, as_far_by_rounding, until_grown
from harness.sides.observing.same_start import SameStart, started_from
from harness.sides.observing.watch import observe, taken_apart
from harness.sides.proof.beginnings import begin_alike, begin_with_same_bits, begins_otherwise
from harness.sides.proof.files import with_files
from harness.sides.proof.printed import (
    agrees_in_print,
    first_in_print,
    held_by_arrays,
    held_in_print,
    of_scale,
    spoken,
    without_graph,
)
from harness.sides.proof.proved import Proof, but_for, by_computation, by_print, parted, steps_text, without_steps
from harness.sides.proof.untrained import assigns_only, both_assign, of_assigned, of_untrained
from harness.sides.proof.words import (
    NEITHER_STEP,
    NO_STEP,
    SPREAD,
    as_it_ran,
    begin_unheld,
    failed_at,
    stops,
    trained_alone,
    within,
)
from harness.sides.repeats import is_silent
from harness.sides.run import Sides
from harness.sides.said import other_words
from harness.watching.counts import unequal_steps
from harness.watching.watched import Watched, watched
from harness.watching.words import watched_text
from harness.words.observation import Observation

_THREADS = "several threads train"
# What says in a text that it trains: of a run that was stopped before it did, nothing that it is for was held.
_TRAINS = re.compile(r"\.minimize\(|\.apply_gradients\(|\.fit\(|\.train_on_batch\(|Optimizer\(")
# What is printed may be so many times as far apart as what it is made from; and the last bit of float32.
_PRINTED = 16.0
_LAST_BIT = 2.0**-23
# Where rounding has grown beyond it, this part of a number tells nothing any more; what is printed has to be nearer.
_MOST_PRINTED = 0.1


def prove(sides: Sides, tolerances: Tolerances, *, at_once: bool = False) -> Proof:
    """Hold a port, the right side, against the original: what both print, and what they compute step by step from the
    values that the original begins with. With ``at_once`` a port that begins with the same bits by itself is not
    started once more from them, as long as no difference grows."""
    proof = _prove(sides, tolerances, at_once=at_once)
    said = other_words(without_graph(sides.left), without_graph(sides.right)) if proof.proved else None
    if said is None:
        return proof
    words = f": it prints {said[1]!r} where the original prints {said[0]!r}; of its numbers{proof.words}"
    return replace(proof, proved=False, words=words)


def _prove(sides: Sides, tolerances: Tolerances, *, at_once: bool) -> Proof:
    for who, side in (("the original", sides.left), ("the port", sides.right)):
        if _failed(side):
            assert side.failure is not None
            words = f": {who} does not run on TensorFlow {side.tensorflow}: {_named(side)}"
            return Proof(False, words, _lacking(side, tolerances), runs=who != "the port")
    held = held_in_print(sides.left, sides.right, tolerances)
    both = (sides.left, sides.right)
    seen_runs = observe(both, sides)
    left, right = (each.observation for each in seen_runs)
    # A watched run takes longer, and may be stopped where the same run, unwatched, was not.
    as_seen = sides if any(stops(sides)) else replace(sides, left=seen_runs[0].side, right=seen_runs[1].side)
    if any(each.startswith(_THREADS) for each in (*left.remarks, *right.remarks)):
        return Proof(False, f": {_THREADS}, and not all of their steps were seen")
    trains = bool(left.count and right.count)
    if bool(left.count) != trains or bool(right.count) != trains:
        if assigns_only(left if left.count else right) and both_assign(sides):
            return with_files(of_assigned(sides, held), sides, tolerances)
        return _alone(as_seen, "the original" if left.count else "the port")
    if not trains:
        after = next(stops(as_seen), "")
        if after and _TRAINS.search(sides.left.source):
            return Proof(False, f": {NEITHER_STEP}{after}; give it more time: --within 300s")
        left, right = (each.observation for each in observe(both, sides, passes=True))
    seen = without_open_losses(sides, watched(left, right))
    unequal = unequal_steps(left, right, ("the original", "the port"))
    if unequal and not any(stops(as_seen)):
        return Proof(False, f": {unequal}")
    if not trains:
        return with_files(of_untrained(sides, seen, held), sides, tolerances)
    if not seen.held:
        return with_files(by_print(sides, held), sides, tolerances)
    if at_once and begin_with_same_bits(seen):
        near = _tolerances(seen, tolerances)
        held = held_by_arrays(sides.left, sides.right, near)
        return _as_it_ends(by_computation(as_seen, seen, held, trains=True), sides, seen, near)
    if left.steps and right.steps and seen.pairs.pairs:
        started = started_from(sides, seen.pairs, left, right, tolerances, draw=True)
        started = replace(started, watched=without_open_losses(sides, started.watched))
        proof = _by_start(sides, seen, started, tolerances)
        reason = trained_alone(seen.pairs) or begins_otherwise(seen.pairs, left, right)
        if proof.proved and reason:
            return but_for(reason, proof)
        alike = replace(sides, left=started.sides[0], right=started.sides[1])
        return _as_it_ends(proof, alike, started.watched, _tolerances(started.watched, tolerances))
    if seen.parting is not None:
        return parted(seen)
    return with_files(by_computation(as_seen, seen, held, trains=True), as_seen, _tolerances(seen, tolerances))


def _as_it_ends(proof: Proof, sides: Sides, seen: Watched, tolerances: Tolerances) -> Proof:
    """The same, where the variables come to the same values, for the best ones may be restored behind the last step,
    and where both write the same numbers into files."""
    ended = replace(sides, left=spoken(sides.left), right=spoken(sides.right))
    whole = replace(seen, left=_ended(seen.left, sides.left), right=_ended(seen.right, sides.right))
    other = computed_otherwise(ended, whole) if proof.proved else ""
    return but_for(other, proof) if other else with_files(proof, sides, tolerances)


def _ended(seen: Observation, side: Side) -> Observation:
    """A run that printed nothing came to its end, and its variables to values, all the same. How often it assigned
    besides its steps was not kept of it: any number of times, so that nothing is said of how many updates it made."""
    return replace(seen, loose=sys.maxsize) if seen.loose is None and is_silent(side) and not side.cut else seen


def _named(side: Side) -> str:
    """The reason of a failure with the name of the draft, which ran in the place of its original."""
    assert side.failure is not None and side.origin is not None
    name = side.name.rpartition("@")[0].rpartition("/")[2]
    return failed_at(side.failure, side.origin.request.script.name, name)


def _lacking(side: Side, tolerances: Tolerances) -> tuple[str, ...]:
    """What to add to the command, where a side failed for a package that its environment lacks; else nothing."""
    found = needs_package.detect(gather(side, side, tolerances))
    return () if found is None else (found.change,)


def _alone(sides: Sides, who: str) -> Proof:
    other = "the port" if who == "the original" else "the original"
    after = next(stops(sides), "")
    if after:
        return Proof(False, f": {other} came{NO_STEP}{after}; give it more time: --within 300s")
    return Proof(False, f": {who} alone updates variables that could be seen")


def _by_start(sides: Sides, seen: Watched, started: SameStart, tolerances: Tolerances) -> Proof:
    """By a run of each from the values that the original begins with."""
    steps = started.watched
    if not steps.held:
        return Proof(False, ": same start, but no step of both was seen", tuple(watched_text(steps)))
    whole = not started.left_out and started.given == started.wanted
    if not whole and not begin_alike(seen):
        given = f"{started.given} of {started.wanted + len(started.left_out)} variables"
        return Proof(False, f": same start for {given} only", tuple(f"not set: {each}" for each in started.left_out))
    grown = steps.parting is not None or steps.ulps > GROWN
    if grown and not as_far_by_rounding(started.sides[0], steps, sides):
        if steps.parting is not None:
            return parted(taken_apart(started.sides, sides, steps).watched, started.left_out)
        far = f"{steps.carried:.1g} of the largest number in the last of {steps_text(steps)}"
        return Proof(
            False, f": same start, and a difference grows to {far}, further than one ULP grows in the original"
        )
    near = until_grown(steps) if grown else steps
    if not near.agreeing:
        # Where not one step agrees there is nothing that rounding could have grown from.
        if steps.parting is not None:
            return parted(taken_apart(started.sides, sides, steps).watched, started.left_out)
        alike = replace(sides, left=started.sides[0], right=started.sides[1])
        return without_steps(alike, steps, held_in_print(*started.sides, tolerances))
    start = f"same start{' in each graph' * bool(started.again)}" if whole else "the same first values by themselves"
    words = f"{start}, {steps_text(steps, near.agreeing)}, all numbers {within(near.ulps)}{open_losses_text(steps)}"
    held = held_by_arrays(*started.sides, _tolerances(steps, tolerances))
    if grown and not agrees_in_print(held):
        held = held_in_print(*started.sides, of_scale(held, _tolerances(steps, tolerances)))
    if not agrees_in_print(held):
        return Proof(
            False, f": {words}, but not what is printed: {first_in_print(held)}", steps=near.agreeing, ulps=near.ulps
        )
    more = f", {SPREAD}" if grown else ""
    ran = as_it_ran(sides, replace(sides, left=started.sides[0], right=started.sides[1]))
    more += begin_unheld(seen.pairs)
    return Proof(True, f"{ran}: {words}{more}", steps=near.agreeing, ulps=near.ulps)


def _tolerances(steps: Watched, tolerances: Tolerances) -> Tolerances:
    """What may be printed otherwise: as far as the arrays of the steps are apart, of which it is made."""
    relative = _PRINTED * max(steps.carried, _LAST_BIT * max(1.0, steps.ulps))
    if steps.parting is not None:  # how far they are apart behind that step, nobody has seen
        relative = _MOST_PRINTED
    return replace(tolerances, default=replace(tolerances.default, relative=min(relative, _MOST_PRINTED)))


def _failed(side: Side) -> bool:
    return side.failure is not None and not is_silent(side) and not side.failure.is_limit

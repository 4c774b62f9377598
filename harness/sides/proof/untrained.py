"""Whether a port that trains nothing computes what the original computed: by its ops, by what it gets of them, or by
what it prints."""

import re

from harness.diagnose.evidence.gather import SideComparison
from harness.sides.proof.handed import handed_alike, handed_apart, what_both_get
from harness.sides.proof.printed import agrees_in_print
from harness.sides.proof.proved import Proof, but_for, by_computation, by_print, parted
from harness.sides.proof.words import as_it_ran, within
from harness.sides.run import Sides
from harness.watching.watched import Watched
from harness.words.observation import Observation

_ASSIGNS = re.compile(r"\b(?:assign|scatter)(?:_\w+)?\(")


def of_untrained(sides: Sides, seen: Watched, held: SideComparison) -> Proof:
    """By what a script computes that trains nothing: its ops or, where these are others, what it gets of them."""
    proof = by_print(sides, held)
    if seen.held:
        proof = parted(seen) if seen.parting is not None else by_computation(sides, seen, held, trains=False)
    return _by_values(sides, proof, computed=bool(seen.held)) if agrees_in_print(held) else proof


def of_assigned(sides: Sides, held: SideComparison) -> Proof:
    """By what both get, or print, where one sets variables without any gradient, as k-means does: an original whose
    variables could be trained is seen to, and a port of it outside of graphs is not."""
    proof = by_print(sides, held)
    return _by_values(sides, proof, computed=False) if proof.proved else proof


def assigns_only(seen: Observation) -> bool:
    """Whether all updates that were seen are assignments of the script's own, without a gradient."""
    return bool(seen.steps) and all(
        step.optimizer == "assign" and all(each.gradient is None for each in step.variables) for step in seen.steps
    )


def both_assign(sides: Sides) -> bool:
    """Whether both texts set variables: a port that has left the update out may print the same."""
    return all(_ASSIGNS.search(side.source) is not None for side in (sides.left, sides.right))


def _by_values(sides: Sides, proof: Proof, *, computed: bool) -> Proof:
    """By the values that both get of TensorFlow, where these are the same ones; ``computed`` says that the ops which
    give them have been held, which proves more."""
    both = what_both_get(sides)
    if proof.proved:
        apart = handed_apart(both)
        reason = f"value {apart} that it gets is another one than the original gets"
        if apart is not None or computed:
            return proof if apart is None else but_for(reason, proof)
    handed = handed_alike(both)
    if handed is None:
        return proof
    values = f"all {handed.count} values that it gets" if handed.count > 1 else "the one value that it gets"
    return Proof(True, f"{as_it_ran(sides)}: {values}, {within(handed.ulps)}", ulps=handed.ulps)

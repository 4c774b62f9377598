"""What a proof says, and what it can rest on: all that was computed, or print alone."""

from dataclasses import dataclass, replace

from harness.diagnose.evidence.gather import SideComparison
from harness.sides.observing.open_losses import open_losses_text
from harness.sides.proof.printed import agrees_in_print, computed_in_print, first_in_print, numbers_in_print
from harness.sides.proof.words import NONE_HELD, UNHELD, as_it_ran, within
from harness.sides.run import Sides
from harness.watching.counts import counted
from harness.watching.stages import StageHeld
from harness.watching.watched import Watched
from harness.watching.words import watched_text

_NOTHING = f"it prints no number and {UNHELD}"
_COUNTED = f"it prints no number but those that its loops count, and {UNHELD}"


@dataclass(frozen=True)
class Proof:
    """``words`` say what is proved, or why it is not; ``details`` are what else was seen, a line each. ``runs`` says
    whether the port ran at all, ``steps`` how many steps were held, ``ulps`` how far apart their arrays are at most."""

    proved: bool
    words: str
    details: tuple[str, ...] = ()
    runs: bool = True
    steps: int = 0
    ulps: float = 0.0

    def __str__(self) -> str:
        return f"{'proved' if self.proved else 'not proved'}{self.words}"


def but_for(reason: str, proof: Proof) -> Proof:
    """What would be proved, but for this."""
    return replace(proof, proved=False, words=f": {reason}; but for that{proof.words}")


def by_computation(sides: Sides, seen: Watched, held: SideComparison, *, trains: bool) -> Proof:
    """By what both computed as they ran, without a same start."""
    what = f"{steps_text(seen)} from the same seeds" if trains else "all that it computes"
    words = f"{what}{', all numbers' if trains else ''} {within(seen.ulps)}{open_losses_text(seen)}"
    if not agrees_in_print(held):
        return Proof(
            False, f": {words}, but not what is printed: {first_in_print(held)}", steps=seen.held, ulps=seen.ulps
        )
    if not trains and not numbers_in_print(held) and not _computes(seen):
        return Proof(False, f": {_NOTHING}")
    return Proof(True, f"{as_it_ran(sides)}: {words}", steps=seen.held, ulps=seen.ulps)


def by_print(sides: Sides, held: SideComparison) -> Proof:
    """By print alone, where nothing was seen of what is computed."""
    if not agrees_in_print(held):
        return Proof(False, f": {first_in_print(held)}")
    count = numbers_in_print(held)
    if not computed_in_print(held):
        return Proof(False, f": {_COUNTED if count else _NOTHING}")
    numbers = f"the {count} numbers" if count > 1 else "the one number"
    return Proof(True, f"{as_it_ran(sides)}: {numbers} that it prints, by print alone")


def without_steps(sides: Sides, seen: Watched, held: SideComparison) -> Proof:
    """By print alone, where steps agree no nearer than by what rounding grows to: none of them was held, for where one
    side computes in fewer digits than its variables have, one ULP moves it as far as a mistake may move the other."""
    details = tuple(line.strip() for line in watched_text(seen))
    if agrees_in_print(held) and computed_in_print(held):
        return replace(by_print(sides, held), details=details)
    words = f": same start, but {NONE_HELD}; "
    if not agrees_in_print(held):
        return Proof(False, f"{words}and of what is printed: {first_in_print(held)}", details)
    return Proof(False, f"{words}it prints no number that would show more", details)


def parted(seen: Watched, left_out: tuple[str, ...] = ()) -> Proof:
    """Not proved, by the first stage of the first step that is apart."""
    step = seen.parting
    assert step is not None and step.first_apart is not None
    first = step.first_apart
    layer = f", layer {_layer(first)}" if _layer(first) else ""
    text = watched_text(seen)
    stage = next((line.partition(": ")[2] for line in text if line.startswith("stage ")), "")
    details = tuple(line.strip() for line in text if not line.startswith("stage "))
    return Proof(
        False,
        f": stage {first.stage}{layer}, step {step.number}: {stage}",
        (*details, *(f"not set: {each}" for each in left_out)),
        steps=seen.agreeing,
        ulps=seen.ulps,
    )


def _layer(held: StageHeld) -> str:
    """The layer of the op with which the forward passes part: the scope that it lies in, innermost but for its own."""
    place = held.place.left or held.place.right if held.place is not None else None
    return place.name.rpartition("/")[0] if place is not None else ""


def _computes(seen: Watched) -> bool:
    return any(step.layers or step.loss is not None for step in seen.left.steps)


def steps_text(seen: Watched, held: int | None = None) -> str:
    """Give how many steps were held, of how many."""
    number = seen.held if held is None else held
    return counted(number) if number >= seen.left.count else f"{counted(number)} looked at of {seen.left.count}"

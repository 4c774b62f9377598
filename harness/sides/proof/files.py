"""The files of numbers that a port and its original write, as a proof holds them."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from harness.diagnose.evidence.evidence import Side
from harness.judging.arrays import ArrayComparison, judge_array
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.logs.output import lines_of_output
from harness.sides.arrays.files import NUMPY, read_arrays
from harness.sides.arrays.written import TEXTS
from harness.sides.proof.printed import agrees_in_print, first_in_print, held_in_print, of_scale
from harness.sides.proof.proved import Proof, but_for
from harness.sides.proof.words import named, stops
from harness.sides.run import Sides
from harness.targets.outcome import Outcome
from harness.words.errors import UsageError
from harness.words.verdict import Verdict

# What Keras writes of a model, which has the words of its release.
_MODEL = '"class_name"'

Run = Callable[[Sides, Sequence[Path]], Sequence[Outcome]]


def run_kept(sides: Sides, places: Sequence[Path]) -> Sequence[Outcome]:
    """Run both sides once more, as they ran for a proof; what each writes is kept in its place."""
    futures = []
    for side, place in zip((sides.left, sides.right), places, strict=True):
        assert side.origin is not None
        request = side.origin.request
        assert request.scene is not None
        kept = replace(request, scene=replace(request.scene, keep=place))
        futures.append(sides.workers[side.origin.python.absolute()].submit(kept))
    return [future.result() for future in futures]


def with_files(proof: Proof, sides: Sides, tolerances: Tolerances, run: Run = run_kept) -> Proof:
    """Give a proof that holds the files of numbers which both sides write as well: both run once more, and arrays may
    be as far apart as what is printed. Of a side that was stopped nobody knows how far its files came: there the words
    name them, as they do what cannot be read, and texts that the original alone writes."""
    found = _with_files(proof, sides, tolerances, run)
    alone = sorted(name for name in _numbers(sides.left) - _numbers(sides.right) if name.endswith(TEXTS))
    if not found.proved or not alone or any(stops(sides)):
        return found
    return replace(found, words=f"{found.words}; the port does not write {named(alone)}")


def _with_files(proof: Proof, sides: Sides, tolerances: Tolerances, run: Run) -> Proof:
    ours, theirs = _numbers(sides.left), _numbers(sides.right)
    both = sorted(ours & theirs)
    if not proof.proved:
        return proof
    lacking = sorted(name for name in ours - theirs if name.endswith(NUMPY))
    if lacking and not theirs - ours and not any(stops(sides)):
        return but_for(f"the original alone writes {named(lacking)}", proof)
    if not both:
        return proof
    if any(stops(sides)):
        return _unheld(proof, both)
    unread: list[str] = []
    with tempfile.TemporaryDirectory(prefix="harness-") as folder:
        places = [Path(folder) / side for side in ("left", "right")]
        if any(_was_stopped(outcome) for outcome in run(sides, places)):
            return _unheld(proof, both)
        for name in both:
            try:
                apart = _apart(name, sides, (places[0] / name, places[1] / name), tolerances)
            except (UsageError, OSError):
                unread.append(name)
                continue
            if apart:
                return but_for(f"what it writes to {name} is not what the original writes: {apart}", proof)
    held = [name for name in both if name not in unread]
    proof = replace(proof, words=f"{proof.words}, and what both write to {named(held)}") if held else proof
    return _unheld(proof, unread) if unread else proof


def _was_stopped(outcome: Outcome) -> bool:
    return outcome.cut or (outcome.failure is not None and outcome.failure.is_limit)


def _unheld(proof: Proof, names: Sequence[str]) -> Proof:
    return replace(proof, words=f"{proof.words}; what both write to {named(names)} is not held")


def _numbers(side: Side) -> set[str]:
    written = side.effects.written if side.effects is not None else ()
    return {each.path for each in written if each.path.endswith((*NUMPY, *TEXTS))}


def _apart(name: str, sides: Sides, paths: tuple[Path, Path], tolerances: Tolerances) -> str:
    """Say in which number two files are apart; empty where they are not. Raises UsageError for what holds no numbers
    that can be held, and OSError for a file that is not there."""
    if name.endswith(NUMPY):
        left, right = (read_arrays(path, None) for path in paths)
        lacking = [each for each in left if each not in right]
        if lacking:
            return f"it has no {named(lacking)}"
        judged = (_judged(each, left[each], right[each], tolerances.default) for each in left)
        return next((_words(each) for each in judged if not _near(each)), "")
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in paths]
    if any(_MODEL in text for text in texts):
        raise UsageError("is the description of a model", paths[0])
    mine, other = (
        replace(side, lines=tuple(lines_of_output(text)), trace=None, failure=None)
        for side, text in zip((sides.left, sides.right), texts, strict=True)
    )
    held = held_in_print(mine, other, tolerances)
    if not agrees_in_print(held):
        held = held_in_print(mine, other, of_scale(held, tolerances))
    return "" if agrees_in_print(held) else first_in_print(held)


def _judged(name: str, left: np.ndarray, right: np.ndarray, tolerance: Tolerance) -> ArrayComparison:
    """Hold an array against its namesake; what is near zero, by the largest element, as the steps hold arrays."""
    if np.issubdtype(left.dtype, np.inexact) and left.size:
        finite = np.abs(left[np.isfinite(left)])
        scale = float(finite.max(initial=0))
        tolerance = replace(tolerance, absolute=max(tolerance.absolute, tolerance.relative * scale))
    return judge_array(name, name, left, right, tolerance)


def _near(held: ArrayComparison) -> bool:
    return held.verdict.passes or held.verdict is Verdict.DRIFTED


def _words(apart: ArrayComparison) -> str:
    if apart.problem:
        return f"{apart.name} {apart.problem}"
    place = f"[{','.join(map(str, apart.place))}]" if apart.place else ""
    return f"{apart.name}{place} expected {apart.expected}, measured {apart.measured}"

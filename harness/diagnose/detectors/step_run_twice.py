"""Step run twice: one side makes two updates where the other makes one."""

import time

from harness.diagnose.detectors.wording import verb
from harness.diagnose.evidence.evidence import Evidence, Paired, Side
from harness.diagnose.evidence.gather import names_of
from harness.diagnose.evidence.moved import Moved, Partner, move
from harness.diagnose.evidence.shape import is_apart, is_rate_like, moving, shown
from harness.diagnose.sources.scripts import is_graph
from harness.words.finding import Confidence, Experiment, Finding, Place


def detect(evidence: Evidence) -> Finding | None:
    """Find a side whose record k is the other's record 2k or 2k + 1, for all numbers that differ but a rate.

    Holding every second record of one side against the other is the experiment; for each name at least three different
    numbers must come to agree.
    """
    started = time.perf_counter()
    apart = tuple(
        paired for paired in moving(evidence) if not is_rate_like(paired) and is_apart(paired, evidence.tolerances)
    )
    if not apart:
        return None
    swapped = tuple(paired.swapped for paired in apart)
    for quick, slow, pairs in ((evidence.right, evidence.left, apart), (evidence.left, evidence.right, swapped)):
        found = [_every_second(paired, evidence) for paired in pairs]
        if all(moved is not None for moved in found):
            matches = [moved for moved in found if moved is not None]
            total = sum(moved.after.total for moved in matches)
            experiment = Experiment(
                f"every second record of {slow.name}",
                Place.LEFT if slow is evidence.left else Place.RIGHT,
                sum(moved.before for moved in matches),
                total,
                total,
                time.perf_counter() - started,
            )
            return _finding(quick, slow, pairs, experiment)
    return None


def _every_second(paired: Paired, evidence: Evidence) -> Moved | None:
    return next(
        (moved for offset in (0, 1) if (moved := move(paired, evidence.tolerances, _half(offset))).is_telling),
        None,
    )


def _half(offset: int) -> Partner:
    return lambda position: (position - offset) // 2 if position % 2 == offset else None


def _finding(quick: Side, slow: Side, pairs: tuple[Paired, ...], experiment: Experiment) -> Finding:
    number = pairs[0].right.numbers[1]
    if is_graph(quick):
        change = (
            "run the train op once a round: every sess.run that fetches it trains, also the one meant to read the loss"
        )
    else:
        change = (
            "call the function that updates once a round and keep what it returns: each call trains, also one that is "
            "meant to read the loss"
        )
    return Finding(
        "step-run-twice",
        Confidence.CONFIRMED,
        f"{names_of(pairs)} of {quick.name} {verb(pairs, 'runs', 'run')} through every second record of {slow.name}, "
        f"{experiment.total} numbers: {pairs[0].name} is {shown(number.value)} in record {number.position + 1} already",
        change,
        experiments=(experiment,),
    )

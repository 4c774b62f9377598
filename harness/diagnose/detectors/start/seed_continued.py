"""Seed continued: a second draw of one seed goes on in its stream in eager mode; a graph begins one for each op."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.sources.said.other_draws import How, other_draws, second_draw
from harness.diagnose.sources.said.random_draws import graph_seed
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find a side that draws twice from the stream of one seed in eager mode, by the first record, which is off, or by
    the second of two numbers under one name, which a run has to show.

    The trial gives each op a stream of its own, and would cure another graph seed (``seed-missing``) as well.
    """
    found = other_draws(evidence)
    if found is None or found.how is not How.CONTINUED:
        return None
    own, other = (found.right, found.left) if found.side is Place.RIGHT else (found.left, found.right)
    pair = second_draw(own)
    if pair is None:
        return None
    first, second = pair
    where = f"line {second.call.line}" if first is second else f"lines {first.call.line} and {second.call.line}"
    return found.weighed(
        Finding(
            "seed-continued",
            Confidence.LIKELY,
            f"{found.start}; {evidence.side(found.side).name} draws twice with seed {second.seed} ({where}), and no "
            "tf.random.set_seed stands before the second draw: in eager mode it goes on where the first ended, in a "
            "graph each op begins its own stream",
            f"call tf.random.set_seed({graph_seed(other)}) before each draw",
            trials=(Change("a stream of its own for each random op", side=found.side, patch="graph_seeds"),),
        )
    )


CAUSE = Cause(("seed-continued",), detect, stages=(Stage.DATA, Stage.START, Stage.FORWARD))

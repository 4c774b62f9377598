"""Threads: sums whose order, and so whose last bits, depend on how many processors TensorFlow has."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.agreement import common_dtype
from harness.diagnose.evidence.evidence import Evidence, Paired
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage
from harness.words.trace import is_floating
from harness.words.ulps import ulps_between

# How small a difference must be at its first appearance to come from the order of a sum.
_FEW_ULPS = 64


def detect(evidence: Evidence) -> Finding | None:
    """Suspect the order of sums where what differs first is a few ULPs apart, and the right side can be run again.

    The trial leaves TensorFlow one processor: it would also cure a race between threads, which is ``not-reproducible``
    and found before.
    """
    if evidence.right.origin is None or evidence.right.failure is not None:
        return None
    distances = [distance for paired in evidence.paired if (distance := _first_distance(paired))]
    if not distances or min(distances) > _FEW_ULPS:
        return None
    return Finding(
        "thread-count",
        Confidence.POSSIBLE,
        f"the first numbers that differ are {min(distances)} ULP apart",
        "give TensorFlow one thread (tf.config.threading.set_intra_op_parallelism_threads(1), or ConfigProto in TF1), "
        "or compare within a tolerance",
        trials=(Change("one processor", one_cpu=True),),
    )


def _first_distance(paired: Paired) -> int | None:
    """ULPs between the first two numbers that are not the same; None for numbers known from print only."""
    dtype = common_dtype(paired)
    if not (paired.left.dtype and paired.right.dtype and is_floating(dtype)):
        return None
    right = paired.right.at()
    for number in paired.left.numbers:
        other = right.get(number.position)
        if other is not None and other.value != number.value:
            return ulps_between(other.value, number.value, dtype)
    return None


CAUSE = Cause(("thread-count",), detect, stages=(Stage.FORWARD, Stage.GRADIENTS))

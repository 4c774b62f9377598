"""oneDNN: other kernels for matrix products and convolutions, on since TensorFlow 2.9, that round otherwise."""

from packaging.version import InvalidVersion, Version

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.gather import names_of
from harness.diagnose.evidence.shape import differs, is_apart, moving, stays_near
from harness.diagnose.sources.text.source import read_source
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage

_SWITCH = "TF_ENABLE_ONEDNN_OPTS"
# Measured: one ULP in a product became 0.25 % after 20000 steps on a loss with a kink.
_LARGEST = 1e-2
# Measured on 2.15 and 2.21: other bits in products over 8, 784 and 1000 elements, and in softmax.
_METHODS = ("matmul", "Dense", "dense", "fit", "einsum", "tensordot", "softmax")


def detect(evidence: Evidence) -> Finding | None:
    """Suspect oneDNN where one side has it and the other has not, or is a log of which that is not known, differences
    start in the last digits, and the script has products of matrices, convolutions or softmax.

    The trial changes the kernels of matrix products, and would cure no other cause.
    """
    left, right = _has_it(evidence.left), _has_it(evidence.right)
    side, place, other = (
        (evidence.right, Place.RIGHT, left) if right else (evidence.left, Place.LEFT, right if left else None)
    )
    if not (left or right) or (left and right) or side.origin is None or not _multiplies(side.source):
        return None
    series = tuple(paired for paired in moving(evidence) if is_apart(paired, evidence.tolerances))
    if not differs(evidence) or not series or not all(stays_near(paired, _LARGEST) for paired in moving(evidence)):
        return None
    without = evidence.left if place is Place.RIGHT else evidence.right
    says = f"{without.name} ran without it" if other is not None else f"it is not known whether {without.name} had it"
    return Finding(
        "onednn",
        Confidence.POSSIBLE,
        f"{names_of(series)}: the last digits differ; {side.name} ran on TensorFlow {side.tensorflow}, which has "
        f"oneDNN on, and {says}",
        f"set {_SWITCH}=0 before TensorFlow is imported, or compare within a tolerance",
        trials=(Change(f"{_SWITCH}=0", side=place, environment={_SWITCH: "0"}),),
    )


def _has_it(side: Side) -> bool | None:
    """Whether a side ran with oneDNN's kernels; None where its release is not known."""
    try:
        release = Version(side.tensorflow).release[:2]
    except InvalidVersion:
        return None
    given = side.origin.environment.get(_SWITCH) if side.origin is not None else None
    if release >= (2, 9):
        return given != "0"
    return release >= (2, 5) and given == "1"


def _multiplies(text: str) -> bool:
    return any(call.method in _METHODS or "conv" in call.method.lower() for call in read_source(text).calls) or (
        " @ " in text
    )


CAUSE = Cause(("onednn",), detect, stages=(Stage.FORWARD, Stage.GRADIENTS))

"""Frozen at tracing: what a traced function reads or counts in Python is done once, when it is traced."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.detectors.wording import listed, verb
from harness.diagnose.evidence.behaviour import behaviours
from harness.diagnose.evidence.calls import is_watched
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.said.traced import changed_inside, frozen_names, traces
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find a right script with a traced function, as Keras' ``fit`` has one, of sides that were seen to draw nothing
    while they trace.

    The trials run functions eagerly, in the second one those of data sets as well. Where all numbers agree then, what
    stands in Python in them is at fault, and nothing less is told; ``rate-frozen`` and ``drawn-at-tracing``, which they
    would cure as well, are asked before.
    """
    right = evidence.right
    if not differs(evidence) or not right.source or right.source == evidence.left.source:
        return None
    if not is_watched(right) or behaviours(right, "drawn at tracing"):
        return None
    parting = evidence.parting
    if parting is not None and parting.number == 0:
        return None  # the first call is the one that is traced, and does what stands there
    trials = []
    if traces(right.source) or (".fit(" in right.source and "def " in right.source):
        trials.append(Change("functions run eagerly", patch="eager_functions"))
    if ".map(" in right.source:
        trials.append(Change("functions and those of data sets run eagerly", patch="eager_data_functions"))
    if not trials:
        return None
    return Finding(
        "frozen-at-tracing",
        Confidence.POSSIBLE,
        _says(right.source, right.name),
        "keep it in a tf.Variable, hand it to the function as a tensor, or do it outside of the function: what stands "
        "in Python in a tf.function is done once, when it is traced",
        trials=tuple(trials),
    )


def _says(text: str, name: str) -> str:
    counted = changed_inside(text)
    if counted:
        told = listed([f"{each} (line {line})" for each, line in counted])
        return f"a traced function of {name} counts {told} in Python: once, when it is traced, and never again"
    frozen = frozen_names(text)
    if frozen:
        return (
            f"{' and '.join(frozen)} {verb(frozen, 'changes', 'change')} outside of a traced function of {name} that "
            f"reads {verb(frozen, 'it', 'them')} in Python: what was there when it was traced stays"
        )
    return f"a traced function of {name} does something in Python, which is done once, when it is traced"


CAUSE = Cause(
    ("frozen-at-tracing",),
    detect,
    witnesses=("watch_calls", "watch_draws"),
    stages=(Stage.DATA, Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS, Stage.UPDATE, Stage.STATISTICS),
    only_confirmed=True,
)

"""Features by name: feature columns lie in the order of their names, whatever they are listed in."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.changed.by_name import by_name
from harness.diagnose.sources.text.source import Call, read_source
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage

# What lays out feature columns.
_LAYS_OUT = frozenset({"input_layer", "DenseFeatures", "sequence_input_layer", "SequenceFeatures"})
_CANNED = "estimator.DNN"


def detect(evidence: Evidence) -> Finding | None:
    """Find a left script that has feature columns laid out, and a right one that puts its features together by itself,
    and lists them in another order than that of their names.

    The trial runs it with its lists of names in order, and would cure nothing else.
    """
    if not differs(evidence):
        return None
    laid = _layers(evidence.left.source)
    found = by_name(evidence.right.source) if laid and not _layers(evidence.right.source) else None
    if found is None:
        return None
    return Finding(
        "features-by-name",
        Confidence.POSSIBLE,
        f"{laid[0].name.replace('tensorflow.', 'tf.', 1)} of {evidence.left.name} (line {laid[0].line}) lays features "
        f"out in the order of their names; line {found.line} of {evidence.right.name} has {', '.join(found.names)}",
        "put them together in the order of their names, sorted(names), or turn the rows of the first kernel alike",
        trials=(Change(f"lists in the order {', '.join(sorted(found.names))}", source=found.source),),
    )


def _layers(source: str) -> list[Call]:
    calls = read_source(source).calls
    return [each for each in calls if each.method in _LAYS_OUT or each.api.startswith(_CANNED)]


CAUSE = Cause(
    ("features-by-name",),
    detect,
    stages=(Stage.DATA, Stage.FORWARD, Stage.GRADIENTS),
    only_confirmed=True,
)

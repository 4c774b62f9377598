"""Metric not reset: one side prints what a metric has gathered since the beginning, the other one of each epoch."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.gather import names_of
from harness.diagnose.evidence.shape import apart_in, differs, trains_alike
from harness.diagnose.sources.text.source import read_source
from harness.words.finding import Change, Confidence, Finding

_RESETS = ("reset_state", "reset_states")


def detect(evidence: Evidence) -> Finding | None:
    """Find a right script that asks metrics of Keras for results, of sides that were not seen to train otherwise.

    The trials reset a metric once its result was read, or never; they would cure nothing else, and less than all shows
    nothing.
    """
    right = evidence.right
    if not differs(evidence) or right.source == evidence.left.source or not trains_alike(evidence):
        return None
    source = read_source(right.source)
    results = [call for call in source.calls if call.method == "result"]
    if not results or "metrics" not in right.source:
        return None
    resets = [call for call in source.calls if call.method in _RESETS]
    apart = apart_in(evidence)
    where = f"line {results[0].line} of {right.name} reads a metric"
    trials = [
        Change(
            "metrics reset once they were read",
            patch="metrics_reset",
            arguments={"reset": True},
            shows=f"{names_of(apart)}: {where} that gathers since the beginning: nothing resets it after an epoch",
            advice="call reset_state() (reset_states() before 2.5) at the beginning of each epoch, as the initializer "
            "of local variables did",
        )
    ]
    if resets:
        trials.append(
            Change(
                "metrics that are never reset",
                patch="metrics_reset",
                arguments={"reset": False},
                shows=f"{names_of(apart)}: line {resets[0].line} of {right.name} resets its metrics, and "
                f"{evidence.left.name} gathers since the beginning",
                advice="leave reset_state out to print what the old script did; its numbers are means over all epochs "
                "so far",
            )
        )
    return Finding("metric-not-reset", Confidence.POSSIBLE, f"{names_of(apart)}: {where}", "", trials=tuple(trials))


CAUSE = Cause(("metric-not-reset",), detect, only_confirmed=True)

"""Accuracy of logits: a metric of two classes that takes what is above one half for a one, and is handed logits."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.calls import CallSetting, calls_of
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.words.finding import Change, Confidence, Finding

_KINDS = {"accuracy": "threshold", "auc": "from_logits"}


def detect(evidence: Evidence) -> Finding | None:
    """Find a right script whose loss takes logits and whose accuracy, precision or area under the curve takes
    probabilities, as its calls were seen.

    The trial sets the threshold at 0, or says that logits come, and would cure nothing else; less than all shows
    nothing.
    """
    right = evidence.right
    if not differs(evidence):
        return None
    calls = calls_of(right)
    if not any(call.kind == "sigmoid_crossentropy" and call.settings.get("from_logits") is True for call in calls):
        return None
    found = [call for call in calls if _takes_probabilities(call)]
    if not found:
        return None
    arguments = [{"symbol": each.symbol, "line": each.line, "settings": _wanted(each)} for each in found]
    first = found[0]
    where = f" (line {first.line})" if first.line is not None else ""
    return Finding(
        "accuracy-of-logits",
        Confidence.POSSIBLE,
        f"{first.symbol} of {right.name}{where} has a metric of probabilities, of which those above 0.5 are ones; its "
        "loss takes logits, of which those above 0 are",
        "give the metric threshold=0 (BinaryAccuracy(threshold=0.0), Precision(thresholds=0.0)), or AUC "
        "from_logits=True; or hand it tf.sigmoid(logits)",
        trials=(Change("metrics of logits", patch="call_settings", arguments={"calls": arguments}),),
    )


def _takes_probabilities(call: CallSetting) -> bool:
    value = call.settings.get(_KINDS.get(call.kind, ""))
    return value is False or (not isinstance(value, bool) and isinstance(value, int | float) and value > 0)


def _wanted(call: CallSetting) -> dict[str, object]:
    return {"threshold": 0.0} if call.kind == "accuracy" else {"from_logits": True}


CAUSE = Cause(("accuracy-of-logits",), detect, witnesses=("watch_calls",), only_confirmed=True)

"""State not carried: one side hands the state of a recurrent layer from one batch to the next."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.calls import calls_of
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage

_LAYERS = ("simple_rnn", "gru", "lstm")


def detect(evidence: Evidence) -> Finding | None:
    """Find a right script with recurrent layers of Keras that begin each batch with zeros, as its calls were seen, of a
    left one that has none of them, where not the first batch is apart.

    The trial makes these layers stateful, and would cure nothing else; less than all shows nothing.
    """
    parting = evidence.watched.parting if evidence.watched is not None else None
    if not differs(evidence) or (parting is not None and parting.number == 0):
        return None
    if any(call.kind in _LAYERS and "stateful" in call.settings for call in calls_of(evidence.left)):
        return None
    found = [
        call for call in calls_of(evidence.right) if call.kind in _LAYERS and call.settings.get("stateful") is False
    ]
    if not found:
        return None
    calls = [{"symbol": call.symbol, "line": call.line, "settings": {"stateful": True}} for call in found]
    return Finding(
        "state-not-carried",
        Confidence.POSSIBLE,
        f"{found[0].symbol} of {evidence.right.name} (line {found[0].line}) begins each batch with zeros; "
        f"{evidence.left.name} hands the state of one batch to the next",
        "give the layer stateful=True (and its input a batch size), with reset_states() where the old script began "
        "anew; or hand it initial_state",
        trials=(Change(f"stateful=True in {found[0].symbol}", patch="call_settings", arguments={"calls": calls}),),
    )


CAUSE = Cause(
    ("state-not-carried",),
    detect,
    witnesses=("watch_calls",),
    stages=(Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS),
    only_confirmed=True,
)

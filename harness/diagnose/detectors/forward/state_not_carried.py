"""State not carried: one side hands the state of a recurrent layer from one batch to the next."""

from collections.abc import Iterator

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.calls import CallSetting, calls_of
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.words.finding import Change, Confidence, Finding
from harness.words.observation import Reduced
from harness.words.stage import Stage

_LAYERS = ("simple_rnn", "gru", "lstm")
_MOST_TOLD = 4


def detect(evidence: Evidence) -> Finding | None:
    """Find a right script with recurrent layers of Keras that begin each batch with zeros, as its calls were seen, of a
    left one that has none of them, where not the first batch is apart; or with such layers that go on with the state of
    the batch before.

    The trial makes these layers stateful, and would cure nothing else; less than all shows nothing. Where the left side
    was seen to be fed zeros again later, as at the start of each epoch, a further one has them begin anew there, too.
    """
    parting = evidence.parting
    if not differs(evidence) or (parting is not None and parting.number == 0):
        return None
    if any(call.kind in _LAYERS and "stateful" in call.settings for call in calls_of(evidence.left)):
        return None
    layers = [call for call in calls_of(evidence.right) if call.kind in _LAYERS]
    going_on = [call for call in layers if call.settings.get("stateful") is True]
    if going_on:
        return _carried(going_on, evidence)
    found = [call for call in layers if call.settings.get("stateful") is False]
    if not found:
        return None
    return Finding(
        "state-not-carried",
        Confidence.POSSIBLE,
        f"{found[0].symbol} of {evidence.right.name} (line {found[0].line}) begins each batch with zeros; "
        f"{evidence.left.name} hands the state of one batch to the next",
        "give the layer stateful=True (and its input a batch size), with reset_states() where the old script began "
        "anew; or hand it initial_state",
        trials=(
            Change(f"stateful=True in {found[0].symbol}", patch="state_carried", arguments={"anew": [0]}),
            *_beginning_anew(evidence, found[0].symbol),
        ),
    )


def _carried(layers: list[CallSetting], evidence: Evidence) -> Finding:
    """The other way round: layers of the port that go on where the left script begins each batch with zeros."""
    first = layers[0]
    calls = [{"symbol": each.symbol, "line": each.line, "settings": {"stateful": False}} for each in layers]
    return Finding(
        "state-not-carried",
        Confidence.POSSIBLE,
        f"{first.symbol} of {evidence.right.name} (line {first.line}) goes on with the state of the batch before; "
        f"{evidence.left.name} begins each batch with zeros",
        "leave stateful=True out, or call reset_states() before each batch",
        trials=(Change(f"stateful=False in {first.symbol}", patch="call_settings", arguments={"calls": calls}),),
    )


def _beginning_anew(evidence: Evidence, symbol: str) -> Iterator[Change]:
    """The same, with zeros in those steps in which the left side is fed what was all zeros in its first one."""
    seen = evidence.watched.left if evidence.watched is not None else None
    if seen is None or not seen.steps or [step.number for step in seen.steps] != list(range(seen.count)):
        return
    states = [name for name, array in seen.steps[0].fed.items() if array.size > 1 and _is_zero(array)]
    anew = [step.number for step in seen.steps if states and all(_is_zero(step.fed.get(name)) for name in states)]
    if len(anew) > 1 and len(anew) < seen.count:
        told = ", ".join(map(str, anew[1 : 1 + _MOST_TOLD])) + (", …" if len(anew) > 1 + _MOST_TOLD else "")
        says = f"stateful=True in {symbol}, and zeros again in step {told}"
        yield Change(says, patch="state_carried", arguments={"anew": anew})


def _is_zero(array: Reduced | None) -> bool:
    return array is None or (array.least == 0 and array.most == 0)


CAUSE = Cause(
    ("state-not-carried",),
    detect,
    witnesses=("watch_calls",),
    stages=(Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS),
    only_confirmed=True,
)

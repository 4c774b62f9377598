"""Weights of an LSTM handed from a cell of TF1 to a layer of Keras: the order of its gates, and what the cell adds."""

from functools import partial

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.calls import CallSetting, calls_of
from harness.diagnose.evidence.evidence import Evidence
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage

_ORDER, _BIAS = "lstm-gate-order", "forget-bias-added"
_LAYER = ".keras.layers.LSTM"
_SAYS = {
    _ORDER: "{cell} of {one} has its gates in the order i, j, f, o, {layer} of {two} i, f, c (its j), o",
    _BIAS: "{cell} of {one} adds {bias:g} to its forget gate in each step; {layer} of {two} only starts its bias "
    "there, which weights that are set take away",
}
_CHANGE = {
    _ORDER: "reorder the columns of kernel and bias: i, j, f, o = np.split(kernel, 4, axis=1), then "
    "np.concatenate([i, f, j, o], axis=1)",
    _BIAS: "add the forget_bias of the cell to the forget gate's part of the bias that is set: bias[n:2 * n] += 1.0",
}


def detect(cause: str, evidence: Evidence) -> Finding | None:
    """Find an LSTM cell of TF1 on one side and a layer of Keras on the other; or a layer of Keras whose weights the
    script sets, where the left side is a log.

    The trial runs the cell with its gates as Keras has them, or with nothing added to its forget gate; the second one
    does both, and says that both are at work. Of a log it changes the weights that are set instead.
    """
    if evidence.comparison.verdict.passes:
        return None
    if evidence.left.is_log:
        return _against_log(cause, evidence)
    for place in (Place.LEFT, Place.RIGHT):
        cell = next(filter(_is_cell, calls_of(evidence.side(place))), None)
        layer = next((call for call in calls_of(evidence.side(place.other)) if _LAYER in call.symbol), None)
        if cell is None or layer is None:
            continue
        bias = cell.settings.get("forget_bias")
        if cause == _BIAS and not (isinstance(bias, int | float) and bias):
            return None
        names = {"one": evidence.side(place).name, "two": evidence.side(place.other).name}
        says = _SAYS[cause].format(cell=cell.symbol, layer=layer.symbol, bias=bias, **names)
        return _finding(cause, says, _trials(cause, place, bool(bias)))
    return None


def _against_log(cause: str, evidence: Evidence) -> Finding | None:
    layer = next((call for call in calls_of(evidence.right) if _LAYER in call.symbol), None)
    if layer is None or ".set_weights(" not in evidence.right.source:
        return None
    says = f"line {layer.line} of {evidence.right.name} makes {layer.symbol}, whose weights are set: a cell of TF1 " + (
        "has its gates in the order i, j, f, o, and not i, f, c (its j), o"
        if cause == _ORDER
        else "adds 1 to its forget gate in each step, and has no such bias among its weights"
    )
    both: dict[str, dict[str, object]] = {_ORDER: {"order": True}, _BIAS: {"forget_bias": 1.0}}
    other = _BIAS if cause == _ORDER else _ORDER
    told = {_ORDER: "the gates that are set in the order of Keras", _BIAS: "1 added to the forget gate's bias"}
    trials = (
        Change(told[cause], patch="lstm_weights_set", arguments=both[cause]),
        Change(
            f"{told[_ORDER]} and {told[_BIAS]}",
            patch="lstm_weights_set",
            arguments={**both[_ORDER], **both[_BIAS]},
            cures=(other,),
            rest=Change(told[other], patch="lstm_weights_set", arguments=both[other]),
            besides=_CHANGE[other],
        ),
    )
    return _finding(cause, says, trials)


def _finding(cause: str, says: str, trials: tuple[Change, ...]) -> Finding:
    if cause == _ORDER:
        return Finding("lstm-gate-order", Confidence.POSSIBLE, says, _CHANGE[cause], trials=trials)
    return Finding("forget-bias-added", Confidence.POSSIBLE, says, _CHANGE[cause], trials=trials)


def _trials(cause: str, place: Place, added: bool) -> tuple[Change, ...]:
    order = Change("the cell's gates in the order of Keras", place, patch="lstm_cells", arguments={"order": True})
    bias = Change("nothing added to the forget gate", place, patch="lstm_cells", arguments={"forget_bias": 0.0})
    own, rest, other = (order, bias, _BIAS) if cause == _ORDER else (bias, order, _ORDER)
    if not added:
        return (own,)
    both = Change(
        f"{order.says} and {bias.says}",
        place,
        patch="lstm_cells",
        arguments={"order": True, "forget_bias": 0.0},
        cures=(other,),
        rest=rest,
        besides=_CHANGE[other],
    )
    return own, both


def _is_cell(call: CallSetting) -> bool:
    return call.symbol.endswith("LSTMCell") and ".keras." not in call.symbol


CAUSES = tuple(
    Cause((name,), partial(detect, name), witnesses=("watch_calls",), stages=(Stage.START, Stage.FORWARD, Stage.LOSS))
    for name in (_ORDER, _BIAS)
)

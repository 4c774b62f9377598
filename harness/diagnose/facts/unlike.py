"""What two scripts call otherwise, by the settings in force: layers of one alone, losses, optimizers, settings."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from harness.diagnose.evidence.calls import CallSetting, calls_of
from harness.diagnose.evidence.evidence import Side
from harness.diagnose.facts.call_pairs import pair_calls
from harness.diagnose.facts.values import is_known, is_same, shown
from harness.words.stage import Stage
from harness.words.unlike import Unlike

_OPTIMIZER = "optimizer"
_CROSSENTROPIES = {"sigmoid_crossentropy", "softmax_crossentropy", "weighted_crossentropy"}
_LOSSES = _CROSSENTROPIES | {"absolute_error", "cosine", "ctc", "hinge", "huber", "mean_squared_error"}
_NORMS = {"batch_norm", "group_norm", "instance_norm", "layer_norm", "response_norm"}
_CELLS = {"both_directions", "conv_lstm", "gru", "lstm", "simple_rnn"}
# What a script without a call of it has hardly written out by hand.
_STAGES = {
    **dict.fromkeys(["dropout", "noise", *sorted(_NORMS), *sorted(_CELLS)], Stage.FORWARD),
    "regularizer": Stage.LOSS,
    "schedule": Stage.RATE,
    "clipping": Stage.UPDATE,
    "average": Stage.UPDATE,
}
_MOST = 3

# Says where a line of a script is, as in ``line 3``.
Where = Callable[[int], str]


@dataclass(frozen=True)
class _Called:
    """The calls of one script, and where its lines are."""

    calls: Sequence[CallSetting]
    where: Where

    def of(self, *kinds: str) -> list[CallSetting]:
        return [each for each in self.calls if each.kind in kinds]

    def placed(self, text: str, call: CallSetting) -> str:
        return text if call.line is None else f"{text} ({self.where(call.line)})"


def unlike_calls(left: Side, right: Side, where: tuple[Where, Where]) -> tuple[Unlike, ...]:
    """Give what two sides whose calls were seen call otherwise, in the order of stages; none of a side that nobody
    watched. A loss or layer that one script writes out by hand is none of that. ``where`` says where a line of either
    script is."""
    mine, theirs = _Called(calls_of(left), where[0]), _Called(calls_of(right), where[1])
    if not mine.calls or not theirs.calls:
        return ()
    settings = _settings(left, right, mine, theirs)
    found = [*_alone(mine, theirs), *settings, *_losses(mine, theirs), *_optimizers(mine, theirs)]
    return tuple(sorted(found, key=lambda each: each.stage.place))


def _alone(left: _Called, right: _Called) -> Iterator[Unlike]:
    """Kinds of calls that one side alone makes."""
    for kind, stage in _STAGES.items():
        if bool(left.of(kind)) != bool(right.of(kind)):
            yield Unlike(stage, f"{kind.replace('_', ' ')} is", _calls(left, kind), _calls(right, kind))


def _calls(called: _Called, *kinds: str, by_kind: bool = False) -> str:
    """The calls of these kinds by name and place, each line once; ``by_kind`` each with its kind."""
    found = dict.fromkeys(
        called.placed(f"{each.kind.replace('_', ' ')} of {each.symbol}" if by_kind else each.symbol, each)
        for each in called.of(*kinds)
    )
    more = f" and {len(found) - _MOST} more" if len(found) > _MOST else ""
    return ", ".join([*found][:_MOST]) + more if found else "not called"


def _settings(left: Side, right: Side, mine: _Called, theirs: _Called) -> Iterator[Unlike]:
    """Settings of layers that stand for one another."""
    told = set()
    for pair in pair_calls(left, right):
        stage = _STAGES.get(pair.left.kind)
        said = _given(mine, pair.left, pair.right), _given(theirs, pair.right, pair.left)
        if stage is not None and said[0] and said not in told:
            told.add(said)
            yield Unlike(stage, f"{pair.left.kind.replace('_', ' ')} is", *said)


def _losses(left: _Called, right: _Called) -> Iterator[Unlike]:
    """The losses that are called, where each side calls one that the other does not."""
    mine, theirs = ({each.kind for each in side.of(*_LOSSES)} for side in (left, right))
    if mine - theirs and theirs - mine:
        # One symbol takes several losses, as compile does: the kinds tell these apart.
        symbols = [{each.symbol for each in side.of(*_LOSSES)} for side in (left, right)]
        said = [_calls(side, *_LOSSES, by_kind=bool(symbols[0] & symbols[1])) for side in (left, right)]
        yield Unlike(Stage.LOSS, "the loss is", *said)


def _optimizers(left: _Called, right: _Called) -> Iterator[Unlike]:
    """Optimizers in the order in which they are made, as far as both sides make any."""
    for one, two in zip(left.of(_OPTIMIZER), right.of(_OPTIMIZER), strict=False):
        said = _given(left, one, two), _given(right, two, one)
        if not is_same(one.settings.get("class"), two.settings.get("class")):
            said = _made(left, one), _made(right, two)
        if said[0]:
            yield Unlike(Stage.UPDATE, "the optimizer is", *said)


def _given(called: _Called, call: CallSetting, other: CallSetting) -> str:
    """A call with those of its settings that the other one has otherwise; empty where it has none otherwise."""
    unlike = [
        name
        for name in sorted(call.settings.keys() & other.settings.keys())
        if is_known(call.settings[name]) and not is_same(call.settings[name], other.settings[name])
    ]
    said = ", ".join(f"{name} {shown(call.settings[name])}" for name in unlike)
    return called.placed(f"{call.symbol} with {said}", call) if said else ""


def _made(called: _Called, call: CallSetting) -> str:
    rate = call.settings.get("learning_rate")
    return called.placed(call.symbol + (f" with learning_rate {shown(rate)}" if is_known(rate) else ""), call)

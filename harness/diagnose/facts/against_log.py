"""What calls of a port are held against where the left side is a log: what its script will have had in their place."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from harness.diagnose.evidence.calls import CallSetting, calls_of
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.facts.fact import OTHER
from harness.diagnose.facts.of_losses import ENTROPIES
from harness.diagnose.facts.values import is_same, shown
from harness.words.finding import Change, Confidence, Finding

# A number that keeps a root from zero, in the line of that root.
_ROOT = re.compile(r"\br?sqrt\(")
_SMALL = re.compile(r"\b\d(?:\.\d*)?e-\d+\b")
_MOST = 2

_GATED = ("lstm", "gru", "conv_lstm")


@dataclass(frozen=True)
class OldSetting:
    """That calls of these ``kinds`` may have had another value of a ``setting`` in TF1, for one ``cause``: ``was``
    works it out from that of the port, None where nothing else is likely. ``says`` is why, ``change`` what to do."""

    cause: str
    kinds: tuple[str, ...]
    setting: str
    was: Callable[[Any], Any]
    says: str
    change: str


def _opposite(value: Any) -> Any:
    return not value if isinstance(value, bool) else None


def _rest(value: Any) -> Any:
    return 1 - value if isinstance(value, float) and 0 < value < 1 else None


def _half(value: Any) -> Any:
    return value / 2 if isinstance(value, float) and value else None


def _smoothing(value: Any) -> Any:
    return 0.1 if value == 0 else 0.0


def _always(wanted: Any) -> Callable[[Any], Any]:
    return lambda value: None if value is None or is_same(value, wanted) else wanted


OLD_SETTINGS: tuple[OldSetting, ...] = (
    OldSetting(
        "from-logits",
        ENTROPIES,
        "from_logits",
        _opposite,
        "the loss of a script of TF1 took what comes before the last activation, or what comes after it",
        "give from_logits={wanted}",
    ),
    OldSetting(
        OTHER,
        ENTROPIES,
        "label_smoothing",
        _smoothing,
        "the script behind the log may have smoothed its labels, mostly by 0.1, or not",
        "give label_smoothing={wanted}",
    ),
    OldSetting(
        "leaky-relu-slope",
        ("leaky_relu",),
        "alpha",
        _always(0.2),
        "tf.nn.leaky_relu has 0.2",
        "give the slope {wanted}",
    ),
    OldSetting(
        "hard-sigmoid",
        _GATED,
        "recurrent_activation",
        _always("hard_sigmoid"),
        "layers of Keras in TF1 had hard_sigmoid",
        "give recurrent_activation: {wanted}",
    ),
    OldSetting(
        "gru-reset-after",
        ("gru",),
        "reset_after",
        _always(False),
        "that of TF1 applies the reset gate before its matrix",
        "give the GRU reset_after={wanted}",
    ),
    OldSetting(
        "dropout-keep-prob",
        ("dropout",),
        "rate",
        _rest,
        "the second argument of tf.nn.dropout was what is kept",
        "give rate=1 - keep_prob",
    ),
    OldSetting(
        "l2-half",
        ("regularizer",),
        "l2",
        _half,
        "tf.nn.l2_loss and the l2 regularizers of TF1 take half of the sum of squares",
        "give l2={wanted}",
    ),
    OldSetting(
        "clipnorm-per-variable",
        ("clipping",),
        "how",
        lambda how: "global" if how == "each" else None,
        "tf.clip_by_global_norm clips by the norm of all gradients",
        "give global_clipnorm in place of clipnorm",
    ),
    OldSetting(
        "layer-norm-defaults",
        ("layer_norm",),
        "epsilon",
        _always(1e-12),
        "tf.contrib.layers.layer_norm has 1e-12",
        "give epsilon={wanted}",
    ),
    OldSetting(
        "batch-norm-defaults",
        ("batch_norm",),
        "momentum",
        _always(0.999),
        "tf.contrib.layers.batch_norm has 0.999",
        "give momentum={wanted}",
    ),
    OldSetting(
        "resize-half-pixel",
        ("resize",),
        "half_pixel_centers",
        _always(False),
        "pixels of TF1 are points at their corners",
        "use tf.compat.v1.image.resize, whose pixels are points at their corners",
    ),
    OldSetting(
        "ctc-blank",
        ("ctc",),
        "blank",
        _always("last"),
        "TF1's blank is the last class",
        "give blank_index=-1: TF1's blank is the last class",
    ),
)


def suspect_against_log(evidence: Evidence, cause: str) -> Finding | None:
    """Give a finding of one cause where a right script calls what TF1 will have had with another setting, and the left
    side is a log, of which nobody knows the calls; None otherwise.

    The trial gives all these calls the old setting, and would cure nothing else.
    """
    for old in OLD_SETTINGS:
        if old.cause != cause:
            continue
        found = [(call, wanted) for call in calls_of(evidence.right) if (wanted := _wanted(old, call)) is not None]
        if found:
            return _finding(old, found, evidence)
    return None


def suspect_by_hand(evidence: Evidence, cause: str) -> Finding | None:
    """Give a finding of one cause where a right script calls what the left one computes itself: a penalty by
    ``tf.nn.l2_loss``, or a layer norm with another epsilon in its text; None otherwise.

    The trials are those of a log, one for each number that may be the epsilon.
    """
    theirs, source = calls_of(evidence.left), evidence.left.source
    if cause == "l2-half":
        by_hand = any(call.symbol.endswith(".l2_loss") for call in theirs)
        return suspect_against_log(evidence, cause) if by_hand else None
    if cause != "layer-norm-defaults" or any(call.kind == "layer_norm" for call in theirs):
        return None
    found = [
        (float(text), line)
        for line, words in enumerate(source.split("\n"), start=1)
        if _ROOT.search(words)
        for text in _SMALL.findall(words)
    ]
    layers = [call for call in calls_of(evidence.right) if call.kind == "layer_norm"]
    wanted = dict.fromkeys(
        value for value, _ in found if any(not is_same(call.settings.get("epsilon"), value) for call in layers)
    )
    if not wanted:
        return None
    line = next(line for value, line in found if value in wanted)
    says = f"line {line} of {evidence.left.name} normalizes with {shown(next(iter(wanted)))}"
    many = [
        _finding(
            OldSetting(cause, ("layer_norm",), "epsilon", _always(value), says, "give epsilon={wanted}"),
            [(call, value) for call in layers],
            evidence,
        )
        for value in list(wanted)[:_MOST]
    ]
    return replace(many[0], trials=tuple(change for each in many for change in each.trials))


def _wanted(old: OldSetting, call: CallSetting) -> Any:
    return old.was(call.settings[old.setting]) if call.kind in old.kinds and old.setting in call.settings else None


def _finding(old: OldSetting, found: list[tuple[CallSetting, Any]], evidence: Evidence) -> Finding:
    (call, wanted), setting = found[0], old.setting.replace("_", " ")
    line = f" (line {call.line})" if call.line is not None else ""
    calls: list[Mapping[str, Any]] = [
        {"symbol": each.symbol, "line": each.line, "settings": {old.setting: other}} for each, other in found
    ]
    says = f"{setting} {shown(wanted)} in {', '.join(dict.fromkeys(each.symbol for each, _ in found))}"
    return Finding(
        old.cause,
        Confidence.POSSIBLE,
        f"{call.symbol} of {evidence.right.name}{line} has {setting} {shown(call.settings[old.setting])}; {old.says}",
        old.change.format(wanted=shown(wanted)),
        trials=(Change(says, patch="call_settings", arguments={"calls": calls}),),
    )

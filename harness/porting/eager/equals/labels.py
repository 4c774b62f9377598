"""Labels of a cross entropy: TF1's asks for no gradient of them, TF2's does."""

import libcst as cst

from harness.porting.eager.kinds import INPUTS
from harness.porting.eager.resolve import called
from harness.porting.eager.script import Script
from harness.porting.eager.tree import argument, assigned, calls, dotted, expression, walk

STOPPED = "tf.nn.softmax_cross_entropy_with_logits"
# What makes labels of what is fed or read, and has no gradient.
_MADE = frozenset({*INPUTS, "tf.one_hot", "tf.constant", "tf.cast", "tf.to_float", "tf.zeros_like", "tf.ones_like"})


def with_stopped_labels(call: cst.Call, name: str, script: Script) -> cst.Call:
    """Give a call of TF1's cross entropy with ``tf.stop_gradient`` around labels that are a name for what the script
    computes; other calls as they are."""
    labels = argument(call, "labels")
    if name != STOPPED or not isinstance(labels, cst.Name) or not _is_computed(labels.value, script):
        return call
    stopped = expression(f"{script.tf}.stop_gradient({labels.value})")
    args = [each.with_changes(value=stopped) if each.value is labels else each for each in call.args]
    return call.with_changes(args=args)


def _is_computed(name: str, script: Script) -> bool:
    values = [pair[1] for node in walk(script.module) if (pair := assigned(node)) and dotted(pair[0]) == name]
    made = [called(call, script.aliases) for value in values for call in calls(value)]
    return name not in script.fed and any(each.startswith("tf.") and each not in _MADE for each in made)

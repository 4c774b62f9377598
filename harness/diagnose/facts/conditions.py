"""When a difference between the settings of two calls is told: what facts ask of the pair and of both values."""

from typing import Any

from harness.diagnose.facts.call_pairs import CallPair
from harness.diagnose.facts.values import is_known, is_same

_RATE = ("learning_rate", "lr")


def is_contrib(pair: CallPair) -> bool:
    """Whether the left call is of tf.contrib."""
    return ".contrib." in pair.left.symbol


def complement(_pair: CallPair, left: Any, right: Any) -> bool:
    """What one side keeps the other one drops."""
    if not is_known(right) or isinstance(right, str) or right is None or is_same(right, 0.5):
        return False
    return left == "fed" or (is_known(left) and left is not None and is_same(left, 1 - right))


def contrib_relu(pair: CallPair, left: Any, right: Any) -> bool:
    """Whether a layer of tf.contrib applies the relu that nobody asked for, and the other one nothing."""
    return is_contrib(pair) and "activation_fn" not in pair.left.given and left == "relu" and right == "linear"


def of_contrib(pair: CallPair, left: Any, right: Any) -> bool:
    """Whether a layer of tf.contrib has another value."""
    return is_contrib(pair) and not is_same(left, right)


def weighted(pair: CallPair, left: Any, right: Any) -> bool:
    """Whether a loss has weights, and another value."""
    return bool(pair.left.settings.get("weighted")) and not is_same(left, right)


def twice(_pair: CallPair, left: Any, right: Any) -> bool:
    """Whether one value is twice the other one."""
    numbers = all(isinstance(value, float) and value for value in (left, right))
    return numbers and (is_same(left * 2, right) or is_same(right * 2, left))


def one_class(pair: CallPair, left: Any, right: Any) -> bool:
    """Whether two calls of one class have other values."""
    same = pair.left.settings.get("class") == pair.right.settings.get("class")
    return same and not is_same(left, right)


def ignored(pair: CallPair, _left: Any, _right: Any) -> bool:
    """Whether the rate is given by a name that is ignored."""
    return pair.right.settings.get("lr_given") is not None


def default_rate(pair: CallPair, left: Any, right: Any) -> bool:
    """Whether the port leaves the rate at its default."""
    return one_class(pair, left, right) and not set(_RATE) & set(pair.right.given)


def adadelta_rate(pair: CallPair, left: Any, right: Any) -> bool:
    """Whether the port leaves the rate of Adadelta at its default."""
    return pair.right.settings.get("class") == "adadelta" and default_rate(pair, left, right)


def other_epsilon(pair: CallPair, left: Any, right: Any) -> bool:
    """Whether two optimizers of one class have another epsilon, and no other reason to differ."""
    # RMSProp of TF1 and of Keras start from another mean of squares, which is another cause.
    eras = ".keras." in pair.left.symbol, ".keras." in pair.right.symbol
    is_rmsprop = pair.left.settings.get("class") == "rmsprop"
    return one_class(pair, left, right) and (eras[0] == eras[1] or not is_rmsprop)


def decays(pair: CallPair, left: Any, right: Any) -> bool:
    """Whether the port lets weights decay, otherwise than the left side."""
    return bool(pair.right.settings.get("weight_decay")) and one_class(pair, left, right)


def through_logits(_pair: CallPair, left: Any, right: Any) -> bool:
    """Whether the left side goes back to the logits, and the port does not."""
    return (left, right) == ("logits", "probabilities")


def global_norm(_pair: CallPair, left: Any, right: Any) -> bool:
    """Whether the left side clips by the norm of all gradients, and the port by that of each."""
    return (left, right) == ("global", "each")


def cannot_smooth(pair: CallPair, left: Any, right: Any) -> bool:
    """Whether the left side smooths labels otherwise than the port, whose loss has no argument for it."""
    symbol = pair.right.symbol.lower()
    return not is_same(left, right) and ("sparse" in symbol or ".nn." in symbol)


def nowhere_else(pair: CallPair, kinds: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether the activation that one side hands to a layer is not applied by a call of its own on the other side."""
    left, right = pair.left.settings["activation"], pair.right.settings["activation"]
    return not ((right == "linear" and left in kinds[1]) or (left == "linear" and right in kinds[0]))


def stopped(_pair: CallPair, left: Any, right: Any) -> bool:
    """Whether the left side does not do what the port does."""
    return left is False and right is True


def warmed_up(_pair: CallPair, left: Any, right: Any) -> bool:
    """Whether the left side alone lowers the decay of an average in the first updates."""
    return left is not None and right is None


def padded(pair: CallPair, left: Any, right: Any) -> bool:
    """Whether the left side pads before a convolution that does not, and the port has it pad as it likes."""
    return left is not None and right is None and pair.right.settings.get("padding") == "SAME"


def other_slope(_pair: CallPair, left: Any, right: Any) -> bool:
    """Whether both sides take hard_sigmoid, each as its Keras has it."""
    return left != right and all(str(value).startswith("hard_sigmoid") for value in (left, right))


def other_summation(pair: CallPair, left: Any, right: Any) -> bool:
    """Whether the left side adds up trapezoids under a curve of precision and recall, and Keras does not."""
    return (
        _curves(pair) == ("PR", "PR") and left == "trapezoidal" and right in ("interpolation", "minoring", "majoring")
    )


def same_area(pair: CallPair, left: Any, right: Any) -> bool:
    """Whether two names of a summation are one: interpolation is careful in TF1 alone, and is that of trapezoids under
    a curve of true and false positives."""
    names = {left, right}
    careful = {"careful_interpolation", "interpolation"}
    return names <= careful or ("PR" not in _curves(pair) and names <= careful | {"trapezoidal"})


def _curves(pair: CallPair) -> tuple[Any, Any]:
    return pair.left.settings.get("curve"), pair.right.settings.get("curve")

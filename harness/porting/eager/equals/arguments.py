"""Calls of TensorFlow 1 whose arguments mean something else in 2, with what makes both compute the same."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

import libcst as cst

from harness.porting.eager.tree import code, expression

Rule = Callable[[cst.Call, str], cst.BaseExpression | None]


def _given(call: cst.Call, *order: str) -> dict[str, str]:
    """The arguments of a call by name, as texts."""
    given = {}
    for place, each in enumerate(call.args):
        word = each.keyword.value if each.keyword else (order[place] if place < len(order) else f"_{place}")
        given[word] = code(each.value)
    return given


def _words(given: dict[str, str], *names: str) -> str:
    return "".join(f", {name}={given[name]}" for name in names if name in given)


def _complement(text: str) -> str:
    try:
        return str(1 - Decimal(text))
    except InvalidOperation:
        return f"1 - {text}" if text.replace(".", "").isidentifier() else f"1 - ({text})"


def _dropout(call: cst.Call, tf: str) -> cst.BaseExpression | None:
    given = _given(call, "x", "keep_prob", "noise_shape", "seed", "name", "rate")
    rate = given.get("rate") or (_complement(given["keep_prob"]) if "keep_prob" in given else None)
    if rate is None:
        return None
    return expression(f"{tf}.nn.dropout({given['x']}, rate={rate}{_words(given, 'noise_shape', 'seed')})")


def _cast(dtype: str) -> Rule:
    def rule(call: cst.Call, tf: str) -> cst.BaseExpression | None:
        given = _given(call, "x")
        return expression(f"{tf}.cast({given['x']}, {tf}.{dtype})") if "x" in given else None

    return rule


def _loss(keras: str, labels: str, predictions: str, logits: bool, labels_first: bool = True) -> Rule:
    def rule(call: cst.Call, tf: str) -> cst.BaseExpression | None:
        order = (labels, predictions) if labels_first else (predictions, labels)
        given = _given(call, *order)
        given.pop("scope", None)
        if set(given) != {labels, predictions}:
            return None
        made = f"{tf}.keras.losses.{keras}({'from_logits=True' if logits else ''})"
        return expression(f"{made}({given[labels]}, {given[predictions]})")

    return rule


def _initializer(keras: str, first: tuple[str, str], second: tuple[str, str]) -> Rule:
    def rule(call: cst.Call, tf: str) -> cst.BaseExpression | None:
        given = _given(call, first[0], second[0], "seed", "dtype")
        one, two = given.get(first[0], first[1]), given.get(second[0], second[1])
        return expression(f"{tf}.{keras}({one}, {two}{_words(given, 'seed')})")

    return rule


def _xavier(call: cst.Call, tf: str) -> cst.BaseExpression | None:
    given = _given(call, "uniform", "seed", "dtype")
    if given.get("uniform", "True") != "True":
        return None
    return expression(f"{tf}.keras.initializers.GlorotUniform({_words(given, 'seed').removeprefix(', ')})")


def _assign(method: str) -> Rule:
    def rule(call: cst.Call, tf: str) -> cst.BaseExpression | None:
        del tf
        given = _given(call, "ref", "value")
        return expression(f"{given['ref']}.{method}({given['value']})") if {"ref", "value"} <= set(given) else None

    return rule


def _crossentropy(*, stops: bool) -> Rule:
    """The first of TF1 takes no gradient of the labels, its ``_v2`` does; and 0.12 had the logits first."""

    def rule(call: cst.Call, tf: str) -> cst.BaseExpression | None:
        given = _given(call, "logits", "labels")
        if not {"logits", "labels"} <= set(given):
            return None
        axis = given.get("dim") or given.get("axis")
        labels = given["labels"]
        if stops and not labels.isidentifier() and not labels.startswith(f"{tf}.stop_gradient("):
            labels = f"{tf}.stop_gradient({labels})"
        tail = f", axis={axis}" if axis else ""
        return expression(f"{tf}.nn.softmax_cross_entropy_with_logits(labels={labels}, logits={given['logits']}{tail})")

    return rule


def _keyword_only(name: str, *order: str) -> Rule:
    def rule(call: cst.Call, tf: str) -> cst.BaseExpression | None:
        given = _given(call, *order)
        words = ", ".join(f"{word}={text}" for word, text in given.items() if word != "name")
        return expression(f"{tf}.nn.{name}({words})")

    return rule


def _while_loop(call: cst.Call, tf: str) -> cst.BaseExpression | None:
    """TF1's gives a loop of one variable back as that variable, and TF2's as a list."""
    values = call.args[2].value if len(call.args) == 3 and all(each.keyword is None for each in call.args) else None
    if not isinstance(values, cst.List | cst.Tuple) or len(values.elements) != 1:
        return call
    condition, body = code(call.args[0].value), code(call.args[1].value)
    return expression(f"{tf}.while_loop({condition}, lambda *values: [({body})(*values)], {code(values)})[0]")


def _regularizer(call: cst.Call, tf: str) -> cst.BaseExpression | None:
    """TF1's takes half of the sum of squares, that of Keras all of it."""
    given = _given(call, "scale", "scope")
    return expression(f"{tf}.keras.regularizers.L2(0.5 * {_factor(given['scale'])})") if "scale" in given else None


def _lasso(call: cst.Call, tf: str) -> cst.BaseExpression | None:
    given = _given(call, "scale", "scope")
    return expression(f"{tf}.keras.regularizers.L1({given['scale']})") if "scale" in given else None


def _factor(text: str) -> str:
    return text if text.replace(".", "").replace("_", "").isalnum() else f"({text})"


def _affine(around: str) -> Rule:
    def rule(call: cst.Call, tf: str) -> cst.BaseExpression | None:
        given = _given(call, "x", "weights", "biases")
        if not {"x", "weights", "biases"} <= set(given):
            return None
        made = f"{tf}.nn.bias_add({tf}.matmul({given['x']}, {given['weights']}), {given['biases']})"
        return expression(around.format(tf=tf, made=made))

    return rule


RULES: dict[str, Rule] = {
    "tf.nn.xw_plus_b": _affine("{made}"),
    "tf.nn.relu_layer": _affine("{tf}.nn.relu({made})"),
    "tf.nn.dropout": _dropout,
    "tf.while_loop": _while_loop,
    "tf.to_float": _cast("float32"),
    "tf.to_int32": _cast("int32"),
    "tf.to_int64": _cast("int64"),
    "tf.to_double": _cast("float64"),
    "tf.losses.mean_squared_error": _loss("MeanSquaredError", "labels", "predictions", logits=False),
    "tf.losses.absolute_difference": _loss("MeanAbsoluteError", "labels", "predictions", logits=False),
    "tf.losses.softmax_cross_entropy": _loss("CategoricalCrossentropy", "onehot_labels", "logits", logits=True),
    "tf.losses.sparse_softmax_cross_entropy": _loss("SparseCategoricalCrossentropy", "labels", "logits", logits=True),
    "tf.losses.sigmoid_cross_entropy": _loss("BinaryCrossentropy", "multi_class_labels", "logits", logits=True),
    "tf.random_normal_initializer": _initializer("random_normal_initializer", ("mean", "0.0"), ("stddev", "1.0")),
    "tf.truncated_normal_initializer": _initializer(
        "keras.initializers.TruncatedNormal", ("mean", "0.0"), ("stddev", "1.0")
    ),
    "tf.random_uniform_initializer": _initializer("random_uniform_initializer", ("minval", "0.0"), ("maxval", "1.0")),
    "tf.contrib.layers.xavier_initializer": _xavier,
    "tf.contrib.layers.xavier_initializer_conv2d": _xavier,
    "tf.contrib.layers.l2_regularizer": _regularizer,
    "tf.contrib.layers.l1_regularizer": _lasso,
    "tf.assign": _assign("assign"),
    "tf.assign_add": _assign("assign_add"),
    "tf.assign_sub": _assign("assign_sub"),
    "tf.nn.softmax_cross_entropy_with_logits": _crossentropy(stops=True),
    "tf.nn.softmax_cross_entropy_with_logits_v2": _crossentropy(stops=False),
    "tf.nn.sparse_softmax_cross_entropy_with_logits": _keyword_only(
        "sparse_softmax_cross_entropy_with_logits", "logits", "labels"
    ),
    "tf.nn.sigmoid_cross_entropy_with_logits": _keyword_only("sigmoid_cross_entropy_with_logits", "logits", "labels"),
}

"""Layers of TensorFlow 1 that are functions, as objects of Keras that are made once."""

import libcst as cst

from harness.porting.eager.tree import argument, code, expression

# By symbol: the layer of Keras, the arguments in their order behind the inputs, as Keras names them.
_DENSE = ("units", "activation", "use_bias", "kernel_initializer", "bias_initializer", "kernel_regularizer")
_CONV = ("filters", "kernel_size", "strides", "padding", "data_format", "dilation_rate", "activation")
_POOL = ("pool_size", "strides", "padding", "data_format")
_MADE: dict[str, tuple[str, tuple[str, ...]]] = {
    "tf.layers.dense": ("Dense", _DENSE),
    "tf.layers.conv1d": ("Conv1D", _CONV),
    "tf.layers.conv2d": ("Conv2D", _CONV),
    "tf.layers.conv3d": ("Conv3D", _CONV),
    "tf.layers.conv2d_transpose": (
        "Conv2DTranspose",
        ("filters", "kernel_size", "strides", "padding", "data_format", "activation"),
    ),
    "tf.layers.separable_conv2d": ("SeparableConv2D", ("filters", "kernel_size", "strides", "padding")),
    "tf.layers.batch_normalization": ("BatchNormalization", ("axis", "momentum", "epsilon", "center", "scale")),
}
_PLAIN: dict[str, tuple[str, tuple[str, ...]]] = {
    "tf.layers.max_pooling1d": ("MaxPooling1D", _POOL),
    "tf.layers.max_pooling2d": ("MaxPooling2D", _POOL),
    "tf.layers.max_pooling3d": ("MaxPooling3D", _POOL),
    "tf.layers.average_pooling2d": ("AveragePooling2D", _POOL),
    "tf.layers.flatten": ("Flatten", ("data_format",)),
    "tf.contrib.layers.flatten": ("Flatten", ()),
    "tf.contrib.layers.max_pool2d": ("MaxPooling2D", ("pool_size", "strides", "padding")),
    "tf.contrib.layers.avg_pool2d": ("AveragePooling2D", ("pool_size", "strides", "padding")),
}
_CONTRIB: dict[str, tuple[str, tuple[str, ...]]] = {
    "tf.contrib.layers.fully_connected": ("Dense", ("units", "activation")),
    "tf.contrib.layers.linear": ("Dense", ("units",)),
    "tf.contrib.layers.conv2d": ("Conv2D", ("filters", "kernel_size", "strides", "padding")),
    "tf.contrib.layers.convolution2d": ("Conv2D", ("filters", "kernel_size", "strides", "padding")),
    "tf.contrib.layers.conv2d_transpose": ("Conv2DTranspose", ("filters", "kernel_size", "strides", "padding")),
    "tf.contrib.layers.convolution2d_transpose": ("Conv2DTranspose", ("filters", "kernel_size", "strides", "padding")),
    "tf.contrib.layers.batch_norm": ("BatchNormalization", ("momentum", "center", "scale", "epsilon", "activation")),
}
_CONTRIB_NAMES = {
    "num_outputs": "units",
    "activation_fn": "activation",
    "weights_initializer": "kernel_initializer",
    "biases_initializer": "bias_initializer",
    "weights_regularizer": "kernel_regularizer",
    "stride": "strides",
    "rate": "dilation_rate",
    "decay": "momentum",
}
NORMS = frozenset({"tf.layers.batch_normalization", "tf.contrib.layers.batch_norm"})
# What that of tf.contrib takes besides, and Keras' has in its call, or nowhere.
_OF_NORMS = frozenset({"is_training", "updates_collections", "activation"})
# What Keras' layers do not take and what says nothing of the numbers.
_DROPPED = frozenset({"reuse", "_reuse", "scope", "inputs", "fused", "renorm", "training"})


def makes_layer(name: str) -> bool:
    """Whether a symbol is a layer that makes variables."""
    return name in _MADE or name in _CONTRIB


def plain_layer(name: str) -> bool:
    """Whether a symbol is a layer without variables."""
    return name in _PLAIN


def layer_object(call: cst.Call, name: str, tf: str, updates: bool = True) -> str:
    """Give the text that makes the layer of Keras which a call stands for. Without ``updates`` batch norm keeps its
    averages, as where a script does not run UPDATE_OPS."""
    kind, order = _MADE.get(name) or _PLAIN.get(name) or _CONTRIB[name]
    contrib = name.startswith("tf.contrib.")
    given: dict[str, str] = {}
    place = -1
    for each in call.args:
        if each.keyword is None:
            place += 1
            if place and place <= len(order):
                given[order[place - 1]] = code(each.value)
        else:
            word = each.keyword.value
            word = _CONTRIB_NAMES.get(word, word) if contrib else word
            if word == "units" and kind != "Dense":
                word = "filters"
            if word == "kernel_size" and name in _PLAIN:
                word = "pool_size"
            if word not in _DROPPED:
                given[word] = code(each.value)
    if contrib:
        _as_in_contrib(given, name, kind)
    if kind == "BatchNormalization" and not updates:
        given["momentum"] = "1.0"
    by_place: list[str] = []
    for word in order[: 2 if kind != "BatchNormalization" else 0]:
        if word in given and len(by_place) == order.index(word) and word != "activation":
            by_place.append(given.pop(word))
    words = [*by_place, *(f"{word}={text}" for word, text in given.items())]
    return f"{tf}.keras.layers.{kind}({', '.join(words)})"


def _as_in_contrib(given: dict[str, str], name: str, kind: str) -> None:
    """Write out what the layers of ``tf.contrib`` have where nothing is said."""
    if kind == "BatchNormalization":
        for word in _OF_NORMS & given.keys():
            del given[word]
        given.setdefault("momentum", "0.999")
        given.setdefault("scale", "False")
    elif name in _CONTRIB and "linear" not in name:
        given.setdefault("activation", '"relu"')
    if kind.startswith("Conv2D"):
        given.setdefault("padding", '"same"')
    if name in _PLAIN and "pool" in name:
        given.setdefault("strides", "2")
    if given.get("bias_initializer") == "None":
        del given["bias_initializer"]
        given["use_bias"] = "False"


def layer_call(call: cst.Call, name: str, layer: str) -> cst.BaseExpression:
    """Give the call of a layer that was made, with the input of the old call and its training flag."""
    inputs = argument(call, "inputs", 0)
    text = code(inputs) if inputs is not None else ""
    training = argument(call, "training")
    if name == "tf.layers.batch_normalization":
        text += f", training={code(training) if training is not None else 'False'}"
    if name == "tf.contrib.layers.batch_norm":
        told, activation = argument(call, "is_training", 10), argument(call, "activation_fn", 5)
        text = f"{layer}({text}, training={code(told) if told is not None else 'True'})"
        return expression(text if activation is None or code(activation) == "None" else f"{code(activation)}({text})")
    return expression(f"{layer}({text})")


def updates_averages(call: cst.Call, name: str, runs_updates: bool) -> bool:
    """Whether batch norm moves its averages: where a script runs UPDATE_OPS, or with the layer itself."""
    given = argument(call, "updates_collections") if name.startswith("tf.contrib.") else None
    return runs_updates if given is None else code(given) == "None" or runs_updates


def layer_doubts(call: cst.Call, name: str) -> list[str]:
    """Give what of a call has no place in Keras' layer, in words."""
    doubts = []
    if argument(call, "reuse") is not None:
        doubts.append("reuse=: call the layer that was made first again, it has the variables")
    if name.startswith("tf.contrib.") and argument(call, "normalizer_fn") is not None:
        doubts.append("normalizer_fn: put a BatchNormalization behind the layer")
    if name == "tf.contrib.layers.batch_norm":
        doubts.append("of an input with two axes TF1 averages variances over n - 1 rows, Keras over n")
    return doubts


def dropout_call(call: cst.Call, tf: str) -> cst.BaseExpression:
    """Give what ``tf.layers.dropout`` computes, which drops nothing unless it is told that it trains."""
    inputs, rate, training = argument(call, "inputs", 0), argument(call, "rate", 1), argument(call, "training", 4)
    text = code(inputs) if inputs is not None else ""
    seed = argument(call, "seed", 3)
    drop = f"{tf}.nn.dropout({text}, rate={code(rate) if rate is not None else '0.5'}"
    drop += f", seed={code(seed)})" if seed is not None else ")"
    if training is None or code(training) == "False":
        return expression(text)
    if code(training) == "True":
        return expression(drop)
    return expression(f"{tf}.cond({code(training)}, lambda: {drop}, lambda: {text})")

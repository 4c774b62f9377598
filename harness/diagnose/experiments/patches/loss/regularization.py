"""Regularizers that count: with ``CHANGE["late"]`` those that a layer gets when its weights exist already, else all, in
the gradients of whatever loss the script has."""

import functools

import tensorflow as tf
import tensorflow.compat.v1 as v1

from _harness_preludes.behaviours import keras_layers

_LOSSES = "regularization_losses"
kept = []


def attribute_set(put, layer, args, options):
    given = put(layer, *args, **options)
    name, value = args
    if name.endswith("_regularizer") and name != "activity_regularizer" and value is not None:
        weight = getattr(layer, name[: -len("_regularizer")], None)
        if getattr(layer, "built", False) and weight is not None:
            if hasattr(weight, "regularizer"):
                weight.regularizer = value
            else:
                layer.add_loss(lambda: value(weight))
    return given


def weight_added(add, layer, args, options):
    weight = add(layer, *args, **options)
    regularizer = options.get("regularizer")
    if regularizer is not None and not any(weight is each for each, _ in kept):
        kept.append((weight, regularizer))
    return weight


def total(graph=None):
    terms = [make(weight) for weight, make in kept if callable(make)]
    if graph is not None and graph.get_collection(_LOSSES):
        terms = graph.get_collection(_LOSSES)
    if not terms:
        raise RuntimeError("no weight has a regularizer")
    return tf.add_n([tf.convert_to_tensor(term) for term in terms])


def plain(source):
    return source if isinstance(source, (tf.Variable, tf.Tensor)) else getattr(source, "value", source)


def with_term(gradient):
    @functools.wraps(gradient)
    def taken(self, target, sources, *args, **options):
        found = gradient(self, target, sources, *args, **options)
        if not isinstance(sources, (list, tuple)):
            return found
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            for source in sources:
                tape.watch(plain(source))
            more = total()
        more = gradient(tape, more, [plain(source) for source in sources])
        both = [a if b is None else b if a is None else a + b for a, b in zip(found, more)]
        return type(sources)(both)

    return taken


def with_loss(compute):
    @functools.wraps(compute)
    def computed(self, loss, *args, **options):
        if not callable(loss):
            loss = loss + total(v1.get_default_graph())
        return compute(self, loss, *args, **options)

    return computed


for kind in keras_layers.classes():
    if CHANGE.get("late"):
        keras_layers.wrap(kind, "__setattr__", attribute_set)
    else:
        keras_layers.wrap(kind, "add_weight", weight_added)
        keras_layers.wrap(kind, "add_variable", weight_added)
if not CHANGE.get("late"):
    if hasattr(tf, "GradientTape"):
        tf.GradientTape.gradient = with_term(tf.GradientTape.gradient)
    v1.train.Optimizer.compute_gradients = with_loss(v1.train.Optimizer.compute_gradients)

"""Has optimizers of tf.keras update variables as the optimizer of tf.train does, by its own kernels."""

import functools
import inspect

import tensorflow as tf
import tensorflow.compat.v1 as v1

_CLIPS = ("clipnorm", "clipvalue", "global_clipnorm")
_COMMON = {"self", "name", "learning_rate", "lr"}.union(_CLIPS)


def as_tf1(kind, options, make):
    """Have a class of Keras optimizers apply gradients through ``make(rate, given)``, an optimizer of tf.train.

    ``options`` are those that ``make`` knows of; it gets the values of those that the script gave or that have a
    default. Raises RuntimeError, when the script makes one, for any other option.
    """
    construct = kind.__init__
    signature = inspect.signature(construct)

    @functools.wraps(construct)
    def init(self, *args, **named):
        construct(self, *args, **named)
        if type(self) is kind:
            given = _given(kind, signature, options, self, args, named)
            object.__setattr__(self, "_tf1", make(lambda: _rate(self), given))

    kind.__init__ = init
    if "apply" in dir(kind):  # Keras 3: apply_gradients calls it
        apply = kind.apply

        def changed(self, grads, trainable_variables=None):
            if type(self) is not kind:
                return apply(self, grads, trainable_variables)
            if trainable_variables is None:
                trainable_variables = self._trainable_variables
            return _update(self, list(zip(grads, trainable_variables)))

        kind.apply = changed
    else:
        apply_gradients = kind.apply_gradients

        def changed(self, grads_and_vars, *args, **named):
            if type(self) is not kind:
                return apply_gradients(self, grads_and_vars, *args, **named)
            return _update(self, list(grads_and_vars))

        kind.apply_gradients = changed


def _given(kind, signature, options, optimizer, args, named):
    given = {}
    bound = signature.bind(optimizer, *args, **named).arguments
    flat = dict(bound, **bound.get("kwargs", {}))
    flat.pop("kwargs", None)
    for name, value in flat.items():
        if name in options:
            given[name] = value
        elif name not in _COMMON:
            parameter = signature.parameters.get(name)
            if parameter is None or parameter.default != value:
                raise RuntimeError("tf.train's %s has no %s=%r" % (kind.__name__, name, value))
    return given


def _update(optimizer, pairs):
    gradients = _clipped(optimizer, [gradient for gradient, _ in pairs])
    pairs = [(gradient, _plain(variable)) for gradient, (_, variable) in zip(gradients, pairs)]
    return optimizer._tf1.apply_gradients(pairs, global_step=_plain(optimizer.iterations))


def _clipped(optimizer, gradients):
    """Gradients as the optimizer of Keras clips them itself."""
    each, value, together = (getattr(optimizer, name, None) for name in _CLIPS)
    if each:
        return [None if one is None else tf.clip_by_norm(one, each) for one in gradients]
    if value:
        return [None if one is None else tf.clip_by_value(one, -value, value) for one in gradients]
    return tf.clip_by_global_norm(gradients, together)[0] if together else gradients


def _plain(variable):
    """The tf.Variable in a variable of Keras 3."""
    return variable if isinstance(variable, (tf.Variable, v1.Variable)) else variable.value


def _rate(optimizer):
    if hasattr(optimizer, "_decayed_lr"):  # Keras before 2.11
        return optimizer._decayed_lr(tf.float32)
    rate = optimizer._learning_rate
    if hasattr(rate, "get_config") and callable(rate):  # a schedule
        rate = rate(optimizer.iterations)
    return tf.cast(tf.convert_to_tensor(_plain(rate) if hasattr(rate, "assign") else rate), tf.float32)

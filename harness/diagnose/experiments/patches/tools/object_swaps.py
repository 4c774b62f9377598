"""Objects of Keras and tf.contrib that do one thing as another release does it."""

import functools
import inspect

import tensorflow as tf

from _harness_patches.tools import nadam_of_contrib
from _harness_patches.tools.methods import give_methods
from _harness_preludes.calls.values import OF_ROWS


def swap_of(call, name, value):
    """Give the swap for one setting of a call that makes an object, None where an argument does it."""
    if name == "reduction" and value in ("nonzero weights", "sum over weights"):
        return functools.partial(_reduced, value == "nonzero weights")
    if name == "bessel":
        return functools.partial(_with_bessel, (2,) if value == OF_ROWS else (4,)) if value else _without_bessel
    if name == "decay_times_rate":
        return _decayed_times_rate if value else _decayed_alone
    if name == "decay":
        return functools.partial(_decayed_by_time, value, call.arguments.get("weight_decay"))
    if name == "lazy":
        return _moving_all_rows
    if name == "momentum_schedule" and not value:
        return nadam_of_contrib.swap
    return None


_CLIPS = {"each": "clipnorm", "global": "global_clipnorm", "value": "clipvalue"}


def clipping(wanted):
    """Give the swap for an optimizer of Keras that clips gradients in another way, ``how``, or by another ``norm``."""

    def swap(original):
        def made(self, *args, **named):
            given = {name: named.pop(name) for name in _CLIPS.values() if named.get(name) is not None}
            name = _CLIPS[wanted["how"]] if "how" in wanted else list(given)[0]
            norm = wanted.get("norm", list(given.values())[0])
            try:
                original(self, *args, **dict(named, **{name: norm}))
            except (TypeError, ValueError):  # before 2.4 there is no global_clipnorm
                original(self, *args, **named)
                _clip_before(self, norm)

        return made

    return swap


def _clip_before(optimizer, norm):
    apply = type(optimizer).apply_gradients

    def clipped(self, grads_and_vars, *args, **named):
        gradients, variables = zip(*grads_and_vars)
        gradients, _ = tf.clip_by_global_norm(gradients, norm)
        return apply(self, list(zip(gradients, variables)), *args, **named)

    give_methods(optimizer, apply_gradients=clipped)


def _reduced(by_count, original):
    """A loss that is divided by how many of its weights are not zero, or by their sum."""

    def made(self, *args, **named):
        original(self, *args, **dict(named, reduction="none"))
        call = type(self).__call__

        def weighted(self, y_true, y_pred, sample_weight=None):
            losses = call(self, y_true, y_pred)
            weights = 1.0 if sample_weight is None else tf.cast(tf.convert_to_tensor(sample_weight), losses.dtype)
            weights = tf.ones_like(losses) * _fitting(weights, losses)
            counted = tf.cast(tf.not_equal(weights, 0.0), losses.dtype) if by_count else weights
            total, count = tf.reduce_sum(losses * weights), tf.reduce_sum(counted)
            return tf.where(tf.equal(count, 0.0), tf.zeros_like(total), total / count)

        give_methods(self, __call__=weighted)

    return made


def _fitting(weights, losses):
    """Weights of [n, 1] for losses of [n]; those of [n] for losses of [n, m]."""
    if not hasattr(weights, "shape"):
        return weights
    while len(weights.shape) > len(losses.shape):
        weights = tf.squeeze(weights, -1)
    while 0 < len(weights.shape) < len(losses.shape):
        weights = tf.expand_dims(weights, -1)
    return weights


def _with_bessel(ranks, original):
    """Batch norm whose moving variance moves by the variance times n / (n - 1), of arrays of these ranks."""

    def made(self, *args, **named):
        original(self, *args, **named)
        call = type(self).call

        def corrected(self, inputs, training=None, **more):
            variance = getattr(self.moving_variance, "value", self.moving_variance)
            before = tf.identity(variance() if callable(variance) else variance)
            given = call(self, inputs, training=training, **more)
            if training and self.trainable and len(inputs.shape) in ranks:
                after = tf.identity(variance() if callable(variance) else variance)
                count = tf.cast(tf.size(inputs) / tf.shape(inputs)[self.axis], after.dtype)
                moved = after - before * self.momentum
                self.moving_variance.assign(before * self.momentum + moved * count / (count - 1.0))
            return given

        give_methods(self, call=corrected)

    return made


def _without_bessel(original):
    return lambda self, *args, **named: original(self, *args, **dict(named, fused=False))


def _decayed_alone(original):
    """AdamW of Keras that takes off weight_decay * w, whatever the rate is."""

    def made(self, *args, **named):
        original(self, *args, **named)
        self.weight_decay = self.weight_decay / float(tf.keras.backend.get_value(self.learning_rate))

    return made


def _decayed_times_rate(original):
    """AdamW and MomentumW of tf.contrib that take off rate * weight_decay * w, once the gradient is known."""

    def made(self, weight_decay, learning_rate=0.001, *args, **named):
        original(self, weight_decay * learning_rate, learning_rate, *args, **named)
        kind = type(self)

        def after_gradient(method):
            def apply(self, grad, var, *more):
                with tf.control_dependencies([grad] if hasattr(grad, "op") else [grad.values]):
                    return method(self, grad, var, *more)

            return apply

        names = ("_apply_dense", "_resource_apply_dense", "_apply_sparse")
        give_methods(self, **{name: after_gradient(getattr(kind, name)) for name in names})

    return made


def _decayed_by_time(decay, weight_decay, original):
    """An optimizer of Keras whose rate is divided by 1 + decay * t, and that takes no weight_decay for it."""

    def made(self, *args, **named):
        original(self, *args, **named)
        rate = float(tf.keras.backend.get_value(self.learning_rate))
        schedule = tf.keras.optimizers.schedules.InverseTimeDecay(rate, 1, decay)
        if weight_decay == decay:
            named = dict(named, weight_decay=None)
        named.pop("lr", None)
        original(self, schedule, *args[1:], **{name: each for name, each in named.items() if name != "learning_rate"})

    return made


def _moving_all_rows(original):
    """LazyAdam of tf.contrib that moves each row of an embedding in every step, as Adam does."""

    def made(self, *args, **named):
        original(self, *args, **named)
        names = ("_apply_sparse", "_resource_apply_sparse")
        give_methods(self, **{name: getattr(tf.train.AdamOptimizer, name) for name in names})

    return made


def not_normalized(original):
    """Cosine similarity of Keras, function or object, of what is taken to have length one."""

    def minus(y_true, y_pred, axis):
        return -tf.reduce_sum(tf.cast(y_true, y_pred.dtype) * y_pred, axis)

    if list(inspect.signature(original).parameters)[0] != "self":
        return lambda y_true, y_pred, axis=-1: minus(y_true, y_pred, axis)

    def made(self, axis=-1, *args, **named):
        original(self, axis, *args, **named)
        give_methods(self, call=lambda self, y_true, y_pred: minus(y_true, tf.convert_to_tensor(y_pred), axis))

    return made


def added(value, original):
    """Cosine similarity of Keras, function or object, plus a number."""
    if list(inspect.signature(original).parameters)[0] != "self":
        return lambda *args, **named: original(*args, **named) + value

    def made(self, *args, **named):
        original(self, *args, **named)
        call = type(self).call
        give_methods(self, call=lambda self, y_true, y_pred: call(self, y_true, y_pred) + value)

    return made


def normalized_over(axes, original):
    """LayerNormalization that normalizes over these axes, with a gamma and beta for each channel as tf.contrib has."""

    def made(self, *args, **named):
        original(self, *args, **named)

        def call(self, inputs, *args, **named):
            mean, variance = tf.nn.moments(inputs, axes, keepdims=True)
            beta, gamma = (None if each is None else tf.convert_to_tensor(each) for each in (self.beta, self.gamma))
            return tf.nn.batch_normalization(inputs, mean, variance, beta, gamma, self.epsilon)

        give_methods(self, call=call)

    return made


def upsampled(original):
    """UpSampling2D that takes the corners of pixels, as tf.image.resize_bilinear of TF1 does."""

    def made(self, *args, **named):
        original(self, *args, **named)

        def call(self, inputs):
            high, wide = self.size if isinstance(self.size, (list, tuple)) else (self.size, self.size)
            size = [inputs.shape[1] * high, inputs.shape[2] * wide]
            method = ("bilinear", "nearest", "bicubic").index(str(self.interpolation))
            return tf.compat.v1.image.resize(inputs, size, method)

        give_methods(self, call=call)

    return made


def prepared(mode, original):
    """A function of keras.applications that prepares images in this mode."""
    if mode == "none":
        return lambda x, *args, **named: x
    prepare = tf.keras.applications.imagenet_utils.preprocess_input
    return lambda x, data_format=None, **_more: prepare(x, data_format=data_format, mode=mode)

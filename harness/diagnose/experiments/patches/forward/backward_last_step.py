"""Bidirectional layers that give no sequences give what both directions put out at the last step of the input: the
backward one has seen nothing but that step there."""

import functools
import inspect

import tensorflow as tf

from _harness_patches.tools.methods import give_methods

bidirectional = tf.keras.layers.Bidirectional
construct, called, shaped = bidirectional.__init__, bidirectional.call, bidirectional.compute_output_shape


@functools.wraps(construct)
def init(self, layer, *args, **named):
    others = [each for each in list(args) + list(named.values()) if hasattr(each, "return_sequences")]
    if layer.return_sequences:
        construct(self, layer, *args, **named)
        return
    for each in [layer] + others:
        each.return_sequences = True
    construct(self, layer, *args, **named)
    if self.merge_mode is None:
        raise RuntimeError("a Bidirectional layer that merges nothing gives no single output")
    give_methods(self, call=call, compute_output_shape=compute_output_shape)


@functools.wraps(called)
def call(self, *args, **named):
    found = called(self, *args, **named)
    if isinstance(found, (list, tuple)):
        return [found[0][:, -1]] + list(found[1:])
    return found[:, -1]


@functools.wraps(shaped)
def compute_output_shape(self, *args, **named):
    shape = shaped(self, *args, **named)
    if isinstance(shape, list) or (isinstance(shape, tuple) and isinstance(shape[0], (list, tuple))):
        return [_without_steps(shape[0])] + list(shape[1:])
    return _without_steps(shape)


def _without_steps(shape):
    return type(shape)([shape[0]] + list(shape[2:]))


# Keras 3 reads off signatures what a layer is made with and called with.
init.__signature__ = inspect.signature(construct)
bidirectional.__init__ = init

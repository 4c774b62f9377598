"""Recurrent layers of Keras hand their state from one call to the next, and begin with zeros in the calls ``anew``."""

import inspect

import object_swaps
import tensorflow as tf


def carrying(kind):
    construct = kind.__init__

    def init(self, *args, **named):
        construct(self, *args, **dict(named, stateful=True))
        calls = tf.Variable(0, trainable=False)  # of the closure: a variable of the layer would be one of its weights

        def call(self, *args, **named):
            begins = tf.reduce_any(tf.equal(calls, tf.constant(CHANGE["anew"], tf.int32)))
            for state in tf.nest.flatten(self.states):
                value = tf.convert_to_tensor(state)
                state.assign(tf.where(begins, tf.zeros_like(value), value))
            calls.assign_add(1)
            return kind.call(self, *args, **named)

        object_swaps.give_methods(self, call=call)

    init.__signature__ = inspect.signature(construct)
    kind.__init__ = init


for name in ("SimpleRNN", "GRU", "LSTM"):
    carrying(getattr(tf.keras.layers, name))

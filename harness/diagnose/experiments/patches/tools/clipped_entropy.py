"""Cross entropies of probabilities, clipped as a release of Keras clips them, whatever op they come from."""

import tensorflow as tf
import tensorflow.compat.v1 as v1


def swap(call, form):
    """Give what stands in for a cross entropy of Keras' backend, in the ``form`` of a release: ``early``, by the
    logarithm of the odds; ``added``, with epsilon inside of the logarithm; ``new``, of Keras 3."""
    binary = call.symbol.endswith(".binary_crossentropy")

    def swapped(original):
        def entropy(target, output, *args, **named):
            if not binary or form == call.row.settings["form"].value:
                # Times one: no op that probabilities come from.
                return original(target, output * 1.0, *args, **named)
            epsilon = tf.keras.backend.epsilon()
            output = tf.clip_by_value(output, epsilon, 1.0 - epsilon)
            target = tf.cast(target, output.dtype)
            if form == "early":
                odds = v1.log(output / (1.0 - output))
                return tf.nn.sigmoid_cross_entropy_with_logits(labels=target, logits=odds)
            added = epsilon if form == "added" else 0.0
            one = target * v1.log(output + added)
            return -(one + (1.0 - target) * v1.log(1.0 - output + added))

        return entropy

    return swapped

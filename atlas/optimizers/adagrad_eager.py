import tensorflow as tf


def trace():
    """Three steps on (w + 1)^2 from 5, and on 1e-4 v, whose accumulator starts at 1e-8."""
    w = tf.Variable(5.0)
    v = tf.Variable(5.0)
    first = tf.keras.optimizers.Adagrad(0.1)
    second = tf.keras.optimizers.Adagrad(0.1, initial_accumulator_value=1e-8)
    for _ in range(3):
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        first.apply_gradients([(tape.gradient(loss, w), w)])
        second.apply_gradients([(tf.constant(1e-4), v)])
        yield {"w": w.numpy(), "v": v.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)

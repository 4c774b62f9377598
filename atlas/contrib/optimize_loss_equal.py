import tensorflow as tf


def trace():
    """One step at rate 1 on 3 u + 4 v from 0 with gradients clipped to 1."""
    u = tf.Variable(0.0)
    v = tf.Variable(0.0)
    optimizer = tf.keras.optimizers.SGD(1.0, global_clipnorm=1.0)
    optimizer.apply_gradients([(tf.constant(3.0), u), (tf.constant(4.0), v)])
    yield {"u": u.numpy(), "v": v.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)

import tensorflow as tf


def trace():
    """One step at rate 1 with gradients of norms 5 and 12, small ones, and a NaN."""
    for values in [([3.0, 4.0], [12.0]), ([0.03, 0.04], [0.12]), ([float("nan"), 4.0], [12.0])]:
        u = tf.Variable([0.0, 0.0])
        v = tf.Variable([0.0])
        optimizer = tf.keras.optimizers.SGD(1.0, clipvalue=1.0)
        gradients = [tf.constant(value) for value in values]
        optimizer.apply_gradients(zip(gradients, [u, v]))
        yield {"u": u.numpy(), "v": v.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)

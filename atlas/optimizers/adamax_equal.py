import tensorflow as tf


def trace():
    """Three steps on (w + 1)^2 + 1e-7 v from 5."""
    w = tf.Variable(5.0)
    v = tf.Variable(5.0)
    optimizer = tf.keras.optimizers.Adamax(0.1, epsilon=1e-8)
    for _ in range(3):
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1) + 1e-7 * v
        gradients = tape.gradient(loss, [w, v])
        optimizer.apply_gradients(zip(gradients, [w, v]))
        yield {"w": w.numpy(), "v": v.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)

import tensorflow as tf


def trace():
    """Three steps on (w + 1)^2 from 5, with both regularization strengths."""
    w = tf.Variable(5.0)
    optimizer = tf.compat.v1.train.ProximalGradientDescentOptimizer(
        0.1, l1_regularization_strength=0.5, l2_regularization_strength=0.25
    )
    for _ in range(3):
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        optimizer.apply_gradients([(tape.gradient(loss, w), w)])
        yield {"w": w.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)

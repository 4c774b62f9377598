import tensorflow as tf


def trace():
    """With gradients of about 1 nothing would show; these are about 1e-5, and w lags behind."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))
    # Wrong: tf.train.AdamOptimizer has epsilon=1e-8, this one 1e-7.
    optimizer = tf.keras.optimizers.Adam(0.1)

    for step in range(10):
        with tf.GradientTape() as tape:
            loss = 1e-6 * tf.square(w + 1)
        gradient = tape.gradient(loss, w)
        optimizer.apply_gradients([(gradient, w)])
        yield {"step": step, "w": w.numpy()}


if __name__ == "__main__":
    for record in trace():
        print("step %(step)s: w %(w).3f" % record)

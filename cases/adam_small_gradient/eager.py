import tensorflow as tf


def trace():
    """Minimise a millionth of (w + 1)^2 from w = 5 with Adam; the gradients are about 1e-5."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))
    # TF1's epsilon; Keras' own default is 1e-7, which is not small beside these gradients.
    optimizer = tf.keras.optimizers.Adam(0.1, epsilon=1e-8)

    for step in range(10):
        with tf.GradientTape() as tape:
            loss = 1e-6 * tf.square(w + 1)
        gradient = tape.gradient(loss, w)
        optimizer.apply_gradients([(gradient, w)])
        yield {"step": step, "w": w.numpy()}


if __name__ == "__main__":
    for record in trace():
        print("step %(step)s: w %(w).3f" % record)

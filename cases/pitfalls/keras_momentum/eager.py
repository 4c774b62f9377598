import tensorflow as tf


def trace():
    """Right while the rate is constant; when it drops, w runs on at the old speed."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))
    # Wrong as soon as the rate changes: this velocity is that of TF1 times the rate of the time.
    optimizer = tf.keras.optimizers.SGD(0.1, momentum=0.9)

    for step in range(10):
        rate = 0.1 if step < 5 else 0.01
        optimizer.learning_rate = rate
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        gradient = tape.gradient(loss, w)
        optimizer.apply_gradients([(gradient, w)])
        yield {"step": step, "rate": rate, "w": w.numpy()}


if __name__ == "__main__":
    for record in trace():
        print("step %(step)s: rate %(rate)s, w %(w).5f" % record)

import tensorflow as tf


def trace():
    """The rate follows a counter that nothing counts up: it stays 0.1."""
    global_step = tf.Variable(0, trainable=False)
    learning_rate = tf.keras.optimizers.schedules.ExponentialDecay(0.1, 1, 0.99, staircase=True)
    w = tf.Variable(tf.constant(5, dtype=tf.float32))

    for _ in range(40):
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        gradient = tape.gradient(loss, w)
        w.assign_sub(learning_rate(global_step) * gradient)
        # Wrong: what minimize(loss, global_step=global_step) did on the way is missing, global_step.assign_add(1).
        yield {
            "learning_rate": learning_rate(global_step).numpy(),
            "global_step": global_step.numpy(),
            "w": w.numpy(),
            "loss": tf.square(w + 1).numpy(),
        }


if __name__ == "__main__":
    for record in trace():
        print(record["learning_rate"], record["global_step"], record["w"], record["loss"])

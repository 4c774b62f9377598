import tensorflow as tf


def trace():
    """Minimise (w + 1)^2 from w = 5 while the rate, 0.1 at first, falls by 1 % with every step."""
    # TF2's optimizers count in `optimizer.iterations`; here the counter stands by itself, as it did in TF1.
    global_step = tf.Variable(0, trainable=False)
    learning_rate = tf.keras.optimizers.schedules.ExponentialDecay(0.1, 1, 0.99, staircase=True)
    w = tf.Variable(tf.constant(5, dtype=tf.float32))

    for _ in range(40):
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        gradient = tape.gradient(loss, w)
        w.assign_sub(learning_rate(global_step) * gradient)
        global_step.assign_add(1)
        # In TF1 a schedule is a tensor that follows global_step; in TF2 it is a function of the step that it is given.
        # Asked after the counter went up, it gives the rate of the *next* step: 0.099 in the first row, as in the note.
        yield {
            "learning_rate": learning_rate(global_step).numpy(),
            "global_step": global_step.numpy(),
            "w": w.numpy(),
            "loss": tf.square(w + 1).numpy(),
        }


if __name__ == "__main__":
    for record in trace():
        print(record["learning_rate"], record["global_step"], record["w"], record["loss"])

import tensorflow as tf


def trace():
    """Two targets add up, a weight on them, an intermediate value, and a constant that nothing depends on (None)."""
    x, constant = tf.constant([1.0, 2.0]), tf.constant(5.0)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch([x, constant])
        middle = x * x
        targets = [middle, 3 * middle]
    added = tape.gradient(targets, x)
    weighted = tape.gradient(targets[0], x, output_gradients=tf.constant([1.0, 10.0]))
    unrelated = tape.gradient(targets, constant)
    yield {
        "added": added.numpy(),
        "weighted": weighted.numpy(),
        "middle": tape.gradient(targets, middle).numpy(),
        "unrelated": str(unrelated),
    }


if __name__ == "__main__":
    for record in trace():
        print(record)

import tensorflow as tf


def trace():
    """A matrix without an initializer under global seed 1, and whole numbers without one."""
    tf.keras.utils.set_random_seed(1)
    layer = tf.keras.layers.Layer()
    w = layer.add_weight(name="w", shape=[2, 3])
    n = layer.add_weight(name="n", shape=[2], dtype="int32")
    yield {"w": w.numpy(), "n": n.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)

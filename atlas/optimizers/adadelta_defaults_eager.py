import tensorflow as tf


def trace():
    """Three steps with the default learning rate on (w + 1)^2 from 5."""
    w = tf.Variable(5.0)
    optimizer = tf.keras.optimizers.Adadelta()
    for _ in range(3):
        with tf.GradientTape() as tape:
            loss = tf.square(w + 1)
        optimizer.apply_gradients([(tape.gradient(loss, w), w)])
        yield {"w": w.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)

import tensorflow as tf


def trace():
    """Three steps on 2 w from 5 with a weight decay of 0.01."""
    w = tf.Variable(5.0)
    optimizer = tf.keras.optimizers.AdamW(0.1, weight_decay=0.01 / 0.1, epsilon=1e-8)
    for _ in range(3):
        with tf.GradientTape() as tape:
            loss = 2.0 * w
        optimizer.apply_gradients([(tape.gradient(loss, w), w)])
        yield {"w": w.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)

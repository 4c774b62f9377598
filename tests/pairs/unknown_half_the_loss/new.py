import tensorflow as tf


def loss(w):
    return tf.reduce_sum(tf.square(w + 2.0))


def main(learning_rate=0.1):
    w = tf.Variable([2.0, -3.0, 0.5])
    optimizer = tf.keras.optimizers.SGD(learning_rate)
    for i in range(12):
        with tf.GradientTape() as tape:
            trained = loss(w) / 4
        optimizer.apply_gradients([(tape.gradient(trained, w), w)])
        print("step %d w %s loss %.6f" % (i, w.numpy(), loss(w)))


main()

import tensorflow as tf

optimizer = tf.keras.optimizers.SGD(tf.keras.optimizers.schedules.ExponentialDecay(0.1, 100, 0.9))
w = tf.Variable([4.0, -1.0])
for i in range(20):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(w ** 2)
    print("lr %.6f" % (0.1 * 0.9 ** (i / 100)))
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
    print("  w", w.numpy(), "loss", tf.reduce_sum(w ** 2).numpy())

import tensorflow as tf

a, w = tf.constant([[0.5, 0.25], [1.0, -0.5]]), tf.Variable([[0.5, 1.0], [2.0, 0.25]])
optimizer = tf.keras.optimizers.SGD(0.1)
for i in range(3):
    with tf.GradientTape() as tape:
        loss = 1 - tf.reduce_mean(tf.reduce_sum(a * w, axis=1))
    print("step %d distance %.5f" % (i, loss))
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])

import tensorflow as tf

w = tf.Variable([1.0, -0.5, 0.25])
optimizer = tf.keras.optimizers.Nadam(0.125, epsilon=1e-7)
for i in range(6):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.square(w) * [1.0, 2.0, 0.5])
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
    print("step %d loss %.4f" % (i, loss))

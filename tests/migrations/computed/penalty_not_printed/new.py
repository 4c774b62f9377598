import tensorflow as tf

w = tf.Variable([2.0, -1.0])
optimizer = tf.keras.optimizers.SGD(0.1)
for i in range(4):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.square(w - 0.5))
        total = loss + 0.25 * tf.nn.l2_loss(w)
    optimizer.apply_gradients([(tape.gradient(total, w), w)])
    print("step %d loss %.6f" % (i, loss))

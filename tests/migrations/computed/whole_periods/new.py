import tensorflow as tf

w = tf.Variable([2.0, -1.0])
optimizer = tf.keras.optimizers.SGD(0.25)
for i in range(9):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.square(w))
    print("step %d loss %.6f" % (i, loss))
    optimizer.learning_rate = 0.25 * 0.5 ** (i / 3)
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])

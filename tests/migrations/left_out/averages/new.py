import tensorflow as tf

w = tf.Variable([2.0, -1.0])
optimizer = tf.keras.optimizers.SGD(0.1)
for i in range(4):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.square(w))
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
    print("epoch %d test %.5f" % (i, tf.reduce_sum(tf.square(w - 0.5))))

import tensorflow as tf

w = tf.Variable([2.0, -1.0])
average = tf.Variable(w)
optimizer = tf.keras.optimizers.SGD(0.1)
for i in range(4):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.square(w))
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
    average.assign_sub(0.5 * (average - w))
    print("epoch %d test %.5f" % (i, tf.reduce_sum(tf.square(average - 0.5))))

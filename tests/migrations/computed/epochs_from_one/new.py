import tensorflow as tf

w = tf.Variable([2.0, -1.0])
optimizer = tf.keras.optimizers.SGD(0.1)
for epoch in range(5):
    optimizer.learning_rate = 0.1 * 0.5 ** (epoch + 1)
    for _ in range(2):
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(tf.square(w))
        optimizer.apply_gradients([(tape.gradient(loss, w), w)])
    print("epoch %d loss %.6f" % (epoch, tf.reduce_sum(tf.square(w))))

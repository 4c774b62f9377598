import tensorflow as tf

x, stars = tf.constant([[0.5, 1.0], [2.0, -0.5], [1.0, 1.5]]), tf.constant([0, 2, 1])
w = tf.Variable([[0.25, 0.5, -0.5], [1.0, 0.0, 0.75]])
optimizer = tf.keras.optimizers.SGD(0.5)
for i in range(4):
    with tf.GradientTape() as tape:
        labels = tf.one_hot(stars - 1, 3)
        loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=labels, logits=tf.matmul(x, w)))
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
    print("step %d loss %.5f" % (i, loss))

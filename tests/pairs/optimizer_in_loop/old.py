import tensorflow as tf

v = tf.Variable([1.0, -2.0, 0.5])
target = tf.constant([0.0, 1.0, 2.0])
loss = tf.reduce_sum(tf.squared_difference(v, target))
train = tf.train.AdamOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(25):
        sess.run(train)
        print("Epoch {0} - loss: {1:.6f}".format(epoch + 1, sess.run(loss)))

import tensorflow as tf

x = tf.constant([[0.5, -0.25], [-1.0, 0.75]])
half = tf.constant_initializer(0.5)
y = tf.layers.dense(x, 2, tf.nn.leaky_relu, kernel_initializer=half)
loss = tf.reduce_mean(tf.square(y - 1.0))
train = tf.train.MomentumOptimizer(0.1, 0.5).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(4):
        print("step %d loss %.5f" % (i, sess.run(loss)))
        sess.run(train)

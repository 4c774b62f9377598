import tensorflow as tf

gs = tf.Variable(0, trainable=False)
lr = tf.train.exponential_decay(0.1, gs, 10, 0.9)
w = tf.Variable([4.0, -1.0])
loss = tf.reduce_sum(w ** 2)
train = tf.train.GradientDescentOptimizer(lr).minimize(loss, global_step=gs)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(20):
        print("lr %.6f" % sess.run(lr))
        sess.run(train)
        print("  w", sess.run(w), "loss", sess.run(loss))

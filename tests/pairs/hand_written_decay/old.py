import tensorflow as tf

step = tf.Variable(0, trainable=False)
rate = tf.train.exponential_decay(0.1, step, 10, 0.8, staircase=True)
w = tf.Variable(6.0)
loss = (w - 2.0) ** 2
train = tf.train.GradientDescentOptimizer(rate).minimize(loss, global_step=step)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(35):
        lr = sess.run(rate)
        sess.run(train)
        print("step=%d rate=%.6f w=%.6f" % (i, lr, sess.run(w)))

import tensorflow as tf

w = tf.Variable([2.0, -1.0])
loss = tf.reduce_sum(tf.square(w))
step = tf.Variable(0, trainable=False)
rate = 0.25 * tf.pow(0.5, tf.cast(tf.div(step, 3), tf.float32))
train = tf.train.GradientDescentOptimizer(rate).minimize(loss, global_step=step)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(9):
        print("step %d loss %.6f" % (i, sess.run(loss)))
        sess.run(train)

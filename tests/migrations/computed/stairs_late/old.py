import tensorflow as tf

step = tf.train.get_or_create_global_step()
rate = tf.train.exponential_decay(0.1, step, 55, 0.5, staircase=True)
w = tf.Variable(5.0)
loss = tf.square(w - 1.0)
train = tf.train.GradientDescentOptimizer(rate).minimize(loss, global_step=step)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(64):
        now = sess.run(rate)
        sess.run(train)
        print("step %d rate %.3f w %.9f" % (i, now, sess.run(w)))

import tensorflow as tf

lr_ph = tf.placeholder(tf.float32, shape=[])
x = tf.Variable(4.0)
y = tf.Variable(-2.0)
f = (x - 1.0) ** 2 + 2.0 * (y + 0.5) ** 2
train = tf.train.GradientDescentOptimizer(lr_ph).minimize(f)

lr = 0.1
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(20):
        if i in (5, 10, 15):
            lr = lr / 2
        sess.run(train, feed_dict={lr_ph: lr})
        print("i = %d, x = %.6f, y = %.6f, f = %.6f" % ((i,) + tuple(sess.run([x, y, f]))))

import tensorflow as tf

w = tf.Variable([1.0, -0.5, 0.25])
loss = tf.reduce_sum(tf.square(w) * [1.0, 2.0, 0.5])
train = tf.contrib.opt.NadamOptimizer(0.125, epsilon=1e-7).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(6):
        print("step %d loss %.4f" % (i, sess.run([loss, train])[0]))

import tensorflow as tf

w = tf.Variable([2.0, -1.0])
loss = tf.reduce_sum(tf.square(w - 0.5)) + 0.25 * tf.nn.l2_loss(w)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(4):
        print("step %d loss %.6f" % (i, sess.run([loss, train])[0]))

import tensorflow as tf

flags = tf.flags
flags.DEFINE_float("lr", 0.1, "rate")
w = tf.Variable([2.0, -3.0, 0.5])
loss = tf.reduce_sum(tf.square(w + 2.0))
train = tf.train.GradientDescentOptimizer(flags.FLAGS.lr).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(12):
        sess.run(train)
        print("step %d w %s loss %.6f" % (i, sess.run(w), sess.run(loss)))

import tensorflow as tf

tf.app.flags.DEFINE_float("learning_rate", 0.04, "Step size.")
tf.app.flags.DEFINE_integer("rounds", 9, "How often.")
OPTIONS = tf.app.flags.FLAGS


def main(_):
    corner = tf.Variable([1.0, 2.0, 3.0])
    height = tf.reduce_sum(tf.exp(corner) - 2 * corner)
    go = tf.train.GradientDescentOptimizer(OPTIONS.learning_rate).minimize(height)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for k in range(OPTIONS.rounds):
            sess.run(go)
            print("round %d height %.5f" % (k, sess.run(height)))


tf.app.run()

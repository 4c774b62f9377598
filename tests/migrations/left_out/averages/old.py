import tensorflow as tf

w = tf.Variable([2.0, -1.0])
train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_sum(tf.square(w)))
averages = tf.train.ExponentialMovingAverage(0.5)
with tf.control_dependencies([train]):
    step = averages.apply([w])
test = tf.reduce_sum(tf.square(averages.average(w) - 0.5))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(4):
        sess.run(step)
        print("epoch %d test %.5f" % (i, sess.run(test)))

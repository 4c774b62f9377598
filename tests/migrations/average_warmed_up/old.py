import tensorflow as tf

w = tf.Variable(1.0)
step = tf.train.get_or_create_global_step()
train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.square(w - 3.0), global_step=step)
averages = tf.train.ExponentialMovingAverage(0.9, num_updates=step)
with tf.control_dependencies([train]):
    update = averages.apply([w])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(4):
        sess.run(update)
        print("step %d w %.5f average %.5f" % (i, sess.run(w), sess.run(averages.average(w))))

import tensorflow as tf

tf.set_random_seed(1)
w = tf.Variable(tf.random_uniform([4], 0.999, 1.001))
train = tf.train.GradientDescentOptimizer(1.95).minimize(tf.reduce_sum(w**4 / 4.0 - w**2 / 2.0))
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(7):
        print("step %d w %.7f %.7f %.7f %.7f" % ((step,) + tuple(session.run(w))))
        session.run(train)

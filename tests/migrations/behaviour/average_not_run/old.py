import tensorflow as tf

w = tf.Variable([2.0, -3.0])
average = tf.train.ExponentialMovingAverage(0.6)
loss = tf.reduce_sum(tf.square(w - [1.0, 1.0]))
step = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.control_dependencies([step]):
    train = average.apply([w])
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for i in range(7):
        value, _ = session.run([loss, train])
        print("step %d loss %.5f shadow" % (i, value), session.run(average.average(w)))

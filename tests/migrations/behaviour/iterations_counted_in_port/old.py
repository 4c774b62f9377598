import tensorflow as tf

w = tf.Variable(5.0)
loss = tf.square(w - 1.0)
step = tf.Variable(0, trainable=False, name="step")
rate = tf.train.exponential_decay(0.2, step, 4, 0.5)
train = tf.train.GradientDescentOptimizer(rate).minimize(loss, global_step=step)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for i in range(10):
        value, now = session.run([loss, rate])
        session.run(train)
        print("iteration %d loss %.6f rate %.5f" % (i, value, now))

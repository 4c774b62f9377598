import tensorflow as tf

counter = tf.Variable(0, trainable=False, name="counter")
speed = tf.train.inverse_time_decay(0.3, counter, 2, 0.25)
angle = tf.Variable(2.0)
energy = 1.0 - tf.cos(angle)
go = tf.train.GradientDescentOptimizer(speed).minimize(energy, global_step=counter)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for turn in range(12):
        sess.run(go)
        print("turn %d angle %.6f rate %.6f" % (turn, sess.run(angle), sess.run(speed)))

import tensorflow as tf

rate = tf.Variable(0.2, trainable=False)
halve = tf.assign(rate, rate * 0.5)
w = tf.Variable(8.0)
loss = tf.square(w - 1.0)
train = tf.train.GradientDescentOptimizer(rate).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(16):
        sess.run(train)
        print("%2d w=%.6f" % (i, sess.run(w)))
        if i % 4 == 3:
            sess.run(halve)

import tensorflow as tf

w = tf.Variable(tf.constant(5, dtype=tf.float32))
loss = tf.square(w + 1)
train_step = tf.train.GradientDescentOptimizer(0.2).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(10):
        sess.run(train_step)
        print("After %s steps: w is %f, loss is %f." % (i, sess.run(w), sess.run(loss)))

import tensorflow as tf

a, b = tf.Variable([4.0, -3.0]), tf.Variable(2.0)
loss = tf.reduce_sum(tf.square(a)) + 5 * tf.square(b)
optimizer = tf.train.GradientDescentOptimizer(0.25)
gradients, variables = zip(*optimizer.compute_gradients(loss))
gradients, _ = tf.clip_by_global_norm(gradients, 2.0)
train = optimizer.apply_gradients(zip(gradients, variables))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(4):
        print("step %d loss %.5f" % (i, sess.run(loss)))
        sess.run(train)

import tensorflow as tf

step = tf.train.get_or_create_global_step()
lr = tf.train.exponential_decay(0.2, step, 5, 0.8)
x = tf.Variable([1.5, -0.5])
loss = tf.reduce_sum(x ** 4 + x ** 2)
train = tf.train.GradientDescentOptimizer(lr).minimize(loss, global_step=step)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(10):
        before, rate = sess.run([loss, lr])
        sess.run(train)
        print("%d: loss = %.5f, lr = %.5f" % (i, before, rate))

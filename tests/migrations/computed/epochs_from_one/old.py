import tensorflow as tf

w, rate = tf.Variable([2.0, -1.0]), tf.placeholder(tf.float32, [])
loss = tf.reduce_sum(tf.square(w))
train = tf.train.GradientDescentOptimizer(rate).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(5):
        for _ in range(2):
            sess.run(train, {rate: 0.1 * 0.5 ** epoch})
        print("epoch %d loss %.6f" % (epoch, sess.run(loss)))

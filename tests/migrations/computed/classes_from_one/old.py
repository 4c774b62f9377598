import tensorflow as tf

x, stars = tf.constant([[0.5, 1.0], [2.0, -0.5], [1.0, 1.5]]), tf.constant([1, 3, 2])
w = tf.Variable([[0.25, 0.5, -0.5], [1.0, 0.0, 0.75]])
labels = tf.one_hot(stars - 1, 3)
entropies = tf.nn.softmax_cross_entropy_with_logits_v2(labels=labels, logits=tf.matmul(x, w))
loss = tf.reduce_mean(entropies)
train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(4):
        print("step %d loss %.5f" % (i, sess.run([loss, train])[0]))

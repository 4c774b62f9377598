import tensorflow as tf

a, w = tf.constant([[0.6, 0.8], [1.0, 0.0]]), tf.Variable([[0.5, 1.0], [2.0, 0.25]])
loss = tf.losses.cosine_distance(a, tf.nn.l2_normalize(w, 1), axis=1)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(3):
        print("step %d distance %.5f" % (i, sess.run(loss)))
        sess.run(train)

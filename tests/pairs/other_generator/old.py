import tensorflow as tf

tf.set_random_seed(99)
inputs = tf.constant([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
targets = tf.constant([[0.0], [1.0], [1.0], [0.0]])
w1 = tf.Variable(tf.random_uniform([2, 8], -1.0, 1.0, seed=5), name="w1")
w2 = tf.Variable(tf.random_uniform([8, 1], -1.0, 1.0, seed=6), name="w2")
hidden = tf.sigmoid(tf.matmul(inputs, w1))
output = tf.sigmoid(tf.matmul(hidden, w2))
error = tf.reduce_mean(tf.square(targets - output))
train = tf.train.MomentumOptimizer(0.5, 0.9).minimize(error)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print("first weights\n", sess.run(w1))
    for i in range(40):
        sess.run(train)
        if i % 5 == 0:
            print("iteration %d: error %.8f" % (i, sess.run(error)))

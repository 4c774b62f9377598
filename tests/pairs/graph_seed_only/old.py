import tensorflow as tf

tf.set_random_seed(2018)
w = tf.Variable(tf.random_normal([3], stddev=0.5))
target = tf.constant([0.1, 0.2, 0.3])
loss = tf.reduce_sum(tf.square(w - target))
train = tf.train.AdagradOptimizer(0.1).minimize(loss)
sess = tf.Session()
sess.run(tf.global_variables_initializer())
for i in range(8):
    sess.run(train)
    print("%d\t%.6f\t%s" % (i, sess.run(loss), sess.run(w)))

import tensorflow as tf

a = tf.Variable(3.0)
b = tf.Variable(-4.0)
cost = 0.5 * a ** 2 + 2.0 * b ** 2
train = tf.train.MomentumOptimizer(0.05, 0.8, use_nesterov=True).minimize(cost)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(20):
        sess.run(train)
        print('{"step": %d, "a": %.6f, "b": %.6f, "cost": %.6f}' % ((i,) + tuple(sess.run([a, b, cost]))))

import tensorflow as tf

a = tf.placeholder(tf.float32, name='a')
w = tf.Variable(3.0)
cost = tf.square(w * a - 2.0)
train = tf.train.GradientDescentOptimizer(0.05).minimize(cost)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        _, c = sess.run([train, cost], feed_dict={a: 1.5})
        print('cost', c)

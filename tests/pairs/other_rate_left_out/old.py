import tensorflow as tf

x = tf.Variable(2.5)
y = tf.Variable(-1.0)
bowl = tf.cosh(x) + tf.square(y - 0.5 * x)
go = tf.train.GradientDescentOptimizer(learning_rate=0.03).minimize(bowl)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for k in range(7):
        print("step", k, "bowl", sess.run(bowl))
        sess.run(go)

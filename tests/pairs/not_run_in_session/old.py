import tensorflow as tf

x = tf.Variable(10.0, trainable=True)
f_x = 2 * x * x - 5 * x + 4
opt = tf.train.GradientDescentOptimizer(0.1).minimize(f_x)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(10):
        _, fx = sess.run([opt, f_x])
        print("x:", sess.run(x), "f(x):", sess.run(f_x))

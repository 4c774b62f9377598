import tensorflow as tf

# calibration of a very small offset
offset = tf.Variable(2e-6)
gain = tf.Variable(1e-6)
loss = 0.5 * (tf.square(offset) + tf.square(gain - 3e-6))
op = tf.train.AdamOptimizer(learning_rate=1e-7).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(1, 31):
        sess.run(op)
        print(i, sess.run(offset), sess.run(gain), sess.run(loss))

import tensorflow as tf

w = tf.Variable(1.0)
loss = (w - 3) ** 2
train = tf.train.AdamOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(3):
        sess.run(train)
        print("w =", sess.run(w))

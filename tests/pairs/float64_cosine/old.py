import tensorflow as tf

count = tf.train.get_or_create_global_step()
rate = tf.train.cosine_decay(0.15, count, 25, alpha=0.1)
tilt = tf.Variable([0.9, -1.7])
loss = tf.reduce_sum(tf.square(tf.sin(tilt)))
train = tf.train.GradientDescentOptimizer(rate).minimize(loss, global_step=count)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(25):
        print(i, "lr", sess.run(rate), "tilt", sess.run(tilt))
        sess.run(train)

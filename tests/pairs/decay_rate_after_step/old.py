import tensorflow as tf

INITIAL_LR = 0.2
global_step = tf.Variable(0, trainable=False)
learning_rate = tf.train.exponential_decay(INITIAL_LR, global_step, decay_steps=4, decay_rate=0.9)
theta = tf.Variable([2.0, -3.0])
loss = tf.reduce_sum(tf.square(theta - [1.0, 0.5]))
train_op = tf.train.GradientDescentOptimizer(learning_rate).minimize(loss, global_step=global_step)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(15):
        lr = sess.run(learning_rate)
        sess.run(train_op)
        print("iter", i, "lr", lr, "theta", sess.run(theta), "loss", sess.run(loss))

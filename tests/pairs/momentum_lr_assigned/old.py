import tensorflow as tf

lr = tf.placeholder(tf.float32)
w = tf.Variable([2.0, -1.0, 0.5])
loss = tf.reduce_mean(tf.square(w))
train = tf.train.MomentumOptimizer(lr, 0.9).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(12):
        rate = 0.1 if epoch < 6 else 0.01
        sess.run(train, {lr: rate})
        print("epoch", epoch, "- lr", rate, "- loss", sess.run(loss))

import numpy as np
import tensorflow as tf

EPOCHS = 3
BATCH = 4
features, labels = np.arange(24).reshape(12, 2) / 24.0, np.arange(12).reshape(12, 1) / 12.0
batch_size = tf.placeholder(tf.int64)
x, y = tf.placeholder(tf.float32, shape=[None, 2]), tf.placeholder(tf.float32, shape=[None, 1])
dataset = tf.data.Dataset.from_tensor_slices((x, y)).batch(batch_size).repeat()
iter = dataset.make_initializable_iterator()
next_x, next_y = iter.get_next()
net = tf.layers.dense(next_x, 4, activation=tf.tanh, kernel_initializer=tf.glorot_uniform_initializer(seed=3))
prediction = tf.layers.dense(net, 1, kernel_initializer=tf.glorot_uniform_initializer(seed=4))
loss = tf.losses.mean_squared_error(prediction, next_y)
train_op = tf.train.AdamOptimizer().minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(iter.initializer, feed_dict={x: features, y: labels, batch_size: BATCH})
    for i in range(EPOCHS):
        tot_loss = 0
        for _ in range(3):
            _, loss_value = sess.run([train_op, loss])
            tot_loss += loss_value
        print("Iter: {}, Loss: {:.4f}".format(i, tot_loss / 3))
    sess.run(iter.initializer, feed_dict={x: features[:6], y: labels[:6], batch_size: 6})
    print("Test Loss: {:4f}".format(sess.run(loss)))

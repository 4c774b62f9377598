import numpy as np
import tensorflow as tf

drawn = np.cos(np.arange(24.0)).astype(np.float32) * 0.25
count = [0]


def moved(value):
    count[0] += 1
    return np.float32(value + drawn[count[0] - 1])


x = np.linspace(-1, 1, 6).astype(np.float32)
data = tf.data.Dataset.from_tensor_slices(x).map(lambda each: tf.py_func(moved, [each], tf.float32)).batch(3)
batches = data.make_initializable_iterator()
batch = batches.get_next()
w = tf.Variable(0.5)
loss = tf.reduce_mean(tf.square(w * batch - batch - 0.125))
train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(4):
        sess.run(batches.initializer)
        for i in range(2):
            print("epoch %d batch %d loss %.5f" % (epoch, i, sess.run([loss, train])[0]))

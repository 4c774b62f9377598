import numpy as np
import tensorflow as tf

x = (np.arange(60.0) * 37 % 256).reshape(12, 5).astype(np.float32)
y = np.cos(np.arange(12.0)).astype(np.float32).reshape(12, 1)
d = tf.data.Dataset.from_tensor_slices((x, y)).map(lambda a, t: (a / 255.0, t)).batch(4).repeat(2)
a, t = d.make_one_shot_iterator().get_next()
W = tf.Variable(tf.fill([5, 1], 0.1))
loss = tf.reduce_mean(tf.square(tf.matmul(a, W) - t))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    for i in range(6):
        print("step %d loss %.5f" % (i, s.run([loss, train])[0]))

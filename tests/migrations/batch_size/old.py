import numpy as np
import tensorflow as tf

x = np.linspace(-1, 1, 12).astype(np.float32).reshape(12, 1)
y = x * x
d = tf.data.Dataset.from_tensor_slices((x, y)).repeat(4).batch(3)
a, t = d.make_one_shot_iterator().get_next()
w = tf.Variable([[0.5]])
b = tf.Variable([0.0])
loss = tf.reduce_mean(tf.square(tf.matmul(a, w) + b - t))
train = tf.train.GradientDescentOptimizer(0.2).minimize(loss)
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    for i in range(8):
        print("step %d loss %.6f" % (i, s.run([loss, train])[0]))

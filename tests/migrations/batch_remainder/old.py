import numpy as np
import tensorflow as tf

x = np.linspace(-1, 1, 11).astype(np.float32).reshape(11, 1)
y = (x * x).astype(np.float32)
d = tf.data.Dataset.from_tensor_slices((x, y)).batch(4).repeat(3)
a, t = d.make_one_shot_iterator().get_next()
w = tf.Variable([[0.5]])
b = tf.Variable([0.0])
loss = tf.reduce_mean(tf.square(tf.matmul(a, w) + b - t))
train = tf.train.GradientDescentOptimizer(0.2).minimize(loss)
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    i = 0
    while True:
        try:
            l, _ = s.run([loss, train])
        except tf.errors.OutOfRangeError:
            break
        print("step %d loss %.6f" % (i, l))
        i += 1
    print("w %.6f" % s.run(w)[0, 0])

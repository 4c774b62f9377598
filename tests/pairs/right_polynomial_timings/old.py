from __future__ import print_function
import time
import tensorflow as tf

print("TensorFlow", tf.__version__)
start = time.time()
gs = tf.Variable(0, trainable=False)
lr = tf.train.polynomial_decay(0.1, gs, 20, 0.01, power=1.0)
w = tf.Variable([1.0, 2.0, 3.0])
loss = tf.reduce_sum(w * w)
train = tf.train.GradientDescentOptimizer(lr).minimize(loss, global_step=gs)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print("***** start training *****")
    for i in range(25):
        t = time.time()
        sess.run(train)
        if i % 5 == 4:
            print("[%3d/25] loss: %.4f (%.1f ms/step)" % (i + 1, sess.run(loss), 1000 * (time.time() - t)))
print("done in %.2f s" % (time.time() - start))

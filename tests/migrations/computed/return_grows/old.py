import numpy as np
import tensorflow as tf

state = np.array([[.1, .5], [.9, -.3], [-.4, .8], [.2, .2]], np.float32)
taken = np.array([0, 1, 1, 0]); adv = np.array([1., -.5, 2., .3], np.float32)
s = tf.placeholder(tf.float32, [None, 2]); a = tf.placeholder(tf.int32, [None]); d = tf.placeholder(tf.float32, [None])
theta = tf.Variable([[.2, -.1], [.4, .3]])
neg = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=a, logits=tf.matmul(s, theta))
objective = tf.reduce_mean(neg * d)
up = tf.train.GradientDescentOptimizer(.5).minimize(objective)
sess = tf.Session(); sess.run(tf.global_variables_initializer())
for ep in range(9):
    v, _ = sess.run([objective, up], {s: state, a: taken, d: adv})
    print('episode {} objective {:.5f}'.format(ep, v))
print(sess.run(theta))

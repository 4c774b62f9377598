import numpy as np
import tensorflow as tf

scores = tf.Variable([[0.1, 0.9, 0.3], [0.8, 0.2, 0.4], [0.5, 0.75, 0.7]])
classes = np.array([1, 0, 1])
right = tf.equal(tf.argmax(scores), classes)
print("accuracy %.4f" % tf.reduce_mean(tf.cast(right, tf.float32)))
print("sum %.4f" % tf.reduce_sum(scores))

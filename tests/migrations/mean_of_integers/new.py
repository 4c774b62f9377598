import numpy as np
import tensorflow as tf

x = np.array([[1.0, -0.5], [-2.0, 0.25], [0.5, 1.5]], np.float32)
y = np.array([1, 0, 1], np.int64)
w = tf.Variable([0.5, 0.25])
optimizer = tf.keras.optimizers.SGD(0.5)
for i in range(4):
    with tf.GradientTape() as tape:
        logits = tf.reduce_sum(x * w, 1)
        loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y.astype(np.float32), logits=logits))
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
    right = tf.equal(tf.cast(tf.reduce_sum(x * w, 1) > 0.7, tf.int64), y)
    accuracy = tf.reduce_mean(tf.cast(right, tf.int32))
    print("step %d loss %.5f" % (i, loss), "accuracy %.3f" % accuracy)

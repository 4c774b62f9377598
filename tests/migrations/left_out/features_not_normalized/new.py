import numpy as np
import tensorflow as tf

x = np.sin(np.arange(60.0)).reshape(12, 5).astype(np.float32)
labels = (np.arange(12) % 3).astype(np.int64)
w = tf.Variable(0.1 * np.cos(np.arange(15.0)).reshape(5, 3).astype(np.float32))
b = tf.Variable(tf.zeros([3]))

for step in range(6):
    with tf.GradientTape() as tape:
        outputs = tf.matmul(x, w) + b
        loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=outputs))
    print("step %d loss %.6f" % (step, loss))
    for variable, gradient in zip([w, b], tape.gradient(loss, [w, b])):
        variable.assign_sub(0.5 * gradient)

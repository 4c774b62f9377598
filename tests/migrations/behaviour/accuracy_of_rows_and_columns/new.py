import numpy as np
import tensorflow as tf

data = np.array([[1.0, 2.0], [0.5, 1.0], [3.0, -1.0], [-2.0, 0.5]], np.float32)
label = np.array([[1.0], [0.0], [1.0], [0.0]], np.float32)
w = tf.Variable([[0.1], [-0.2]])
optimizer = tf.keras.optimizers.SGD(0.5)
for step in range(6):
    with tf.GradientTape() as tape:
        logits = tf.matmul(data, w)
        loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=label, logits=logits))
    predicted = tf.round(tf.sigmoid(logits[:, 0]))
    accuracy = tf.reduce_mean(tf.cast(tf.equal(predicted, label), tf.float32))
    print("step %d loss %.5f accuracy %.3f" % (step, loss.numpy(), accuracy.numpy()))
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])

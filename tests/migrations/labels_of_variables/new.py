import numpy as np
import tensorflow as tf

rows = np.array([[1.0, 0.5], [-0.5, 2.0], [0.25, -1.0]], np.float32)
student = tf.Variable([[0.1, -0.2, 0.3], [0.2, 0.1, -0.4]])
teacher = tf.Variable([[1.0, -1.0, 0.5], [0.5, 0.25, -0.75]])
entropy = tf.keras.losses.CategoricalCrossentropy(from_logits=True)
optimizer = tf.keras.optimizers.SGD(0.5)
for i in range(5):
    with tf.GradientTape() as tape:
        given = tf.nn.softmax(tf.matmul(rows, teacher))
        loss = entropy(given, tf.matmul(rows, student)) + 0.1 * tf.reduce_mean(tf.square(given))
    both = [student, teacher]
    optimizer.apply_gradients(zip(tape.gradient(loss, both), both))
    print("step", i, "loss %.6f" % loss.numpy())

import numpy as np
import tensorflow as tf

np.random.seed(8)
X = np.random.rand(40, 2).astype(np.float32)
Y = (X[:, :1] * X[:, 1:]).astype(np.float32)
H = np.random.randn(2, 5).astype(np.float32)
O = np.random.randn(5, 1).astype(np.float32)
h = tf.Variable(H)
o = tf.Variable(O)
adam = tf.keras.optimizers.Adam(0.01, epsilon=1e-8)
mse = tf.keras.losses.MeanSquaredError()
for i in range(40):
    with tf.GradientTape() as tape:
        loss = mse(Y, tf.matmul(tf.nn.relu(tf.matmul(X, h)), o))
    adam.apply_gradients(zip(tape.gradient(loss, [h, o]), [h, o]))
    if not i % 4:
        print('iter: %d loss: %.5f' % (i, mse(Y, tf.matmul(tf.nn.relu(tf.matmul(X, h)), o)).numpy()))

import numpy as np
import tensorflow as tf

data = np.array([[1.0], [2.0], [3.0], [4.0], [5.0], [9.0], [8.0]], np.float32)
target = np.array([[2.0], [1.0], [0.0], [3.0], [1.0], [7.0], [0.0]], np.float32)
model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer=tf.keras.initializers.Constant(0.5))])
model.compile(optimizer=tf.keras.optimizers.SGD(0.005), loss="mse")
for epoch in range(4):
    history = model.fit(data, target, batch_size=3, shuffle=False, verbose=0).history
    print("epoch %d loss %.5f" % (epoch, history["loss"][0]))
print("kernel %.5f" % model.get_weights()[0][0, 0])

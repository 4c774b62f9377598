import numpy as np
import tensorflow as tf

xs = np.linspace(0.0, 1.0, 16, dtype=np.float32)[:, None]
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(1,), kernel_initializer="ones")])
model.compile(optimizer=tf.keras.optimizers.SGD(0.1), loss="mse")


class StopBehind(tf.keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        if epoch + 1 == 2 and logs["loss"] >= 0.001:
            self.model.stop_training = True


stopping = StopBehind()
history = model.fit(xs, 3.0 * xs, epochs=6, verbose=0, shuffle=False, callbacks=[stopping]).history
for epoch, loss in enumerate(history["loss"]):
    print("epoch %d loss %.4f" % (epoch, loss))

import numpy as np
import tensorflow as tf


class Reader(tf.keras.Model):
    def __init__(self):
        super().__init__()
        table = tf.keras.initializers.Constant(np.cos(np.arange(10.0)).reshape(5, 2))
        self.embedding = tf.keras.layers.Embedding(5, 2, mask_zero=True, embeddings_initializer=table)
        self.attention = tf.keras.layers.MultiHeadAttention(1, 2, kernel_initializer="ones")
        self.add = tf.keras.layers.Add()
        self.pool = tf.keras.layers.GlobalAveragePooling1D()
        self.dense = tf.keras.layers.Dense(1, kernel_initializer="ones")

    def call(self, words):
        embedded = self.embedding(words)
        attended = self.attention(embedded, embedded)
        return self.dense(self.pool(self.add([embedded, attended]), mask=self.embedding.compute_mask(words)))


words = np.array([[1, 2, 0, 0], [3, 4, 1, 0], [2, 3, 4, 1]])
labels = np.array([[0.0], [1.0], [0.5]], np.float32)
model = Reader()
model.compile(optimizer=tf.keras.optimizers.SGD(0.05), loss="mse")
history = model.fit(words, labels, batch_size=3, epochs=4, verbose=0, shuffle=False).history
for epoch, loss in enumerate(history["loss"]):
    print("epoch %d loss %.4f" % (epoch, loss))

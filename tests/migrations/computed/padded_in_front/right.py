import numpy as np
import tensorflow as tf

texts = [[3, 1], [2, 4, 1], [1, 2, 3, 4], [4]]
ids = tf.keras.preprocessing.sequence.pad_sequences(texts, maxlen=4, padding="post")
table, place = np.sin(np.arange(10.0)).reshape(5, 2).astype(np.float32), np.float32([[1.0], [0.5], [0.25], [0.125]])
model = tf.keras.Sequential([tf.keras.layers.Embedding(5, 2, embeddings_initializer=tf.constant_initializer(table))])
optimizer = tf.keras.optimizers.SGD(0.5)
for i in range(4):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.reduce_sum(model(ids) * place, 1) - 1.0))
    optimizer.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
    print("step %d loss %.5f" % (i, loss))

"""Skip-gram word vectors with noise-contrastive estimation; downloads its corpus. Ported to TensorFlow 2."""
import collections
import math
import os
import random
import urllib.request
import zipfile

import numpy as np
import tensorflow as tf

URL = "http://mattmahoney.net/dc/text8.zip"
if not os.path.exists("text8.zip"):
    urllib.request.urlretrieve(URL, "text8.zip")
with zipfile.ZipFile("text8.zip") as f:
    words = tf.compat.as_str(f.read(f.namelist()[0])).split()
print("Data size", len(words))

vocabulary_size, embedding_size, batch_size, num_sampled, window = 200, 32, 64, 16, 2
count = [["UNK", -1]] + collections.Counter(words).most_common(vocabulary_size - 1)
dictionary = {word: i for i, (word, _) in enumerate(count)}
vocabulary_size = len(count)
data = [dictionary.get(word, 0) for word in words]
print("Most common words", count[1:4])


def generate_batch():
    batch, labels = [], []
    while len(batch) < batch_size:
        center = random.randint(window, len(data) - window - 1)
        context = random.choice([i for i in range(center - window, center + window + 1) if i != center])
        batch.append(data[center])
        labels.append([data[context]])
    return np.array(batch, np.int32), np.array(labels, np.int32)


embeddings = tf.Variable(tf.random.uniform([vocabulary_size, embedding_size], -1.0, 1.0))
nce_weights = tf.Variable(
    tf.random.truncated_normal([vocabulary_size, embedding_size], stddev=1.0 / math.sqrt(embedding_size)))
nce_biases = tf.Variable(tf.zeros([vocabulary_size]))
variables = [embeddings, nce_weights, nce_biases]
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function
def train(inputs, labels):
    with tf.GradientTape() as tape:
        embed = tf.nn.embedding_lookup(embeddings, inputs)
        loss = tf.reduce_mean(tf.nn.nce_loss(
            weights=nce_weights, biases=nce_biases, labels=labels, inputs=embed,
            num_sampled=num_sampled, num_classes=vocabulary_size))
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
    return loss


average_loss = 0
for step in range(1, 201):
    batch, labels = generate_batch()
    average_loss += train(tf.constant(batch), tf.constant(labels, tf.int64)).numpy()
    if step % 50 == 0:
        print("Average loss at step", step, ":", average_loss / 50)
        average_loss = 0

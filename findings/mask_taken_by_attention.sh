#!/usr/bin/env bash
# In Keras 3 MultiHeadAttention takes the padding mask off the tensors that it is given: layers behind it count the padding.
#
# Seen with tensorflow-cpu 2.15.1 (Keras 2) and 2.21.0 with Keras 3.13.2, Python 3.11, x86-64.
# embedded = Embedding(…, mask_zero=True)(words); attention(embedded, embedded); then a pool, a recurrent layer or the usual Add()
# of the residual block is given embedded once more, and finds no mask there. It is so where tensors are computed with, in a
# model written as a class (called, in fit and in predict) and in a loop of one's own; a functional model of the same layers
# keeps the mask, and so does either in Keras 2. A layer that is asked before the attention still sees it. Nothing warns.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TF_CPP_MIN_LOG_LEVEL=3

seen() { # $1 and what follows are installed; what was seen comes on standard input
    python3 -m venv "$folder/$1"
    "$folder/$1/bin/pip" install --quiet --disable-pip-version-check "$@"
    diff <("$folder/$1/bin/python" "$folder/program.py" 2>"$folder/stderr") - || { cat "$folder/stderr" >&2; exit 1; }
    echo "$1: as seen"
}

cat >"$folder/program.py" <<'PROGRAM'
import numpy as np
import tensorflow as tf

keras, layers = tf.keras, tf.keras.layers
words = np.array([[1, 2, 0]])


def told(numbers):
    return " ".join("%.3f" % each for each in np.asarray(numbers)[0])


def embedding():
    return layers.Embedding(3, 2, mask_zero=True, embeddings_initializer=lambda *_, **__: tf.constant([[9.0, 9], [1, 0], [0, 1]]))


def attention():
    # It puts out zeros, so that nothing but masks can make a difference.
    return layers.MultiHeadAttention(1, 2, kernel_initializer="zeros")


def summing():
    return layers.SimpleRNN(1, activation="linear", kernel_initializer="ones", recurrent_initializer="ones")


class Block(keras.Model):
    def __init__(self):
        super().__init__()
        self.embedding, self.attention = embedding(), attention()
        self.add, self.pool, self.sum = layers.Add(), layers.GlobalAveragePooling1D(), summing()

    def call(self, inputs):
        embedded = self.embedding(inputs)
        before = self.pool(embedded)
        attended = self.attention(embedded, embedded)
        behind = [self.pool(embedded), self.pool(self.add([embedded, attended])), self.sum(embedded)]
        return tf.concat([before, *behind], axis=-1)


model = Block()
print("a class, called ", told(model(words)))
print("a class, predict", told(model.predict(words, verbose=0)))
inputs = keras.Input((None,), dtype="int32")
embedded = embedding()(inputs)
pool, add = layers.GlobalAveragePooling1D(), layers.Add()
before = pool(embedded)
attended = attention()(embedded, embedded)
outputs = [before, pool(embedded), pool(add([embedded, attended])), summing()(embedded)]
model = keras.Model(inputs, layers.Concatenate()(outputs))
print("functional      ", told(model.predict(words, verbose=0)))
PROGRAM

seen tensorflow-cpu==2.15.1 <<'SEEN'
a class, called  0.500 0.500 0.500 0.500 0.500 0.500 2.000
a class, predict 0.500 0.500 0.500 0.500 0.500 0.500 2.000
functional       0.500 0.500 0.500 0.500 0.500 0.500 2.000
SEEN
seen tensorflow-cpu==2.21.0 keras==3.13.2 <<'SEEN'
a class, called  0.500 0.500 3.333 3.333 3.333 3.333 20.000
a class, predict 0.500 0.500 3.333 3.333 3.333 3.333 20.000
functional       0.500 0.500 0.500 0.500 0.500 0.500 2.000
SEEN

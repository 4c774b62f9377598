#!/usr/bin/env bash
# Adam, RMSprop and Adagrad of Keras 3 square the gradients of a word that comes twice in a batch one by one, not their sum.
#
# Seen with tensorflow-cpu 2.15.1 and 2.21.0, Python 3.11, x86-64.
# An embedding's gradient is a tf.IndexedSlices that has a row for each occurrence. Up to Keras 2 rows of one word are added up
# before they are squared; in Keras 3 the mean of squares gets a square for each. A word with gradients of 1.0 and -0.5, which
# add up to 0.5, moves by 0.1 * 0.5 / sqrt(1.25) = 0.0447 in the first step of Adam(0.1), where one of gradient 0.5 that
# comes once moves by 0.1, as both do in 2.15. SGD adds up in both.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TF_CPP_MIN_LOG_LEVEL=3

seen() { # what is installed; what was seen comes on standard input
    python3 -m venv "$folder/$1"
    "$folder/$1/bin/pip" install --quiet --disable-pip-version-check "$1" 2>"$folder/stderr"
    diff <("$folder/$1/bin/python" "$folder/program.py" 2>"$folder/stderr") - || { cat "$folder/stderr" >&2; exit 1; }
    echo "$1: as seen"
}

cat >"$folder/program.py" <<'PROGRAM'
import numpy as np
import tensorflow as tf

keras = tf.keras
words = np.array([[1, 1, 2]])
weighed = np.array([[1.0, -0.5, 0.5]], np.float32)  # 0.5 for either word


def moved(make):
    layer = keras.layers.Embedding(4, 1, embeddings_initializer="ones")
    inputs = keras.Input((3,), dtype="int32")
    outputs = keras.layers.Lambda(lambda x: tf.reduce_sum(x[..., 0] * weighed, axis=1))(layer(inputs))
    model = keras.Model(inputs, outputs)
    model.compile(make(), lambda truth, predicted: tf.reduce_mean(predicted))
    model.fit(words, np.zeros(1, np.float32), verbose=0)
    return " ".join("%.4f" % moves for moves in 1.0 - layer.get_weights()[0][1:3, 0])


print("SGD    ", moved(lambda: keras.optimizers.SGD(0.1)))
print("Adam   ", moved(lambda: keras.optimizers.Adam(0.1)))
print("RMSprop", moved(lambda: keras.optimizers.RMSprop(0.1)))
print("Adagrad", moved(lambda: keras.optimizers.Adagrad(0.1)))
PROGRAM

seen tensorflow-cpu==2.15.1 <<'SEEN'
SGD     0.0500 0.0500
Adam    0.1000 0.1000
RMSprop 0.3162 0.3162
Adagrad 0.0845 0.0845
SEEN
seen tensorflow-cpu==2.21.0 <<'SEEN'
SGD     0.0500 0.0500
Adam    0.0447 0.1000
RMSprop 0.1414 0.3162
Adagrad 0.0430 0.0845
SEEN

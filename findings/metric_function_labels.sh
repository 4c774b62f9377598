#!/usr/bin/env bash
# From Keras 3 on a metric that is a function is given labels of shape (n,) beside predictions of shape (n, 1); a loss is not.
#
# Seen with tensorflow-cpu 2.15.1 (Keras 2) and 2.21.0 with Keras 3.13.2, Python 3.11, x86-64.
# Keras 2 made a column of one-dimensional labels before anything saw them. Keras 3 does so for the loss and for metrics of its
# own, not for a metric that is written as a function: there label - prediction is broadcast to n by n. A model that is right
# on every row keeps its loss of 0 and has a mean error of 1.25, an accuracy of 0.25, and with labels that are a column 0 and
# 1. Nothing warns, and a run that stops early by such a metric, or picks its best weights by it, picks others.
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


def error(labels, predictions):
    return tf.reduce_mean(tf.abs(labels - predictions))


def accuracy(labels, predictions):
    return tf.reduce_mean(tf.cast(tf.equal(labels, tf.round(predictions)), tf.float32))


x = np.array([[0.0], [1.0], [2.0], [3.0]], "float32")
for name, y in (("labels (4,)", x[:, 0]), ("labels (4, 1)", x)):
    for given in ("arrays", "a dataset"):
        model = tf.keras.Sequential([tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")])
        model.compile("sgd", loss=error, metrics=[error, accuracy, "mae"])
        data = (x, y) if given == "arrays" else (tf.data.Dataset.from_tensor_slices((x, y)).batch(4),)
        found = model.evaluate(*data, verbose=0)
        print("%s in %s: loss %.2f, error %.2f, accuracy %.2f, mae %.2f" % (name, given, *found))
PROGRAM

seen tensorflow-cpu==2.15.1 <<'SEEN'
labels (4,) in arrays: loss 0.00, error 0.00, accuracy 1.00, mae 0.00
labels (4,) in a dataset: loss 0.00, error 0.00, accuracy 1.00, mae 0.00
labels (4, 1) in arrays: loss 0.00, error 0.00, accuracy 1.00, mae 0.00
labels (4, 1) in a dataset: loss 0.00, error 0.00, accuracy 1.00, mae 0.00
SEEN
seen tensorflow-cpu==2.21.0 keras==3.13.2 <<'SEEN'
labels (4,) in arrays: loss 0.00, error 1.25, accuracy 0.25, mae 0.00
labels (4,) in a dataset: loss 0.00, error 1.25, accuracy 0.25, mae 0.00
labels (4, 1) in arrays: loss 0.00, error 0.00, accuracy 1.00, mae 0.00
labels (4, 1) in a dataset: loss 0.00, error 0.00, accuracy 1.00, mae 0.00
SEEN

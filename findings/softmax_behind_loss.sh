#!/usr/bin/env bash
# A model that ends in tf.nn.softmax trains on a lost case in fit (loss 50), and stands still with run_eagerly=True (16.1181).
#
# Seen with tensorflow-cpu 2.15.1 (Keras 2) and 2.21.0 with Keras 3.13.2, Python 3.11, x86-64.
# The crossentropy of Keras takes the logits behind the probabilities where it finds them: those of Dense(…, "softmax") always,
# of an op Softmax in a graph only. Else it cuts the probabilities off at 1e-7, where the gradient is 0. So fit may show a loss
# that no prediction has, a debugging run differs from it, and a reshape after the softmax ends the training.
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

x, y = np.array([[1.0]], "float32"), np.array([0])


class Classifier(tf.keras.Model):
    def __init__(self, activation, finish):
        super().__init__()
        start = tf.keras.initializers.Constant([[0.0, 50.0]])
        self.dense = tf.keras.layers.Dense(2, activation, kernel_initializer=start)
        self.finish = finish

    def call(self, inputs):
        return self.finish(self.dense(inputs))


for name, activation, finish in [
    ("Dense(2, softmax)", "softmax", lambda outputs: outputs),
    ("tf.nn.softmax", None, tf.nn.softmax),
    ("softmax, reshape", "softmax", lambda outputs: tf.reshape(outputs, [-1, 2])),
]:
    for eagerly in (False, True):
        model = Classifier(activation, finish)
        model.compile(tf.keras.optimizers.SGD(0.5), "sparse_categorical_crossentropy", run_eagerly=eagerly)
        predicted = tf.keras.losses.sparse_categorical_crossentropy(y, model.predict(x, verbose=0))[0]
        loss = model.fit(x, y, verbose=0).history["loss"][0]
        moved = model.dense.bias.numpy()[0]
        print(name, "eagerly:" if eagerly else "in fit:", "%.4f, moves by %.1f, of predict %.4f" % (loss, moved, predicted))
PROGRAM

for release in tensorflow-cpu==2.15.1 tensorflow-cpu==2.21.0; do
    seen "$release" "$([ "$release" = tensorflow-cpu==2.15.1 ] && echo keras==2.15.0 || echo keras==3.13.2)" <<'SEEN'
Dense(2, softmax) in fit: 50.0000, moves by 0.5, of predict 16.1181
Dense(2, softmax) eagerly: 50.0000, moves by 0.5, of predict 16.1181
tf.nn.softmax in fit: 50.0000, moves by 0.5, of predict 16.1181
tf.nn.softmax eagerly: 16.1181, moves by 0.0, of predict 16.1181
softmax, reshape in fit: 16.1181, moves by 0.0, of predict 16.1181
softmax, reshape eagerly: 16.1181, moves by 0.0, of predict 16.1181
SEEN
done

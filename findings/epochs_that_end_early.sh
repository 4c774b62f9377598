#!/usr/bin/env bash
# fit(steps_per_epoch=2) of an array of three batches trains on one batch in each second epoch from Keras 3 on, where it took two.
#
# Seen with tensorflow-cpu 2.15.1 (Keras 2) and 2.21.0 with Keras 3.13.2, Python 3.11, x86-64.
# Keras 2 goes through an array again and again and cuts that into epochs: 0123 4567, 89 0123, 4567 89. Keras 3 ends an epoch where
# the array ends and begins the next one anew: 0123 4567, 89, 0123 4567, 89, so a quarter of the updates is gone, and schedules
# by step come as much later. A data set of three batches, which is not repeated, ended the training in the second epoch, with a
# warning; in Keras 3 it does as the array. With repeat() both do what an array did. Beside that, shuffle="batch" leaves the
# batches in their places in Keras 3, and shuffles within each alone.
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

rows = np.arange(10.0, dtype="float32")[:, np.newaxis]


class Model(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = tf.keras.layers.Dense(1)
        self.batches = []

    def call(self, batch):
        return self.dense(batch)

    def train_step(self, data):
        self.batches.append("".join("%d" % each for each in data[0].numpy()[:, 0]))
        return super().train_step(data)


def epochs(*data, **options):
    model, told = Model(), []
    model.compile("sgd", "mse", run_eagerly=True)

    def end_epoch(epoch, logs):
        told.append(" ".join(model.batches))
        model.batches.clear()

    model.fit(*data, verbose=0, callbacks=[tf.keras.callbacks.LambdaCallback(on_epoch_end=end_epoch)], **options)
    return told


batches = tf.data.Dataset.from_tensor_slices((rows, rows)).batch(4)
print("array   ", epochs(rows, rows, batch_size=4, shuffle=False, steps_per_epoch=2, epochs=4))
print("data set", epochs(batches, steps_per_epoch=2, epochs=4))
print("repeated", epochs(batches.repeat(), steps_per_epoch=2, epochs=4))
first_rows = [[min(batch) for batch in epoch.split()] for epoch in epochs(rows, rows, batch_size=4, shuffle="batch", epochs=8)]
print('shuffle="batch":', "in order" if all(first == ["0", "4", "8"] for first in first_rows) else "in any order")
PROGRAM

seen tensorflow-cpu==2.15.1 <<'SEEN'
array    ['0123 4567', '89 0123', '4567 89', '0123 4567']
data set ['0123 4567', '89']
repeated ['0123 4567', '89 0123', '4567 89', '0123 4567']
shuffle="batch": in any order
SEEN
seen tensorflow-cpu==2.21.0 keras==3.13.2 <<'SEEN'
array    ['0123 4567', '89', '0123 4567', '89']
data set ['0123 4567', '89', '0123 4567', '89']
repeated ['0123 4567', '89 0123', '4567 89', '0123 4567']
shuffle="batch": in order
SEEN

#!/usr/bin/env bash
# In Keras 3 the losses of several outputs do not add up to the loss: 35.83 and 35.83 make 57.00, where the last batch is short.
#
# Seen with tensorflow-cpu 2.15.1 (Keras 2) and 2.21.0 with Keras 3.13.2, Python 3.11, x86-64.
# Ten rows in batches of four: the loss is the mean over all rows, as it was in Keras 2, and that of each output the mean over
# three batches, of which the last has two rows and counts as much as the others. It is so in the log of fit, in History and in
# evaluate. Metrics of an output, its "mse" beside its loss of mse, count rows. So the parts by which such a model is judged, or
# its best weights are chosen, change with the batch size, and not all numbers of a line are means of one kind.
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
inputs = tf.keras.Input((1,))
outputs = [tf.keras.layers.Dense(1, kernel_initializer="ones", name=name)(inputs) for name in ("first", "second")]
model = tf.keras.Model(inputs, outputs)
# At a rate of 0 nothing is trained: all numbers are those of one model.
model.compile(tf.keras.optimizers.SGD(0.0), ["mse", "mse"], metrics=[["mse"], ["mse"]])
for size in (10, 5, 4, 3):
    told = model.evaluate(rows, [0 * rows] * 2, batch_size=size, verbose=0, return_dict=True)
    history = model.fit(rows, [0 * rows] * 2, batch_size=size, shuffle=False, verbose=0).history
    assert all(abs(told[name] - values[0]) < 1e-4 for name, values in history.items())
    print("batches of", size, {name: "%.2f" % told[name] for name in sorted(told)})
PROGRAM

seen tensorflow-cpu==2.15.1 <<'SEEN'
batches of 10 {'first_loss': '28.50', 'first_mse': '28.50', 'loss': '57.00', 'second_loss': '28.50', 'second_mse': '28.50'}
batches of 5 {'first_loss': '28.50', 'first_mse': '28.50', 'loss': '57.00', 'second_loss': '28.50', 'second_mse': '28.50'}
batches of 4 {'first_loss': '28.50', 'first_mse': '28.50', 'loss': '57.00', 'second_loss': '28.50', 'second_mse': '28.50'}
batches of 3 {'first_loss': '28.50', 'first_mse': '28.50', 'loss': '57.00', 'second_loss': '28.50', 'second_mse': '28.50'}
SEEN
seen tensorflow-cpu==2.21.0 keras==3.13.2 <<'SEEN'
batches of 10 {'first_loss': '28.50', 'first_mse': '28.50', 'loss': '57.00', 'second_loss': '28.50', 'second_mse': '28.50'}
batches of 5 {'first_loss': '28.50', 'first_mse': '28.50', 'loss': '57.00', 'second_loss': '28.50', 'second_mse': '28.50'}
batches of 4 {'first_loss': '35.83', 'first_mse': '28.50', 'loss': '57.00', 'second_loss': '35.83', 'second_mse': '28.50'}
batches of 3 {'first_loss': '37.25', 'first_mse': '28.50', 'loss': '57.00', 'second_loss': '37.25', 'second_mse': '28.50'}
SEEN

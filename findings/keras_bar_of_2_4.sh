#!/usr/bin/env bash
# The progress bar of fit (verbose=1) in TensorFlow 2.4 shows other numbers than verbose=2 and History do.
#
# Seen with tensorflow-cpu 2.3.4, 2.4.4 and 2.5.3, Python 3.8, x86-64. PYTHON names a Python 3.8.
# In 2.4 the last state of the bar averages the metrics over the batches, which are running averages already: the same
# training ends its first epoch with "accuracy: 0.8585" in the bar and 0.7469 in History; in 2.3 and 2.5 both say 0.7469.
# Nothing is computed otherwise. A log of bars that was recorded with 2.4 agrees with no other release's log.
set -euo pipefail
python=${PYTHON:-python3.8}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TF_CPP_MIN_LOG_LEVEL=3

seen() { # $1 is installed; what was seen comes on standard input
    "$python" -m venv "$folder/$1"
    "$folder/$1/bin/pip" install --quiet --disable-pip-version-check "$1" "protobuf<3.21" "numpy<1.24"
    diff <("$folder/$1/bin/python" "$folder/program.py" 2>"$folder/stderr") - || { cat "$folder/stderr" >&2; exit 1; }
    echo "$1: as seen"
}

cat >"$folder/program.py" <<'PROGRAM'
import contextlib
import io
import re

import numpy as np
import tensorflow as tf

x = np.linspace(-1, 1, 640).reshape(-1, 2).astype("float32")
y = (x.sum(axis=1, keepdims=True) > 0).astype("float32")
model = tf.keras.Sequential([tf.keras.layers.Dense(1, "sigmoid", kernel_initializer="zeros", input_shape=(2,))])
model.compile("sgd", "binary_crossentropy", metrics=["accuracy"])
with contextlib.redirect_stdout(io.StringIO()) as output:
    history = model.fit(x, y, batch_size=32, epochs=1, shuffle=False, verbose=1).history
bar = re.findall(r"10/10 \[=+\] - \d+s.*? - (loss: \S+ - accuracy: [\d.]+)", output.getvalue())[-1]
print("bar      ", bar)
print("History   loss: %.4f - accuracy: %.4f" % (history["loss"][0], history["accuracy"][0]))
PROGRAM

seen tensorflow-cpu==2.3.4 <<'SEEN'
bar       loss: 0.6890 - accuracy: 0.7469
History   loss: 0.6890 - accuracy: 0.7469
SEEN
seen tensorflow-cpu==2.4.4 <<'SEEN'
bar       loss: 0.6894 - accuracy: 0.8585
History   loss: 0.6890 - accuracy: 0.7469
SEEN
seen tensorflow-cpu==2.5.3 <<'SEEN'
bar       loss: 0.6890 - accuracy: 0.7469
History   loss: 0.6890 - accuracy: 0.7469
SEEN

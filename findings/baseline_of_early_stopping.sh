#!/usr/bin/env bash
# EarlyStopping(baseline=...) no longer stops a fit that stays behind its baseline, as long as the loss falls at all.
#
# Seen with tensorflow-cpu 2.4.4, 2.15.1 and 2.21.0, Python 3.8 and 3.11, x86-64. PYTHON names a Python 3.8.
# The manual of all three says that training stops if the model does not get better than the baseline. With patience=2 and a
# baseline of 0.0, which no loss gets below, 2.4 stops after two epochs; 2.15 and 2.21 train all twenty, for each loss is better
# than the one before. Only an epoch that is not better than the best so far makes them look at patience. Where the loss
# stands still both stop.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TF_CPP_MIN_LOG_LEVEL=3

seen() { # what is installed, the Python, other packages; what was seen comes on standard input
    "$2" -m venv "$folder/$1"
    "$folder/$1/bin/pip" install --quiet --disable-pip-version-check "$1" "${@:3}" 2>"$folder/stderr"
    diff <("$folder/$1/bin/python" "$folder/program.py" 2>"$folder/stderr") - || { cat "$folder/stderr" >&2; exit 1; }
    echo "$1: as seen"
}

cat >"$folder/program.py" <<'PROGRAM'
import numpy as np
import tensorflow as tf

keras = tf.keras
x = np.arange(10, dtype=np.float32)[:, None] / 10


def epochs(rate, baseline):
    model = keras.Sequential([keras.layers.Dense(1, kernel_initializer="ones")])
    model.compile(keras.optimizers.SGD(rate), "mse")
    stop = keras.callbacks.EarlyStopping("loss", patience=2, baseline=baseline)
    return len(model.fit(x, 3 * x, epochs=20, shuffle=False, verbose=0, callbacks=[stop]).epoch)


print("falling loss, no baseline    ", epochs(0.1, None))
print("falling loss, baseline 0.0   ", epochs(0.1, 0.0))
print("loss that stays, no baseline ", epochs(0.0, None))
print("loss that stays, baseline 0.0", epochs(0.0, 0.0))
PROGRAM

seen tensorflow-cpu==2.4.4 "${PYTHON:-python3.8}" "protobuf<3.21" "numpy<1.24" <<'SEEN'
falling loss, no baseline     20
falling loss, baseline 0.0    2
loss that stays, no baseline  3
loss that stays, baseline 0.0 2
SEEN
seen tensorflow-cpu==2.15.1 python3 <<'SEEN'
falling loss, no baseline     20
falling loss, baseline 0.0    20
loss that stays, no baseline  3
loss that stays, baseline 0.0 2
SEEN
seen tensorflow-cpu==2.21.0 python3 <<'SEEN'
falling loss, no baseline     20
falling loss, baseline 0.0    20
loss that stays, no baseline  3
loss that stays, baseline 0.0 2
SEEN

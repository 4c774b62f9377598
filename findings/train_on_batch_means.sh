#!/usr/bin/env bash
# From Keras 3 on train_on_batch and test_on_batch return means over all batches since compile, tests and training together.
#
# Seen with tensorflow-cpu 2.15.1 (Keras 2) and 2.21.0 with Keras 3.13.2, Python 3.11, x86-64.
# Keras 2 reset its metrics before each batch unless reset_metrics=False was given; Keras 3 takes no such argument and does
# not reset. The loss that a loop prints lags behind its batch, and the loss of a test that follows is that of the test
# averaged with all training before it: a model that is right on every example has 3.50 here, and 2.80 when it is asked once
# more. model.reset_metrics() before each call gives what Keras 2 gave.
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

x = np.array([[1.0], [2.0], [3.0]], "float32")
model = tf.keras.Sequential([tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")])
model.compile(tf.keras.optimizers.SGD(0.0), loss="mse")
# A rate of 0: the weight stays 1, and each loss is that of its batch alone.
for reset in (False, True):
    for offset in (1.0, 2.0, 3.0):
        if reset:
            model.reset_metrics()
        print("trained: expected %.2f," % offset**2, "returned %.2f" % model.train_on_batch(x, x + offset))
    for _ in range(2):
        if reset:
            model.reset_metrics()
        print("tested: expected 0.00,", "returned %.2f" % model.test_on_batch(x, x))
PROGRAM

seen tensorflow-cpu==2.15.1 <<'SEEN'
trained: expected 1.00, returned 1.00
trained: expected 4.00, returned 4.00
trained: expected 9.00, returned 9.00
tested: expected 0.00, returned 0.00
tested: expected 0.00, returned 0.00
trained: expected 1.00, returned 1.00
trained: expected 4.00, returned 4.00
trained: expected 9.00, returned 9.00
tested: expected 0.00, returned 0.00
tested: expected 0.00, returned 0.00
SEEN
seen tensorflow-cpu==2.21.0 keras==3.13.2 <<'SEEN'
trained: expected 1.00, returned 1.00
trained: expected 4.00, returned 2.50
trained: expected 9.00, returned 4.67
tested: expected 0.00, returned 3.50
tested: expected 0.00, returned 2.80
trained: expected 1.00, returned 1.00
trained: expected 4.00, returned 4.00
trained: expected 9.00, returned 9.00
tested: expected 0.00, returned 0.00
tested: expected 0.00, returned 0.00
SEEN

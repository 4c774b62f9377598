#!/usr/bin/env bash
# EarlyStopping(restore_best_weights=True) keeps the last weights of a fit that comes to its last epoch; from Keras 3 on the best.
#
# Seen with tensorflow-cpu 2.15.1 (Keras 2) and 2.21.0 with Keras 3.13.2, Python 3.11, x86-64.
# The callback of Keras 2 gives the weights of the best epoch back only when it is what stops the training; if epochs run
# out before its patience does, the model is that of the last epoch, however bad. In Keras 3 both ends are the same. Nothing
# is printed either way, and history and logs are equal: the saved model, its predictions and its evaluation are not.
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

x, y = np.ones((4, 1), "float32"), np.zeros((4, 1), "float32")
for epochs in (2, 3, 4, 5):
    model = tf.keras.Sequential([tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")])
    # Each step of this rate makes the weight minus twice what it was.
    model.compile(tf.keras.optimizers.SGD(1.5), loss="mse")
    stopping = tf.keras.callbacks.EarlyStopping(monitor="loss", patience=3, restore_best_weights=True)
    losses = model.fit(x, y, epochs=epochs, verbose=0, callbacks=[stopping]).history["loss"]
    weight = float(model.get_weights()[0][0, 0])
    print("%d epochs of %d: losses" % (len(losses), epochs), losses, "weight", weight)
PROGRAM

seen tensorflow-cpu==2.15.1 <<'SEEN'
2 epochs of 2: losses [1.0, 4.0] weight 4.0
3 epochs of 3: losses [1.0, 4.0, 16.0] weight -8.0
4 epochs of 4: losses [1.0, 4.0, 16.0, 64.0] weight -2.0
4 epochs of 5: losses [1.0, 4.0, 16.0, 64.0] weight -2.0
SEEN
seen tensorflow-cpu==2.21.0 keras==3.13.2 <<'SEEN'
2 epochs of 2: losses [1.0, 4.0] weight -2.0
3 epochs of 3: losses [1.0, 4.0, 16.0] weight -2.0
4 epochs of 4: losses [1.0, 4.0, 16.0, 64.0] weight -2.0
4 epochs of 5: losses [1.0, 4.0, 16.0, 64.0] weight -2.0
SEEN

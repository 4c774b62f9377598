#!/usr/bin/env bash
# Nadam of TensorFlow 2.12 to 2.15 trains otherwise in fit than with run_eagerly=True, and a model of one variable to NaN.
#
# Seen with tensorflow-cpu 2.12.1 and 2.15.1 (Keras 2) and 2.21.0 with Keras 3.13.2, Python 3.11, x86-64.
# Nadam keeps the product of its momenta, one factor more in each step. Whether a step has multiplied it already is told by a
# Python number, which counts at tracing only: so in a tf.function each variable multiplies it anew, or none does. One
# variable alone finds no factor in the first step and divides by 1 - 1; with two or more the loss falls, and slower (1.6423
# for 1.5280 after five steps). Adam is not concerned, and Keras 3 gives in fit what Keras 2 gives eagerly.
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

layers = tf.keras.layers
x = np.linspace(0, 2, 8).reshape(4, 2).astype("float32")
y = x.sum(axis=1, keepdims=True)
for optimizer, variables in (("Nadam", 1), ("Nadam", 2), ("Nadam", 4), ("Adam", 4)):
    for eagerly in (True, False):
        model = tf.keras.Sequential([tf.keras.Input((2,))])
        if variables == 4:
            model.add(layers.Dense(2, kernel_initializer="ones"))
        model.add(layers.Dense(1, use_bias=variables > 1, kernel_initializer="zeros"))
        model.compile(getattr(tf.keras.optimizers, optimizer)(0.1), "mse", run_eagerly=eagerly)
        losses = model.fit(x, y, batch_size=4, epochs=6, verbose=0).history["loss"]
        name = "%s, %d, %s" % (optimizer, len(model.trainable_variables), "eagerly" if eagerly else "in fit")
        print(name.ljust(17), *["%.4f" % loss for loss in losses])
PROGRAM

for release in tensorflow-cpu==2.12.1 tensorflow-cpu==2.15.1; do
    seen "$release" <<'SEEN'
Nadam, 1, eagerly 5.6327 4.4990 3.7897 3.2080 2.6951 2.2339
Nadam, 1, in fit  5.6327 nan nan nan nan nan
Nadam, 2, eagerly 5.6327 4.1304 3.2518 2.5703 2.0038 1.5280
Nadam, 2, in fit  5.6327 4.2415 3.3755 2.7098 2.1347 1.6423
Nadam, 4, eagerly 5.6327 3.1692 1.6796 0.6805 0.1812 0.0656
Nadam, 4, in fit  5.6327 4.0671 2.6798 1.4368 0.5498 0.1303
Adam, 4, eagerly  5.6327 3.2949 1.3825 0.2294 0.2106 0.9840
Adam, 4, in fit   5.6327 3.2949 1.3825 0.2294 0.2106 0.9840
SEEN
done
seen tensorflow-cpu==2.21.0 keras==3.13.2 <<'SEEN'
Nadam, 1, eagerly 5.6327 4.4990 3.7897 3.2080 2.6951 2.2339
Nadam, 1, in fit  5.6327 4.4990 3.7897 3.2080 2.6951 2.2339
Nadam, 2, eagerly 5.6327 4.1304 3.2518 2.5703 2.0038 1.5280
Nadam, 2, in fit  5.6327 4.1304 3.2518 2.5703 2.0038 1.5280
Nadam, 4, eagerly 5.6327 3.1692 1.6796 0.6805 0.1812 0.0656
Nadam, 4, in fit  5.6327 3.1692 1.6796 0.6805 0.1812 0.0656
Adam, 4, eagerly  5.6327 3.2949 1.3825 0.2294 0.2106 0.9840
Adam, 4, in fit   5.6327 3.2949 1.3825 0.2294 0.2106 0.9840
SEEN

#!/usr/bin/env bash
# A net whose first layer is all NaN goes on training in fit, losses 0.5625, 0.3600, 0.2304; eagerly its loss is NaN.
#
# Seen with tensorflow-cpu 2.15.1 (Keras 2) and 2.21.0 with Keras 3.13.2, Python 3.11, x86-64, with oneDNN, which is on by default.
# Within a tf.function or Session a product of matrices or a convolution, its bias and its relu become one kernel, and that
# kernel's relu makes 0 of NaN, where tf.nn.relu alone leaves it. So predict and evaluate give finite numbers, the layers
# behind go on learning from zeros, and the loss falls: only calling the model, run_eagerly=True or jit_compile=True show what has
# become of the weights. relu6 does it, too; elu, tanh and sigmoid do not. With TF_ENABLE_ONEDNN_OPTS=0 all of them are NaN.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TF_CPP_MIN_LOG_LEVEL=3

seen() { # $1 and what follows are installed; what was seen comes on standard input
    python3 -m venv "$folder/$1"
    "$folder/$1/bin/pip" install --quiet --disable-pip-version-check "$@"
    diff <("$folder/$1/bin/python" "$folder/program.py" 2>"$folder/stderr"
        TF_ENABLE_ONEDNN_OPTS=0 "$folder/$1/bin/python" "$folder/program.py" 2>"$folder/stderr") - ||
        { cat "$folder/stderr" >&2; exit 1; }
    echo "$1: as seen"
}

cat >"$folder/program.py" <<'PROGRAM'
import os

import numpy as np
import tensorflow as tf

layers = tf.keras.layers


def trained(name, *first, shape):
    model = tf.keras.Sequential([*first, layers.Dense(1)])
    inputs, labels = np.ones((4, *shape), "float32"), np.ones((4, 1), "float32")
    model.build(inputs.shape)
    weights = model.get_weights()
    weights[0][:] = np.nan
    weights[-1][:] = 0.25
    model.set_weights(weights)
    print(name)
    for way in ({}, {"run_eagerly": True}, {"jit_compile": True}):
        model.compile(tf.keras.optimizers.SGD(0.1), "mse", **way)
        print("  ", way or "as usual", "evaluate %.4f" % model.evaluate(inputs, labels, verbose=0))
    model.compile(tf.keras.optimizers.SGD(0.1), "mse")
    print("   fit", *("%.4f" % loss for loss in model.fit(inputs, labels, epochs=3, verbose=0).history["loss"]))
    print("   called", model(inputs).numpy()[0, 0], "predicted %.4f" % model.predict(inputs, verbose=0)[0, 0])


print("TF_ENABLE_ONEDNN_OPTS", os.environ.get("TF_ENABLE_ONEDNN_OPTS"))
trained("dense", layers.Dense(8, "relu"), shape=(3,))
trained("convolution", layers.Conv2D(2, 2, activation="relu"), layers.Flatten(), shape=(4, 4, 1))
trained("tanh", layers.Dense(8, "tanh"), shape=(3,))
PROGRAM

for release in tensorflow-cpu==2.15.1 "tensorflow-cpu==2.21.0 keras==3.13.2"; do
    # shellcheck disable=SC2086
    seen $release <<'SEEN'
TF_ENABLE_ONEDNN_OPTS None
dense
   as usual evaluate 0.5625
   {'run_eagerly': True} evaluate nan
   {'jit_compile': True} evaluate nan
   fit 0.5625 0.3600 0.2304
   called nan predicted 0.6160
convolution
   as usual evaluate 0.5625
   {'run_eagerly': True} evaluate nan
   {'jit_compile': True} evaluate nan
   fit 0.5625 0.3600 0.2304
   called nan predicted 0.6160
tanh
   as usual evaluate nan
   {'run_eagerly': True} evaluate nan
   {'jit_compile': True} evaluate nan
   fit nan nan nan
   called nan predicted nan
TF_ENABLE_ONEDNN_OPTS 0
dense
   as usual evaluate nan
   {'run_eagerly': True} evaluate nan
   {'jit_compile': True} evaluate nan
   fit nan nan nan
   called nan predicted nan
convolution
   as usual evaluate nan
   {'run_eagerly': True} evaluate nan
   {'jit_compile': True} evaluate nan
   fit nan nan nan
   called nan predicted nan
tanh
   as usual evaluate nan
   {'run_eagerly': True} evaluate nan
   {'jit_compile': True} evaluate nan
   fit nan nan nan
   called nan predicted nan
SEEN
done

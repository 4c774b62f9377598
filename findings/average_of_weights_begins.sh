#!/usr/bin/env bash
# use_ema=True: Keras 3 begins the average of the weights with those after the first step, Keras 2 with the initial ones.
#
# Seen with tensorflow-cpu 2.15.1 and 2.21.0, Python 3.11, x86-64.
# Neither corrects for the start. In Keras 2 the average is momentum * average + (1 - momentum) * weights from the initial weights
# on; in Keras 3 the momentum of the first step is 0. fit ends with the averages as the weights, so that after 20 steps with
# ema_momentum=0.99 a weight on its way from 0 to 1, at 0.8784, is 0.1125 in one and 0.1943 in the other. tf.train's
# ExponentialMovingAverage begins with the initial value, too.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TF_CPP_MIN_LOG_LEVEL=3

seen() { # what is installed; what was seen comes on standard input
    python3 -m venv "$folder/$1"
    "$folder/$1/bin/pip" install --quiet --disable-pip-version-check "$1" 2>"$folder/stderr"
    diff <("$folder/$1/bin/python" "$folder/program.py" 2>"$folder/stderr") - || { cat "$folder/stderr" >&2; exit 1; }
    echo "$1: as seen"
}

cat >"$folder/program.py" <<'PROGRAM'
import numpy as np
import tensorflow as tf

keras = tf.keras
one = np.ones((1, 1), np.float32)


def weight(steps, **average):
    model = keras.Sequential([keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")])
    model.compile(keras.optimizers.SGD(0.05, **average), "mse")
    model.fit(one, one, epochs=steps, verbose=0)
    return "%.4f" % model.get_weights()[0].item()


print("weight ", *(weight(steps) for steps in (1, 2, 5, 20)))
for momentum in (0.9, 0.99):
    print("average", *(weight(steps, use_ema=True, ema_momentum=momentum) for steps in (1, 2, 5, 20)))
PROGRAM

seen tensorflow-cpu==2.15.1 <<'SEEN'
weight  0.1000 0.1900 0.4095 0.8784
average 0.0100 0.0280 0.1143 0.6353
average 0.0010 0.0029 0.0130 0.1125
SEEN
seen tensorflow-cpu==2.21.0 <<'SEEN'
weight  0.1000 0.1900 0.4095 0.8784
average 0.1000 0.1090 0.1733 0.6474
average 0.1000 0.1009 0.1081 0.1943
SEEN

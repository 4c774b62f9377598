#!/usr/bin/env bash
# layer.trainable that is set behind compile counts from Keras 3 on, if fit has not run yet; behind a fit it does not.
#
# Seen with tensorflow-cpu 2.15.1 (Keras 2) and 2.21.0 with Keras 3.13.2, Python 3.11, x86-64.
# In Keras 2 compile is what takes note of which layers are trained, and a change behind it waits for the next compile. In Keras
# 3 the first fit takes note: a layer that is frozen between compile and fit stands still, where it went on learning before, and
# one that is frozen after a first fit goes on learning. Transfer learning that thaws a base behind compile, by mistake, trains
# all of it now and trained nothing of it then; nothing warns of either.
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

inputs = np.ones([4, 1], "float32")


def moves(model, layer):
    before = layer.get_weights()[0].copy()
    model.fit(inputs, 0 * inputs, verbose=0)
    return "moves" if (layer.get_weights()[0] != before).any() else "stands still"


def made(trainable):
    base = tf.keras.layers.Dense(1, kernel_initializer="ones", trainable=trainable)
    model = tf.keras.Sequential([base, tf.keras.layers.Dense(1, kernel_initializer="ones")])
    model.build((None, 1))
    model.compile(tf.keras.optimizers.SGD(0.01), "mse")
    return model, base


model, base = made(True)
base.trainable = False
print("frozen behind compile:           ", moves(model, base))
model, base = made(False)
base.trainable = True
print("thawed behind compile:           ", moves(model, base))
model, base = made(True)
moves(model, base)
base.trainable = False
print("frozen behind compile and a fit: ", moves(model, base))
model.compile(tf.keras.optimizers.SGD(0.01), "mse")
print("and compiled once more:          ", moves(model, base))
PROGRAM

seen tensorflow-cpu==2.15.1 <<'SEEN'
frozen behind compile:            moves
thawed behind compile:            stands still
frozen behind compile and a fit:  moves
and compiled once more:           stands still
SEEN
seen tensorflow-cpu==2.21.0 keras==3.13.2 <<'SEEN'
frozen behind compile:            stands still
thawed behind compile:            moves
frozen behind compile and a fit:  moves
and compiled once more:           stands still
SEEN

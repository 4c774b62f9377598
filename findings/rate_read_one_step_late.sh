#!/usr/bin/env bash
# optimizer.learning_rate under a schedule is the rate of the step before in TensorFlow 2.15, and of the step to come in Keras 3.
#
# Seen with tensorflow-cpu 2.15.1 and 2.21.0, Python 3.11, x86-64.
# A weight of gradient 1 moves by the rate, so the rate of each step is known: 1.0, 0.5, 0.25. Read between the steps, as
# scripts do that log it, 2.15 gives what the step before has used (and before any step that of step 0), 2.21 what the next one
# will use. Both train alike; logs of the rate are off by one line. A log of the rate that is read before each step repeats
# its first value in 2.15: a drop of a staircase is logged one step late.
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
import tensorflow as tf

keras = tf.keras
schedule = keras.optimizers.schedules.ExponentialDecay(1.0, decay_steps=1, decay_rate=0.5)
optimizer = keras.optimizers.SGD(schedule)
weight = tf.Variable(10.0)
for step in range(3):
    read_before = float(optimizer.learning_rate)
    before = float(weight)
    optimizer.apply_gradients([(tf.constant(1.0), weight)])
    moved = before - float(weight)
    print(f"step {step}: read before {read_before}, moved by {moved}, read after {float(optimizer.learning_rate)}")
PROGRAM

seen tensorflow-cpu==2.15.1 <<'SEEN'
step 0: read before 1.0, moved by 1.0, read after 1.0
step 1: read before 1.0, moved by 0.5, read after 0.5
step 2: read before 0.5, moved by 0.25, read after 0.25
SEEN
seen tensorflow-cpu==2.21.0 <<'SEEN'
step 0: read before 1.0, moved by 1.0, read after 0.5
step 1: read before 0.5, moved by 0.5, read after 0.25
step 2: read before 0.25, moved by 0.25, read after 0.125
SEEN

#!/usr/bin/env bash
# A staircase decay drops one step late in a function or session, and on time eagerly, where decay_steps is 41, 47, 55 or 235.
#
# Seen with tensorflow-cpu 2.15.1 and 2.21.0, Python 3.11, x86-64.
# Graphs have divisions by constants folded into products with their reciprocals, and step 55 * float32(1 / 55) is a little
# less than 1. So do 135 of the numbers from 2 to 1000; 235 is an epoch of MNIST in batches of 256. exponential_decay of
# TensorFlow 1 in a Session, and ExponentialDecay that an optimizer asks within tf.function, train one step more with the old
# rate than the same lines do eagerly; without constant folding they do not.
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


def moves(apply, weight, count):
    values = [0.0]
    for _ in range(count):
        apply()
        values.append(float(weight))
    return ["%.1f" % (before - after) for before, after in zip(values, values[1:])][-5:]


def trained(decay_steps, wrap):
    schedule = tf.keras.optimizers.schedules.ExponentialDecay(1.0, decay_steps, 0.5, staircase=True)
    optimizer, weight = tf.keras.optimizers.SGD(schedule), tf.Variable(0.0)
    optimizer.build([weight])
    return moves(wrap(lambda: optimizer.apply_gradients([(tf.constant(1.0), weight)])), weight, decay_steps + 3)


def in_a_session(decay_steps):
    with tf.Graph().as_default(), tf.compat.v1.Session() as session:
        step = tf.compat.v1.train.get_or_create_global_step()
        rate = tf.compat.v1.train.exponential_decay(1.0, step, decay_steps, 0.5, staircase=True)
        further = step.assign_add(1)
        session.run(tf.compat.v1.global_variables_initializer())
        rates = [(session.run(rate), session.run(further))[0] for _ in range(decay_steps + 3)]
    return ["%.1f" % each for each in rates[-5:]]


for decay_steps in (50, 55, 235):
    print(decay_steps, "eagerly", *trained(decay_steps, lambda step: step))
    print(decay_steps, "in a function", *trained(decay_steps, tf.function))
    print(decay_steps, "in a session", *in_a_session(decay_steps))
tf.config.optimizer.set_experimental_options({"constant_folding": False})
print(235, "in a function, nothing folded", *trained(235, tf.function))
ones = np.arange(2, 1001, dtype="float32")
print(np.sum(np.floor(ones * (np.float32(1) / ones)) < 1), "of 999")
PROGRAM

for release in tensorflow-cpu==2.15.1 tensorflow-cpu==2.21.0; do
    seen "$release" <<'SEEN'
50 eagerly 1.0 1.0 0.5 0.5 0.5
50 in a function 1.0 1.0 0.5 0.5 0.5
50 in a session 1.0 1.0 0.5 0.5 0.5
55 eagerly 1.0 1.0 0.5 0.5 0.5
55 in a function 1.0 1.0 1.0 0.5 0.5
55 in a session 1.0 1.0 1.0 0.5 0.5
235 eagerly 1.0 1.0 0.5 0.5 0.5
235 in a function 1.0 1.0 1.0 0.5 0.5
235 in a session 1.0 1.0 1.0 0.5 0.5
235 in a function, nothing folded 1.0 1.0 0.5 0.5 0.5
135 of 999
SEEN
done

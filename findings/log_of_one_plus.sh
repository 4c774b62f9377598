#!/usr/bin/env bash
# log(1 + x) and exp(x) - 1 by hand keep the digits of a small x in a tf.function; eagerly and in a session they are 0.0.
#
# Seen with tensorflow-cpu 2.15.1 and 2.21.0, Python 3.11, x86-64.
# A function has them rewritten to log1p and expm1, which nothing in it asks for: the logistic loss log(1 + exp(-z)) of a model
# that is sure, z = 17 and more, goes on falling below 1e-8 where the same lines stop at 0.0 eagerly and stopped there in a
# Session of TensorFlow 1. log(1 - x) is not rewritten. So a port whose loss moves into a tf.function reports another loss, and
# the lines give another number when run_functions_eagerly is switched on to look at it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TF_CPP_MIN_LOG_LEVEL=3

seen() { # $1 and what follows are installed; what was seen comes on standard input
    python3 -m venv "$folder/$1"
    "$folder/$1/bin/pip" install --quiet --disable-pip-version-check "$@" 2>"$folder/stderr"
    diff <("$folder/$1/bin/python" "$folder/program.py" 2>"$folder/stderr") - || { cat "$folder/stderr" >&2; exit 1; }
    echo "$1: as seen"
}

cat >"$folder/program.py" <<'PROGRAM'
import tensorflow as tf

sure = [17.0, 20.0, 30.0]
losses = {
    "mean of log(1 + exp(-z))": lambda z: tf.reduce_mean(tf.math.log(1.0 + tf.exp(-z))),
    "mean of exp(z / 1e9) - 1": lambda z: tf.reduce_mean(tf.exp(z * 1e-9) - 1.0),
    "mean of log(1 - exp(-z))": lambda z: tf.reduce_mean(tf.math.log(1.0 - tf.exp(-z))),
}
for name, loss in losses.items():
    with tf.Graph().as_default(), tf.compat.v1.Session() as session:
        z = tf.compat.v1.placeholder(tf.float32, [None])
        in_session = session.run(loss(z), {z: sure})
    in_function = tf.function(loss, input_signature=[tf.TensorSpec([None])])(tf.constant(sure))
    tf.config.run_functions_eagerly(True)
    looked_at = tf.function(loss)(tf.constant(sure))
    tf.config.run_functions_eagerly(False)
    print(name, *["%.3g" % each for each in (loss(tf.constant(sure)), in_session, in_function, looked_at)])
PROGRAM

for release in tensorflow-cpu==2.15.1 tensorflow-cpu==2.21.0; do
    seen "$release" <<'SEEN'
mean of log(1 + exp(-z)) 0 0 1.45e-08 0
mean of exp(z / 1e9) - 1 0 0 2.23e-08 0
mean of log(1 - exp(-z)) -1.99e-08 -1.99e-08 -1.99e-08 -1.99e-08
SEEN
done

#!/usr/bin/env bash
# TensorFlow 1.15 leaves a NaN out of reduce_max, and of tf.maximum where it is the second argument; 2.4 hands it on.
#
# Seen with tensorflow 1.15.5 (Python 3.7), 2.4.4 (Python 3.8) and tensorflow-cpu 2.21.0 (Python 3.11), x86-64.
# The largest of [1, nan, 2] is 2 in 1.15, of nothing but NaN -inf, and of one single NaN nan; the largest absolute weight, by
# which a run is watched, stays finite when weights are lost. A rectifier that is written tf.maximum(0., x) makes zeros of NaN
# there, tf.maximum(x, 0.) and tf.nn.relu do not: a net goes on training in 1.15 which prints nan from its first bad batch on
# in TensorFlow 2. tf.nn.max_pool leaves a NaN out to this day.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TF_CPP_MIN_LOG_LEVEL=3

seen() { # in Python $1, $2 and what follows are installed; what was seen comes on standard input
    local python=$1
    shift
    "$python" -m venv "$folder/$1"
    "$folder/$1/bin/pip" install --quiet --disable-pip-version-check "$@"
    diff <("$folder/$1/bin/python" "$folder/program.py" 2>"$folder/stderr") - || { cat "$folder/stderr" >&2; exit 1; }
    echo "$1: as seen"
}

cat >"$folder/program.py" <<'PROGRAM'
import tensorflow as tf

nan = float("nan")


def run(function, values):
    with tf.Graph().as_default(), tf.compat.v1.Session() as session:
        return session.run(function(tf.compat.v1.placeholder_with_default(values, [None]))).tolist()


def pooled(x):
    return tf.reshape(tf.compat.v1.nn.max_pool(tf.reshape(x, [1, 1, -1, 1]), [1, 1, 2, 1], [1, 1, 2, 1], "VALID"), [-1])


print("reduce_max", [run(tf.reduce_max, values) for values in ([1.0, nan, 2.0], [nan, nan], [nan])])
print("reduce_min", [run(tf.reduce_min, values) for values in ([1.0, nan, 2.0], [nan, nan], [nan])])
print("maximum(0, x)", run(lambda x: tf.maximum(0.0, x), [nan, -1.0, 2.0]))
print("maximum(x, 0)", run(lambda x: tf.maximum(x, 0.0), [nan, -1.0, 2.0]))
print("relu", run(tf.nn.relu, [nan, -1.0, 2.0]))
print("max_pool", run(pooled, [nan, 1.0, 1.0, nan]))
PROGRAM

seen "${PYTHON:-python3.7}" tensorflow==1.15.5 "protobuf<3.21" "numpy<1.19" <<'SEEN'
reduce_max [2.0, -inf, nan]
reduce_min [1.0, inf, nan]
maximum(0, x) [0.0, 0.0, 2.0]
maximum(x, 0) [nan, 0.0, 2.0]
relu [nan, 0.0, 2.0]
max_pool [1.0, 1.0]
SEEN
seen "${PYTHON38:-python3.8}" tensorflow-cpu==2.4.4 "protobuf<3.21" <<'SEEN'
reduce_max [nan, nan, nan]
reduce_min [nan, nan, nan]
maximum(0, x) [nan, 0.0, 2.0]
maximum(x, 0) [nan, 0.0, 2.0]
relu [nan, 0.0, 2.0]
max_pool [1.0, 1.0]
SEEN
seen python3 tensorflow-cpu==2.21.0 <<'SEEN'
reduce_max [nan, nan, nan]
reduce_min [nan, nan, nan]
maximum(0, x) [nan, 0.0, 2.0]
maximum(x, 0) [nan, 0.0, 2.0]
relu [nan, 0.0, 2.0]
max_pool [1.0, 1.0]
SEEN

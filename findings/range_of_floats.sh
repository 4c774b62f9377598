#!/usr/bin/env bash
# Until TensorFlow 2.11 tf.range of floats adds its step up: the last of tf.range(0.0, 1000.0, 0.1) is 999.8029, since 2.12 999.9.
#
# Seen with tensorflow-cpu 2.11.1 and 2.12.1, Python 3.10, x86-64. PYTHON names a Python 3.10.
# After a thousand steps of 0.1 it is off by 0.001, after ten thousand by 0.0971, which is nearly a whole step. numpy.arange in
# float32 is right to the last digit. So a script whose time axis, positions or schedule is a tf.range of floats computes
# something else since 2.12; the shape is the same, and no warning tells.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TF_CPP_MIN_LOG_LEVEL=3

seen() { # $1 is installed; what was seen comes on standard input
    "${PYTHON:-python3.10}" -m venv "$folder/$1"
    "$folder/$1/bin/pip" install --quiet --disable-pip-version-check "$1" "numpy<1.25"
    diff <("$folder/$1/bin/python" "$folder/program.py" 2>"$folder/stderr") - || { cat "$folder/stderr" >&2; exit 1; }
    echo "$1: as seen"
}

cat >"$folder/program.py" <<'PROGRAM'
import numpy as np
import tensorflow as tf

for count in (10, 1000, 10000):
    stop = count * 0.1
    last = tf.range(0.0, stop, 0.1)[count - 1], np.arange(0, stop, 0.1, "float32")[count - 1]
    print(count, *["%.4f" % each for each in last])
PROGRAM

seen tensorflow-cpu==2.11.1 <<'SEEN'
10 0.9000 0.9000
1000 99.8990 99.9000
10000 999.8029 999.9000
SEEN
seen tensorflow-cpu==2.12.1 <<'SEEN'
10 0.9000 0.9000
1000 99.9000 99.9000
10000 999.9000 999.9000
SEEN

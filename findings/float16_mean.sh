#!/usr/bin/env bash
# tf.reduce_mean of 65520 or more float16 numbers is 0.0 or nan, whatever they are; of bfloat16 it depends on the release.
#
# Seen with tensorflow-cpu 2.15.1 and 2.21.0, Python 3.11, x86-64.
# The sum is divided by the count in the dtype of the input, and from 65520 on the count is inf in float16: the mean of
# 65520 halves is 0.0, of as many ones (whose sum is inf, too) nan. numpy.mean gives 0.5 and 1.0. The mean of 70000
# bfloat16 ones is 0.9921875 on 2.15.1 and 1.0 on 2.21.0. A metric over a large batch in mixed precision meets this.
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

for count in (65504, 65520):
    halves, ones = (tf.fill([count], tf.constant(value, tf.float16)) for value in (0.5, 1.0))
    print(count, float(tf.reduce_mean(halves)), float(tf.reduce_mean(ones)), float(np.mean(halves.numpy())))
print("bfloat16", float(tf.reduce_mean(tf.fill([70000], tf.constant(1.0, tf.bfloat16)))))
PROGRAM

seen tensorflow-cpu==2.15.1 <<'SEEN'
65504 0.5 1.0 0.5
65520 0.0 nan 0.5
bfloat16 0.9921875
SEEN
seen tensorflow-cpu==2.21.0 <<'SEEN'
65504 0.5 1.0 0.5
65520 0.0 nan 0.5
bfloat16 1.0
SEEN

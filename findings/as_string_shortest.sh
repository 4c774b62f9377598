#!/usr/bin/env bash
# tf.strings.as_string(x, shortest=True) is not the shortest text that gives x back: it has six digits, and loses the rest.
#
# Seen with tensorflow-cpu 2.15.1 and 2.21.0, Python 3.11, x86-64.
# 16777216.0 is written as 1.67772e+07, which reads as 16777200.0; a third as 0.333333. Its default, six decimals, writes
# 1e-07 as 0.000000. tf.strings.format (and tf.print) write what gives the float32 back, with nine digits: 0.333333343,
# where NumPy writes 0.33333334. So one tensor has several texts in a log, and not all of them hold its value.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TF_CPP_MIN_LOG_LEVEL=3

cat >"$folder/program.py" <<'PROGRAM'
import numpy as np
import tensorflow as tf

for number in (16777216.0, 1 / 3, 1e-7):
    value = tf.constant(number)
    texts = [tf.strings.as_string(value), tf.strings.as_string(value, shortest=True), tf.strings.format("{}", value)]
    read = [text.numpy().decode() for text in texts]
    print(*["%s %s" % (text, np.float32(text) == value.numpy()) for text in read], sep=", ")
PROGRAM

for release in 2.15.1 2.21.0; do
    python3 -m venv "$folder/$release"
    "$folder/$release/bin/pip" install --quiet --disable-pip-version-check "tensorflow-cpu==$release"
    diff <("$folder/$release/bin/python" "$folder/program.py" 2>"$folder/stderr") - <<'SEEN' || { cat "$folder/stderr" >&2; exit 1; }
16777216.000000 True, 1.67772e+07 False, 16777216 True
0.333333 False, 0.333333 False, 0.333333343 True
0.000000 False, 1e-07 True, 1e-07 True
SEEN
    echo "tensorflow-cpu $release: as seen"
done

#!/usr/bin/env bash
# tanh of NaN is -1 from TensorFlow 1.5 to 1.13 where eight numbers or more stand beside each other; since 1.14 it is NaN.
#
# Seen with tensorflow 1.4.1, 1.5.1, 1.12.3, 1.13.2 and 1.14.0, Python 3.6 (which PYTHON names), x86-64.
# Numbers are worked through in groups of eight, and the rest one by one: of seventeen NaN sixteen become -1 and the last stays.
# A recurrent layer of eight units that is given a missing value has -1 in that step and goes on as if nothing had been, and
# so does one whose weights are lost; with seven units, or on 1.4 and from 1.14 on, everything behind that step is NaN. So data
# with gaps that trained there, and the log of it, come to NaN in TensorFlow 2 without a line changed. sigmoid and exp keep NaN.
set -euo pipefail
python=${PYTHON:-python3.6}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TF_CPP_MIN_LOG_LEVEL=3

seen() { # $1 is installed; what was seen comes on standard input
    "$python" -m venv "$folder/$1"
    # the pip that comes with Python 3.6 would take packages of newer Pythons
    "$folder/$1/bin/pip" install --quiet --disable-pip-version-check pip==21.3.1
    "$folder/$1/bin/pip" install --quiet --disable-pip-version-check "$1" "protobuf<3.18" "h5py<3" "numpy<1.17"
    diff <("$folder/$1/bin/python" "$folder/program.py" 2>"$folder/stderr") - || { cat "$folder/stderr" >&2; exit 1; }
    echo "$1: as seen"
}

cat >"$folder/program.py" <<'PROGRAM'
import numpy as np
import tensorflow as tf


def told(numbers):
    return " ".join("nan" if np.isnan(each) else "%d" % each for each in numbers)


with tf.Session() as session:
    numbers = tf.placeholder(tf.float32, [None])
    for count in (7, 8, 17):
        print(count, told(session.run(tf.tanh(numbers), {numbers: np.full(count, np.nan)})))
    print("sigmoid", told(session.run(tf.sigmoid(numbers), {numbers: np.full(8, np.nan)})))
    sequence = np.ones([1, 5, 2], np.float32)
    sequence[0, 2, 0] = np.nan
    for units in (7, 8):
        with tf.variable_scope("units_%d" % units, initializer=tf.zeros_initializer()):
            cell = tf.nn.rnn_cell.BasicRNNCell(units)
            outputs, _ = tf.nn.dynamic_rnn(cell, tf.constant(sequence), dtype=tf.float32)
        session.run(tf.global_variables_initializer())
        print(units, "units:", told(session.run(outputs)[0, :, 0]))
PROGRAM

seen tensorflow==1.4.1 <<'SEEN'
7 nan nan nan nan nan nan nan
8 nan nan nan nan nan nan nan nan
17 nan nan nan nan nan nan nan nan nan nan nan nan nan nan nan nan nan
sigmoid nan nan nan nan nan nan nan nan
7 units: 0 0 nan nan nan
8 units: 0 0 nan nan nan
SEEN
for release in 1.5.1 1.12.3 1.13.2; do
    seen "tensorflow==$release" <<'SEEN'
7 nan nan nan nan nan nan nan
8 -1 -1 -1 -1 -1 -1 -1 -1
17 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 nan
sigmoid nan nan nan nan nan nan nan nan
7 units: 0 0 nan nan nan
8 units: 0 0 -1 0 0
SEEN
done
seen tensorflow==1.14.0 <<'SEEN'
7 nan nan nan nan nan nan nan
8 nan nan nan nan nan nan nan nan
17 nan nan nan nan nan nan nan nan nan nan nan nan nan nan nan nan nan
sigmoid nan nan nan nan nan nan nan nan
7 units: 0 0 nan nan nan
8 units: 0 0 nan nan nan
SEEN

#!/usr/bin/env bash
# The logarithm of a number has other last digits depending on where in its tensor it stands; so the loss of an example on its batch.
#
# Seen with tensorflow-cpu 2.15.1 and 2.21.0, Python 3.11, x86-64.
# A tensor is worked through in groups of 4, 8 or 16 numbers, and what is left over one by one, by another algorithm: of nineteen
# times the same number tf.math.log, exp, sin, expm1 and softplus give two results, a unit in the last place apart, for some of
# 300 numbers drawn; sqrt, tanh and erf do not, nor does NumPy. A binary crossentropy, example by example, differs between a
# batch of 16 and a rest of 3, with no sum in it, no thread and no seed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TF_CPP_MIN_LOG_LEVEL=3

seen() { # $1 is installed; what was seen comes on standard input
    "${PYTHON:-python3}" -m venv "$folder/$1"
    "$folder/$1/bin/pip" install --quiet --disable-pip-version-check "$1"
    diff <("$folder/$1/bin/python" "$folder/program.py" 2>"$folder/stderr") - || { cat "$folder/stderr" >&2; exit 1; }
    echo "$1: as seen"
}

cat >"$folder/program.py" <<'PROGRAM'
import numpy as np
import tensorflow as tf

numbers = np.random.RandomState(0).uniform(0.1, 3, 300).astype("float32")


def differing(function, *sizes):
    """For how many numbers a tensor that holds one of them many times gives more than one result."""
    found = [[np.asarray(function(np.full(size, number))) for size in sizes] for number in numbers]
    return sum(len(np.unique(np.concatenate(each))) > 1 for each in found)


def loss(logits):
    return tf.nn.sigmoid_cross_entropy_with_logits(tf.ones_like(logits), tf.constant(logits))


for name in ("log", "exp", "sin", "expm1", "softplus", "sqrt", "tanh", "erf"):
    print(name, differing(getattr(tf.math, name), 19) > 0)
print("numpy", [differing(function, 19) for function in (np.log, np.exp, np.sin, np.expm1)])
print("a batch of 16 and one of 3", differing(loss, 16, 3) > 0)
PROGRAM

for release in tensorflow-cpu==2.15.1 tensorflow-cpu==2.21.0; do
    seen "$release" <<'SEEN'
log True
exp True
sin True
expm1 True
softplus True
sqrt False
tanh False
erf False
numpy [0, 0, 0, 0]
a batch of 16 and one of 3 True
SEEN
done

#!/usr/bin/env bash
# At a logit of 0.0, where weights of zeros begin, the weighted cross entropy has the gradients 1 and 0 for 0.5 and -pos_weight / 2.
#
# Seen with tensorflow-cpu 2.15.1 and 2.21.0, Python 3.11, x86-64; 2.4.4 gave the same.
# tf.nn.weighted_cross_entropy_with_logits is smooth, and its slope at 0.0, measured between -0.01 and 0.01, is 0.5 for a label of
# 0 and -2.0 for a label of 1 with pos_weight=4.0. Its gradient at exactly 0.0 is 1.0 and 0.0: examples of label 1 count nothing
# there, and those of label 0 twice. A logistic regression that begins with tf.zeros makes its whole first step with these, also
# with pos_weight=1.0. tf.nn.sigmoid_cross_entropy_with_logits has the true gradient there.
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

logits = tf.Variable([0.0, 0.0])
truth = tf.constant([0.0, 1.0])


def gradient(loss):
    with tf.GradientTape() as tape:
        total = tf.reduce_sum(loss(logits))
    return " ".join("%6.3f" % each for each in tape.gradient(total, logits).numpy())


def near(loss):
    return " ".join("%6.3f" % ((loss(logits + 0.01)[i] - loss(logits - 0.01)[i]) / 0.02) for i in range(2))


def weighted(x):
    return tf.nn.weighted_cross_entropy_with_logits(truth, x, 4.0)


def plain(x):
    return tf.nn.sigmoid_cross_entropy_with_logits(labels=truth, logits=x)


print("weight 4: gradient", gradient(weighted), "  between -0.01 and 0.01", near(weighted))
print("plain:    gradient", gradient(plain), "  between -0.01 and 0.01", near(plain))
PROGRAM

for release in tensorflow-cpu==2.15.1 tensorflow-cpu==2.21.0; do
    seen "$release" <<'SEEN'
weight 4: gradient  1.000  0.000   between -0.01 and 0.01  0.500 -2.000
plain:    gradient  0.500 -0.500   between -0.01 and 0.01  0.500 -0.500
SEEN
done

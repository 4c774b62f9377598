#!/usr/bin/env bash
# 0.0 * NaN is 0.0 inside a tf.function of TensorFlow 2.15 where the shape is known, and NaN outside of it, and on 2.21.
#
# Seen with tensorflow-cpu 2.15.1 and 2.21.0, Python 3.11, x86-64.
# Constant folding writes zeros for whatever is multiplied by a constant 0 on 2.15.1: a term of the loss that is switched
# off by a coefficient of 0.0, here an entropy of a probability that is 0, is NaN eagerly and vanishes in a function, value
# and gradient. A batch of unknown size, or the coefficient as a tensor, gives the NaN back. A script that trains on 2.15.1 for
# that alone has a loss of NaN on 2.21.0.
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
import tensorflow as tf

logits = tf.constant([[0.0, 0.0, -200.0]])


def loss(logits, coefficient=0.0):
    p = tf.nn.softmax(logits)
    entropy = -tf.reduce_sum(p * tf.math.log(p))
    return tf.reduce_mean(-tf.math.log(p[:, 0])) - coefficient * entropy


def gradient(logits):
    with tf.GradientTape() as tape:
        tape.watch(logits)
        value = loss(logits)
    return tape.gradient(value, logits)[0, 0]


def switched_off(losses):
    return tf.reduce_sum(losses * 0.0)


print("eagerly: loss %.4f, gradient %.4f" % (loss(logits), gradient(logits)))
print("in a function: loss %.4f, gradient %.4f" % (tf.function(loss)(logits), tf.function(gradient)(logits)))
print("in a function, the coefficient a tensor: loss %.4f" % tf.function(loss)(logits, tf.constant(0.0)))
for shape in ([2], [None]):
    function = tf.function(switched_off, input_signature=[tf.TensorSpec(shape)])
    print("in a function, shape %s: %.1f" % (shape, function(tf.constant([1.0, float("nan")]))))
tf.config.optimizer.set_experimental_options({"constant_folding": False})
print("in a function, nothing folded: loss %.4f" % tf.function(loss)(logits))
PROGRAM

seen tensorflow-cpu==2.15.1 <<'SEEN'
eagerly: loss nan, gradient nan
in a function: loss 0.6931, gradient -0.5000
in a function, the coefficient a tensor: loss nan
in a function, shape [2]: 0.0
in a function, shape [None]: nan
in a function, nothing folded: loss nan
SEEN
seen tensorflow-cpu==2.21.0 <<'SEEN'
eagerly: loss nan, gradient nan
in a function: loss nan, gradient nan
in a function, the coefficient a tensor: loss nan
in a function, shape [2]: nan
in a function, shape [None]: nan
in a function, nothing folded: loss nan
SEEN

#!/usr/bin/env bash
# Since TensorFlow 1.14 a loss or accuracy that is fetched alone may be another than with the training: 100 for NaN, 0.5 for 1.
#
# Seen with tensorflow 1.13.2, 1.14.0, Python 3.7, and tensorflow-cpu 2.21.0, Python 3.11, x86-64. PYTHON names a Python 3.7.
# log(softmax(x)) is rewritten to log_softmax(x), and argmax(relu(x)) to argmax(x), where nothing else in the run needs what stands
# between. The gradient needs the softmax: so the crossentropy written by hand, that of the first MNIST tutorials, is NaN in
# run([loss, train]) and finite in run(loss), in the very step that makes all weights NaN. The loss needs the relu: a network that
# ends in one, and has zeros for an example, is right by argmax of zeros, 0, in run([accuracy, loss]), and by numbers that it does
# not put out in run(accuracy). Up to 1.13 and eagerly the two agree; a tf.function does as a run.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TF_CPP_MIN_LOG_LEVEL=3

seen() { # a Python, and what is installed for it; what was seen comes on standard input
    "$1" -m venv "$folder/$2"
    "$folder/$2/bin/pip" install --quiet --disable-pip-version-check "${@:2}" 2>"$folder/stderr"
    diff <("$folder/$2/bin/python" "$folder/program.py" 2>"$folder/stderr") - || { cat "$folder/stderr" >&2; exit 1; }
    echo "$2: as seen"
}

cat >"$folder/program.py" <<'PROGRAM'
import tensorflow as tf

v1 = tf.compat.v1


def shown(number):
    return "%.4f" % number


def accuracy_and_loss(x):
    logits, labels = tf.nn.relu(x), tf.constant([3, 0], tf.int64)
    right = tf.equal(tf.argmax(logits, 1), labels)
    losses = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits)
    return tf.reduce_mean(tf.cast(right, tf.float32)), tf.reduce_mean(losses)


def crossentropy(x):
    return -tf.reduce_sum(tf.constant([0.0, 0.0, 1.0, 0.0]) * tf.math.log(tf.nn.softmax(x)))


outputs, sure = [[1.0, -1.0, -5.0, 2.0], [-3.0, -2.0, -1.0, -4.0]], [[0.0, 20.0, 40.0, 140.0]]
with tf.Graph().as_default(), v1.Session() as session:
    x = v1.placeholder(tf.float32, [None, 4])
    accuracy, loss = accuracy_and_loss(x)
    print("accuracy", shown(session.run(accuracy, {x: outputs})), "alone")
    print("accuracy", shown(session.run([accuracy, loss], {x: outputs})[0]), "with the loss")
    logits = tf.Variable(sure)
    loss = crossentropy(logits)
    train = v1.train.GradientDescentOptimizer(0.1).minimize(loss)
    session.run(v1.global_variables_initializer())
    print("loss", shown(session.run(loss)), "alone")
    print("loss", shown(session.run([loss, train])[0]), "with the training")
if tf.executing_eagerly():
    x, logits = tf.constant(outputs), tf.constant(sure)
    print("accuracy", shown(accuracy_and_loss(x)[0]), "eagerly")
    print("accuracy", shown(tf.function(lambda x: accuracy_and_loss(x)[0])(x)), "alone in a function")
    print("loss", shown(crossentropy(logits)), "eagerly")
    print("loss", shown(tf.function(crossentropy)(logits)), "alone in a function")
PROGRAM

old=${PYTHON:-python3.7}
seen "$old" tensorflow==1.13.2 "protobuf<3.21" "numpy<1.17" <<'SEEN'
accuracy 1.0000 alone
accuracy 1.0000 with the loss
loss nan alone
loss nan with the training
SEEN
seen "$old" tensorflow==1.14.0 "protobuf<3.21" "numpy<1.17" <<'SEEN'
accuracy 0.5000 alone
accuracy 1.0000 with the loss
loss 100.0000 alone
loss nan with the training
SEEN
seen python3 tensorflow-cpu==2.21.0 <<'SEEN'
accuracy 0.5000 alone
accuracy 1.0000 with the loss
loss 100.0000 alone
loss nan with the training
accuracy 1.0000 eagerly
accuracy 0.5000 alone in a function
loss nan eagerly
loss 100.0000 alone in a function
SEEN

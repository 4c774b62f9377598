#!/usr/bin/env bash
# tf.gradients and apply_gradients train other weights than minimize does, NaN among them: only the optimizer holds updates back.
#
# Seen with tensorflow 1.15.5, Python 3.7, and tf.compat.v1 of tensorflow-cpu 2.21.0, Python 3.11, x86-64. PYTHON names a Python 3.7.
# The gradient of a layer is made of the weights above it. Optimizer.compute_gradients (GATE_OP) has all gradients wait for each
# other; tf.gradients does not, and a variable that is no resource is read where it lies. So in one run the weights above may be
# updated first, and the gradient below is made of the new ones. Twelve steps of plain descent on a network of three layers, from
# one start and with the same batch, come out otherwise from one training to the next, most of them as NaN; nothing warns. With
# resource variables, with control dependencies on the gradients, and with compute_gradients it is always the same number.
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
import numpy as np
import tensorflow as tf

v1 = tf.compat.v1
v1.disable_v2_behavior()
draws = np.random.RandomState(0)
rows = draws.rand(100, 784).astype(np.float32)
classes = np.eye(10, dtype=np.float32)[draws.randint(0, 10, 100)]
shapes = [(784, 256), (256,), (256, 256), (256,), (256, 10), (10,)]
start = [draws.randn(*shape).astype(np.float32) for shape in shapes]


def gated(gradients):
    with tf.control_dependencies(gradients):
        return [tf.identity(each) for each in gradients]


def loss_after(way, resource):
    v1.reset_default_graph()
    x, y = v1.placeholder(tf.float32, [None, 784]), v1.placeholder(tf.float32, [None, 10])
    w = [v1.get_variable("w%d" % n, initializer=each, use_resource=resource) for n, each in enumerate(start)]
    hidden = tf.nn.relu(tf.matmul(tf.nn.relu(tf.matmul(x, w[0]) + w[1]), w[2]) + w[3])
    logits = tf.matmul(hidden, w[4]) + w[5]
    loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(logits=logits, labels=y))
    optimizer = v1.train.GradientDescentOptimizer(0.01)
    if way == "minimize":
        step = optimizer.minimize(loss)
    elif way == "compute_gradients":
        step = optimizer.apply_gradients(optimizer.compute_gradients(loss))
    else:
        gradients = tf.gradients(loss, w)
        step = optimizer.apply_gradients(zip(gradients if way == "tf.gradients" else gated(gradients), w))
    with v1.Session() as session:
        session.run(v1.global_variables_initializer())
        for _ in range(12):
            session.run(step, {x: rows, y: classes})
        return session.run(loss, {x: rows, y: classes})


expected = loss_after("minimize", True)
for resource in (False, True):
    for way in ("minimize", "compute_gradients", "tf.gradients", "tf.gradients, gated"):
        losses = [loss_after(way, resource) for _ in range(8)]
        same = np.allclose(losses, expected, rtol=1e-3)
        print("resource" if resource else "ref", way, "always the same" if same else "other losses")
PROGRAM

as_seen() {
    cat <<'SEEN'
ref minimize always the same
ref compute_gradients always the same
ref tf.gradients other losses
ref tf.gradients, gated always the same
resource minimize always the same
resource compute_gradients always the same
resource tf.gradients always the same
resource tf.gradients, gated always the same
SEEN
}

as_seen | seen "${PYTHON:-python3.7}" tensorflow==1.15.5 "protobuf<3.21" "numpy<1.19"
as_seen | seen python3 tensorflow-cpu==2.21.0

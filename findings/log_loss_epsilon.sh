#!/usr/bin/env bash
# The epsilon that keeps tf.compat.v1.losses.log_loss from log(0) is folded away in functions and sessions: 1e-8 gives inf.
#
# Seen with tensorflow-cpu 2.15.1 and 2.21.0, Python 3.11, x86-64.
# Constant folding writes (1 - p) + epsilon as (1 + epsilon) - p, and 1 + 1e-8 is 1.0 in float32: where p is 1 and the label is 0
# the loss is 18.4207 eagerly and inf in a graph, its gradient with it. Of the default, 1e-7, a graph makes 1.19e-7: 15.9424 for
# 16.1181. With constant_folding switched off both agree; arithmetic optimization, which sounds like it, has no part in it.
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

v1 = tf.compat.v1
options = tf.config.optimizer.set_experimental_options


def loss_and_gradient(label, p, epsilon):
    with tf.GradientTape() as tape:
        tape.watch(p)
        loss = v1.losses.log_loss(label, p, epsilon=epsilon)
    return loss, tape.gradient(loss, p)


def in_session(epsilon, off=()):
    config = v1.ConfigProto()
    for name in off:
        setattr(config.graph_options.rewrite_options, name, config.graph_options.rewrite_options.OFF)
    with tf.Graph().as_default(), v1.Session(config=config) as session:
        label, p = v1.placeholder(tf.float32, []), v1.placeholder(tf.float32, [])
        loss = v1.losses.log_loss(label, p, epsilon=epsilon)
        return session.run([loss, tf.gradients(loss, p)[0]], {label: 0.0, p: 1.0})


label, p = tf.constant(0.0), tf.constant(1.0)
for epsilon in (1e-7, 1e-8):
    print(epsilon, "eagerly %.4f, gradient %.6g" % loss_and_gradient(label, p, epsilon))
    print(epsilon, "in a session %.4f, gradient %.6g" % tuple(in_session(epsilon)))
    for switched_off in ("nothing", "arithmetic_optimization", "constant_folding"):
        options({name: name != switched_off for name in ("arithmetic_optimization", "constant_folding")})
        function = tf.function(loss_and_gradient)
        print(epsilon, "in a function, off: %s, %.4f, gradient %.6g" % (switched_off, *function(label, p, epsilon)))
    unfolded = in_session(epsilon, ["constant_folding"])
    print(epsilon, "in a session, off: constant_folding, %.4f, gradient %.6g" % tuple(unfolded))
PROGRAM

for release in tensorflow-cpu==2.15.1 tensorflow-cpu==2.21.0; do
    seen "$release" <<'SEEN'
1e-07 eagerly 16.1181, gradient 1e+07
1e-07 in a session 15.9424, gradient 8.38861e+06
1e-07 in a function, off: nothing, 15.9424, gradient 8.38861e+06
1e-07 in a function, off: arithmetic_optimization, 15.9424, gradient 8.38861e+06
1e-07 in a function, off: constant_folding, 16.1181, gradient 1e+07
1e-07 in a session, off: constant_folding, 16.1181, gradient 1e+07
1e-08 eagerly 18.4207, gradient 1e+08
1e-08 in a session inf, gradient inf
1e-08 in a function, off: nothing, inf, gradient inf
1e-08 in a function, off: arithmetic_optimization, inf, gradient inf
1e-08 in a function, off: constant_folding, 18.4207, gradient 1e+08
1e-08 in a session, off: constant_folding, 18.4207, gradient 1e+08
SEEN
done

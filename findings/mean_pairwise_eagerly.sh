#!/usr/bin/env bash
# tf.compat.v1.losses.mean_pairwise_squared_error gives another loss eagerly (8.3286) than in a function or session (41.2917).
#
# Seen with tensorflow-cpu 2.15.1 and 2.21.0, Python 3.11, x86-64.
# Its documentation pairs the numbers within each row of the batch. With weights left out, eager execution counts the numbers
# of the whole batch where a graph counts those of a row: the loss depends on how rows are batched, and errors that are equal
# within each row, for which it is made to be 0, cost 2.4545. Weights of one per row give the documented loss in every mode.
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

loss = tf.compat.v1.losses.mean_pairwise_squared_error
labels = np.array([[0, 1, 2], [1, 2, 0], [3, 0, 1.5], [1.5, -1, 0.5]], "float32")
errors = np.array([[0.5, -0.25, 0], [0, 0, 0], [-5.5, 1.5, 1], [-1.5, 1.5, 3]], "float32")
shifts = np.array([[1, 1, 1], [2, 2, 2], [0, 0, 0], [-1, -1, -1]], "float32")
for name, error in (("errors", errors), ("shifts", shifts)):
    predictions = labels + error
    documented = sum((row[i] - row[j]) ** 2 for row in error for i, j in ((0, 1), (0, 2), (1, 2))) / 3
    with tf.Graph().as_default(), tf.compat.v1.Session() as session:
        in_session = session.run(loss(labels, predictions))
    print(name, "documented %.4f" % documented)
    print(name, "in a session %.4f" % in_session)
    print(name, "in a function %.4f" % tf.function(loss)(tf.constant(labels), tf.constant(predictions)))
    print(name, "eagerly %.4f" % loss(labels, predictions))
    print(name, "eagerly, row by row %.4f" % sum(loss(labels[i : i + 1], predictions[i : i + 1]) for i in range(4)))
    print(name, "eagerly, weighted %.4f" % loss(labels, predictions, weights=tf.ones([4, 1])))
PROGRAM

for release in tensorflow-cpu==2.15.1 tensorflow-cpu==2.21.0; do
    seen "$release" <<'SEEN'
errors documented 41.2917
errors in a session 41.2917
errors in a function 41.2917
errors eagerly 8.3286
errors eagerly, row by row 41.2917
errors eagerly, weighted 41.2917
shifts documented 0.0000
shifts in a session 0.0000
shifts in a function 0.0000
shifts eagerly 2.4545
shifts eagerly, row by row 0.0000
shifts eagerly, weighted 0.0000
SEEN
done

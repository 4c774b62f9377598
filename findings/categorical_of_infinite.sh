#!/usr/bin/env bash
# tf.random.categorical never draws a class whose logit is inf, and draws a class that there is not where all logits are -inf.
#
# Seen with tensorflow-cpu 2.15.1 and 2.21.0, Python 3.11, x86-64.
# Of the logits [inf, 0, 0] softmax makes [nan, 0, 0], and a thousand draws are classes 1 and 2, half each, as they are of
# [nan, 0, 0]: what is not finite is left out, also where it is certain. Where nothing is left, as for a policy all of whose
# actions are masked by -inf, each draw is the number of classes, 3 of 0 to 2. One -inf beside finite logits does what one expects.
# tf.compat.v1.multinomial is the same operation. numpy.random.choice refuses probabilities of nan.
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

inf, nan = float("inf"), float("nan")
for logits in ([inf, 0.0, 0.0], [nan, 0.0, 0.0], [-inf, -inf, -inf], [0.0, -inf, -inf]):
    drawn = [tf.random.categorical([logits], 1000, seed=1), tf.compat.v1.multinomial([logits], 1000, seed=1)]
    print(logits, *[np.unique(each).tolist() for each in drawn])
PROGRAM

for release in tensorflow-cpu==2.15.1 tensorflow-cpu==2.21.0; do
    seen "$release" <<'SEEN'
[inf, 0.0, 0.0] [1, 2] [1, 2]
[nan, 0.0, 0.0] [1, 2] [1, 2]
[-inf, -inf, -inf] [3] [3]
[0.0, -inf, -inf] [0] [0]
SEEN
done

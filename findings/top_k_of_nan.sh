#!/usr/bin/env bash
# tf.nn.top_k(x, 1) is not the first of tf.nn.top_k(x, 2) where x has a NaN, and may be neither the NaN nor the largest number.
#
# Seen with tensorflow-cpu 2.15.1 and 2.21.0, Python 3.11, x86-64.
# Of [1, 3, nan] the top 1 is 1.0, the top 2 are 3 and 1, and the top 3 end in nan; of [1, nan, 3] the top 1 is 3, the top 2
# are nan and 3. tf.sort in descending order puts the NaN first or last depending on where it stood. tf.reduce_max is
# nan for all of them, and tf.argmax points at the largest number that is none. NumPy: max is nan, argmax points at the NaN.
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

nan = float("nan")
for row in ([1.0, nan, 3.0], [nan, 1.0, 3.0], [1.0, 3.0, nan]):
    top = [tf.nn.top_k(row, k).values.numpy().tolist() for k in (1, 2, 3)]
    print(row, *top, tf.sort(row, direction="DESCENDING").numpy().tolist(), float(tf.reduce_max(row)), int(tf.argmax(row)))
PROGRAM

for release in tensorflow-cpu==2.15.1 tensorflow-cpu==2.21.0; do
    seen "$release" <<'SEEN'
[1.0, nan, 3.0] [3.0] [nan, 3.0] [3.0, 1.0, nan] [3.0, 1.0, nan] nan 2
[nan, 1.0, 3.0] [3.0] [nan, 3.0] [nan, 3.0, 1.0] [nan, 3.0, 1.0] nan 2
[1.0, 3.0, nan] [1.0] [3.0, 1.0] [3.0, 1.0, nan] [3.0, 1.0, nan] nan 1
SEEN
done

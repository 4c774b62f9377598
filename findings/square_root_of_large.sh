#!/usr/bin/env bash
# In TensorFlow 2.4 the square roots of eight float32 from 2**126 on are half as large again as they should be, and of infinity NaN.
#
# Seen with tensorflow 1.15.5 (Python 3.7), tensorflow-cpu 2.4.4 (Python 3.8) and 2.21.0 (Python 3.11), x86-64.
# tf.sqrt of 1e38 is 1e19, and 1.5e19 where eight numbers or more stand beside each other, seven give what they should; so do
# tensors of any size in 1.15 and 2.21. The root of infinity is NaN there in 1.15 as well. So the second moments of Adam or a
# norm that overflow are told apart by how long the array is, and what is infinite in a short tensor and in a newer release
# is NaN in a long one. Nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TF_CPP_MIN_LOG_LEVEL=3

seen() { # in Python $1, $2 and what follows are installed; what was seen comes on standard input
    local python=$1
    shift
    "$python" -m venv "$folder/$1"
    "$folder/$1/bin/pip" install --quiet --disable-pip-version-check "$@"
    diff <("$folder/$1/bin/python" "$folder/program.py" 2>"$folder/stderr") - || { cat "$folder/stderr" >&2; exit 1; }
    echo "$1: as seen"
}

cat >"$folder/program.py" <<'PROGRAM'
import tensorflow as tf

tf.compat.v1.enable_eager_execution()
for value in (1e37, 0.999 * 2.0**126, 2.0**126, 1e38, 3e38, float("inf")):
    roots = [float(tf.sqrt(tf.constant([value] * count, tf.float32))[0]) for count in (7, 8)]
    print("%.3g" % value, *("%.3g" % root for root in roots))
PROGRAM

seen "${PYTHON:-python3.7}" tensorflow==1.15.5 "protobuf<3.21" "numpy<1.19" <<'SEEN'
1e+37 3.16e+18 3.16e+18
8.5e+37 9.22e+18 9.22e+18
8.51e+37 9.22e+18 9.22e+18
1e+38 1e+19 1e+19
3e+38 1.73e+19 1.73e+19
inf inf nan
SEEN
seen "${PYTHON38:-python3.8}" tensorflow-cpu==2.4.4 "protobuf<3.21" <<'SEEN'
1e+37 3.16e+18 3.16e+18
8.5e+37 9.22e+18 9.22e+18
8.51e+37 9.22e+18 1.38e+19
1e+38 1e+19 1.5e+19
3e+38 1.73e+19 2.6e+19
inf inf nan
SEEN
seen python3 tensorflow-cpu==2.21.0 <<'SEEN'
1e+37 3.16e+18 3.16e+18
8.5e+37 9.22e+18 9.22e+18
8.51e+37 9.22e+18 9.22e+18
1e+38 1e+19 1e+19
3e+38 1.73e+19 1.73e+19
inf inf inf
SEEN

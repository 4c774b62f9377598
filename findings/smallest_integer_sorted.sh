#!/usr/bin/env bash
# Up to 2.4 at least tf.sort puts the smallest number of an integer type last, behind all that are larger.
#
# Seen with tensorflow 1.15.5 (Python 3.7), tensorflow-cpu 2.4.4 (Python 3.8), 2.15.1 and 2.21.0 (Python 3.11), x86-64.
# tf.sort([3, -2147483648, 1]) is [1, 3, -2147483648], tf.argsort gives these places; the same with int64 and, in 2.4, int8. It
# is that number that marks what is missing: what tf.math.unsorted_segment_max gives for a segment without elements, and what
# stands for no time in NumPy's dates. Descending order is right, and so are floats, and both in 2.15 and later.
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
for dtype in (tf.int32, tf.int64, tf.float32):
    least = dtype.min
    numbers = tf.constant([3, least, 1], dtype)
    ordered = ["least" if each == least else int(each) for each in tf.sort(numbers).numpy()]
    print(dtype.name, ordered, tf.argsort(numbers).numpy().tolist(), end=" ")
    print("descending", tf.argsort(numbers, direction="DESCENDING").numpy().tolist())
PROGRAM

seen "${PYTHON:-python3.7}" tensorflow==1.15.5 "protobuf<3.21" "numpy<1.19" <<'SEEN'
int32 [1, 3, 'least'] [2, 0, 1] descending [0, 2, 1]
int64 [1, 3, 'least'] [2, 0, 1] descending [0, 2, 1]
float32 ['least', 1, 3] [1, 2, 0] descending [0, 2, 1]
SEEN
seen "${PYTHON38:-python3.8}" tensorflow-cpu==2.4.4 "protobuf<3.21" <<'SEEN'
int32 [1, 3, 'least'] [2, 0, 1] descending [0, 2, 1]
int64 [1, 3, 'least'] [2, 0, 1] descending [0, 2, 1]
float32 ['least', 1, 3] [1, 2, 0] descending [0, 2, 1]
SEEN
for release in 2.15.1 2.21.0; do
    seen python3 "tensorflow-cpu==$release" <<'SEEN'
int32 ['least', 1, 3] [1, 2, 0] descending [0, 2, 1]
int64 ['least', 1, 3] [1, 2, 0] descending [0, 2, 1]
float32 ['least', 1, 3] [1, 2, 0] descending [0, 2, 1]
SEEN
done

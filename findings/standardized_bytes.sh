#!/usr/bin/env bash
# tf.image.per_image_standardization of an image of bytes gives bytes up to 2.4 at least: half of them 0, and a few of them 255.
#
# Seen with tensorflow 1.15.5 (Python 3.7), tensorflow-cpu 2.4.4 (Python 3.8), 2.15.1 and 2.21.0 (Python 3.11), x86-64.
# The result has a mean of 0 and a deviation of 1, and was converted back to the dtype of the image, where the numbers between
# 0 and 1 are spread over the bytes and all others are cut off: what is darker than the mean is 0. A net that is trained on
# that learns from silhouettes. 2.15 and 2.21 give float32, what the older releases give of the same image as floats.
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
import numpy as np
import tensorflow as tf

tf.compat.v1.enable_eager_execution()
image = np.arange(0, 240, 20, dtype=np.uint8).reshape(2, 2, 3)
for given in (image, image.astype(np.float32)):
    made = tf.image.per_image_standardization(given)
    print(given.dtype, "gives", made.dtype.name, *("%.3g" % number for number in made.numpy().ravel()))
PROGRAM

FLOATS="-1.59 -1.3 -1.01 -0.724 -0.435 -0.145 0.145 0.435 0.724 1.01 1.3 1.59"
for release in tensorflow==1.15.5 tensorflow-cpu==2.4.4; do
    python=${PYTHON38:-python3.8}
    [ "$release" = tensorflow-cpu==2.4.4 ] || python=${PYTHON:-python3.7}
    seen "$python" "$release" "protobuf<3.21" "numpy<1.20" <<SEEN
uint8 gives uint8 0 0 0 0 0 0 34 104 173 242 255 255
float32 gives float32 $FLOATS
SEEN
done
for release in 2.15.1 2.21.0; do
    seen python3 "tensorflow-cpu==$release" <<SEEN
uint8 gives float32 $FLOATS
float32 gives float32 $FLOATS
SEEN
done

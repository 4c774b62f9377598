#!/usr/bin/env bash
# Since TensorFlow 2.13 a float that is too large for uint8 is cut or wraps around depending on where in its tensor it stands.
#
# Seen with tensorflow-cpu 2.12.1, 2.13.1 and 2.21.0, Python 3.11, x86-64.
# tf.cast of 33 times 300.0 to uint8 gives 44 and 255 in one tensor on 2.13.1 and later, 44 everywhere until 2.12.1; int8 and
# int16 do likewise. tf.image.convert_image_dtype does not saturate by default, and cubic resizing goes beyond 1.0: of an
# image of 5x5 pixels of 1.2 some become 50 and some 255, of one of 32x32 all 255, of one pixel 50. So a pixel depends on the
# size of the image, and a picture that was made by 1.x or up to 2.12 comes out otherwise. Saturating gives 255 in all.
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
import tensorflow as tf

for dtype in (tf.uint8, tf.int8):
    print(dtype.name, [sorted(set(tf.cast(tf.fill([count], 300.0), dtype).numpy().tolist())) for count in (3, 33, 64)])
images = [tf.fill([side, side, 3], 1.2) for side in (1, 5, 32)]
for saturate in (False, True):
    pixels = [tf.image.convert_image_dtype(image, tf.uint8, saturate=saturate) for image in images]
    print("saturate" if saturate else "default ", [sorted(set(tf.reshape(each, [-1]).numpy().tolist())) for each in pixels])
PROGRAM

seen tensorflow-cpu==2.12.1 <<'SEEN'
uint8 [[44], [44], [44]]
int8 [[44], [44], [44]]
default  [[50], [50], [50]]
saturate [[255], [255], [255]]
SEEN
for release in tensorflow-cpu==2.13.1 tensorflow-cpu==2.21.0; do
    seen "$release" <<'SEEN'
uint8 [[44], [44, 255], [255]]
int8 [[44], [44, 127], [127]]
default  [[50], [50, 255], [255]]
saturate [[255], [255], [255]]
SEEN
done

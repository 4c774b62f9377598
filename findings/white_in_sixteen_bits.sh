#!/usr/bin/env bash
# tf.image.convert_image_dtype makes 65280 of white when bytes become 16 bits, and 65535 when they do so by way of floats.
#
# Seen with tensorflow-cpu 2.4.4 (Python 3.8) and 2.21.0 (Python 3.11), x86-64.
# Between integers it multiplies by 256, the ratio of how many numbers both types have; to and from floats it goes by the
# largest number. So an image of bytes that is written as a PNG of 16 bits has no white, and read as floats ends at 0.9961, where
# the bytes themselves end at 1. A step that converts to floats first, or leaves that out, moves all pixels by up to 0.4 %.
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
convert = tf.image.convert_image_dtype
bytes_ = tf.constant([0, 1, 128, 255], tf.uint8)
print("at once", convert(bytes_, tf.uint16).numpy().tolist())
print("by floats", convert(convert(bytes_, tf.float32), tf.uint16).numpy().tolist())
print("as floats", ["%.4f" % each for each in convert(convert(bytes_, tf.uint16), tf.float32).numpy()])
print("and back", convert(convert(bytes_, tf.uint16), tf.uint8).numpy().tolist())
PROGRAM

expected="at once [0, 256, 32768, 65280]
by floats [0, 257, 32896, 65535]
as floats ['0.0000', '0.0039', '0.5000', '0.9961']
and back [0, 1, 128, 255]"
seen "${PYTHON38:-python3.8}" tensorflow-cpu==2.4.4 "protobuf<3.21" <<<"$expected"
seen python3 tensorflow-cpu==2.21.0 <<<"$expected"

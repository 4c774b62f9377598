#!/usr/bin/env bash
# tf.saturate_cast of a large float to int64 gives the smallest integer, and to int32 it did so in 2.4.
#
# Seen with tensorflow-cpu 2.4.4 (Python 3.8), 2.15.1 and 2.21.0 (Python 3.11), x86-64.
# "Performs a safe saturating cast", says the function: what lies beyond the type comes to its end. float32 has no number that
# is 2**31 - 1, so 2.4 clips at 2**31, which then wraps around: 1e30 becomes -2147483648. 2.15 clips at the float before it, and
# the largest int32 is 2147483520. For int64 1e30 and infinity become -9223372036854775808 to this day, from float64 as well, as
# they do by tf.cast, from which saturating was to keep them. int16 comes to its ends in all releases.
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

for dtype in (tf.int16, tf.int32, tf.int64):
    for given in (tf.float32, tf.float64):
        numbers = tf.constant([1e30, float("inf"), -1e30], given)
        print(given.name, "to", dtype.name, tf.saturate_cast(numbers, dtype).numpy().tolist())
PROGRAM

seen "${PYTHON38:-python3.8}" tensorflow-cpu==2.4.4 "protobuf<3.21" <<'SEEN'
float32 to int16 [32767, 32767, -32768]
float64 to int16 [32767, 32767, -32768]
float32 to int32 [-2147483648, -2147483648, -2147483648]
float64 to int32 [2147483647, 2147483647, -2147483648]
float32 to int64 [-9223372036854775808, -9223372036854775808, -9223372036854775808]
float64 to int64 [-9223372036854775808, -9223372036854775808, -9223372036854775808]
SEEN
for release in 2.15.1 2.21.0; do
    seen python3 "tensorflow-cpu==$release" <<'SEEN'
float32 to int16 [32767, 32767, -32768]
float64 to int16 [32767, 32767, -32768]
float32 to int32 [2147483520, 2147483520, -2147483648]
float64 to int32 [2147483647, 2147483647, -2147483648]
float32 to int64 [-9223372036854775808, -9223372036854775808, -9223372036854775808]
float64 to int64 [-9223372036854775808, -9223372036854775808, -9223372036854775808]
SEEN
done

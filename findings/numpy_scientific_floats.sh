#!/usr/bin/env bash
# Since NumPy 2.3 a float32 of a million or more, and a float16 of a thousand or more, prints in scientific notation.
#
# Seen with NumPy 2.2.6 and 2.3.5, Python 3.11.
# print(np.float32(1234567)) gives 1234567.0 until 2.2 and 1.234567e+06 from 2.3 on, np.float16(1000) 1000.0 and 1e+03, and
# an array of such numbers changes with them; float64 stays. Nothing in the program has to name NumPy: a loss that
# TensorFlow gives back is such a scalar, so a log of large losses, or of counts in float16, differs in every line.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cat >"$folder/program.py" <<'PROGRAM'
import numpy as np

print(np.float32(999999), np.float32(1000000), np.float32(1234567), np.float16(999), np.float16(1000), np.float64(1234567))
print(np.array([1234567, 1000000], np.float32), [np.float32(1234567)])
PROGRAM

seen() { # $1 is installed; what was seen comes on standard input
    python3 -m venv "$folder/$1"
    "$folder/$1/bin/pip" install --quiet --disable-pip-version-check "$1"
    diff <("$folder/$1/bin/python" "$folder/program.py") -
    echo "$1: as seen"
}

seen numpy==2.2.6 <<'SEEN'
999999.0 1000000.0 1234567.0 999.0 1000.0 1234567.0
[1234567. 1000000.] [np.float32(1234567.0)]
SEEN
seen numpy==2.3.5 <<'SEEN'
999999.0 1e+06 1.234567e+06 999.0 1e+03 1234567.0
[1.234567e+06 1.000000e+06] [np.float32(1.234567e+06)]
SEEN

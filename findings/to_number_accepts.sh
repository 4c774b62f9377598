#!/usr/bin/env bash
# tf.strings.to_number reads "0x10" as 16.0 and "1e400" as inf without a word, and refuses "infinity" until 2.15, not on 2.21.
#
# Seen with tensorflow-cpu 2.15.1 and 2.21.0, Python 3.11, x86-64.
# White space around a number is taken, as float() takes it; hexadecimal, which float() refuses, is taken, too. "1_000", which
# float() reads as 1000, is refused. "infinity" and "nan(1)", which C reads, raise InvalidArgumentError on 2.15.1 and are numbers on
# 2.21.0. A column of a CSV file that a pipeline reads so may be clean in one of Python and TensorFlow and dirty in the other.
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

for text in ("0x10", " 3 ", "1e400", "1_000", "inf", "infinity", "nan(1)"):
    try:
        print(text, float(tf.strings.to_number(text)))
    except tf.errors.InvalidArgumentError:
        print(text, "refused")
PROGRAM

seen tensorflow-cpu==2.15.1 <<'SEEN'
0x10 16.0
 3  3.0
1e400 inf
1_000 refused
inf inf
infinity refused
nan(1) refused
SEEN
seen tensorflow-cpu==2.21.0 <<'SEEN'
0x10 16.0
 3  3.0
1e400 inf
1_000 refused
inf inf
infinity inf
nan(1) nan
SEEN

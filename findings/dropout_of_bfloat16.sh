#!/usr/bin/env bash
# Dropout of one number in a thousand drops eight in mixed_bfloat16, two in mixed_float16; one in 128 of Gumbel noise is infinite.
#
# Seen with tensorflow-cpu 2.15.1 and 2.21.0 with Keras 3.13.2, Python 3.11, x86-64.
# tf.nn.dropout, and Keras' layer with it, draws its uniform numbers in the dtype of the input, and tf.random.uniform in bfloat16 has
# 128 of them, 0.0 among them: what is dropped is a multiple of 1/128, rounded up. So a rate of 0.01 drops 1.6 %, and what is left is
# scaled for the rate that was asked for. -log(-log(u)) of such a draw is -inf in 0.8 % of all numbers, unless minval forbids the 0.
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


def percent(which):
    return "%.1f %%" % (100 * float(tf.reduce_mean(tf.cast(which, tf.float64))))


tf.keras.utils.set_random_seed(1)
for dtype, policy in ("float32", "float32"), ("float16", "mixed_float16"), ("bfloat16", "mixed_bfloat16"):
    ones = tf.ones([1000, 1000], dtype)
    print(dtype, "asked for 10.0 %, 1.0 %, 0.1 %")
    print("  tf.nn.dropout ", *[percent(tf.nn.dropout(ones, rate, seed=3) == 0) for rate in (0.1, 0.01, 0.001)])
    print("  Keras' layer  ", percent(tf.keras.layers.Dropout(0.001, dtype=policy)(ones, training=True) == 0))
    drawn = tf.random.uniform([1000, 1000], dtype=dtype, seed=4)
    noise = -tf.math.log(-tf.math.log(drawn))
    different = len(tf.unique(tf.reshape(tf.cast(drawn, tf.float32), [-1]))[0])
    print("  numbers drawn ", different if different < 2000 else "more", "Gumbel noise infinite", percent(tf.math.is_inf(noise)))
PROGRAM

seen_in_both() {
    seen "$@" <<'SEEN'
float32 asked for 10.0 %, 1.0 %, 0.1 %
  tf.nn.dropout  10.0 % 1.0 % 0.1 %
  Keras' layer   0.1 %
  numbers drawn  more Gumbel noise infinite 0.0 %
float16 asked for 10.0 %, 1.0 %, 0.1 %
  tf.nn.dropout  10.1 % 1.1 % 0.2 %
  Keras' layer   0.2 %
  numbers drawn  1024 Gumbel noise infinite 0.1 %
bfloat16 asked for 10.0 %, 1.0 %, 0.1 %
  tf.nn.dropout  10.1 % 1.6 % 0.8 %
  Keras' layer   0.8 %
  numbers drawn  128 Gumbel noise infinite 0.8 %
SEEN
}

seen_in_both tensorflow-cpu==2.15.1
seen_in_both tensorflow-cpu==2.21.0 keras==3.13.2

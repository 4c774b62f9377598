#!/usr/bin/env bash
# `if not loss < 100` stops at a loss of NaN eagerly and lets it pass in a tf.function or session, which turn the comparison round.
#
# Seen with tensorflow-cpu 2.15.1 and 2.21.0, Python 3.11, x86-64.
# Graphs have the negation of a comparison rewritten to the opposite comparison, which is not the same for NaN: not NaN < 100 is
# true, NaN >= 100 is false. A guard against divergence that is written so because NaN is less than nothing works as long as it is
# tried eagerly; `while not loss < tolerance`, which makes its five steps there, makes none. tf.function(jit_compile=True) keeps
# what is written, as does asking tf.math.is_nan.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TF_CPP_MIN_LOG_LEVEL=3

seen() { # $1 is installed; what was seen comes on standard input
    python3 -m venv "$folder/$1"
    "$folder/$1/bin/pip" install --quiet --disable-pip-version-check "$1"
    diff <("$folder/$1/bin/python" "$folder/program.py" 2>"$folder/stderr") - || { cat "$folder/stderr" >&2; exit 1; }
    echo "$1: as seen"
}

cat >"$folder/program.py" <<'PROGRAM'
import tensorflow as tf


def by_if(loss):
    if not loss < 100.0:
        return tf.constant(1)
    return tf.constant(0)


def by_while(loss):
    steps = tf.constant(0)
    while not loss < 0.001 and steps < 5:
        loss, steps = loss / 2.0, steps + 1
    return steps


def by_where(loss):
    return tf.where(~(loss <= 100.0), 1, 0)


def asked(loss):
    return tf.where(tf.math.is_nan(loss) | (loss >= 100.0), 1, 0)


nan = tf.constant(float("nan"))
for guard in by_if, by_while, by_where, asked:
    with tf.Graph().as_default(), tf.compat.v1.Session() as session:
        loss = tf.compat.v1.placeholder(tf.float32, [])
        in_session = session.run(0 + tf.autograph.to_graph(guard)(loss), {loss: float("nan")})
    compiled = tf.function(guard, jit_compile=True)(nan)
    numbers = guard(nan), tf.function(guard)(nan), in_session, compiled
    print(guard.__name__, "%d eagerly, %d in a function, %d in a session, %d compiled" % numbers)
tf.config.optimizer.set_experimental_options({"arithmetic_optimization": False})
print("by_if without arithmetic optimization", int(tf.function(by_if)(nan)))
PROGRAM

for release in tensorflow-cpu==2.15.1 tensorflow-cpu==2.21.0; do
    seen "$release" <<'SEEN'
by_if 1 eagerly, 0 in a function, 0 in a session, 1 compiled
by_while 5 eagerly, 0 in a function, 0 in a session, 5 compiled
by_where 1 eagerly, 0 in a function, 0 in a session, 1 compiled
asked 1 eagerly, 1 in a function, 1 in a session, 1 compiled
by_if without arithmetic optimization 1
SEEN
done

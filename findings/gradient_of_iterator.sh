#!/usr/bin/env bash
# A loss that a tf.function takes from an iterator has no gradient: LookupError, "No gradient defined for operation IteratorGetNext".
#
# Seen with tensorflow-cpu 2.12.1 and 2.21.0, Python 3.11 (which PYTHON names), x86-64; 2.4.0 and 2.15.1 do the same.
# A tape outside of the function asks for the slope of all that the function was given, an iterator among it, though only the
# variables' is wanted, and whatever the data are. It makes no difference whether the iterator is an argument, as in the usual
# train_step(iterator), or is read from around the function. Without tf.function, with the tape inside of it, or with the next
# element handed over in place of the iterator, the gradient is there: so decorating a loss that worked breaks its training.
set -euo pipefail
python=${PYTHON:-python3.11}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TF_CPP_MIN_LOG_LEVEL=3

cat >"$folder/program.py" <<'PROGRAM'
import tensorflow as tf

data = tf.data.Dataset.from_tensor_slices([[1.0], [2.0], [3.0]]).batch(1)
w = tf.Variable([[2.0]])


def loss(iterator):
    return tf.reduce_sum(tf.matmul(next(iterator), w))


def slope(name, loss, given):
    try:
        with tf.GradientTape() as tape:
            value = loss(given)
        print(name, tape.gradient(value, w).numpy().tolist())
    except LookupError as error:
        print(name, "LookupError", "IteratorGetNext" in str(error))


@tf.function
def with_tape(iterator):
    with tf.GradientTape() as tape:
        value = loss(iterator)
    return tape.gradient(value, w)


around = iter(data)
slope("no function      ", loss, iter(data))
slope("function         ", tf.function(loss), iter(data))
slope("read from around ", tf.function(lambda _: loss(around)), 0)
slope("element handed on", tf.function(lambda rows: tf.reduce_sum(tf.matmul(rows, w))), next(iter(data)))
print("tape inside       ", with_tape(iter(data)).numpy().tolist(), sep="")
PROGRAM

for release in 2.12.1 2.21.0; do
    "$python" -m venv "$folder/$release"
    "$folder/$release/bin/pip" install --quiet --disable-pip-version-check "tensorflow-cpu==$release"
    diff <("$folder/$release/bin/python" "$folder/program.py" 2>"$folder/stderr") - <<'SEEN' || { cat "$folder/stderr" >&2; exit 1; }
no function       [[1.0]]
function          LookupError True
read from around  LookupError True
element handed on [[1.0]]
tape inside       [[1.0]]
SEEN
    echo "$release: as seen"
done

#!/usr/bin/env bash
# The penalty of an activity_regularizer is divided by the batch size from TensorFlow 1.13 to 2.15, and by nothing before and after.
#
# Seen with tensorflow 1.12.3 and 1.13.2, Python 3.6 (which PYTHON names), tensorflow-cpu 2.15.1 (Keras 2) and 2.21.0 with Keras
# 3.13.2, Python 3.11, x86-64. A layer that puts out eight threes, with l2(0.1), costs 7.2 in a batch of four rows, or 1.8. So a
# sparse autoencoder whose factor was found in one of the three eras is trained with another one, as many times as the batch has
# rows, in the next; what was divided does not depend on the batch size, what was not does, and a short last batch weighs
# less. tf.layers of TensorFlow 1 has it as Keras of the same release. Penalties of weights were never divided.
set -euo pipefail
python=${PYTHON:-python3.6}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TF_CPP_MIN_LOG_LEVEL=3

seen() { # by $1, $2 and what follows are installed; what was seen comes on standard input
    by=$1
    shift
    "$by" -m venv "$folder/$1"
    # the pip that comes with Python 3.6 would take packages of newer Pythons
    [ "$by" != "$python" ] || "$folder/$1/bin/pip" install --quiet --disable-pip-version-check pip==21.3.1
    "$folder/$1/bin/pip" install --quiet --disable-pip-version-check "$@"
    diff <("$folder/$1/bin/python" "$folder/program.py" 2>"$folder/stderr") - || { cat "$folder/stderr" >&2; exit 1; }
    echo "$1: as seen"
}

cat >"$folder/program.py" <<'PROGRAM'
import numpy as np
import tensorflow as tf

keras = tf.keras
for rows in (4, 8):
    model = keras.models.Sequential()
    penalty = keras.regularizers.l2(0.1)
    model.add(keras.layers.Dense(2, input_shape=(3,), kernel_initializer="ones", activity_regularizer=penalty))
    model.compile("sgd", "mse")
    # What it puts out is what it should: all of the loss is the penalty.
    loss = model.evaluate(np.ones([rows, 3]), np.full([rows, 2], 3.0), batch_size=rows, verbose=0)
    print(rows, "rows: %.4f" % loss)
if hasattr(tf, "layers"):
    layer = tf.layers.Dense(2, kernel_initializer=tf.ones_initializer(), activity_regularizer=penalty)
    layer(tf.ones([4, 3]))
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        print("tf.layers: %.4f" % sum(session.run(layer.losses)))
PROGRAM

old="protobuf<3.18 h5py<3 numpy<1.17"
# shellcheck disable=SC2086
seen "$python" tensorflow==1.12.3 $old <<'SEEN'
4 rows: 7.2000
8 rows: 14.4000
tf.layers: 7.2000
SEEN
# shellcheck disable=SC2086
seen "$python" tensorflow==1.13.2 $old <<'SEEN'
4 rows: 1.8000
8 rows: 1.8000
tf.layers: 1.8000
SEEN
seen python3 tensorflow-cpu==2.15.1 <<'SEEN'
4 rows: 1.8000
8 rows: 1.8000
SEEN
seen python3 tensorflow-cpu==2.21.0 keras==3.13.2 <<'SEEN'
4 rows: 7.2000
8 rows: 14.4000
SEEN

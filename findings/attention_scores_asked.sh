#!/usr/bin/env bash
# From Keras 3 on MultiHeadAttention gives another output when its scores are asked for, or when it has dropout, for a padded row.
#
# Seen with tensorflow-cpu 2.15.1 (Keras 2) and 2.21.0 with Keras 3.13.2, Python 3.11, x86-64.
# A row that may attend to nothing, as a word of padding in self-attention, gets the mean of all values, padding among them, from a
# layer as it stands, and zeros from the same layer with return_attention_scores=True; so does a layer that was made with dropout,
# in inference, too. Rows that may attend to something agree. Keras 2 gives the mean in all of them. So looking at the scores
# changes what a network computes, unless padded rows are left out behind it, and dropout=0.1 is more than its tenth.
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
import numpy as np
import tensorflow as tf

queries = np.ones([1, 2, 2], "float32")
values = np.array([[[1, 2], [3, 4], [8, 9]]], "float32")
mask = np.array([[[True, False, False], [False, False, False]]])


def layer(**options):
    made = tf.keras.layers.MultiHeadAttention(1, 2, use_bias=False, **options)
    made(queries, values)
    eye = np.eye(2, dtype="float32")
    made.set_weights([eye.reshape(old.shape) if old.dtype == eye.dtype else old for old in made.get_weights()])
    return made


plain = layer()
print("as it stands", plain(queries, values, attention_mask=mask).numpy().tolist())
outputs, scores = plain(queries, values, attention_mask=mask, return_attention_scores=True)
print("with scores ", outputs.numpy().tolist(), "of", ["%.3f" % each for each in scores.numpy()[0, 0, 1]])
print("with dropout", layer(dropout=0.1)(queries, values, attention_mask=mask, training=False).numpy().tolist())
PROGRAM

seen tensorflow-cpu==2.15.1 <<'SEEN'
as it stands [[[1.0, 2.0], [4.0, 5.0]]]
with scores  [[[1.0, 2.0], [4.0, 5.0]]] of ['0.333', '0.333', '0.333']
with dropout [[[1.0, 2.0], [4.0, 5.0]]]
SEEN
seen tensorflow-cpu==2.21.0 keras==3.13.2 <<'SEEN'
as it stands [[[1.0, 2.0], [4.0, 5.0]]]
with scores  [[[1.0, 2.0], [0.0, 0.0]]] of ['0.000', '0.000', '0.000']
with dropout [[[1.0, 2.0], [0.0, 0.0]]]
SEEN

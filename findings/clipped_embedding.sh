#!/usr/bin/env bash
# Clipping the gradient of an embedding counts a word that stands in the batch four times as four words: norm 7.81 for 13.
#
# Seen with tensorflow 1.12.3 and 1.13.2, Python 3.6, and tensorflow-cpu 2.21.0 with Keras 3.13.2, Python 3.11, x86-64.
# PYTHON names a Python 3.6. tf.clip_by_global_norm takes the norm of the slices as they come, before those of one row are summed:
# what is clipped to 1.0 has a norm of 1.66 when it is applied, and all other variables learn faster than they do with the same rows
# taken by a one-hot product. Slices that cancel each other would count, too. tf.clip_by_norm summed them up to 1.12, and has not
# since 1.13. With clipnorm=1.0 Keras moves the row by 2.0, with clipvalue=1.0 by 4.0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TF_CPP_MIN_LOG_LEVEL=3

seen() { # a Python, and what is installed for it; what was seen comes on standard input
    "$1" -m venv "$folder/$2"
    # the pip that comes with Python 3.6 would take packages of newer Pythons
    "$folder/$2/bin/pip" install --quiet --disable-pip-version-check pip==21.3.1
    "$folder/$2/bin/pip" install --quiet --disable-pip-version-check "${@:2}" 2>"$folder/stderr"
    diff <("$folder/$2/bin/python" "$folder/program.py" 2>"$folder/stderr") - || { cat "$folder/stderr" >&2; exit 1; }
    echo "$2: as seen"
}

cat >"$folder/program.py" <<'PROGRAM'
import tensorflow as tf

v1 = tf if hasattr(tf, "placeholder") else tf.compat.v1
sentence = [0, 0, 0, 0]
for how in "looked up", "one-hot":
    with tf.Graph().as_default(), v1.Session() as session:
        table, weight = v1.Variable([[0.0], [0.0]]), v1.Variable(0.0)
        words = v1.placeholder(tf.int32, [None])
        rows = tf.nn.embedding_lookup(table, words) if how == "looked up" else tf.matmul(tf.one_hot(words, 2), table)
        gradients = tf.gradients(3.0 * tf.reduce_sum(rows) + 5.0 * weight, [table, weight])
        clipped, norm = tf.clip_by_global_norm(gradients, 1.0)
        applied = [tf.reduce_sum(tf.convert_to_tensor(each)) for each in clipped]
        by_itself = tf.reduce_sum(tf.convert_to_tensor(tf.clip_by_norm(gradients[0], 1.0)))
        session.run(v1.global_variables_initializer())
        values = session.run([norm] + applied + [by_itself], {words: sentence})
        print("%s: norm %.4f, row %.4f, weight %.4f; row clipped by itself %.4f" % tuple([how] + values))
if hasattr(tf, "function"):
    for setting in {}, {"clipnorm": 1.0}, {"global_clipnorm": 1.0}, {"clipvalue": 1.0}:
        table = tf.Variable([[0.0], [0.0]])
        with tf.GradientTape() as tape:
            loss = 3.0 * tf.reduce_sum(tf.nn.embedding_lookup(table, sentence))
        tf.keras.optimizers.SGD(1.0, **setting).apply_gradients([(tape.gradient(loss, table), table)])
        print("Keras", setting, "moves the row by %.4f" % -table[0, 0])
PROGRAM

old=${PYTHON:-python3.6}
seen "$old" tensorflow==1.12.3 "protobuf<3.18" "numpy<1.17" <<'SEEN'
looked up: norm 7.8102, row 1.5364, weight 0.6402; row clipped by itself 1.0000
one-hot: norm 13.0000, row 0.9231, weight 0.3846; row clipped by itself 1.0000
SEEN
seen "$old" tensorflow==1.13.2 "protobuf<3.18" "numpy<1.17" <<'SEEN'
looked up: norm 7.8102, row 1.5364, weight 0.6402; row clipped by itself 2.0000
one-hot: norm 13.0000, row 0.9231, weight 0.3846; row clipped by itself 1.0000
SEEN
seen python3 tensorflow-cpu==2.21.0 keras==3.13.2 <<'SEEN'
looked up: norm 7.8102, row 1.5364, weight 0.6402; row clipped by itself 2.0000
one-hot: norm 13.0000, row 0.9231, weight 0.3846; row clipped by itself 1.0000
Keras {} moves the row by 12.0000
Keras {'clipnorm': 1.0} moves the row by 2.0000
Keras {'global_clipnorm': 1.0} moves the row by 2.0000
Keras {'clipvalue': 1.0} moves the row by 4.0000
SEEN

#!/usr/bin/env bash
# Since TensorFlow 2.11 Keras' optimizers train the rows of an embedding that a batch does not look up; Ftrl sets them to zero.
#
# Seen with tensorflow-cpu 2.10.1 and 2.11.1, Python 3.10 (which PYTHON names), and 2.21.0 with Keras 3.13.2, Python 3.11, x86-64.
# Up to 2.10, as in TensorFlow 1, SGD with momentum, RMSprop with momentum and Adamax let a row stand until its word comes again.
# Now its velocity carries it on with every batch: 0.6561 after three batches of other words for 0.9. Ftrl, made for such
# tables, replaces the first values of all rows but those of the first batch by 0.0, also of words that never come. Adam moved
# them before as well. A table of zeros, which wide models have, does not show it; a table with first values does.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TF_CPP_MIN_LOG_LEVEL=3

seen() { # a Python, and what is installed for it; what was seen comes on standard input
    "$1" -m venv "$folder/$2"
    "$folder/$2/bin/pip" install --quiet --disable-pip-version-check "${@:2}"
    diff <("$folder/$2/bin/python" "$folder/program.py" 2>"$folder/stderr") - || { cat "$folder/stderr" >&2; exit 1; }
    echo "$2: as seen"
}

cat >"$folder/program.py" <<'PROGRAM'
import numpy as np
import tensorflow as tf

words = [0, 1, 1, 1]
v1, keras = tf.compat.v1, tf.keras
optimizers = {
    "SGD": (lambda: keras.optimizers.SGD(0.1, momentum=0.9), lambda: v1.train.MomentumOptimizer(0.1, 0.9)),
    "RMSprop": (lambda: keras.optimizers.RMSprop(0.1, momentum=0.9), lambda: v1.train.RMSPropOptimizer(0.1, momentum=0.9)),
    "Adamax": (lambda: keras.optimizers.Adamax(0.1), None),
    "Ftrl": (lambda: keras.optimizers.Ftrl(0.1), lambda: v1.train.FtrlOptimizer(0.1)),
    "Adam": (lambda: keras.optimizers.Adam(0.1), lambda: v1.train.AdamOptimizer(0.1)),
}


def in_fit(optimizer):
    table = keras.layers.Embedding(3, 1, embeddings_initializer="ones")
    model = keras.Sequential([keras.Input((1,), dtype="int32"), table, keras.layers.Flatten()])
    model.compile(optimizer, "mae")
    model.fit(np.reshape(words, (4, 1)), np.full((4, 1), -100.0), batch_size=1, shuffle=False, verbose=0)
    return table.get_weights()[0]


def in_a_session(make):
    with tf.Graph().as_default(), v1.Session() as session:
        table, word = v1.Variable(np.ones((3, 1), "float32"), use_resource=False), v1.placeholder(tf.int32, [1])
        train = make().minimize(tf.reduce_sum(tf.nn.embedding_lookup(table, word)), var_list=[table])
        session.run(v1.global_variables_initializer())
        for each in words:
            session.run(train, {word: [each]})
        return session.run(table)


print("rows: looked up first, looked up since, never looked up")
for name, (keras_one, first_one) in optimizers.items():
    print(name.ljust(8), "Keras", *["%.4f" % weight for weight in in_fit(keras_one()).ravel()])
    if first_one:
        print(" " * 8, "TF1  ", *["%.4f" % weight for weight in in_a_session(first_one).ravel()])
PROGRAM

before() { # what Keras' optimizers of 2.10 do
    cat <<'SEEN'
rows: looked up first, looked up since, never looked up
SGD      Keras 0.9000 0.4390 1.0000
         TF1   0.9000 0.4390 1.0000
RMSprop  Keras 0.6838 -0.4850 1.0000
         TF1   0.9000 0.4390 1.0000
Adamax   Keras 0.9000 0.7985 1.0000
Ftrl     Keras 0.6031 0.4773 1.0000
         TF1   0.6031 0.4773 1.0000
Adam     Keras 0.7388 0.7488 1.0000
         TF1   0.7388 0.7488 1.0000
SEEN
}

since() { # what those of 2.11, and of Keras 3, do
    cat <<'SEEN'
rows: looked up first, looked up since, never looked up
SGD      Keras 0.6561 0.4390 1.0000
         TF1   0.9000 0.4390 1.0000
RMSprop  Keras -0.0875 -0.4850 1.0000
         TF1   0.9000 0.4390 1.0000
Adamax   Keras 0.8014 0.7985 1.0000
Ftrl     Keras 0.6031 -0.2211 0.0000
         TF1   0.6031 0.4773 1.0000
Adam     Keras 0.7388 0.7488 1.0000
         TF1   0.7388 0.7488 1.0000
SEEN
}

old=${PYTHON:-python3.10}
seen "$old" tensorflow-cpu==2.10.1 "numpy<1.25" < <(before)
seen "$old" tensorflow-cpu==2.11.1 "numpy<1.25" < <(since)
seen python3 tensorflow-cpu==2.21.0 keras==3.13.2 < <(since)

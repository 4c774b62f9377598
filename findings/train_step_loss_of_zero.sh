#!/usr/bin/env bash
# A train_step that returns {"loss": loss} has a loss of 0.0 in the log and History of Keras 3, whatever it trains on.
#
# Seen with tensorflow-cpu 2.15.1 (Keras 2) and 2.21.0 with Keras 3.13.2, Python 3.11, x86-64.
# A model with a step of its own, a tape and a plain dictionary of what it computed, printed its last batch's loss in Keras 2. In
# Keras 3 the same class trains to the same weights and prints "loss: 0.0000e+00" in each epoch: a name that a metric has is
# filled in from that metric, and the model's own "loss" is one that nobody has updated. It is so with and without a loss in
# compile; under another name ("my_loss") the number is shown. What stops, saves or lowers the rate by "loss" sees zeros.
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

inputs = np.arange(10.0, dtype="float32")[:, np.newaxis]


def trained(name, **compiled):
    class Model(tf.keras.Model):
        def __init__(self):
            super().__init__()
            self.dense = tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")

        def call(self, batch):
            return self.dense(batch)

        def train_step(self, data):
            batch, labels = data
            with tf.GradientTape() as tape:
                loss = tf.reduce_mean(tf.square(self(batch, training=True) - labels))
            gradients = tape.gradient(loss, self.trainable_variables)
            self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
            return {name: loss}

    model = Model()
    model.compile(optimizer=tf.keras.optimizers.SGD(0.005), **compiled)
    history = model.fit(inputs, 0 * inputs, batch_size=10, epochs=3, verbose=0).history
    print(compiled, {key: ["%.4f" % each for each in values] for key, values in history.items()}, end=" ")
    print("weight %.4f" % model.get_weights()[0][0, 0])


trained("loss")
trained("loss", loss="mse")
trained("my_loss", loss="mse")
PROGRAM

seen tensorflow-cpu==2.15.1 <<'SEEN'
{} {'loss': ['28.5000', '14.5699', '7.4485']} weight 0.3655
{'loss': 'mse'} {'loss': ['28.5000', '14.5699', '7.4485']} weight 0.3655
{'loss': 'mse'} {'my_loss': ['28.5000', '14.5699', '7.4485']} weight 0.3655
SEEN
seen tensorflow-cpu==2.21.0 keras==3.13.2 <<'SEEN'
{} {'loss': ['0.0000', '0.0000', '0.0000']} weight 0.3655
{'loss': 'mse'} {'loss': ['0.0000', '0.0000', '0.0000']} weight 0.3655
{'loss': 'mse'} {'my_loss': ['28.5000', '14.5699', '7.4485']} weight 0.3655
SEEN

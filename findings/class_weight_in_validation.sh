#!/usr/bin/env bash
# fit(class_weight=...) weighs val_loss as well up to TensorFlow 2.1, and in 1.11 and 1.12 divides the loss by the weights.
#
# Seen with tensorflow 1.12.3, 1.13.2 and 1.15.5, tensorflow-cpu 2.1.4 and 2.2.3, Python 3.6, x86-64. PYTHON names a Python 3.6.
# The squared errors of the two examples that are held back are 36 and 64, and the weights of their classes 3 and 1: val_loss is
# their mean, 50, since 2.2, and 86 before it, where they come by validation_split; 2.1 weighs those of validation_data, too, which
# 1.15 does not. In 1.11 and 1.12 both losses, and so the gradients, are divided by the sum of the weights in the batch, not by
# how many examples there are. EarlyStopping and ModelCheckpoint choose other epochs by these numbers.
set -euo pipefail
python=${PYTHON:-python3.6}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TF_CPP_MIN_LOG_LEVEL=3

seen() { # $1 is installed; what was seen comes on standard input
    "$python" -m venv "$folder/$1"
    # the pip that comes with Python 3.6 would take packages of newer Pythons
    "$folder/$1/bin/pip" install --quiet --disable-pip-version-check pip==21.3.1
    "$folder/$1/bin/pip" install --quiet --disable-pip-version-check "$1" "protobuf<3.18" "h5py<3" "numpy<1.17"
    diff <("$folder/$1/bin/python" "$folder/program.py" 2>"$folder/stderr") - || { cat "$folder/stderr" >&2; exit 1; }
    echo "$1: as seen"
}

cat >"$folder/program.py" <<'PROGRAM'
import numpy as np
import tensorflow as tf

x = np.arange(1, 9, dtype="float32").reshape(8, 1)
y = np.array([0, 1, 0, 1, 0, 1, 1, 0], "float32")


def fitted(x, y, **validation):
    model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones", input_shape=(1,))])
    model.compile(tf.keras.optimizers.SGD(0.0), "mse")
    history = model.fit(x, y, 6, 1, 0, shuffle=False, class_weight={0: 1.0, 1: 3.0}, **validation).history
    return "loss %.4f, val_loss %.4f" % (history["loss"][0], history["val_loss"][0])


print("validation_split", fitted(x, y, validation_split=0.25))
print("validation_data ", fitted(x[:6], y[:6], validation_data=(x[6:], y[6:])))
PROGRAM

seen tensorflow==1.12.3 <<'SEEN'
validation_split loss 11.6667, val_loss 43.0000
validation_data  loss 11.6667, val_loss 50.0000
SEEN
for release in tensorflow==1.13.2 tensorflow==1.15.5; do
    seen "$release" <<'SEEN'
validation_split loss 23.3333, val_loss 86.0000
validation_data  loss 23.3333, val_loss 50.0000
SEEN
done
seen tensorflow-cpu==2.1.4 <<'SEEN'
validation_split loss 23.3333, val_loss 86.0000
validation_data  loss 23.3333, val_loss 86.0000
SEEN
seen tensorflow-cpu==2.2.3 <<'SEEN'
validation_split loss 23.3333, val_loss 50.0000
validation_data  loss 23.3333, val_loss 50.0000
SEEN

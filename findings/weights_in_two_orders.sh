#!/usr/bin/env bash
# model.weights and model.get_weights() are in two orders up to TensorFlow 1.13, where a layer has weights that are not trained.
#
# Seen with tensorflow 1.4.1, 1.12.3, 1.13.2 and 1.15.5, Python 3.6, x86-64. PYTHON names a Python 3.6.
# model.weights has all that is trained first, and then moving means and variances; get_weights() and set_weights() go layer by
# layer. So zip(model.weights, model.get_weights()), by which people print, compare or convert a network, gives the names of
# other weights behind the first batch norm, without an error: here the bias of the last layer, 7, stands under the name of a
# moving variance. In 1.15.5 both go layer by layer; 1.14 was not tried.
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
import tensorflow as tf

layers = tf.keras.layers
model = tf.keras.models.Sequential()
model.add(layers.Dense(2, input_shape=(2,), name="first", kernel_initializer="zeros"))
model.add(layers.BatchNormalization(name="norm"))
model.add(layers.Dense(2, name="last", kernel_initializer="zeros", bias_initializer=tf.keras.initializers.Constant(7.0)))
for weight, value in list(zip(model.weights, model.get_weights()))[2:]:
    print(weight.name, value.tolist())
PROGRAM

two_orders="norm/gamma:0 [1.0, 1.0]
norm/beta:0 [0.0, 0.0]
last/kernel:0 [0.0, 0.0]
last/bias:0 [1.0, 1.0]
norm/moving_mean:0 [[0.0, 0.0], [0.0, 0.0]]
norm/moving_variance:0 [7.0, 7.0]"
for release in 1.4.1 1.12.3 1.13.2; do
    seen "tensorflow==$release" <<<"$two_orders"
done
seen tensorflow==1.15.5 <<'SEEN'
norm/gamma:0 [1.0, 1.0]
norm/beta:0 [0.0, 0.0]
norm/moving_mean:0 [0.0, 0.0]
norm/moving_variance:0 [1.0, 1.0]
last/kernel:0 [[0.0, 0.0], [0.0, 0.0]]
last/bias:0 [7.0, 7.0]
SEEN

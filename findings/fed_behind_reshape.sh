#!/usr/bin/env bash
# A run that feeds a reshaped tensor asks for the placeholder behind it as well, where the gradient of a convolution is fetched.
#
# Seen with tensorflow-cpu 2.15.1 and 2.21.0, Python 3.11, x86-64, in graph mode; TensorFlow 2.4.4 does it, 1.15.5 does not.
# images = tf.reshape(pixels, [-1, 4, 4, 1]) is fed in the place of pixels, as scripts of TensorFlow 1 do whose images have that
# shape already. The loss is computed. Its gradient raises InvalidArgumentError, "You must feed a value for placeholder tensor
# 'pixels'", although in the graph nothing but images lies between: Grappler takes the shape that the gradient asks for from
# what is behind the reshape, which the feed had cut off. Without Grappler, or with a product of matrices in the place of the
# convolution, it is computed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TF_CPP_MIN_LOG_LEVEL=3

seen() { # $1 is installed; what was seen comes on standard input
    "${PYTHON:-python3}" -m venv "$folder/$1"
    "$folder/$1/bin/pip" install --quiet --disable-pip-version-check "$1"
    diff <("$folder/$1/bin/python" "$folder/program.py" 2>"$folder/stderr") - || { cat "$folder/stderr" >&2; exit 1; }
    echo "$1: as seen"
}

cat >"$folder/program.py" <<'PROGRAM'
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
pixels = tf.placeholder(tf.float32, [None, 16], name="pixels")
images = tf.reshape(pixels, [-1, 4, 4, 1])
kernel = tf.get_variable("kernel", [3, 3, 1, 2])
weights = tf.get_variable("weights", [16, 2])
by_kernel = tf.reduce_sum(tf.nn.conv2d(images, kernel, 1, "SAME"))
by_weights = tf.reduce_sum(tf.matmul(tf.reshape(images, [-1, 16]), weights))
fetched = {
    "loss": by_kernel,
    "gradient of the convolution": tf.gradients(by_kernel, kernel),
    "gradient of the product": tf.gradients(by_weights, weights),
}
for plain in (False, True):
    config = tf.ConfigProto()
    config.graph_options.rewrite_options.disable_meta_optimizer = plain
    with tf.Session(config=config) as sess:
        sess.run(tf.global_variables_initializer())
        for name, tensor in fetched.items():
            try:
                sess.run(tensor, {images: np.ones([2, 4, 4, 1])})
                print("without Grappler:" if plain else "as it is:", name, "is computed")
            except tf.errors.InvalidArgumentError as error:
                asked = "You must feed a value for placeholder tensor 'pixels'" in error.message
                print("without Grappler:" if plain else "as it is:", name, "asks for pixels" if asked else error)
PROGRAM

for release in tensorflow-cpu==2.15.1 tensorflow-cpu==2.21.0; do
    seen "$release" <<'SEEN'
as it is: loss is computed
as it is: gradient of the convolution asks for pixels
as it is: gradient of the product is computed
without Grappler: loss is computed
without Grappler: gradient of the convolution is computed
without Grappler: gradient of the product is computed
SEEN
done

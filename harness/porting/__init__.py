"""Drafts of ports: TensorFlow 1 scripts as `tf.compat.v1`, as eager TF2 or as Keras, each doubt marked in place."""

"""Ports to `tf.compat.v1`: what `tf_upgrade_v2` does, and what it leaves undone."""

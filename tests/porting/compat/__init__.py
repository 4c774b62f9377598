"""Specification of ports to tf.compat.v1."""

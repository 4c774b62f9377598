"""Causes in the last bits: precision, kernels, the order of sums."""

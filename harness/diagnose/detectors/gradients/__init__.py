"""Causes between the loss and the optimizer: signs, clipping, sums, which variables have any."""

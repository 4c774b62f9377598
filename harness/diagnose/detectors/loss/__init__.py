"""Causes in the loss: what it sums, weighs, masks, and adds of penalties."""

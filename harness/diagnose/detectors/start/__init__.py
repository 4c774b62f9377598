"""Causes in what the variables begin with: draws, seeds, weights that are handed over."""

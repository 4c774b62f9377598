"""Causes in what is printed, and when, where the training is the same."""

"""Causes in the learning rate and in what it follows."""

"""Causes in what is fed: its rows, their order, how they are brought to a scale."""

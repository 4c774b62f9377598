"""Graphs of TF1: their ops, what these read and write, and in which order."""

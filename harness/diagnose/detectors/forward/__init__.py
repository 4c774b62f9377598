"""Causes in what layers and operations make of what they are given."""

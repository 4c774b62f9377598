"""A script's text as a tree: its names, what they stand for, and places where it is written over."""

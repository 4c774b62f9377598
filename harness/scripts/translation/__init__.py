"""Translating Python 2 by the syntax tree of fissix, each kind of change in a file of its own."""

"""Expressions of two scripts held against each other, and one written as in the other script."""

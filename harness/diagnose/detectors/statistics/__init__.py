"""Causes in what is kept beside trained variables: averages and batch-norm statistics."""

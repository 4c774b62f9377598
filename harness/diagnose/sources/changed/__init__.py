"""A script with one thing of a kind changed, for an experiment."""

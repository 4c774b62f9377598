"""Causes for which a script does not run: what it lacks, and what the release has no more."""

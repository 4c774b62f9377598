"""Documented examples, their notes and their golden files; which of them are to be run."""

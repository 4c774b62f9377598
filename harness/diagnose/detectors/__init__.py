"""Detectors: one cause, or one family of causes, in each file; ``diagnosis.py`` asks them all."""

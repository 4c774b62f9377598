"""Cells of a notebook: read from its file, made Python, and what they printed when they were recorded."""

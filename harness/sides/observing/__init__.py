"""Both sides run again, watched: step by step, and from the same start."""

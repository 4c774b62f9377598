"""The script that a run is of: what it imports, its text and lines, and the names by which it finds TensorFlow."""

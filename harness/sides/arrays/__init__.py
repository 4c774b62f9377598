"""Files with numbers that sides write, read and held against each other."""

"""Files and options, read and written safely."""

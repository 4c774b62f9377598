"""The contents of data sets that nobody has here: made-up arrays, texts and tables, and the files that hold them."""

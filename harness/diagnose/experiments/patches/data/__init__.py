"""What a script is fed: batches, rows, labels, and what is drawn for them."""

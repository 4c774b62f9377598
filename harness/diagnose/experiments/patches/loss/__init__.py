"""What is trained by: means and sums, weights of rows, penalties."""

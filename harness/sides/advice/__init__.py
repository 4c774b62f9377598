"""What a failed run lacks, and what to do about it, one reason a file."""

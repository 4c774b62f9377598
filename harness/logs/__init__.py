"""The lines of a log and the numbers in them; which line and which number of one log is which of another."""

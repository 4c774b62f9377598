"""Calls with other settings or left out, functions and the order of reads, wherever they stand."""

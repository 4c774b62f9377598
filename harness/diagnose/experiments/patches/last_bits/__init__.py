"""How many digits are computed with."""

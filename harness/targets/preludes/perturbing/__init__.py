"""Values moved by at most one unit in the last place, for the spread of rounding."""

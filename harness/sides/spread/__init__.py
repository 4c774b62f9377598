"""What rounding alone makes of a side, measured and told."""

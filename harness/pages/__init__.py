"""Pages that are made from cases, results and rules."""

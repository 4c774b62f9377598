"""What a diagnosis judges by: two sides, their numbers paired, and what kind of numbers they are."""

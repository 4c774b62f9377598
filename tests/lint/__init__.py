"""What the linter reads off a script, and what it says of it."""

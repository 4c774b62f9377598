"""What a script's text says of what it does."""

"""What a script's text says."""

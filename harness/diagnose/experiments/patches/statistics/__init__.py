"""What moves besides what is trained: averages and their updates."""

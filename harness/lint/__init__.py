"""Which releases a script's calls fit, read off its text: nothing is imported, nothing is run."""

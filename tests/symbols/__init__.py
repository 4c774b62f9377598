"""What the symbols of releases are read as."""

"""A side run again with one thing changed."""

"""Whether a port computes what its original computes: what it rests on, and how it is said."""

"""How variables are moved, and which."""

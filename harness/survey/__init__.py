"""A whole repository at once: what each file needs, which releases run it, whether a port is had and proved."""

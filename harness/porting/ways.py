"""What a script can become."""

# The first one is what it becomes where nobody says.
WAYS = ("compat", "eager", "keras")

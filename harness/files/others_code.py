"""Folders of other people's code, which lie in a user's own and are none of it."""

OTHERS_CODE = frozenset({"venv", "node_modules", "__pycache__", "site-packages", "build", "dist"})

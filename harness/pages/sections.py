"""Sections of a page that are pages of their own: errors, and codes of the linter."""

import re

_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_HEAD = re.compile(r"^## (\S+)$", re.MULTILINE)


def sections(page: str) -> dict[str, str]:
    """Give the sections of a page whose heads are one word, by that word, as a finding names them: ``session-gone``."""
    _, *parts = _HEAD.split(_COMMENT.sub("", page))
    return {name: f"# {name}\n{text}" for name, text in zip(parts[::2], parts[1::2], strict=True)}

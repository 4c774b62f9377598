"""Folders elsewhere: whether a script names some that this machine has not, as its author's ``/home/me/logs``."""

import re
from collections.abc import Iterable
from pathlib import Path

# The first two folders of an absolute path in quotes; what each run has of its own in any case is left out.
_ABSOLUTE = re.compile(r"""(?<=["'])/(?!tmp\b|var/tmp\b|dev/)[^/"'\s]+(?:/[^/"'\n]+)?""")


def names_elsewhere(texts: Iterable[str]) -> bool:
    """Whether a folder stands in texts, with its whole path, that is not there."""
    return any(not Path(found[0]).exists() for text in texts for found in _ABSOLUTE.finditer(text))

"""What an error means: the contract of these tables."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """What an error means. ``name`` is its place on the page on errors, ``exceptions`` are the types it comes as,
    ``pattern`` a stable part of its message. ``means`` and ``change`` may use the pattern's groups as ``{0}``.
    ``major`` is the major release of TensorFlow for which it is so, 0 for all."""

    name: str
    exceptions: tuple[str, ...]
    pattern: re.Pattern[str]
    means: str
    change: str
    major: int = 0


def rule(name: str, exceptions: str, pattern: str, means: str, change: str, major: int = 0) -> Rule:
    """Give a rule of texts: exceptions with spaces in between, a pattern that ignores case and runs over lines."""
    flags = re.IGNORECASE | re.DOTALL | re.MULTILINE
    return Rule(name, tuple(exceptions.split()), re.compile(pattern, flags), means, change, major)

"""The CPU instructions that TensorFlow says it could use or does use, from what it prints on stderr."""

import re
from collections.abc import Iterable

# `cpu_feature_guard.cc` has worded it in four ways since 1.0; all list the names in capitals.
_LISTS = re.compile(
    r"(?:not compiled to use|performance-critical operations|following instructions|instructions to enable):"
    r"\s*(?P<many>[A-Z][A-Z0-9_. ]*)|wasn't compiled to use (?P<one>[A-Z0-9_.]+) instructions"
)


def cpu_flags(texts: Iterable[str]) -> list[str]:
    """Give the instruction sets that TensorFlow names in these texts, sorted: ``["AVX2", "FMA"]``."""
    found: set[str] = set()
    for text in texts:
        for match in _LISTS.finditer(text):
            found.update((match["many"] or match["one"]).split())
    return sorted(found)

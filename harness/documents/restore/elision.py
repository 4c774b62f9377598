"""Marks by which a document leaves lines of a log out, in the ways that authors write them."""

import re

_DOTS = r"(?:\.\s*){3,}|(?:…\s*)+|(?:。\s*){2,}|(?:·\s*){3,}|(?:⋮\s*)+|(?:︙\s*)+"
_WORDS = r"(?:省略|中间省略|此处省略|以下省略|略|omitted|snip|truncated|more lines?|etc\.?)"
_BRACKETED = rf"[\[(（<【]\s*(?:{_DOTS}|{_WORDS}[^\])）>】]{{0,30}})\s*[\])）>】]"
_ELISION = re.compile(
    rf"\s*(?:[#>*|-]\s*)?(?:(?:{_DOTS}|{_BRACKETED})\s*)+(?:{_WORDS}\s*(?:{_DOTS})?)?\s*", re.IGNORECASE
)
# Within a line, between two records, only what cannot be a part of either.
_BETWEEN = re.compile(r"(?<!\S)(?:\.{3,}|…+|。{2,}|\. \. \.|⋮|\[\.\.\.\]|[(（]省略[)）])(?!\S)")


def is_elision(text: str) -> bool:
    """Whether a line says that lines were left out, and nothing else: ``...``, ``。。。``, ``[...]``, ``(省略)``."""
    return _ELISION.fullmatch(text) is not None


def elisions(text: str) -> list[tuple[int, int]]:
    """Give where such marks stand in a line of several records."""
    return [match.span() for match in _BETWEEN.finditer(text)]

"""Texts that are too long to be shown whole, cut around what matters."""

MOST = 400
# What is shown before the place that matters, so that it is known what it is.
_BEFORE = 100


def cut(text: str, at: int = 0) -> str:
    """Give a text as it is or, where it is longer than 400 characters, so many of it around the character ``at``, with
    the number of that column and how long it is."""
    if len(text) <= MOST:
        return text
    start = max(0, min(at - _BEFORE, len(text) - MOST))
    end = start + MOST
    head, tail = "… " if start else "", " …" if end < len(text) else ""
    return f"{head}{text[start:end]}{tail} ({len(text)} characters, from column {start + 1})"


def first_difference(left: str, right: str) -> int:
    """Give the place, from 0, of the first character in which two texts differ; the length of the shorter one where it
    begins the longer one."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(left), len(right)))

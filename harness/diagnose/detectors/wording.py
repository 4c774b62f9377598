"""Wording: what the evidence of several causes says in the same words."""

from collections.abc import Sequence, Sized


def verb(subjects: Sized, one: str, several: str) -> str:
    """Give a verb in the number of its subjects: ``loss runs``, ``w and loss run``."""
    return one if len(subjects) == 1 else several


def agree_until(place: int) -> str:
    """Say from which record on, counted from 0, two series differ."""
    if place == 0:
        return "they differ from the first record on"
    agreeing = "the first record agrees" if place == 1 else f"the first {place} records agree"
    return f"{agreeing}, from record {place + 1} on they differ"


def listed(names: Sequence[str]) -> str:
    """Give some names as a text: ``a``, ``a and b``, ``a, b and 8 more``."""
    if len(names) > 3:
        return f"{', '.join(names[:2])} and {len(names) - 2} more"
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))

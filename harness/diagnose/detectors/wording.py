"""Wording: what the evidence of several causes says in the same words."""

from collections.abc import Sized


def verb(subjects: Sized, one: str, several: str) -> str:
    """Give a verb in the number of its subjects: ``loss runs``, ``w and loss run``."""
    return one if len(subjects) == 1 else several


def agree_until(place: int) -> str:
    """Say from which record on, counted from 0, two series differ."""
    if place == 0:
        return "they differ from the first record on"
    agreeing = "the first record agrees" if place == 1 else f"the first {place} records agree"
    return f"{agreeing}, from record {place + 1} on they differ"

"""Drafts of texts that tests have."""

from textwrap import dedent

from harness.porting.eager.draft import to_eager


def draft(text: str) -> str:
    """Give the draft of a text to eager TF2."""
    return to_eager(dedent(text).lstrip()).text


def expected(text: str) -> str:
    """Give a text as a draft has it."""
    return dedent(text).lstrip()

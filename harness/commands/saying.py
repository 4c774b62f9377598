"""Printing, for verbs that need nothing else of what the others share."""

import sys

from harness.words.visible import visible


def say(text: object = "", *, end: str = "\n", to_stderr: bool = False) -> None:
    """Print a text, plain, with what foreign text in it might do to a terminal made visible."""
    print(visible(str(text)), end=end, file=sys.stderr if to_stderr else None, flush=True)

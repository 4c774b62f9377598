"""A draft of a port to ``tf.compat.v1``, all of it in its order."""

from harness.porting.draft import Aim, Draft


def draft_compat(text: str, aim: Aim) -> Draft:
    """Draft a port of a text of Python 3."""
    raise NotImplementedError

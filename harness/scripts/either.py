"""A text of Python 3 or 2, as Python 3 reads it."""

import ast
import warnings
from functools import lru_cache

# Python 2 reads no text that is nested like that either, and a parser written in Python takes minutes to find that out.
_TOO_DEEP = "too many nested parentheses"


@lru_cache(maxsize=512)
def python3_of(text: str) -> str:
    """Give a text of Python 3 as it is, and one of Python 2 translated, line by line. Raises SyntaxError for one that
    is neither, of which Python 3 says why."""
    with warnings.catch_warnings():
        # An old string's escapes are no matter here.
        warnings.simplefilter("ignore")
        try:
            ast.parse(text)
            return text
        except SyntaxError as error:
            if error.msg == _TOO_DEEP:
                raise
            # It imports a good deal.
            from harness.scripts.python2 import translated

            try:
                python = translated(text).text
                ast.parse(python)
                return python
            except (ValueError, SyntaxError):
                raise error from None

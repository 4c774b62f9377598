"""Scripts of Python 2, made to run in Python 3 with what they computed and printed there.

Every line stays where it is, so a traceback names the line of the user's file. What a name or an operator cannot say by
itself is a call of ``__python2__``, which preludes define before the script runs: division, ``print``, ``round``,
``open``, and the random numbers and pickles of Python 2.

Not had, because no text shows it or because it is the point of comparing:

- ``print`` of a float gives the 17 digits of Python 3, where Python 2 gave 12: the digits are judged by their printing.
- A byte string is not a text: ``"%s" % text.encode("utf-8")`` gives ``b'...'``. ``print`` of bytes gives their text.
- The order of a set, and of a dict, which for Python 2 was that of its hashes.
- Comparing and sorting values of different types (``None < 1``), ``__cmp__``, ``__metaclass__``, ``__getslice__``.
- Text inside of texts (``exec "1 / 2"``).
"""

import ast
import functools
import re
from dataclasses import dataclass

from harness.scripts.python2_words import python2_words

# What Python 3 calls a mistake, and Python 2 does not.
_OF_PYTHON_2 = re.compile(r"Missing parentheses in call|leading zeros|multiple exception types|inconsistent use of tab")
_LINE_IN = re.compile(r"line (\d+)[:,] ?")
# The files of ``harness/targets/preludes/`` that a translation needs, in the order in which they run before it.
PRELUDES = ("python2.py", "python2_modules.py")


@dataclass(frozen=True)
class Translation:
    """A script of Python 2 as Python 3 runs it after the prelude, and what was translated, in words."""

    text: str
    changes: tuple[str, ...]


@functools.lru_cache(maxsize=512)
def is_python2(text: str) -> bool:
    """Whether a script is for Python 2: Python 3 cannot read it, and Python 2 can; or it uses what only Python 2 has.

    A script that runs in both, with ``try: xrange`` or six, is not.
    """
    tree = _python3(text)
    if tree is not None:
        return bool(python2_words(tree))
    try:
        translated(text)
    except ValueError:
        return False
    return True


@functools.lru_cache(maxsize=128)
def translated(text: str) -> Translation:
    """Translate a script of Python 2. Raises ValueError, with the line, for a text that no Python can read."""
    # fissix takes a quarter of a second to import, and most sides are no Python 2.
    from harness.scripts.translation.translate import translate

    try:
        return Translation(*translate(text))
    except RecursionError:
        raise ValueError("it is nested too deeply to be translated from Python 2") from None


def broken_at(text: str) -> tuple[int, str] | None:
    """Give the line, and what is wrong there, of a text that neither Python reads: as Python 3 says, unless that stops
    at what is no mistake in Python 2; None for a text that one of them reads."""
    try:
        ast.parse(text)
        return None
    except (SyntaxError, ValueError) as error:
        found = getattr(error, "lineno", None) or 1, str(getattr(error, "msg", None) or error)
    try:
        translated(text)
        return None
    except ValueError as error:
        line = _LINE_IN.match(str(error))
        of_python2 = line is not None and _OF_PYTHON_2.search(found[1]) is not None
        return (int(line[1]), str(error)[line.end() :]) if of_python2 and line is not None else found


def _python3(text: str) -> ast.Module | None:
    """The tree of a text that some Python 3 can read: up to 3.6, ``async`` was a name as any other."""
    for version in (None, (3, 6)):
        try:
            return ast.parse(text.removeprefix("\ufeff"), feature_version=version)
        except (SyntaxError, ValueError):
            continue
    return None

"""Code as HTML: coloured by Pygments, what is not seen in it made visible."""

from functools import lru_cache

from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer, TextLexer

from harness.words.visible import visible

_PYTHON = PythonLexer(stripnl=False)
_TEXT = TextLexer(stripnl=False)
# Spans alone; the page has the elements around them.
_BARE = HtmlFormatter(nowrap=True)


@lru_cache(maxsize=512)
def coloured(text: str, language: str = "python") -> Markup:
    """Give a text as HTML, coloured where it is Python."""
    lexer = _PYTHON if language in ("python", "py") else _TEXT
    # Pygments escapes; `visible` first, for what it writes is no markup.
    return Markup(highlight(visible(text), lexer, _BARE).rstrip("\n"))  # noqa: S704


def coloured_lines(text: str) -> tuple[Markup, ...]:
    """Give the same line by line, as many as the text has."""
    lines = coloured(text.rstrip("\n") + "\n").split("\n")
    count = len(text.rstrip("\n").split("\n"))
    return tuple(Markup(line) for line in [*lines, *[""] * count][:count])  # noqa: S704

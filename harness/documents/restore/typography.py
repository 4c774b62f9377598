"""Quotes, punctuation and spaces that a page or an editor made finer than Python reads."""

from collections.abc import Sequence
from dataclasses import replace

from harness.documents.document import Line

_INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u00ad\r"))
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2009\u202f\u3000"), " ")
_DOUBLE, _SINGLE = "“”„‟″＂«»", "‘’‚‛′＇´"
_PUNCTUATION = str.maketrans("，：；（）【】「」。、－–—−×…", ",:;()[][].,----*.")
# The forms of ASCII that are as wide as a Chinese character.
_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
CURLY, WIDE = "curly quotes", "full-width punctuation"


def visible(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give the lines without what nobody sees: marks of byte order, spaces of no width, and unusual spaces, which are
    spaces unless they stand in a text between quotes."""
    return tuple(replace(line, text=_visible(line.text)) for line in lines)


def _visible(text: str) -> str:
    text = text.translate(_INVISIBLE)
    if text.isascii():
        return text
    bare = text.lstrip(" \t\u00a0\u3000")
    lead = text[: len(text) - len(bare)].translate(_SPACES)
    written, quote = [lead], ""
    for place, char in enumerate(bare):
        if quote:
            quote = "" if char == quote and bare[place - 1] != "\\" else quote
            written.append(char)
            continue
        quote = char if char in "'\"" else ""
        written.append(char.translate(_SPACES))
    # A text that no quote closes tells nothing.
    return "".join(written) if not quote else text.translate(_SPACES)


def straight(lines: Sequence[Line], comments: bool) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """Give code with straight quotes and narrow punctuation, and what there was to restore. What stands between quotes
    stays; comments as well, unless code stands behind them in the same line (``comments``)."""
    words: list[str] = []
    changed = tuple(replace(line, text=_straight(line.text, comments, words)) for line in lines)
    return changed, tuple(word for word in (CURLY, WIDE) if word in words)


def _straight(text: str, comments: bool, words: list[str]) -> str:
    if text.isascii():
        return text
    written: list[str] = []
    place = 0
    while place < len(text):
        char = text[place]
        if char == "#" and not comments:
            return "".join([*written, text[place:]])
        if char in "'\"" or char in _DOUBLE or char in _SINGLE:
            piece, place = _quoted(text, place, words)
            written.append(piece)
            continue
        narrow = char.translate(_PUNCTUATION).translate(_WIDE)
        if narrow != char:
            words.append(WIDE)
            narrow = "..." if char == "…" else narrow
        written.append(narrow)
        place += 1
    return "".join(written)


def _quoted(text: str, place: int, words: list[str]) -> tuple[str, int]:
    """A text between quotes from a place on, with straight quotes, and where it ends; a quote alone where nothing
    closes it."""
    double = text[place] in _DOUBLE or text[place] == '"'
    straight_quote, like = ('"', '"' + _DOUBLE) if double else ("'", "'" + _SINGLE)
    curly = text[place] != straight_quote
    triple = len(text) > place + 2 and all(char in like for char in text[place : place + 3])
    size = 3 if triple else 1
    closers = like if curly else straight_quote
    end = _closing(text, place + size, closers, size)
    if end is None and not curly:
        end = _closing(text, place + size, like, size)
    opened, closed = text[place : place + size], text[end : end + size] if end is not None else ""
    if any(char not in "'\"" for char in opened + closed):
        words.append(CURLY)
    if end is None:
        return straight_quote * size, place + size
    inner = text[place + size : end]
    if curly and size == 1 and straight_quote in inner:
        other = "'" if double else '"'
        if other not in inner:
            return f"{other}{inner}{other}", end + size
    return f"{straight_quote * size}{inner}{straight_quote * size}", end + size


def _closing(text: str, place: int, closers: str, size: int) -> int | None:
    while place < len(text):
        if text[place] == "\\":
            place += 2
            continue
        if all(char in closers for char in text[place : place + size]) and len(text) >= place + size:
            return place
        place += 1
    return None

"""Texts that a script reads whole, and takes apart by lines, words or characters alone: made-up lines of words.

What is taken apart otherwise, by tabulators or commas, has a format that the script's text does not tell.
"""

import re

from _harness_preludes.made_up import words
from _harness_preludes.made_up.numbers import below

# How it is read, and all that is done to it on that line.
_READS = r"""open\(\s*['"][^'"\n]*\b%s['"][^)\n]*\)(?:\s*as\s+\w+\s*:\s*\n[^\n]*|[^\n]*)\.read\(\)(?P<rest>[^\n]*)"""
_AS_TEXT = re.compile(
    r"(?:\.(?:lower|strip|rstrip|splitlines|decode|split)\((?:['\"](?:\\n|utf-?8| )?['\"])?\)|\)|\s)*(?:#.*)?$"
)
# A field of a line, or another format.
_APART = re.compile(
    r"split\(\s*['\"](?!\\n|\s?['\"])|\bjson\.loads?\b|\bliteral_eval\b|\bcsv\.reader\b|\bfromstring\b|\bfind_all\b"
)
_LONGEST = 12
_FIRST_STREAM = 6000
_MOST_NAMES = 97


def is_read_whole(text, name):
    """Whether a script with that text reads the file of that name so."""
    found = re.search(_READS % re.escape(name), text)
    return found is not None and _AS_TEXT.match(found.group("rest")) is not None and _APART.search(text) is None


def written(name, size):
    """Give such a text, of one line for each example: files of other names have other words, in as many
    lines, as texts of two languages have."""
    stream = _FIRST_STREAM + 4 * (sum(bytearray(name.encode("utf-8"))) % _MOST_NAMES)
    lengths = (3 + below(stream, _LONGEST - 2, size)).tolist()
    ranks = words.common_words(stream + 1, size, _LONGEST).tolist()
    return "\n".join(" ".join(words.word(each) for each in row[:length]) for row, length in zip(ranks, lengths)) + "\n"

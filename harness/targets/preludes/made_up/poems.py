"""Poems of the Tang, as those who have a network write verses hand them around: ``poetry.txt``, ``poems.txt``."""

from _harness_preludes.made_up import packing, words
from _harness_preludes.made_up.numbers import below

_MOST, _FIRST_CHARACTER = 40000, 0x4E00
_STREAM, _TITLE = 4300, 4


def _poems(size):
    """Lines of a title, a colon, and four verses of five or of seven characters, common ones more often."""
    count = min(10 * size, _MOST)
    lengths = (5 + 2 * below(_STREAM, 2, count)).tolist()
    titles = (2 + below(_STREAM + 1, _TITLE - 1, count)).tolist()
    ranks = words.common_words(_STREAM + 2, count, _TITLE + 4 * 7).tolist()
    lines = []
    for length, title, row in zip(lengths, titles, ranks):
        said = "".join(chr(_FIRST_CHARACTER + rank) for rank in row)
        verses = [said[at : at + length] for at in range(_TITLE, _TITLE + 4 * length, length)]
        lines.append("%s:%s\uff0c%s\u3002%s\uff0c%s\u3002\n" % ((said[:title],) + tuple(verses)))
    return "".join(lines).encode("utf-8")


FILES = {name: ("poems", packing.plain(_poems)) for name in ("poetry.txt", "poems.txt")}

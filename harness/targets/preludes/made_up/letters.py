"""Handwritten words, letter by letter: the table of Stanford's OCR data set, ``letter.data``."""

import gzip

from _harness_preludes.made_up import words
from _harness_preludes.made_up.numbers import below, classes, octets

# Of its 6877 words; all letters of one kind share a pattern, from which one pixel in twelve differs.
_MOST, _HEIGHT, _WIDTH = 6877, 16, 8


def _table(size):
    """A line each: its number, the letter, the number of the next one in its word (-1 behind the last), the word's,
    its place there, one of ten folds, and 128 pixels."""
    patterns = octets(900, 26, _HEIGHT * _WIDTH) > 150
    count = min(size, _MOST)
    folds = classes(901, 10, count)
    number, lines = 0, []
    for place, rank in enumerate(words.common_words(902, count).tolist()):
        # Words of one letter the set has none.
        word = (words.word(rank) + words.word(1 + rank % 71))[:14]
        differs = below(910 + place, 12, len(word), _HEIGHT * _WIDTH) == 0
        for at, letter in enumerate(word):
            number += 1
            pixels = patterns[ord(letter) - ord("a")] ^ differs[at]
            following = number + 1 if at + 1 < len(word) else -1
            told = [number, letter, following, place + 1, at + 1, folds[place]]
            lines.append("\t".join([str(each) for each in told] + ["%d" % each for each in pixels]))
    return ("\t\n".join(lines) + "\t\n").encode("ascii")


def _write(is_zipped):
    def written(path, size):
        with gzip.GzipFile(path, "wb", mtime=0) if is_zipped else open(path, "wb") as file:
            file.write(_table(size))

    return written


FILES = {
    "letter.data.gz": ("ocr_letters", _write(True)),
    "letter.data": ("ocr_letters", _write(False)),
}

"""Lines with something in front that is none of theirs: numbers before a tab, as `cat -n` writes them, quotes of
mails."""

import re
from collections.abc import Sequence

from harness.documents.document import Line
from harness.documents.looks import Look, look

_COUNTED = re.compile(r"^\s{0,6}\[?(?P<count>\d{1,5})(?:(?P<tab>\t)|[\].:|)]{0,2}(?: |$))(?P<text>.*)")
_FEWEST = 3
_QUOTE = re.compile(r"^>(?!>) ?")
# Of the lines of a text that is quoted as a whole.
_MOST = 0.8


def without_quotes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give the lines of a text without the signs by which a mail quotes, if it quotes most of them."""
    filled = [line for line in lines if line.text.strip()]
    if sum(_QUOTE.match(line.text) is not None for line in filled) < max(_MOST * len(filled), _FEWEST):
        return tuple(lines)
    return tuple(Line(line.number, _QUOTE.sub("", line.text, count=1)) for line in lines)


def without_counts(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give lines without numbers that count up by one from 1, each before a tab, or before code; others as they are."""
    found = list(lines)
    start = 0
    while start < len(lines):
        matches: list[re.Match[str]] = []
        while start + len(matches) < len(lines):
            match = _COUNTED.match(lines[start + len(matches)].text)
            if match is None or int(match["count"]) != len(matches) + 1:
                break
            matches.append(match)
        if len(matches) >= _FEWEST and (all(match["tab"] for match in matches) or _is_code(matches)):
            for at, match in enumerate(matches, start=start):
                found[at] = Line(lines[at].number, match["text"])
        start += max(len(matches), 1)
    return tuple(found)


def _is_code(matches: Sequence[re.Match[str]]) -> bool:
    """Whether what stands behind the numbers is code for the most part: a list of points is not."""
    filled = [match["text"] for match in matches if match["text"].strip()]
    return 2 * sum(look(text) in (Look.CODE, Look.COMMENT) for text in filled) >= len(filled) > 0

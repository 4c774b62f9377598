"""Lines with their numbers in front of a tab, as `cat -n` and copied tables of code have them."""

import re
from collections.abc import Sequence

from harness.documents.document import Line

_COUNTED = re.compile(r"^\s{0,6}(?P<count>\d{1,5})(?:\t|$)")
_FEWEST = 3


def without_counts(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give lines without numbers that count up by one from 1, each before a tab; others as they are."""
    found = list(lines)
    start = 0
    while start < len(lines):
        matches: list[re.Match[str]] = []
        while start + len(matches) < len(lines):
            match = _COUNTED.match(lines[start + len(matches)].text)
            if match is None or int(match["count"]) != len(matches) + 1:
                break
            matches.append(match)
        if len(matches) >= _FEWEST:
            for at, match in enumerate(matches, start=start):
                found[at] = Line(lines[at].number, lines[at].text[match.end() :])
        start += max(len(matches), 1)
    return tuple(found)

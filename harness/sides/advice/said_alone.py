"""A script that ends well, and says no more than what it wants: words behind its name, or data that are not there."""

import re
from collections.abc import Iterator

from harness.diagnose.evidence.evidence import Side

# Who says so does it in a few lines, and prints no results.
_MOST_LINES, _RESULT = 20, re.compile(r"(?<![\w.])\d+\.\d+(?![\w.])")
_USAGE = re.compile(r"\s*usage:", re.IGNORECASE)
_WANTS = re.compile(
    r"\W*(?:please|you (?:need|have) to|you must)\W+(?:first\W+)?"
    r"(?:create|download|train|unzip|extract|put|place|copy)\b",
    re.IGNORECASE,
)


def said_alone_text(side: Side) -> Iterator[str]:
    """Give what helps a side that came to its end and only said what it wants; nothing for one that printed more."""
    if side.failure is not None or side.cut or len(side.lines) > _MOST_LINES:
        return
    if any(map(_USAGE.match, side.lines)):
        yield 'it says how it is used, and no more; add to the command: --args "WORDS"'
    elif any(map(_WANTS.match, side.lines)) and not any(map(_RESULT.search, side.lines)):
        yield (
            "it says what it wants to have first, and no more; add to the command: --cwd DIR, the folder from which "
            "its path to that is right, or --first SCRIPT, the one that makes it; or put it where it looks"
        )

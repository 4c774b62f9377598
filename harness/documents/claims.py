"""What a document claims besides its logs, as far as a run can decide it: figures that it names, and values that stay.

w stays 5                                    every w that is printed is 5
2500 rounds:                                 a line with 2500 in it prints 0.390597
MomentumOptimizer:0.390597
"""

import re
from collections.abc import Iterator, Sequence

from harness.documents.document import Line
from harness.documents.example import Claim

_NAME = r"(?P<name>[A-Za-z_][A-Za-z0-9_]{0,30})"
_NUMBER = r"(?P<value>[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)(?![\w.]*\w)"
_STAYS = (
    re.compile(
        rf"(?<![\w.]){_NAME}`? (?:always )?(?:stays|remains|keeps|is always|is still|will (?:always be|stay|remain)"
        rf"|never (?:changes|moves) from|(?:is|stays) stuck) (?:being |equal to |fixed |constant )?(?:at |on )?`?"
        rf"{_NUMBER}",
    ),
    re.compile(
        rf"(?<![\w.]){_NAME}`?\s*(?:的值|值)?\s*(?:会|将|就|也)?\s*(?:一直|始终|总是|永远|都|仍然|依然)+\s*(?:会|都)?\s*"
        rf"(?:是|为|等于|保持|停在|保持在|保持为)\s*`?{_NUMBER}"
    ),
)
# `MomentumOptimizer:0.383561`, a line of its own.
_FIGURE = re.compile(rf"^\s*(?:[-*+] )?{_NAME}`?\s*[:=：]\s*{_NUMBER}\s*$")
# `2500 rounds:` above such lines.
_HEAD = re.compile(
    r"^\s*(?:[-*+#]+ )?(?:after |at )?(?P<step>\d[\d,]*)\s*[^\d\s.,=:：]{1,20}\s*[:：]?\s*$", re.IGNORECASE
)


def stays_in(lines: Sequence[Line]) -> Iterator[Claim]:
    """Give the claims that a value stays what it is, of lines of prose."""
    for line in lines:
        for pattern in _STAYS:
            for match in pattern.finditer(line.text):
                yield Claim(line, match["name"], match["value"], stays=True)


def figures_in(lines: Sequence[Line]) -> Iterator[Claim]:
    """Give the figures that stand in lines of their own, each by its name; with the step that a line above them
    names."""
    step: int | None = None
    for line in lines:
        if match := _FIGURE.match(line.text):
            yield Claim(line, match["name"], match["value"], step=step)
        elif match := _HEAD.match(line.text):
            step = int(match["step"].replace(",", ""))
        elif line.text.strip():
            step = None

"""Statements that a code offers as comments below the one that it runs:

train_step = tf.train.GradientDescentOptimizer(0.001).minimize(loss)
#train_step = tf.train.AdamOptimizer(0.001).minimize(loss)
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from harness.documents.example import Reading

_COMMENTED = re.compile(r"^(?P<indent>\s*)#+\s?(?P<code>[A-Za-z_]\w*\s*=[^=].*)$")
_WORD = re.compile(r"[A-Za-z_]\w+")


@dataclass(frozen=True)
class Alternative:
    """The code with the other statement in force, which stands in that ``line`` of the document; the ``words`` that
    this statement has and the first one has not, and the ``words_before`` that only the first one has."""

    reading: Reading
    line: int
    words: frozenset[str]
    words_before: frozenset[str]


def alternatives(reading: Reading) -> Iterator[Alternative]:
    """Give what a code offers besides itself: assignments in comments, each to the name that the statement above it
    assigns to."""
    lines = reading.text.split("\n")
    for place, line in enumerate(lines):
        match = _COMMENTED.match(line)
        target = _target(match["code"]) if match else None
        if match is None or target is None:
            continue
        above = next((at for at in range(place - 1, -1, -1) if not lines[at].lstrip().startswith("#")), None)
        if above is None or _target(lines[above].strip()) != target:
            continue
        indent = lines[above][: len(lines[above]) - len(lines[above].lstrip())]
        changed = list(lines)
        changed[above], changed[place] = f"{indent}#{lines[above].strip()}", f"{indent}{match['code']}"
        words, before = frozenset(_WORD.findall(match["code"])), frozenset(_WORD.findall(lines[above]))
        reads = replace(reading, text="\n".join(changed))
        yield Alternative(reads, reading.numbers[place], words - before, before - words)


def _target(code: str) -> str | None:
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError):
        return None
    statement = tree.body[0] if len(tree.body) == 1 else None
    if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
        return None
    return ast.unparse(statement.targets[0])

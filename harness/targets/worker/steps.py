"""Steps that a script prints: at which line it has gone beyond those that are wanted.

Needs nothing of the worker, so that the host uses it, too.
"""

import re
from typing import Optional  # noqa: F401  (in a comment)

# `step 20`, `Epoch: 0003`, `iteration=4`, `20 loss 0.5`; not the `3/10` batches of a bar.
_STEP = re.compile(
    r"(?:\b(?:global[_ ]?step|step|iter(?:ation)?|epoch|episode|batch)s?\b\W{0,4}|^\s*)(\d+)(?![\d./%])", re.IGNORECASE
)


def step_of(line: str) -> "Optional[int]":
    """The step that a line prints, None for a line without one."""
    match = _STEP.search(line)
    return int(match.group(1)) if match is not None and len(match.group(1)) < 19 else None


def until_step(text: str, steps: int) -> "Optional[str]":
    """The lines before the first one with a step beyond ``steps``, counted from where they begin; None where there is
    no such line."""
    first, at = None, 0
    for line in text.splitlines(True):
        step = step_of(line) if line.endswith("\n") else None
        if step is not None:
            first = step if first is None else first
            if step - first >= steps:
                return text[:at]
        at += len(line)
    return None

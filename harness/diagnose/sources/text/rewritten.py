"""A script with something else in one place, for an experiment."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rewritten:
    """A script with something else in one place: its text, the line, what stands there ``now`` and what stood there,
    empty where that need not be told."""

    source: str
    line: int
    now: str
    was: str = ""

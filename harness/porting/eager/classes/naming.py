"""Names for what stood in attributes and methods: unlike all others while a script is rewritten, short in the end."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count

# Stands between a name and its number, and in no name that people give.
BETWEEN = "__of"


@dataclass
class Namer:
    """Gives names that nothing else has; ``wanted`` are the names that each is to have in the end, the best first."""

    wanted: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _numbers: "count[int]" = field(default_factory=count)

    def fresh(self, *wanted: str) -> str:
        """Give a new name for what is to have one of some names in the end."""
        plain = wanted[0].strip("_") or wanted[0]
        name = f"{plain}{BETWEEN}{next(self._numbers)}"
        self.wanted[name] = tuple(dict.fromkeys(_spelled(wanted)))
        return name


def _spelled(wanted: Iterable[str]) -> Iterable[str]:
    for name in wanted:
        yield name.strip("_") or name
    yield from wanted

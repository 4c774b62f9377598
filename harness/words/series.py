"""Series: the numbers of one name through a run, measured or as printed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Number:
    """A number at one place of a run: ``position`` of its record, from 0.

    ``slack`` is by how much the number itself may differ from what was printed (half a unit of the last digit); 0 for a
    measured one. ``text`` is how it was printed, empty for a measured one. ``scale`` is the size of the largest number
    of its array, where that is known, else 0: the comparison of two logs goes by it, no diagnosis does.
    """

    position: int
    value: float
    slack: float = 0.0
    text: str = ""
    scale: float = 0.0


@dataclass(frozen=True)
class Series:
    """The numbers of one name through a run, in order. ``dtype`` is NumPy's name, ``float`` or ``int`` for Python's own
    scalars, empty for numbers that are known from print only."""

    name: str
    dtype: str
    numbers: tuple[Number, ...]

    def __hash__(self) -> int:
        # Of a few numbers: what is kept by series would else read all of them for each question.
        return hash((self.name, self.dtype, len(self.numbers), self.numbers[:1], self.numbers[-1:]))

    @cached_property
    def values(self) -> tuple[float, ...]:
        """The numbers without their places."""
        return tuple(number.value for number in self.numbers)

    def at(self) -> Mapping[int, Number]:
        """The numbers by position."""
        return self._by_position

    @cached_property
    def _by_position(self) -> Mapping[int, Number]:
        return {number.position: number for number in self.numbers}

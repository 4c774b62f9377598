"""Observations: what a script computed while it was watched, as far as it was kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Reduced:
    """An array, reduced where it was made: dtype, shape, the Euclidean ``norm`` and the extrema of its elements (of
    finite ones, as float64), and a ``digest`` of its bits. ``sample`` are elements at fixed places, evenly spread over
    the array in row-major order: all of a small one (``whole``)."""

    dtype: str
    shape: tuple[int, ...]
    norm: float
    least: float
    most: float
    digest: str
    sample: tuple[float, ...]

    @property
    def size(self) -> int:
        """How many elements the array has."""
        count = 1
        for length in self.shape:
            count *= length
        return count

    @property
    def whole(self) -> bool:
        """Whether the sample is all of it."""
        return len(self.sample) == self.size


@dataclass(frozen=True)
class ObservedVariable:
    """A trained variable in one step: its value before the update, its gradient as the optimizer was given it, its
    value after; the optimizer's ``slots`` for it after the update, by name. What could not be seen is None."""

    name: str
    before: Reduced | None = None
    gradient: Reduced | None = None
    after: Reduced | None = None
    slots: Mapping[str, Reduced] = field(default_factory=dict)


@dataclass(frozen=True)
class ObservedState:
    """A variable that is not trained, and moved: batch-norm statistics, a step counter, a shadow of an average."""

    name: str
    before: Reduced | None = None
    after: Reduced | None = None


@dataclass(frozen=True)
class ObservedLayer:
    """What one layer or op put out in the forward pass of a step. ``call`` is the number of its call in that pass, in
    the order of the calls; ``kind`` names what it is (``dense``, ``dropout``, ``batch_normalization``), ``name`` it."""

    call: int
    kind: str
    name: str
    inputs: tuple[Reduced, ...] = ()
    output: Reduced | None = None


@dataclass(frozen=True)
class ObservedStep:
    """One applied update, ``number`` from 0 among all of them, seen or not."""

    number: int
    loss: Reduced | None = None
    rate: float | None = None
    fed: Mapping[str, Reduced] = field(default_factory=dict)
    layers: tuple[ObservedLayer, ...] = ()
    variables: tuple[ObservedVariable, ...] = ()
    state: tuple[ObservedState, ...] = ()


@dataclass(frozen=True)
class CallSetting:
    """A call of a layer, an optimizer or a function for which settings are known: its public ``symbol``
    (``tf.nn.dropout``), the ``kind`` that is the same in all eras (``dropout``), its ``settings`` as they were in
    force, defaults included, and the line of the script that made it (None where no line of the script did). ``given`` are
    the names of the arguments that it gave; all others were defaults."""

    symbol: str
    kind: str
    settings: Mapping[str, Any]
    line: int | None = None
    given: tuple[str, ...] = ()


@dataclass(frozen=True)
class Observation:
    """What was seen of one run: its steps, the calls whose settings are known, and ``remarks`` on what could not be
    seen and why."""

    steps: tuple[ObservedStep, ...] = ()
    calls: tuple[CallSetting, ...] = ()
    remarks: tuple[str, ...] = ()

"""Observations: what a script computed while it was watched, as far as it was kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field


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
    """A variable that is not trained, and moved: batch-norm statistics, a step counter, a shadow of an average.
    ``apart`` says that a run of a Session moved it which trains nothing, since the step before, or that it could be
    trained and a script moves it by hand."""

    name: str
    before: Reduced | None = None
    after: Reduced | None = None
    apart: bool = False


@dataclass(frozen=True)
class ObservedLayer:
    """What one op put out in the forward pass of a step. ``call`` is its number in that pass, in the order of making;
    ``kind`` its type (``MatMul``), ``name`` its own name, of eager ops the type again. ``inputs`` are the numbers
    of the ops from which it was made, ``line`` the line of the script that made it, None where no line of it did, and
    ``where`` where that is, of a notebook."""

    call: int
    kind: str
    name: str
    inputs: tuple[int, ...] = ()
    output: Reduced | None = None
    line: int | None = None
    where: str = ""

    @property
    def named(self) -> str:
        """Its name, with its line where that is known."""
        return self.name if self.line is None else f"{self.name} ({self.place})"

    @property
    def place(self) -> str:
        """Its line, or cell and line, in words; empty where that is not known."""
        return self.where or ("" if self.line is None else f"line {self.line}")


@dataclass(frozen=True)
class ObservedStep:
    """One applied update, ``number`` from 0 among all of them, seen or not. ``way`` is how it came about: ``session``,
    ``eager``, ``function`` or, of a function that XLA compiles, ``compiled``; ``optimizer`` is the class, or in a graph
    the type of the op, that applied it, ``assign`` where the script did so itself. ``fed`` are the arrays that the run
    was fed, ``layers`` the ops of its forward pass where the step was taken apart, ``read`` the arrays that these were
    given besides: constants of a graph, or what eager ops read and no op computed. ``loss_of`` is the tensor of a graph
    that the loss is."""

    number: int
    way: str = ""
    optimizer: str = ""
    loss: Reduced | None = None
    rate: float | None = None
    fed: Mapping[str, Reduced] = field(default_factory=dict)
    layers: tuple[ObservedLayer, ...] = ()
    variables: tuple[ObservedVariable, ...] = ()
    state: tuple[ObservedState, ...] = ()
    read: tuple[Reduced, ...] = ()
    loss_of: str = ""


@dataclass(frozen=True)
class Observation:
    """What was seen of one run: the steps that were told of, out of ``count`` in all, ``remarks`` on what could not be
    seen and why, and the values that the trained variables had in the end. ``started`` are the variables that were
    given the first values of another run. ``loose`` are assignments to one trained variable that are no step, or might
    be none in another writing of the script: so many updates more or fewer than ``count``; None where that is not
    known. With ``open_losses`` the losses race with what updates, and were left aside. ``statistics`` are the names of
    what batch norm keeps, whether it moved or not."""

    steps: tuple[ObservedStep, ...] = ()
    count: int = 0
    remarks: tuple[str, ...] = ()
    end: tuple[ObservedState, ...] = ()
    started: tuple[str, ...] = ()
    loose: int | None = None
    open_losses: bool = False
    statistics: tuple[str, ...] = ()

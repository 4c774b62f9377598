"""Evidence: two sides and the numbers that they share by name, as detectors see them."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from harness.judging.traces import Tolerances
from harness.logs.template import LogTemplate
from harness.targets.outcome import Failure
from harness.targets.report import Seen
from harness.targets.scene import Scene, SideEffects
from harness.targets.target import Request
from harness.watching.watched import StepHeld, Watched
from harness.words.finding import Experiment, Place
from harness.words.series import Number, Series
from harness.words.trace import Trace
from harness.words.verdict import Comparison

# The first release whose tf.keras is Keras 3.
_KERAS_3 = (2, 16)


@dataclass(frozen=True)
class Origin:
    """How a side came to be, so that it can be run again: interpreter, environment variables, request, and the template
    that prints its records (None: its log is what the script prints)."""

    python: Path
    request: Request
    template: LogTemplate | None = None
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Side:
    """One of two things that are compared: a script that was run, a case, or a log.

    ``name`` is how messages call it; ``lines`` is its log; ``trace`` its records at full precision, None where there
    are only lines. ``positions`` are the places of the lines in the whole run, from 0, where the log leaves some out;
    ``series`` are their numbers, where a template names them.
    ``source`` is the text of the script, ``tensorflow``, ``python`` and ``numpy`` are the versions that ran it; all
    of them empty for a log. ``stderr`` is what its process said there. Without an ``origin`` it cannot be run again.
    ``cut`` says that it was stopped where it was wanted no longer; ``effects`` are what it did besides printing,
    ``seen`` is what preludes saw it do. ``rest`` are lines beyond those that are judged, of a log that is very long.
    ``asked`` is where it was stopped, since it asked for input that it has not.
    """

    name: str
    lines: tuple[str, ...]
    trace: Trace | None = None
    positions: tuple[int, ...] | None = None
    series: tuple[Series, ...] = ()
    source: str = ""
    tensorflow: str = ""
    python: str = ""
    numpy: str = ""
    failure: Failure | None = None
    stderr: str = ""
    origin: Origin | None = None
    cut: bool = False
    effects: SideEffects | None = None
    seconds: float | None = None
    seen: tuple[Seen, ...] = ()
    rest: tuple[str, ...] = ()
    asked: str = ""

    @property
    def scene(self) -> Scene | None:
        """What its script found around it; None for a log, and for what ran in an empty folder."""
        return self.origin.request.scene if self.origin is not None else None

    @property
    def is_log(self) -> bool:
        """Whether it is a log, of whose script nothing is known: it cannot be run, and has no text."""
        return self.origin is None and not self.source

    @property
    def release(self) -> tuple[int, ...]:
        """The release line that ran it, ``(2, 15)``; empty for a log."""
        return tuple(int(word) for word in self.tensorflow.split(".")[:2] if word.isdigit())

    @property
    def has_keras_3(self) -> bool:
        """Whether the tf.keras that ran it is Keras 3."""
        return self.release >= _KERAS_3

    def has_prelude(self, name: str) -> bool:
        """Whether a prelude of that name was run before its script."""
        return self.scene is not None and any(prelude.name == name for prelude in self.scene.preludes)

    @property
    def is_stopped(self) -> bool:
        """Whether it was stopped before its end, so that nobody knows what else it would have printed, or looked at."""
        return self.cut or bool(self.rest) or (self.failure is not None and self.failure.is_limit)


class Pairing(enum.StrEnum):
    """How numbers found their partners: in the same record of both runs, in that of the same step, or by the rows of
    two logs."""

    RECORDS = "records"
    STEPS = "steps"
    LINES = "lines"


@dataclass(frozen=True)
class Paired:
    """The numbers of one name on both sides; two that the comparison pairs have one position, their place in it from 0,
    and what only one side has stands at a place of its own. ``printed`` where both are known from print only, and each
    has been rounded by itself."""

    name: str
    left: Series
    right: Series
    printed: bool = False

    @cached_property
    def together(self) -> tuple[tuple[Number, Number], ...]:
        """The left and the right number of each record in which both sides have one."""
        right = self.right.at()
        return tuple((number, right[number.position]) for number in self.left.numbers if number.position in right)

    @cached_property
    def swapped(self) -> "Paired":
        """The same numbers, the right ones on the left."""
        return Paired(self.name, self.right, self.left, self.printed)


@dataclass(frozen=True)
class Evidence:
    """What detectors judge by. ``left`` is what should come out, ``right`` what came out; ``comparison`` holds right
    against left, and ``paired`` are the numbers that both have, by name, in the order of the left side, as ``pairing``
    says. ``watched`` is what both computed, step by step, where that was looked at;
    ``amplified`` is how many of the numbers that differ are within the measured spread of rounding. ``started`` is what
    became of the numbers when both sides began with the left one's first values, where that was tried, and
    ``started_parts`` whether a stage of a step was apart then, whatever is printed."""

    left: Side
    right: Side
    comparison: Comparison
    paired: tuple[Paired, ...]
    tolerances: Tolerances
    pairing: Pairing = Pairing.RECORDS
    watched: Watched | None = None
    amplified: int = 0
    started: Experiment | None = None
    started_parts: bool = False

    @property
    def parting(self) -> StepHeld | None:
        """The step in which both were seen to part; None where none is, or nobody watched."""
        return self.watched.parting if self.watched is not None else None

    def side(self, place: Place) -> Side:
        """Give the ``left`` or the ``right`` side."""
        return self.left if place is Place.LEFT else self.right

    def with_side(self, place: Place, side: Side) -> "Evidence":
        """Give the same evidence with that side in its place, of which the numbers are the same."""
        return replace(self, left=side) if place is Place.LEFT else replace(self, right=side)

    def named(self, name: str) -> Paired | None:
        """Give the numbers of one name, None where a side has none."""
        return next((paired for paired in self.paired if paired.name == name), None)

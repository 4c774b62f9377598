"""Findings: a cause, how sure it is, the evidence for it, and what to change."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


class Confidence(enum.StrEnum):
    """How sure a cause is: ``confirmed`` by an experiment that made the numbers agree, ``likely`` from the numbers,
    ``possible`` from less than that."""

    CONFIRMED = "confirmed"
    LIKELY = "likely"
    POSSIBLE = "possible"

    @property
    def rank(self) -> int:
        """0 for the surest."""
        return _RANK[self]


class Place(enum.StrEnum):
    """Which of two sides: ``left`` is what should come out, ``right`` what came out."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> "Place":
        """The other one."""
        return Place.RIGHT if self is Place.LEFT else Place.LEFT


class Counts(enum.StrEnum):
    """What an experiment counts: ``numbers`` that agree; ``lines``, character for character, for a cause that is one of
    printing; or, of a run that is watched, ``steps`` that agree in all their stages, or ``updates``, of which there
    should be none."""

    NUMBERS = "numbers"
    LINES = "lines"
    STEPS = "steps"
    UPDATES = "updates"


# What rounding alone leaves of an Adam after a few dozen steps; and by how much nearer all must come to say anything.
_FEW_ULPS, _NEARER, _MUCH_NEARER = 1000, 4, 1000
# What rounding leaves of a few steps of any training, where a difference that no rounding makes was before: so many
# times as much as is left, and no less than that.
_ROUNDED, _TIMES_AS_MUCH, _BEYOND_ROUNDING = 128, 2**9, 2**13
# Float32s that are further apart have not even one size: how many ULPs there are between them says nothing.
_SAME_SIZE = 2**24

_RANK = {confidence: place for place, confidence in enumerate(Confidence)}


@dataclass(frozen=True)
class Foretold:
    """What a longer run of one side should give: the number of the other side's record ``k`` in its record
    ``times * k + by``, for the series of these ``names``; all others in place."""

    names: tuple[str, ...]
    times: int
    by: int


@dataclass(frozen=True)
class Change:
    """What an experiment switches on one side before it runs that side again.

    ``says`` names it, as in "with TF_ENABLE_ONEDNN_OPTS=0". ``environment`` are variables that TensorFlow reads when
    it is imported. ``patch`` is the name of a file in ``patches/``, run in the child before the script, that finds
    ``arguments`` as ``CHANGE``. ``source`` stands in for the text of the script; ``parameters`` go to its ``trace`` on
    top of its own. ``one_cpu`` leaves TensorFlow one processor; ``elsewhere`` takes the other side's interpreter;
    ``both`` changes the other side as well, where no change of one alone could make them meet. A
    change that names nothing runs the side once more as it is; ``preludes`` are names of preludes that look on, or with
    ``start_values`` have the variables begin with other values, ``arguments`` being their setting.
    ``counts`` says what should agree then. ``scales`` says
    that one name may be off by a whole factor then, for the script itself divides what it prints. ``foretold`` says
    that the side only runs longer, and what its further records should be. ``cures`` are the causes, besides the one
    that it is tried for, that this change would cure as well: it shows that one of them is at work, not which.
    ``rest`` is this change without the part that the cause is for: where it leaves a difference, and this one none, the
    cause is at work besides those others.
    ``besides`` is what to do, besides what the finding says, where this change explains all and no smaller one does.
    ``shows`` and ``advice`` are what the finding rests on and what to do, where it is this change that explains all;
    empty for what the finding says itself.
    """

    says: str
    side: Place = Place.RIGHT
    environment: Mapping[str, str] = field(default_factory=dict)
    patch: str = ""
    arguments: Mapping[str, Any] = field(default_factory=dict)
    source: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    one_cpu: bool = False
    elsewhere: bool = False
    both: bool = False
    counts: Counts = Counts.NUMBERS
    scales: bool = False
    foretold: Foretold | None = None
    cures: tuple[str, ...] = ()
    rest: "Change | None" = None
    besides: str = ""
    shows: str = ""
    advice: str = ""
    preludes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Experiment:
    """An experiment that was done: what was switched on which side, and how many of ``total`` numbers, lines or steps,
    as ``counts`` says, agreed ``before`` and agree after it.

    ``seconds`` is what it took, ``failed`` the reason where the changed script did not run. ``apart_before`` and
    ``apart`` are the ULPs between the numbers that are furthest apart, None where they are too far for that; ``aside``
    is what is left aside of those that agree.
    """

    says: str
    side: Place
    before: int
    agreeing: int
    total: int
    seconds: float
    failed: str = ""
    counts: Counts = Counts.NUMBERS
    apart_before: int | None = None
    apart: int | None = None
    aside: str = ""

    @property
    def nears(self) -> bool:
        """Whether the largest distance becomes a few last digits, and a quarter of what it was or less; or a thousandth
        of that."""
        if self.failed or self.apart is None or not self.apart_before:
            return False
        nearer = self.apart <= _SAME_SIZE and self.apart * _NEARER <= self.apart_before
        return nearer and (self.apart <= _FEW_ULPS or self.apart * _MUCH_NEARER <= self.apart_before)

    @property
    def supports(self) -> bool:
        """Whether it bears the cause out: more agrees than before, or all comes much nearer."""
        return not self.failed and (self.agreeing > self.before or self.nears)

    @property
    def explains_all(self) -> bool:
        """Whether every number agrees after the change, and some did not before."""
        return not self.failed and self.agreeing == self.total > self.before

    @property
    def leaves_rounding(self) -> bool:
        """Whether what differed by far more than rounding makes comes to differ by as little as rounding does."""
        if self.failed or self.apart is None or self.apart_before is None:
            return False
        return self.apart <= _ROUNDED and self.apart_before > max(_BEYOND_ROUNDING, _TIMES_AS_MUCH * self.apart)

    @property
    def comes_near(self) -> bool:
        """Whether all numbers come within what rounding makes of a few dozen steps, of which some had not even three
        digits in common."""
        if self.failed or self.apart is None or self.apart_before is None:
            return False
        return self.apart <= _FEW_ULPS and self.apart_before >= _FEW_ULPS * _MUCH_NEARER

    def __str__(self) -> str:
        if self.failed:
            return f"with {self.says} the {self.side} side failed: {self.failed} ({self.seconds:.1f} s)"
        where = " on the left side" if self.side is Place.LEFT else ""
        if self.counts is Counts.UPDATES:
            what = "no variable is updated" if self.agreeing else "a variable is updated"
            return f"with {self.says}{where} {what} ({self.seconds:.1f} s)"
        count = f"all {self.total}" if self.explains_all else f"{self.agreeing} of {self.total}"
        agree = f"with {self.says}{where} {count} {self.counts} agree{self.aside}"
        if self.nears and not self.explains_all:
            most = f"more than {self.apart} ULP off" if self.apart else "as much as 1 ULP off"
            agree += f" ({self.before} before), and none is {most}"
            return f"{agree} ({self.apart_before} before; {self.seconds:.1f} s)"
        return f"{agree} ({self.before} before; {self.seconds:.1f} s)"


@dataclass(frozen=True)
class Finding:
    """A cause of what differs.

    ``cause`` is the name of its page in ``docs/pitfalls/``, ``evidence`` one sentence with the numbers it rests on,
    ``change`` what to do. ``experiments`` were done for it; ``trials`` are those that would show it on a side that can
    be run, the most telling first.
    """

    cause: str
    confidence: Confidence
    evidence: str
    change: str
    experiments: tuple[Experiment, ...] = ()
    trials: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Diagnosis:
    """What came of looking for causes: the likeliest ones, and how many suspicions no experiment bore out; or the
    ``problem`` that kept the harness from looking. ``remains`` are sentences on what the causes do not explain."""

    findings: tuple[Finding, ...] = ()
    dropped: int = 0
    problem: str = ""
    remains: tuple[str, ...] = ()

    @property
    def explains_all(self) -> bool:
        """Whether an experiment showed that with the first cause put right all is the same, and nothing remains."""
        first = self.findings[0] if self.findings else None
        confirmed = first is not None and first.confidence is Confidence.CONFIRMED
        return confirmed and not self.remains

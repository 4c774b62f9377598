"""Verdicts and comparisons: what came of holding a trace against a log or another trace."""

import enum
from dataclasses import dataclass

from harness.words.cut import cut, first_difference


class Verdict(enum.StrEnum):
    """Outcome of a run, from best to worst; ``unsupported`` stands apart: there was no run, for a reason."""

    IDENTICAL = "identical"
    REFORMATTED = "reformatted"
    ROUNDED = "rounded"
    AMPLIFIED = "amplified"
    DRIFTED = "drifted"
    DIVERGED = "diverged"
    FAILED = "failed"
    UNSUPPORTED = "unsupported"

    @property
    def passes(self) -> bool:
        """Whether the documented numbers still come out (or cannot be asked for, with a reason)."""
        return self in _PASSING

    @property
    def severity(self) -> int:
        """0 for the best; larger is worse."""
        return _SEVERITY[self]


_PASSING = {Verdict.IDENTICAL, Verdict.REFORMATTED, Verdict.ROUNDED, Verdict.AMPLIFIED, Verdict.UNSUPPORTED}
_SEVERITY = {verdict: place for place, verdict in enumerate(Verdict)}


def worst(*verdicts: Verdict) -> Verdict:
    """Give the worst of some verdicts; ``identical`` for none."""
    return max(verdicts, key=lambda verdict: verdict.severity, default=Verdict.IDENTICAL)


@dataclass(frozen=True)
class Divergence:
    """One place where measured and expected part.

    ``line`` counts from 1 in the baseline's file (None for a record that the baseline has no line for), ``record``
    from 0 in what was measured, a record of a trace or a line of a log; ``step`` is the step that the line or record
    prints. ``ulps`` are units in the last place of the measured value's dtype, ``relative`` is
    |measured - expected| / |expected|; None where they mean nothing.
    """

    line: int | None
    record: int | None
    step: str | None
    field: str
    expected: str
    measured: str
    ulps: int | None = None
    relative: float | None = None

    def __str__(self) -> str:
        place = ", ".join(
            part
            for part in (
                f"line {self.line}" if self.line is not None else "",
                f"step {self.step}" if self.step is not None else "",
                self.field,
            )
            if part
        )
        distance = ", ".join(
            part
            for part in (
                self._ulps(),
                f"relative {self.relative:.2g}" if self.relative is not None else "",
            )
            if part
        )
        at = first_difference(self.expected, self.measured)
        told = f"{place}: expected {cut(self.expected, at)}, measured {cut(self.measured, at)}"
        return told + (f" ({distance})" if distance else "")

    def _ulps(self) -> str:
        """The ULPs; of numbers that differ by nothing but what their printing hides, that."""
        if self.ulps is None:
            return ""
        return f"{self.ulps} ULP" if self.ulps or not self.relative else "no more than the printing hides"


@dataclass(frozen=True)
class Comparison:
    """A trace held against one baseline: a documented log or a golden trace.

    ``agreeing`` of ``expected`` lines (or records) agree; ``missing`` of them have no record, and ``left_over`` records
    have no line. ``first`` is the first divergence: the first that does not pass or, where all pass, the first place
    that is not the same character for character (or bit for bit).
    """

    baseline: str
    verdict: Verdict
    agreeing: int
    expected: int
    missing: int = 0
    left_over: int = 0
    first: Divergence | None = None

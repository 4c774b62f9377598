"""Runs: one case in one variant and style; which are planned, and in which order."""

from collections.abc import Iterable
from dataclasses import dataclass

from harness.cases.case import Case, Style, Variant


@dataclass(frozen=True, eq=False)
class Run:
    """What is to be run; the target is where."""

    case: Case
    variant: Variant
    style: Style

    @property
    def subject(self) -> str:
        """The case with its variant: ``staircase_decay``, ``two_layer_net[adam]``."""
        return subject(self.case.name, self.variant.name)

    @property
    def digest(self) -> str:
        """A digest of the files that decide the verdict."""
        return self.case.digest(self.variant, self.style)


def subject(case: str, variant: str) -> str:
    """Give a case's name with its variant, if it has one."""
    return f"{case}[{variant}]" if variant else case


def plan(cases: Iterable[Case], styles: Iterable[str], *, slow: bool) -> tuple[Run, ...]:
    """Give the runs of some cases, in these styles (all for none); slow cases only if asked for."""
    wanted = set(styles)
    return tuple(
        Run(case, variant, style)
        for case in cases
        for variant in case.variants
        if slow or not variant.slow
        for style in variant.styles
        if not wanted or style.name in wanted
    )


def longest_first(runs: Iterable[Run]) -> list[Run]:
    """Give runs in the order in which they are best begun: those that may take longest first, so that at the end no job
    lies idle beside a long one."""
    return sorted(runs, key=lambda run: -run.case.timeout)

"""Bisection: the two neighbouring releases between which something changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from harness.releases.release import Release
from harness.words.errors import UsageError


@dataclass(frozen=True)
class Probe:
    """What one release gives: ``state`` is what is watched, ``lines`` what was printed, ``detail`` words on both.

    Where the state is a digest, which says nothing to a reader, ``kind`` names what it is a digest of: ``bits``.
    """

    state: str
    lines: tuple[str, ...]
    detail: str
    kind: str = ""


@dataclass(frozen=True)
class Change:
    """The last release that is still like the good end, and the first that is not."""

    before: Release
    after: Release
    good: Probe
    bad: Probe


def bisect(
    releases: Sequence[Release],
    probe: Callable[[Release], Probe],
    is_bad: Callable[[Probe, Probe], bool],
    tell: Callable[[str], None],
) -> Change:
    """Find the change between the first and the last of some releases by binary search.

    ``is_bad`` holds a probe against that of the good end; ``tell`` is given a line on each step. Raises UsageError for
    fewer than two releases, where the new end is not bad, and where the old end already is.
    """
    if len(releases) < 2:
        raise UsageError(
            f"bisecting needs two releases, not {', '.join(release.name for release in releases) or 'none'}"
        )
    low, high = 0, len(releases) - 1
    tell(f"{len(releases)} releases from {releases[0].name} to {releases[-1].name}, the two ends first")
    good, bad = probe(releases[low]), probe(releases[high])
    seen: dict[str, str] = {}
    tell(f"{releases[low].name}: {_named(good, seen)}")
    tell(f"{releases[high].name}: {_named(bad, seen)}")
    if is_bad(good, good):
        raise UsageError(f"nothing to bisect: {releases[low].name}, the good end, is already like this")
    if not is_bad(bad, good):
        raise UsageError(f"nothing to bisect: {releases[low].name} and {releases[high].name} do not differ in this")
    last = good
    while high - low > 1:
        middle = (low + high) // 2
        steps = (high - low - 1).bit_length()
        tell(f"{releases[middle].name} next, {steps} step{'s' if steps > 1 else ''} at most")
        found = probe(releases[middle])
        tell(f"{releases[middle].name}: {_named(found, seen)}")
        if is_bad(found, good):
            high, bad = middle, found
        else:
            low, last = middle, found
    return Change(releases[low], releases[high], last, bad)


def _named(probe: Probe, seen: dict[str, str]) -> str:
    """The state, a digest by its letter in the order in which they came: ``bits A``."""
    return f"{probe.kind} {seen.setdefault(probe.state, chr(ord('A') + len(seen)))}" if probe.kind else probe.state


def first_difference(left: Sequence[str], right: Sequence[str]) -> int | None:
    """Give the first line, from 0, in which two logs differ; None where they are the same."""
    for number, (mine, other) in enumerate(zip(left, right, strict=False)):
        if mine != other:
            return number
    return None if len(left) == len(right) else min(len(left), len(right))

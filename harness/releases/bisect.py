"""Bisection: the two neighbouring releases between which something changed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

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
class Border:
    """The last release that is still like the good end, and the first that is not; and what was ``seen``: all releases
    that were probed, in their order; ``unseen`` are those between the ends that were not. ``names`` are the states as
    they were told, ``text A`` for a digest."""

    before: Release
    after: Release
    good: Probe
    bad: Probe
    seen: tuple[tuple[Release, Probe], ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    unseen: tuple[Release, ...] = ()

    @property
    def others(self) -> tuple["Other", ...]:
        """The other places, as near as they are known, at which what was watched changed."""
        return tuple(
            Other(sooner, later, self.names[one.state], self.names[two.state])
            for (sooner, one), (later, two) in pairwise(self.seen)
            if one.state != two.state and (sooner, later) != (self.before, self.after)
        )


@dataclass(frozen=True)
class Other:
    """Two releases, not always neighbours, between which there is another change; their states as they were told."""

    before: Release
    after: Release
    good: str
    bad: str


def bisect(
    releases: Sequence[Release],
    probe: Callable[[Release], Probe],
    is_bad: Callable[[Probe, Probe], bool],
    tell: Callable[[str], None],
    *,
    every: bool = False,
) -> Border:
    """Find the border between the first and the last of some releases by binary search, which does not see what changes
    and changes back between two that it looks at; with ``every`` one after the other, the first border of all.

    ``is_bad`` holds a probe against that of the good end; ``tell`` is given a line on each step. Raises UsageError for
    fewer than two releases, where the new end is not bad, and where the old end already is.
    """
    if len(releases) < 2:
        raise UsageError(
            f"bisecting needs two releases, not {', '.join(release.name for release in releases) or 'none'}"
        )
    names: dict[str, str] = {}
    probed: dict[int, Probe] = {}

    def look(place: int) -> Probe:
        probed[place] = probe(releases[place])
        return probed[place]

    def said(place: int) -> str:
        return f"{releases[place].name}: {_named(probed[place], names)}"

    low, high = 0, len(releases) - 1
    tell(f"{len(releases)} releases from {releases[0].name} to {releases[-1].name}, the two ends first")
    good = look(low)
    look(high)
    tell(said(low))
    tell(said(high))
    if is_bad(good, good):
        raise UsageError(f"nothing to bisect: {releases[low].name}, the good end, is already like this")
    for place in range(low + 1, high if every else low):
        look(place)
        tell(said(place))
    first = next((place for place in sorted(probed) if is_bad(probed[place], good)), None)
    if first is None:
        between = ", nor does any between" if every else "; --every looks at those between"
        ends = f"{releases[low].name} and {releases[high].name}"
        raise UsageError(f"nothing to bisect: {ends} do not differ in this{between if high > 1 else ''}")
    low, high = (first - 1, first) if every else (low, high)
    while high - low > 1:
        middle = (low + high) // 2
        steps = (high - low - 1).bit_length()
        tell(f"{releases[middle].name} next, {steps} step{'s' if steps > 1 else ''} at most")
        found = look(middle)
        tell(said(middle))
        if is_bad(found, good):
            high = middle
        else:
            low = middle
    seen = tuple((releases[place], probed[place]) for place in sorted(probed))
    unseen = tuple(release for place, release in enumerate(releases) if place not in probed)
    return Border(releases[low], releases[high], probed[low], probed[high], seen, names, unseen)


def _named(probe: Probe, names: dict[str, str]) -> str:
    """The state, a digest by its letter in the order in which they came: ``bits A``."""
    digests = sum(name != state for state, name in names.items())
    name = f"{probe.kind} {chr(ord('A') + digests)}" if probe.kind else probe.state
    return names.setdefault(probe.state, name)


def first_difference(left: Sequence[str], right: Sequence[str]) -> int | None:
    """Give the first line, from 0, in which two logs differ; None where they are the same."""
    for number, (one, other) in enumerate(zip(left, right, strict=False)):
        if one != other:
            return number
    return None if len(left) == len(right) else min(len(left), len(right))

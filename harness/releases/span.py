"""Span: the releases between two ends that this machine has a Python for."""

from collections.abc import Callable, Sequence
from pathlib import Path

from harness.releases.environments import find_release
from harness.releases.release import Release
from harness.words.errors import UsageError


def releases_between(
    releases: Sequence[Release], root: Path, oldest: str | None, newest: str | None, tell: Callable[[str], None]
) -> list[Release]:
    """Give those of some releases from ``--good`` to ``--bad``, each as the user names it or None for the first, and
    for the last that is no pre-release. ``tell`` is given a line on each that the machine lacks a Python for.

    Raises UsageError for an end that is no release of the project's list or not among these, and for ends the wrong way
    round.
    """
    ends = [find_release(root, name).name for name in (oldest, newest) if name]
    known = [release for release in releases if not release.is_prerelease or release.name in ends]
    first = _place(known, root, oldest) if oldest else 0
    last = _place(known, root, newest) if newest else len(known) - 1
    if newest and first > last:
        raise UsageError(f"--good {oldest} is newer than --bad {newest}")
    for release in known[first : last + 1]:
        if release.missing is not None:
            tell(f"{release.name} is left out: this machine has {release.missing}")
    return [release for release in known[first : last + 1] if release.missing is None]


def _place(releases: Sequence[Release], root: Path, name: str) -> int:
    release = find_release(root, name)
    names = [each.name for each in releases]
    if release.name not in names:
        raise UsageError(f"this style does not exist for {release.name}; the oldest is {names[0] if names else 'none'}")
    return names.index(release.name)

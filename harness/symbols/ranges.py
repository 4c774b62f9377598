"""Releases in words: ``1.4-1.15, 2.4``."""

from collections.abc import Sequence


def ranges(releases: Sequence[str], known: Sequence[str]) -> str:
    """Give some of the ``known`` releases, oldest first, with those that follow on each other as ``first-last``."""
    parts: list[list[str]] = []
    for release in releases:
        if parts and known.index(parts[-1][-1]) + 1 == known.index(release):
            parts[-1].append(release)
        else:
            parts.append([release])
    return ", ".join(part[0] if len(part) == 1 else f"{part[0]}-{part[-1]}" for part in parts)
